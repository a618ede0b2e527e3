package org.infostate.workbook;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.infostate.response.AnswerStatus;
import org.infostate.text.Language;
import org.infostate.text.Texts;

/**
 * The words for statuses in a workbook. An answer with a value needs none; in tables, where there
 * is no column for it, the word stands in brackets in place of the value.
 */
final class WorkbookStatuses {

  private static final List<AnswerStatus> OFFERED =
      List.of(
          AnswerStatus.PROVISIONAL,
          AnswerStatus.NOT_AVAILABLE,
          AnswerStatus.NOT_APPLICABLE,
          AnswerStatus.UNKNOWN);

  private WorkbookStatuses() {}

  static List<AnswerStatus> offered() {
    return OFFERED;
  }

  static String word(AnswerStatus status, Texts texts) {
    return texts.text("workbook.status." + status.code());
  }

  static String inTable(AnswerStatus status, Texts texts) {
    return "[" + word(status, texts) + "]";
  }

  static List<String> words(Texts texts) {
    return OFFERED.stream().map(status -> word(status, texts)).toList();
  }

  /** Those that stand in place of a value. */
  static List<String> inTables(Texts texts) {
    return OFFERED.stream()
        .filter(status -> !status.hasValue())
        .map(status -> inTable(status, texts))
        .toList();
  }

  /** The status that a word names, in this language, else as a code, else in any language. */
  static Optional<AnswerStatus> of(String word, Language language) {
    String wanted = ChoiceLabels.folded(word);
    return named(wanted, language)
        .or(() -> AnswerStatus.of(wanted).filter(AnswerStatus::given))
        .or(
            () ->
                Arrays.stream(Language.values())
                    .flatMap(each -> named(wanted, each).stream())
                    .findFirst());
  }

  private static Optional<AnswerStatus> named(String wanted, Language language) {
    Texts texts = Texts.in(language);
    return Stream.concat(OFFERED.stream(), Stream.of(AnswerStatus.ANSWERED))
        .filter(status -> ChoiceLabels.folded(word(status, texts)).equals(wanted))
        .findFirst();
  }

  /** The status that stands in brackets in a cell of a table. */
  static Optional<AnswerStatus> inBrackets(String shown, Language language) {
    String text = shown.strip();
    return text.startsWith("[") && text.endsWith("]") && text.length() > 2
        ? of(text.substring(1, text.length() - 1), language)
        : Optional.empty();
  }
}

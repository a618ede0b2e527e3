package org.infostate.workbook;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.infostate.questionnaire.Form;
import org.infostate.questionnaire.Question;
import org.infostate.response.AnswerKey;
import org.infostate.response.AnswerStatus;
import org.infostate.response.Given;
import org.infostate.response.Held;
import org.infostate.text.Texts;

/**
 * The answers of a trial in the words of the reader: labels in place of codes, numbers and days as
 * the language writes them.
 *
 * @param files name by number of each evidence file of the response
 */
public record TrialShown(List<Form> forms, Texts texts, Map<String, String> files) {

  private static final int DECIMALS = 12;

  private Optional<Form> form(AnswerKey key) {
    return forms.stream().filter(form -> form.questions().containsKey(key.question())).findFirst();
  }

  /** The label of the question, with the number of the row in a table. */
  public String question(AnswerKey key) {
    String label =
        form(key).map(form -> form.label(key.question(), texts.language())).orElse(key.question());
    return key.row() == 0
        ? label
        : label
            + " ("
            + (key.row() < 0
                ? texts.text("workbook.trial.new_row")
                : texts.text("common.row", key.row()))
            + ")";
  }

  /** What is stored, a line each for the answer, its comment and its source; a dash for nothing. */
  public List<String> lines(AnswerKey key, Held held) {
    return held == null
        ? List.of("–")
        : lines(key, held.value(), held.status(), held.comment(), held.source());
  }

  /** What a workbook says, a line each for the answer, its comment and its source. */
  public List<String> lines(AnswerKey key, Given given) {
    return lines(key, given.value(), given.status(), given.comment(), given.source());
  }

  private List<String> lines(
      AnswerKey key, String value, AnswerStatus status, String comment, String source) {
    List<String> lines = new ArrayList<>();
    boolean answered = status == AnswerStatus.ANSWERED;
    String word = answered || !status.given() ? "" : texts.text("workbook.status." + status.code());
    String shown = value == null ? "" : value(key, value);
    String joined = word + (word.isEmpty() || shown.isEmpty() ? "" : ": ") + shown;
    lines.add(joined.isEmpty() ? "–" : joined);
    if (comment != null) {
      lines.add(texts.text("workbook.column.comment") + ": " + comment);
    }
    if (source != null) {
      lines.add(texts.text("workbook.column.source") + ": " + source);
    }
    return lines;
  }

  private String value(AnswerKey key, String value) {
    Form form = form(key).orElse(null);
    if (form == null) {
      return value;
    }
    Question question = form.questions().get(key.question());
    return switch (question.type()) {
      case DECIMAL -> texts.number(new BigDecimal(value), DECIMALS);
      case DATE -> texts.date(LocalDate.parse(value));
      case SELECT_ONE, SELECT_MULTIPLE ->
          Arrays.stream(value.split(" "))
              .map(code -> form.choiceLabel(question.list(), code, texts.language()))
              .collect(Collectors.joining("; "));
      case FILE -> files.getOrDefault(value, value);
      default -> value;
    };
  }
}

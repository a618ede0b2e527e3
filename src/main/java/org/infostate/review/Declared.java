package org.infostate.review;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.infostate.questionnaire.Form;
import org.infostate.questionnaire.Question;
import org.infostate.response.Evidence;
import org.infostate.text.Language;
import org.infostate.text.Texts;

/** Canonical values in the words of the reader. */
public final class Declared {

  private Declared() {}

  /**
   * The value as people read it: labels of choices, numbers and dates in the way of the language,
   * files by their name.
   *
   * @param canonical may be null, for none
   */
  public static String text(
      Form form, Question question, String canonical, List<Evidence> files, Language language) {
    if (canonical == null || canonical.isEmpty()) {
      return "";
    }
    Texts texts = Texts.in(language);
    return switch (question.type()) {
      case SELECT_ONE, SELECT_MULTIPLE ->
          Arrays.stream(canonical.split(" "))
              .map(code -> form.choiceLabel(question.list(), code, language))
              .collect(Collectors.joining(" · "));
      case INTEGER, DECIMAL -> texts.number(new BigDecimal(canonical), 12);
      case DATE -> texts.date(LocalDate.parse(canonical));
      case FILE ->
          files.stream()
              .filter(file -> String.valueOf(file.id()).equals(canonical))
              .map(Evidence::fileName)
              .findFirst()
              .orElse("");
      default -> canonical;
    };
  }
}

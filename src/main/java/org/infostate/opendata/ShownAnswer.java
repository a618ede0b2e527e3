package org.infostate.opendata;

import java.math.BigDecimal;
import java.text.NumberFormat;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.infostate.questionnaire.Form;
import org.infostate.questionnaire.Question;
import org.infostate.questionnaire.QuestionType;
import org.infostate.response.AnswerStatus;
import org.infostate.text.Language;
import org.infostate.text.Texts;

/**
 * An answer as people read it.
 *
 * @param value in words and digits of the language; the empty string where the status says it all
 * @param written whether the country wrote the value itself, in whatever language
 */
public record ShownAnswer(String label, String value, AnswerStatus status, boolean written) {

  private static final BigDecimal UNGROUPED = new BigDecimal(10_000);

  static ShownAnswer of(Form form, PublicAnswer answer, Language language) {
    Question question = answer.question();
    String canonical = answer.held().value();
    boolean valued = answer.held().status().hasValue();
    return new ShownAnswer(
        form.label(question.name(), language),
        valued ? value(form, question, canonical, language) : "",
        answer.held().status(),
        valued && question.type() == QuestionType.TEXT);
  }

  private static String value(Form form, Question question, String canonical, Language language) {
    Texts texts = Texts.in(language);
    return switch (question.type()) {
      case INTEGER -> whole(new BigDecimal(canonical), texts);
      case DECIMAL -> texts.number(new BigDecimal(canonical), 12);
      case DATE -> texts.date(LocalDate.parse(canonical));
      case SELECT_ONE, SELECT_MULTIPLE ->
          Arrays.stream(canonical.split(" "))
              .map(choice -> form.choiceLabel(question.list(), choice, language))
              .collect(Collectors.joining(texts.text("opendata.list_separator") + " "));
      default -> canonical;
    };
  }

  /** Numbers of four digits are not grouped: they may be years. */
  private static String whole(BigDecimal number, Texts texts) {
    if (number.abs().compareTo(UNGROUPED) >= 0) {
      return texts.number(number, 0);
    }
    NumberFormat format = NumberFormat.getIntegerInstance(texts.language().locale());
    format.setGroupingUsed(false);
    return format.format(number);
  }
}

package org.infostate.response;

import java.math.BigDecimal;
import java.text.Normalizer;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.infostate.logic.Value;
import org.infostate.problem.Place;
import org.infostate.problem.Problem;
import org.infostate.problem.ProblemKind;
import org.infostate.questionnaire.Choice;
import org.infostate.questionnaire.Question;
import org.infostate.text.Language;

/**
 * The one judge of an answer: web form, workbook and API all ask it. It brings a value into its
 * canonical form or refuses it with a numbered problem.
 *
 * <p>Canonical forms: text in Unicode NFC without white space around; numbers with ASCII digits and
 * a point, without leading or trailing zeros; dates as {@code yyyy-mm-dd}; choices by code, several
 * in the order of their list, separated by one space; files by the number of their evidence.
 */
public final class AnswerCheck {

  public static final int TEXT_LENGTH = 10_000;
  public static final int REMARK_LENGTH = 2_000;

  private static final int DIGITS = 18;
  private static final int DECIMALS = 12;
  private static final Pattern NUMBER = Pattern.compile("[+-]?(\\d+(\\.\\d*)?|\\.\\d+)");

  /** A comma stands for the point unless it could as well separate thousands. */
  private static final Pattern DECIMAL_COMMA =
      Pattern.compile("[+-]?\\d*,(\\d{1,2}|\\d{4,})|[+-]?0,\\d+");

  private final FilledForm form;
  private final Question question;
  private final AnswerKey key;
  private final Language language;
  private final boolean beside;

  private AnswerCheck(
      FilledForm form, Question question, AnswerKey key, Language language, boolean beside) {
    this.beside = beside;
    this.form = form;
    this.question = question;
    this.key = key;
    this.language = language;
  }

  /**
   * The answer in canonical form.
   *
   * @param form the form with the answers that are there, which constraints and choice filters read
   * @param language of the reader, for what the form itself says about a constraint
   * @throws org.infostate.problem.ProblemException with the one thing that is wrong
   */
  public static Given check(
      FilledForm form, Question question, AnswerKey key, Given given, Language language) {
    return new AnswerCheck(form, question, key, language, true).checked(given);
  }

  /**
   * The answer in canonical form, judged by itself: without constraint and choice filter, which
   * look at other answers. What is given together is first brought into this form, then checked
   * against the form as it will be.
   *
   * @throws org.infostate.problem.ProblemException with the one thing that is wrong
   */
  static Given canonical(
      FilledForm form, Question question, AnswerKey key, Given given, Language language) {
    return new AnswerCheck(form, question, key, language, false).checked(given);
  }

  private Given checked(Given given) {
    if (!question.type().answered()) {
      throw problem(ProblemKind.ANSWER_NOT_ASKED_OF_PEOPLE, question.name()).exception();
    }
    String typed = given.value() == null ? "" : clean(given.value());
    AnswerStatus status = given.status();
    if (status == null || status.hasValue() && typed.isEmpty()) {
      status = typed.isEmpty() ? AnswerStatus.CLEARED : AnswerStatus.ANSWERED;
    }
    if (!status.hasValue() && status.given() && !typed.isEmpty()) {
      throw problem(ProblemKind.ANSWER_VALUE_AND_STATUS).exception();
    }
    return new Given(
        status.hasValue() ? value(typed) : null,
        status,
        remark(given.comment()),
        remark(given.source()),
        given.confidentiality() == question.confidentiality() ? null : given.confidentiality());
  }

  private static String clean(String typed) {
    return Normalizer.normalize(typed, Normalizer.Form.NFC).strip().replace("\r\n", "\n");
  }

  private String remark(String typed) {
    if (typed == null || typed.isBlank()) {
      return null;
    }
    String remark = clean(typed);
    if (remark.length() > REMARK_LENGTH) {
      throw problem(ProblemKind.ANSWER_TOO_LONG, remark.length(), REMARK_LENGTH).exception();
    }
    return remark;
  }

  private String value(String typed) {
    if (typed.length() > TEXT_LENGTH) {
      throw problem(ProblemKind.ANSWER_TOO_LONG, typed.length(), TEXT_LENGTH).exception();
    }
    String canonical =
        switch (question.type()) {
          case INTEGER -> integer(typed);
          case DECIMAL -> decimal(typed).toPlainString();
          case DATE -> date(typed);
          case SELECT_ONE -> choices(List.of(typed));
          case SELECT_MULTIPLE -> choices(Arrays.asList(typed.split("\\s+")));
          case FILE -> file(typed);
          default -> typed;
        };
    if (beside) {
      constraint(canonical);
    }
    return canonical;
  }

  private String integer(String typed) {
    BigDecimal number = decimal(typed);
    if (number.scale() > 0) {
      throw problem(ProblemKind.ANSWER_NOT_AN_INTEGER, typed).exception();
    }
    return number.toPlainString();
  }

  private BigDecimal decimal(String typed) {
    String plain =
        typed
            .codePoints()
            .filter(c -> !Character.isSpaceChar(c))
            .map(c -> Character.isDigit(c) ? '0' + Character.digit(c, 10) : c)
            .map(c -> c == '\u066B' ? ',' : c == '\u2212' ? '-' : c)
            .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
            .toString();
    if (DECIMAL_COMMA.matcher(plain).matches()) {
      plain = plain.replace(',', '.');
    }
    if (!NUMBER.matcher(plain).matches()) {
      throw problem(ProblemKind.ANSWER_NOT_A_NUMBER, shortened(typed)).exception();
    }
    if (plain.length() > 2 * DIGITS) {
      throw problem(ProblemKind.ANSWER_NUMBER_TOO_LARGE, DIGITS).exception();
    }
    BigDecimal number = new BigDecimal(plain).stripTrailingZeros();
    number = number.scale() < 0 ? number.setScale(0) : number;
    if (number.precision() - number.scale() > DIGITS || number.scale() > DECIMALS) {
      throw problem(ProblemKind.ANSWER_NUMBER_TOO_LARGE, DIGITS).exception();
    }
    return number;
  }

  private String date(String typed) {
    try {
      LocalDate date = LocalDate.parse(typed);
      if (date.getYear() < 1800 || date.getYear() > 2200) {
        throw problem(ProblemKind.ANSWER_NOT_A_DATE, shortened(typed)).exception();
      }
      return date.toString();
    } catch (DateTimeException e) {
      throw problem(ProblemKind.ANSWER_NOT_A_DATE, shortened(typed)).exception();
    }
  }

  private String choices(List<String> codes) {
    List<Choice> all = form.form().choices(question);
    Set<String> known =
        all.stream().map(Choice::name).collect(Collectors.toCollection(LinkedHashSet::new));
    for (String code : codes) {
      if (!known.contains(code)) {
        throw problem(
                ProblemKind.ANSWER_NOT_A_CHOICE,
                shortened(code),
                shortened(String.join(", ", known)))
            .exception();
      }
    }
    Set<String> offered =
        beside
            ? form.offered(question, key.row()).stream()
                .map(Choice::name)
                .collect(Collectors.toSet())
            : known;
    for (String code : codes) {
      if (!offered.contains(code)) {
        throw problem(ProblemKind.ANSWER_FILTERED_CHOICE, code).exception();
      }
    }
    return known.stream().filter(codes::contains).collect(Collectors.joining(" "));
  }

  private String file(String typed) {
    if (!typed.matches("\\d{1,18}")) {
      throw problem(ProblemKind.ANSWER_NOT_A_FILE_NAME, shortened(typed)).exception();
    }
    return typed;
  }

  private void constraint(String canonical) {
    if (question.constraint() == null) {
      return;
    }
    Value self = FilledForm.value(question.type(), canonical);
    if (question.constraint().evaluate(form.answers(key.row(), self)).isFalse()) {
      throw problem(ProblemKind.ANSWER_CONSTRAINT, form.rule(question, language)).exception();
    }
  }

  private Problem problem(ProblemKind kind, Object... arguments) {
    return kind.at(Place.row(key.question(), key.row()), arguments);
  }

  private static String shortened(String text) {
    return text.length() <= 80 ? text : text.substring(0, 79) + "…";
  }
}

package org.infostate.workbook;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.infostate.problem.Place;
import org.infostate.problem.ProblemException;
import org.infostate.problem.ProblemKind;
import org.infostate.questionnaire.Form;
import org.infostate.questionnaire.Question;
import org.infostate.response.AnswerCheck;
import org.infostate.response.AnswerStatus;
import org.infostate.spreadsheet.WorkbookCell;
import org.infostate.spreadsheet.WorkbookCell.Format;
import org.infostate.spreadsheet.WorkbookCell.Type;
import org.infostate.text.Language;
import org.infostate.text.Texts;

/**
 * What the cell of an answer says, as {@link AnswerCheck} wants to hear it: labels as codes, dates
 * as {@code yyyy-mm-dd}. What has two readings is refused.
 */
record WorkbookCellReading(Form form, Language language, boolean from1904) {

  /** The year first, as no one writes who means the day to come next. */
  private static final Pattern YEAR_FIRST =
      Pattern.compile(
          "([12]\\d{3})\\s*[-/.年]\\s*(\\d{1,2})\\s*[-/.月]\\s*(\\d{1,2})\\s*日?"
              + "([T ]00:00(:00(\\.0+)?)?Z?)?");

  private static final int SHOWN = 80;

  /**
   * The value in a cell; null where it is blank.
   *
   * @throws ProblemException with the place of the cell
   */
  String value(Question question, WorkbookCell cell, Place place) {
    refuseFormula(cell, place);
    if (cell.blank()) {
      return null;
    }
    return switch (question.type()) {
      case INTEGER, DECIMAL -> number(cell, place);
      case DATE -> date(cell, place);
      case SELECT_ONE -> choice(question, cell, place);
      default -> plain(cell, place);
    };
  }

  private static void refuseFormula(WorkbookCell cell, Place place) {
    if (cell.formula()) {
      throw ProblemKind.WORKBOOK_FORMULA.at(place).exception();
    }
    if (cell.type() == Type.ERROR) {
      throw ProblemKind.WORKBOOK_CELL.at(place, cell.text()).exception();
    }
  }

  private String number(WorkbookCell cell, Place place) {
    if (cell.type() == Type.NUMBER && cell.format() == Format.DATE) {
      throw ProblemKind.WORKBOOK_DATE_NOT_ASKED.at(place, shownDate(cell)).exception();
    }
    if (cell.type() == Type.NUMBER && cell.format() == Format.PERCENT) {
      throw ProblemKind.WORKBOOK_PERCENT
          .at(place, cell.number().map(n -> n.movePointRight(2).toPlainString()).orElse(""))
          .exception();
    }
    return plain(cell, place);
  }

  private String shownDate(WorkbookCell cell) {
    return cell.date(from1904).map(LocalDate::toString).orElse(cell.text());
  }

  private String date(WorkbookCell cell, Place place) {
    if (cell.type() == Type.NUMBER && cell.format() == Format.DATE) {
      return cell.date(from1904)
          .map(LocalDate::toString)
          .orElseThrow(() -> ProblemKind.WORKBOOK_CELL.at(place, cell.text()).exception());
    }
    String text = plain(cell, place);
    return yearFirst(text)
        .orElseThrow(
            () -> ProblemKind.WORKBOOK_DATE_AS_TEXT.at(place, shortened(text)).exception());
  }

  private static Optional<String> yearFirst(String text) {
    Matcher parts = YEAR_FIRST.matcher(asciiDigits(text));
    try {
      return parts.matches()
          ? Optional.of(
              LocalDate.of(
                      Integer.parseInt(parts.group(1)),
                      Integer.parseInt(parts.group(2)),
                      Integer.parseInt(parts.group(3)))
                  .toString())
          : Optional.empty();
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  private static String asciiDigits(String text) {
    return ChoiceLabels.spaced(text)
        .codePoints()
        // Marks of direction come along where Arabic is written; full width where Chinese is.
        .filter(c -> Character.getType(c) != Character.FORMAT)
        .map(c -> c > 0xFF00 && c < 0xFF5F ? c - 0xFEE0 : c)
        .map(c -> Character.isDigit(c) ? '0' + Character.digit(c, 10) : c)
        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
        .toString();
  }

  private String choice(Question question, WorkbookCell cell, Place place) {
    String shown = plain(cell, place);
    return ChoiceLabels.code(form, question.list(), shown, language)
        .orElseThrow(
            () ->
                ProblemKind.WORKBOOK_CHOICE_UNKNOWN
                    .at(
                        place,
                        shortened(shown),
                        String.join(
                            "; ", ChoiceLabels.of(form, question.list(), language).values()))
                    .exception());
  }

  /** Text as it is; a number in plain digits; a date as such. */
  private String plain(WorkbookCell cell, Place place) {
    return switch (cell.type()) {
      case TEXT -> cell.text().isBlank() ? null : cell.text();
      case NUMBER ->
          (cell.format() == Format.DATE
                  ? cell.date(from1904).map(LocalDate::toString)
                  : cell.number().map(BigDecimal::toPlainString))
              .orElseThrow(() -> ProblemKind.WORKBOOK_CELL.at(place, cell.text()).exception());
      default -> throw ProblemKind.WORKBOOK_CELL.at(place, cell.text()).exception();
    };
  }

  /** Whether the cell of one choice is marked. */
  boolean marked(WorkbookCell cell, Place place) {
    // LibreOffice keeps TRUE and FALSE as the formulas TRUE() and FALSE().
    if (cell.type() != Type.TRUTH) {
      refuseFormula(cell, place);
    }
    return WorkbookMarks.marked(cell.text())
        .orElseThrow(
            () ->
                ProblemKind.WORKBOOK_MARK_UNKNOWN
                    .at(place, shortened(cell.text()), WorkbookMarks.yes(Texts.in(language)))
                    .exception());
  }

  /** The status in a cell; null where it is blank. */
  AnswerStatus status(WorkbookCell cell, Place place) {
    refuseFormula(cell, place);
    if (cell.blank()) {
      return null;
    }
    return WorkbookStatuses.of(cell.text(), language)
        .orElseThrow(
            () ->
                ProblemKind.WORKBOOK_STATUS_UNKNOWN
                    .at(
                        place,
                        shortened(cell.text()),
                        String.join("; ", WorkbookStatuses.words(Texts.in(language))))
                    .exception());
  }

  /** The status that stands in brackets in place of a value. */
  Optional<AnswerStatus> statusInTable(WorkbookCell cell) {
    return cell.type() == Type.TEXT && !cell.formula()
        ? WorkbookStatuses.inBrackets(cell.text(), language)
        : Optional.empty();
  }

  /** A comment or a source; null where it is blank. */
  String remark(WorkbookCell cell, Place place) {
    refuseFormula(cell, place);
    return cell.blank() ? null : plain(cell, place);
  }

  static String shortened(String text) {
    return text.length() <= SHOWN ? text : text.substring(0, SHOWN - 1) + "…";
  }
}

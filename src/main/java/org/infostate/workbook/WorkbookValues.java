package org.infostate.workbook;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.apache.poi.xssf.usermodel.XSSFCell;
import org.infostate.logic.Value;
import org.infostate.questionnaire.QuestionType;
import org.infostate.spreadsheet.WorkbookCell;
import org.infostate.spreadsheet.WorkbookText;

/** Puts values into cells so that they come back as they were. */
final class WorkbookValues {

  private static final LocalDate FIRST_DAY = LocalDate.of(1900, 3, 1);

  private WorkbookValues() {}

  static void text(XSSFCell cell, String text) {
    WorkbookText.put(cell, text);
  }

  /** A canonical answer; what a number or date cell can not hold exactly is written as text. */
  static void answer(XSSFCell cell, QuestionType type, String canonical) {
    switch (type) {
      case INTEGER, DECIMAL -> number(cell, new BigDecimal(canonical));
      case DATE -> date(cell, LocalDate.parse(canonical));
      default -> text(cell, canonical);
    }
  }

  private static void number(XSSFCell cell, BigDecimal number) {
    if (number.stripTrailingZeros().precision() <= WorkbookCell.DIGITS) {
      cell.setCellValue(number.doubleValue());
    } else {
      text(cell, number.toPlainString());
    }
  }

  /** Before March 1900 the calendars of the programs differ. */
  private static void date(XSSFCell cell, LocalDate date) {
    if (date.isBefore(FIRST_DAY)) {
      text(cell, date.toString());
    } else {
      cell.setCellValue(date);
    }
  }

  /** What a calculation came to, beside its formula where there is one. */
  static void computed(XSSFCell cell, Value value) {
    if (value instanceof Value.Decimal number) {
      cell.setCellValue(number.value().doubleValue());
    } else if (value instanceof Value.Day day && !day.value().isBefore(FIRST_DAY)) {
      cell.setCellValue(day.value());
    } else {
      cell.setCellValue(value.text());
    }
  }
}

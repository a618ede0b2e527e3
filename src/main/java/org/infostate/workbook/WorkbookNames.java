package org.infostate.workbook;

import org.apache.poi.xssf.usermodel.XSSFName;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.infostate.questionnaire.Question;
import org.infostate.workbook.WorkbookPlan.Column;
import org.infostate.workbook.WorkbookPlan.Kind;
import org.infostate.workbook.WorkbookPlan.Line;

/**
 * Names every cell of an answer, every identity of a row and every column of a table. Formulas use
 * the names across sheets; the reader takes them as second witness of what stands where.
 */
final class WorkbookNames {

  private final XSSFWorkbook workbook;

  WorkbookNames(XSSFWorkbook workbook) {
    this.workbook = workbook;
  }

  void of(WorkbookPlan.Sheet sheet) {
    for (Line line : sheet.lines()) {
      if (line.item() instanceof Question && line.kind() != Kind.NOTE) {
        line(sheet, line);
      }
    }
    for (Column column : sheet.columns()) {
      name(
          sheet,
          WorkbookPlan.answerName(column.question().name(), column.place()),
          rows(sheet, column.column()));
    }
    if (sheet.roster() != null) {
      name(sheet, WorkbookCells.numbersName(sheet), rows(sheet, WorkbookPlan.NUMBER));
    }
  }

  private void line(WorkbookPlan.Sheet sheet, Line line) {
    String question = line.item().name();
    String answer = WorkbookCells.fixed(line.row(), WorkbookPlan.ANSWER);
    if (line.kind() == Kind.SEVERAL) {
      int choices = sheet.form().choices(line.question()).size();
      answer =
          WorkbookCells.area(
              line.row() + 1, WorkbookPlan.ANSWER, line.row() + choices, WorkbookPlan.ANSWER);
    }
    name(sheet, WorkbookPlan.answerName(question, line.place()), answer);
    name(
        sheet,
        WorkbookPlan.rowName(question, line.place()),
        WorkbookCells.fixed(line.row(), WorkbookPlan.ID));
  }

  private static String rows(WorkbookPlan.Sheet sheet, int column) {
    return WorkbookCells.area(WorkbookPlan.FIRST_ROW, column, sheet.lastRow(), column);
  }

  private void name(WorkbookPlan.Sheet sheet, String name, String area) {
    XSSFName range = workbook.createName();
    range.setNameName(name);
    range.setRefersToFormula(WorkbookCells.quoted(sheet.name()) + area);
  }
}

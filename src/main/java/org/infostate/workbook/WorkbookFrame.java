package org.infostate.workbook;

import org.apache.poi.ss.usermodel.PaperSize;
import org.apache.poi.ss.usermodel.PrintSetup;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.usermodel.XSSFCell;
import org.apache.poi.xssf.usermodel.XSSFColor;
import org.apache.poi.xssf.usermodel.XSSFRow;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.infostate.text.Texts;
import org.infostate.workbook.WorkbookStyles.Look;

/**
 * What the sheets of questions and of tables have alike: title, row of keys, direction, protection,
 * print.
 */
final class WorkbookFrame {

  private static final int WIDTH_UNITS = 256;
  private static final int LEAST_POINTS = 18;

  final XSSFSheet target;
  final WorkbookPlan.Sheet sheet;
  final WorkbookStyles styles;
  final Texts texts;

  WorkbookFrame(XSSFSheet target, WorkbookPlan.Sheet sheet, WorkbookStyles styles, Texts texts) {
    this.target = target;
    this.sheet = sheet;
    this.styles = styles;
    this.texts = texts;
    direct(target, texts);
    target.setTabColor(
        sheet.roster() == null ? WorkbookStyles.colour(WorkbookStyles.ACCENT) : light());
    key(WorkbookPlan.ID, sheet.marker());
    row(WorkbookPlan.KEY_ROW).setZeroHeight(true);
    width(WorkbookPlan.ID, 1.5);
    width(WorkbookPlan.NUMBER, 6);
  }

  private static XSSFColor light() {
    return WorkbookStyles.colour("8CC4E6");
  }

  /** Sets the direction of a sheet and turns its grid lines off. */
  static void direct(XSSFSheet sheet, Texts texts) {
    sheet.setRightToLeft(texts.language().rightToLeft());
    sheet.setDisplayGridlines(false);
  }

  String label(String name) {
    return ChoiceLabels.spaced(sheet.form().label(name, texts.language()));
  }

  String hint(String name) {
    return ChoiceLabels.spaced(sheet.form().hint(name, texts.language()));
  }

  void title(String title, String lead) {
    put(WorkbookPlan.TITLE_ROW, WorkbookPlan.NUMBER, sheet.number() + "  " + title, Look.TITLE);
    put(WorkbookPlan.LEAD_ROW, WorkbookPlan.NUMBER, lead, Look.LEAD);
    id(WorkbookPlan.TITLE_ROW, WorkbookPlan.UNREAD + "title");
    id(WorkbookPlan.LEAD_ROW, WorkbookPlan.UNREAD + "lead");
    id(WorkbookPlan.HINT_ROW, WorkbookPlan.UNREAD + "hints");
    row(WorkbookPlan.TITLE_ROW).setHeightInPoints(28);
    row(WorkbookPlan.LEAD_ROW).setHeightInPoints(20);
  }

  void id(int row, String id) {
    put(row, WorkbookPlan.ID, id, Look.ID);
  }

  void key(int column, String key) {
    put(WorkbookPlan.KEY_ROW, column, key, Look.ID);
  }

  void head(int column, String text) {
    put(WorkbookPlan.HEAD_ROW, column, text, Look.HEAD);
  }

  void width(int column, double characters) {
    target.setColumnWidth(column, (int) (characters * WIDTH_UNITS));
  }

  XSSFRow row(int row) {
    XSSFRow there = target.getRow(row);
    return there == null ? target.createRow(row) : there;
  }

  XSSFCell cell(int row, int column, Look look) {
    XSSFCell cell = row(row).createCell(column);
    cell.setCellStyle(styles.of(look));
    return cell;
  }

  void put(int row, int column, String text, Look look) {
    WorkbookValues.text(cell(row, column, look), text);
  }

  /** Protection without a password: against mistakes, not against the person. */
  void finish(String footer) {
    for (int row = WorkbookPlan.HINT_ROW; row <= sheet.lastRow(); row++) {
      row(row).setHeightInPoints(LEAST_POINTS);
      WorkbookHeights.fit(row(row));
    }
    protect(target);
    target.lockFormatColumns(false);
    target.lockFormatRows(false);
    target.lockFormatCells(false);
    target.lockInsertRows(false);
    target.lockSort(false);
    target.lockAutoFilter(false);
    int still = sheet.roster() == null ? 0 : WorkbookPlan.LABEL + 1;
    target.createFreezePane(still, WorkbookPlan.FIRST_ROW);
    target.setRepeatingRows(
        new CellRangeAddress(WorkbookPlan.HEAD_ROW, WorkbookPlan.HEAD_ROW, -1, -1));
    print(target, footer);
    target.setActiveCell(
        new org.apache.poi.ss.util.CellAddress(
            WorkbookPlan.FIRST_ROW,
            sheet.roster() == null ? WorkbookPlan.ANSWER : WorkbookPlan.LABEL));
  }

  static void protect(XSSFSheet sheet) {
    sheet.enableLocking();
    sheet.lockSelectLockedCells(false);
    sheet.lockSelectUnlockedCells(false);
  }

  /** A4 across, as wide as the page. */
  static void print(XSSFSheet sheet, String footer) {
    PrintSetup print = sheet.getPrintSetup();
    print.setPaperSize((short) (PaperSize.A4_PAPER.ordinal() + 1));
    print.setLandscape(true);
    sheet.setFitToPage(true);
    sheet.setAutobreaks(true);
    print.setFitWidth((short) 1);
    print.setFitHeight((short) 0);
    sheet.getFooter().setLeft(footer.replace("&", "&&"));
    sheet.getFooter().setRight("&P / &N");
  }
}

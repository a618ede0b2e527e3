package org.infostate.workbook;

import java.time.ZoneId;
import java.util.List;
import org.apache.poi.xssf.usermodel.XSSFCell;
import org.apache.poi.xssf.usermodel.XSSFRow;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.infostate.response.AnswerStatus;
import org.infostate.text.Texts;
import org.infostate.workbook.WorkbookStyles.Look;

/** Writes the first sheet: whose workbook this is, how to fill it in, what is where. */
final class WorkbookGuide {

  private static final String CONFIRM = "confirm";
  private static final List<String> STEPS = List.of("1", "2", CONFIRM, "3", "4", "5", "6");
  private static final int KEY = 1;
  private static final int TEXT = 2;

  private final XSSFSheet target;
  private final WorkbookStyles styles;
  private final WorkbookPlan plan;
  private final Texts texts;
  private int row;

  WorkbookGuide(XSSFWorkbook workbook, WorkbookStyles styles, WorkbookPlan plan, Texts texts) {
    this.target = workbook.createSheet(texts.text("workbook.guide"));
    this.styles = styles;
    this.plan = plan;
    this.texts = texts;
  }

  /**
   * @param confirms whether answers wait to be confirmed
   */
  void write(
      WorkbookIdentity identity,
      ResponseWorkbook.Cover cover,
      String issueNumber,
      boolean confirms) {
    WorkbookFrame.direct(target, texts);
    target.setColumnWidth(0, 2 * 256);
    target.setColumnWidth(KEY, 30 * 256);
    target.setColumnWidth(TEXT, 100 * 256);
    row = 1;
    put(KEY, cover.country(), Look.TITLE);
    target.getRow(row).setHeightInPoints(30);
    row++;
    put(KEY, cover.round(), Look.LEAD);
    row += 2;
    fact("deadline", cover.deadline());
    fact("address", cover.address());
    fact(
        "issued",
        texts.text(
            "workbook.guide.issue", texts.time(identity.issued(), ZoneId.of("UTC")), issueNumber));
    steps(confirms);
    colours();
    statuses();
    contents();
    target.forEach(line -> WorkbookHeights.fit((XSSFRow) line));
    WorkbookFrame.protect(target);
    WorkbookFrame.print(target, cover.country() + " · " + cover.round());
  }

  private void put(int column, String text, Look look) {
    XSSFCell cell =
        (target.getRow(row) == null ? target.createRow(row) : target.getRow(row))
            .createCell(column);
    cell.setCellStyle(styles.of(look));
    WorkbookValues.text(cell, text);
  }

  private void fact(String key, String text) {
    put(KEY, texts.text("workbook.guide." + key), Look.QUIET);
    put(TEXT, text, Look.STRONG);
    row++;
  }

  private void heading(String key) {
    row++;
    put(KEY, texts.text("workbook.guide." + key), Look.HEADING);
    target.getRow(row).setHeightInPoints(22);
    row++;
  }

  private void steps(boolean confirms) {
    heading("how");
    int number = 0;
    for (String step : STEPS) {
      if (confirms || !step.equals(CONFIRM)) {
        number++;
        put(KEY, texts.text("workbook.guide.step", Integer.toString(number)), Look.QUIET);
        put(TEXT, texts.text("workbook.guide.step." + step, WorkbookMarks.yes(texts)), Look.PLAIN);
        row++;
      }
    }
  }

  private void colours() {
    heading("colours");
    for (Look look : List.of(Look.TEXT, Look.GREYED, Look.COMPUTED)) {
      put(KEY, texts.text("workbook.guide." + name(look)), look);
      put(TEXT, texts.text("workbook.guide." + name(look) + ".meaning"), Look.PLAIN);
      row++;
    }
    put(KEY, WorkbookStyles.REQUIRED.strip(), Look.STRONG);
    put(TEXT, texts.text("workbook.guide.required.meaning"), Look.PLAIN);
    row++;
  }

  private static String name(Look look) {
    return look == Look.TEXT ? "yours" : look == Look.GREYED ? "grey" : "computed";
  }

  private void statuses() {
    heading("statuses");
    put(KEY, texts.text("workbook.guide.statuses.lead"), Look.LEAD);
    row++;
    for (AnswerStatus status : WorkbookStatuses.offered()) {
      put(KEY, WorkbookStatuses.word(status, texts), Look.STRONG);
      put(TEXT, texts.text("workbook.status." + status.code() + ".meaning"), Look.PLAIN);
      row++;
    }
  }

  private void contents() {
    heading("contents");
    for (WorkbookPlan.Sheet sheet : plan.sheets()) {
      put(KEY, sheet.name(), Look.LINK);
      WorkbookQuestions.link(target.getRow(row).getCell(KEY), sheet.name());
      String name = sheet.roster() == null ? sheet.section().name() : sheet.roster().name();
      put(
          TEXT,
          sheet.form().title(texts.language())
              + " – "
              + ChoiceLabels.spaced(sheet.form().label(name, texts.language())),
          Look.PLAIN);
      row++;
    }
  }
}

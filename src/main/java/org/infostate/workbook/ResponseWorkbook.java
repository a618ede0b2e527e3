package org.infostate.workbook;

import java.io.IOException;
import java.io.OutputStream;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.poi.ss.usermodel.SheetVisibility;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.infostate.response.AnswerKey;
import org.infostate.response.FilledForm;
import org.infostate.text.Texts;

/**
 * Writes the workbook in which a country fills in its answers offline: a guide, a sheet for each
 * section and each table with the answers that are there, drop-downs, checks, and a hidden signed
 * identity. {@link WorkbookReading} reads it back.
 *
 * <p>A question that takes several choices has one row (in a table: one column) for each choice, to
 * be marked from a drop-down: no spreadsheet program has a drop-down for several, and texts with
 * separators get lost in typing. Questions that a file answers are shown, but files stay with the
 * web pages.
 */
final class ResponseWorkbook {

  static final String IDENTITY_SHEET = "infostate-identity";

  /**
   * What the guide says beside the identity.
   *
   * @param round title
   * @param country its name in the language of the workbook
   * @param deadline shown as it is
   * @param address of the response on the web
   * @param files name by number of each evidence file of the response
   */
  record Cover(
      String round, String country, String deadline, String address, Map<String, String> files) {}

  private final XSSFWorkbook workbook = new XSSFWorkbook();
  private final WorkbookStyles styles;
  private final WorkbookIdentity identity;
  private final Cover cover;
  private final Set<AnswerKey> waiting;
  private final WorkbookPlan plan;
  private final WorkbookCells cells;
  private final Texts texts;

  private ResponseWorkbook(
      WorkbookIdentity identity, Cover cover, List<FilledForm> forms, Set<AnswerKey> waiting) {
    this.identity = identity;
    this.styles = new WorkbookStyles(workbook, identity.language().rightToLeft());
    this.cover = cover;
    this.waiting = waiting;
    this.plan = WorkbookPlan.of(forms, Set.copyOf(identity.sections()), identity.language());
    this.cells = new WorkbookCells(plan);
    this.texts = Texts.in(identity.language());
  }

  /**
   * Writes a workbook; the stream stays open.
   *
   * @param identity names the language and the sections that the workbook gets
   * @param forms with the answers that are filled in
   * @param waiting carried answers that wait to be confirmed
   * @param secret of this installation, which signs the identity
   */
  static void write(
      WorkbookIdentity identity,
      Cover cover,
      List<FilledForm> forms,
      Set<AnswerKey> waiting,
      byte[] secret,
      OutputStream out)
      throws IOException {
    ResponseWorkbook writing = new ResponseWorkbook(identity, cover, forms, waiting);
    try (XSSFWorkbook workbook = writing.workbook) {
      writing.fill(secret);
      workbook.write(out);
    }
  }

  private void fill(byte[] secret) {
    WorkbookGuide guide = new WorkbookGuide(workbook, styles, plan, texts);
    guide.write(identity, cover, identity.issueNumber(secret), !waiting.isEmpty());
    Map<WorkbookPlan.Sheet, XSSFSheet> sheets = new HashMap<>();
    plan.sheets().forEach(sheet -> sheets.put(sheet, workbook.createSheet(sheet.name())));
    plan.sheets().forEach(new WorkbookNames(workbook)::of);
    WorkbookLists lists = new WorkbookLists(workbook.createSheet(WorkbookLists.SHEET), texts);
    for (WorkbookPlan.Sheet sheet : plan.sheets()) {
      XSSFSheet target = sheets.get(sheet);
      WorkbookRules rules = new WorkbookRules(target, sheet, cells, lists, texts);
      WorkbookFrame frame = new WorkbookFrame(target, sheet, styles, texts);
      WorkbookConfirmations confirmations = new WorkbookConfirmations(frame, rules, waiting);
      if (sheet.roster() == null) {
        new WorkbookQuestions(frame, rules, plan, cells, cover.files(), confirmations).write();
      } else {
        new WorkbookTable(frame, rules, cells, cover.files(), confirmations).write();
      }
      rules.finish();
      frame.finish(cover.country() + " · " + cover.round());
    }
    identity(secret);
    hide(WorkbookLists.SHEET);
    workbook.setForceFormulaRecalculation(true);
    workbook.lockStructure();
    workbook.setActiveSheet(0);
  }

  private void identity(byte[] secret) {
    XSSFSheet sheet = workbook.createSheet(IDENTITY_SHEET);
    int row = 0;
    for (WorkbookIdentity.Line line : identity.lines(secret)) {
      var cells = sheet.createRow(row++);
      cells.createCell(0).setCellValue(line.key());
      cells.createCell(1).setCellValue(line.value());
    }
    hide(IDENTITY_SHEET);
  }

  private void hide(String sheet) {
    workbook.getSheet(sheet).enableLocking();
    workbook.setSheetVisibility(workbook.getSheetIndex(sheet), SheetVisibility.VERY_HIDDEN);
  }
}

package org.infostate.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.apache.poi.xssf.usermodel.XSSFName;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.infostate.problem.ProblemException;
import org.infostate.text.Language;
import org.junit.jupiter.api.Test;

/**
 * What of a changed template is refused.
 *
 * <ol>
 *   <li>Everything that has to be mended is told at once, each with its sheet and cell.
 *   <li>A template that leaves things out is taken, and what it leaves out is listed.
 *   <li>A workbook without a table of the report, or without its stamp, is refused.
 *   <li>Nothing in it reaches out of the workbook.
 * </ol>
 */
class ChangedTemplateTest {

  private static final Filling VOCABULARY =
      new RankingReport(Stamp.BLANK, "score", List.of(), List.of()).filling(Language.EN);

  /** A change to the template of the ranking. */
  private interface Change {
    void to(XSSFWorkbook workbook);
  }

  private static byte[] changed(Change change) throws IOException {
    try (XSSFWorkbook workbook =
            new XSSFWorkbook(
                new ByteArrayInputStream(ReportTemplate.shippedFile(RankingReport.TEMPLATE)));
        ByteArrayOutputStream out = new ByteArrayOutputStream()) {
      change.to(workbook);
      workbook.write(out);
      return out.toByteArray();
    }
  }

  private static List<String> refused(byte[] workbook) {
    return assertThrows(ProblemException.class, () -> ChangedTemplate.check(workbook, VOCABULARY))
        .problems()
        .stream()
        .map(
            problem ->
                problem.kind().number()
                    + " "
                    + problem.place().sheet()
                    + " "
                    + problem.place().cell()
                    + " "
                    + problem.arguments())
        .toList();
  }

  private static void heading(XSSFWorkbook workbook, String sheet, int column, String heading) {
    XSSFSheet changed = workbook.getSheet(sheet);
    changed.getRow(3).getCell(column).setCellValue(heading);
    changed.getTables().get(0).updateHeaders();
  }

  private static void name(XSSFWorkbook workbook, String name, String cell) {
    XSSFName defined = workbook.createName();
    defined.setNameName(name);
    defined.setRefersToFormula(cell);
  }

  @Test
  void everyProblemIsToldAtOnceWithItsPlace() throws IOException {
    byte[] workbook =
        changed(
            changed -> {
              heading(changed, "Ranking", 1, "contry");
              heading(changed, "Priorities", 4, "neeed");
              name(changed, "whose", "About!$B$40");
              changed.removeName(changed.getName("stamp"));
              changed
                  .getSheet("About")
                  .createRow(50)
                  .createCell(0)
                  .setCellFormula("WEBSERVICE(\"https://example.org/\")");
            });
    assertEquals(
        List.of(
            "1816 null null [stamp]",
            "1802 About B40 [whose]",
            "1802 Ranking B4 [ranking.contry]",
            "1802 Priorities E4 [priorities.neeed]",
            "1817 About A51 [WEBSERVICE]"),
        refused(workbook));
  }

  @Test
  void whatIsLeftOutIsListed() throws IOException {
    byte[] workbook =
        changed(
            changed -> {
              changed.removeName(changed.getName("note_ranking"));
              changed.getSheet("Ranking").getRow(4).getCell(3).setCellFormula("\"WEBSERVICE(1)\"");
              heading(changed, "Ranking", 3, "my own");
            });
    assertEquals(
        List.of("note_ranking", "ranking.region"), ChangedTemplate.check(workbook, VOCABULARY));
  }

  @Test
  void theTemplateOfAnotherReportIsRefused() {
    List<String> problems = refused(ReportTemplate.shippedFile("plan"));
    assertEquals("1815 null null []", problems.get(0));
  }

  @Test
  void contentThatStandsElsewhereIsRefused() throws IOException {
    Map<String, byte[]> parts = parts(changed(workbook -> {}));
    parts.put(
        "xl/worksheets/_rels/sheet9.xml.rels",
        """
        <Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">
        <Relationship Id="r1" Target="https://example.org/spy.png" TargetMode="External"
        Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/%s"/>
        </Relationships>
        """
            .formatted("image")
            .getBytes(StandardCharsets.UTF_8));
    assertEquals(List.of("1507 null null []"), refused(zipped(parts)));
    parts.computeIfPresent(
        "xl/worksheets/_rels/sheet9.xml.rels",
        (name, part) ->
            new String(part, StandardCharsets.UTF_8)
                .replace("/image", "/hyperlink")
                .getBytes(StandardCharsets.UTF_8));
    assertEquals(List.of(), ChangedTemplate.check(zipped(parts), VOCABULARY));
  }

  private static Map<String, byte[]> parts(byte[] workbook) throws IOException {
    Map<String, byte[]> parts = new LinkedHashMap<>();
    try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(workbook))) {
      for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        parts.put(entry.getName(), zip.readAllBytes());
      }
    }
    return parts;
  }

  private static byte[] zipped(Map<String, byte[]> parts) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(out)) {
      for (Map.Entry<String, byte[]> part : parts.entrySet()) {
        zip.putNextEntry(new ZipEntry(part.getKey()));
        zip.write(part.getValue());
      }
    }
    return out.toByteArray();
  }
}

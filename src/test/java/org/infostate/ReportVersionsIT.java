package org.infostate;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xddf.usermodel.chart.AxisPosition;
import org.apache.poi.xddf.usermodel.chart.ChartTypes;
import org.apache.poi.xddf.usermodel.chart.XDDFCategoryAxis;
import org.apache.poi.xddf.usermodel.chart.XDDFChartData;
import org.apache.poi.xddf.usermodel.chart.XDDFDataSourcesFactory;
import org.apache.poi.xddf.usermodel.chart.XDDFValueAxis;
import org.apache.poi.xssf.usermodel.XSSFChart;
import org.apache.poi.xssf.usermodel.XSSFClientAnchor;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.infostate.workbook.LibreOffice;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Templates that a planner changed, on both databases.
 *
 * <ol>
 *   <li>A column and a chart that were added, in whatever program, are in the report, with the
 *       numbers of this report.
 *   <li>A report says which version it was made with; the shipped one can be chosen again.
 *   <li>What cannot be filled is refused with every problem, and nothing is kept.
 *   <li>Planners upload and choose, reviewers look, nobody else.
 * </ol>
 */
@ParameterizedClass
@EnumSource(Database.class)
class ReportVersionsIT {

  private static final String TEMPLATE = "/api/v1/reports/templates/round";
  private static final String XLSX =
      "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
  private static final int HEADINGS = 3;
  private static final int PATIENCE_SECONDS = 120;

  /** One for all, as a fresh profile takes LibreOffice most of its time. */
  @TempDir private static Path folder;

  @Parameter private Database database;

  private Caller planner() {
    return Caller.of(database.sample(), "planner");
  }

  private static String first(String pattern, String json) {
    Matcher found = Pattern.compile(pattern).matcher(json);
    assertTrue(found.find(), pattern + " in " + json);
    return found.group(1);
  }

  private static int number(String pattern, String json) {
    return Integer.parseInt(first(pattern, json));
  }

  private static String sha256(byte[] file) throws Exception {
    return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(file));
  }

  private byte[] shipped() {
    return planner().download(TEMPLATE + "/0.xlsx").body();
  }

  private void choose(int number) {
    int seen = number("\"chosen\":(\\d+)", planner().get(TEMPLATE).body());
    HttpResponse<String> chosen =
        planner().put(TEMPLATE + "/choice", "{\"number\":%d,\"seen\":%d}".formatted(number, seen));
    assertEquals(200, chosen.statusCode(), chosen.body());
  }

  /** The reply about a report of the last round, once it is made. */
  private String made() throws Exception {
    Caller planner = planner();
    String order =
        "{\"template\":\"round\",\"subject\":\"%s\",\"language\":\"en\"}"
            .formatted(SampleAssessment.round());
    HttpResponse<String> ordered = planner.post("/api/v1/reports", order);
    String path = "/api/v1/reports/" + first("\"id\":(\\d+)", ordered.body());
    String report = planner.get(path).body();
    for (int second = 0; report.contains("\"running\"") && second < PATIENCE_SECONDS; second++) {
      Thread.sleep(1000);
      report = planner.get(path).body();
    }
    assertTrue(report.contains("\"state\":\"done\""), report);
    return report;
  }

  private byte[] file(String report) {
    return planner().download("/api/v1/reports/" + first("\"id\":(\\d+)", report) + "/file").body();
  }

  /** Numbers of a column with this heading in the sheet of countries, by country code. */
  private static Map<String, Double> column(XSSFWorkbook workbook, String heading) {
    XSSFSheet sheet = workbook.getSheet("Countries");
    Row headings = sheet.getRow(HEADINGS);
    int column = 0;
    while (!headings.getCell(column).getStringCellValue().equals(heading)) {
      column++;
    }
    Map<String, Double> numbers = new TreeMap<>();
    for (int i = HEADINGS + 1; i <= sheet.getLastRowNum(); i++) {
      Row row = sheet.getRow(i);
      if (row != null && row.getCell(1) != null && !row.getCell(1).toString().isEmpty()) {
        numbers.put(row.getCell(1).getStringCellValue(), row.getCell(column).getNumericCellValue());
      }
    }
    return numbers;
  }

  /**
   * Uploads a template with the column {@code left}, questions asked less answers given, and one
   * more chart; uses it, looks at the report, and goes back.
   */
  private void isUsed(byte[] changed) throws Exception {
    HttpResponse<String> uploaded =
        planner().upload("POST", TEMPLATE + "?name=left.xlsx", XLSX, changed);
    assertEquals(201, uploaded.statusCode(), uploaded.body());
    assertEquals(sha256(changed), first("\"sha256\":\"([0-9a-f]{64})\"", uploaded.body()));
    int version = number("\"number\":(\\d+)", uploaded.body());
    assertArrayEquals(changed, planner().download(TEMPLATE + "/" + version + ".xlsx").body());
    assertTrue(made().contains("\"templateVersion\":0"), "not in use before it is chosen");
    choose(version);
    try {
      String report = made();
      assertEquals(version, number("\"templateVersion\":(\\d+)", report));
      assertEquals(sha256(changed), first("\"templateSha256\":\"([0-9a-f]{64})\"", report));
      byte[] file = file(report);
      try (XSSFWorkbook workbook = new XSSFWorkbook(new ByteArrayInputStream(file))) {
        workbook.getCreationHelper().createFormulaEvaluator().evaluateAll();
        Map<String, Double> asked = column(workbook, "Questions asked");
        Map<String, Double> given = column(workbook, "Answers given");
        assertTrue(asked.size() > 3, asked.toString());
        Map<String, Double> left = new TreeMap<>();
        asked.forEach((country, questions) -> left.put(country, questions - given.get(country)));
        assertEquals(left, column(workbook, "left"));
        int last = HEADINGS + 1 + asked.size();
        assertEquals(
            1, charts(file, "Countries!\\$H\\$5:\\$H\\$" + last), "a chart of every country");
      }
    } finally {
      choose(0);
    }
    assertTrue(made().contains("\"templateVersion\":0"));
  }

  /** How many charts of a workbook refer to these cells. */
  private static int charts(byte[] workbook, String cells) throws IOException {
    int charts = 0;
    try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(workbook))) {
      for (ZipEntry part = zip.getNextEntry(); part != null; part = zip.getNextEntry()) {
        if (part.getName().startsWith("xl/charts/chart")) {
          String xml = new String(zip.readAllBytes(), StandardCharsets.UTF_8);
          charts +=
              Pattern.compile(cells.replace("Countries", "'?Countries'?")).matcher(xml).find()
                  ? 1
                  : 0;
        }
      }
    }
    return charts;
  }

  @Test
  void aTemplateWithAColumnAndAChartMoreIsUsed() throws Exception {
    isUsed(changed());
  }

  private byte[] changed() throws IOException {
    try (XSSFWorkbook workbook = new XSSFWorkbook(new ByteArrayInputStream(shipped()));
        ByteArrayOutputStream out = new ByteArrayOutputStream()) {
      XSSFSheet sheet = workbook.getSheet("Countries");
      int column = sheet.getTables().get(0).getColumnCount();
      sheet.getTables().get(0).createColumn("left", column);
      sheet.getRow(HEADINGS).createCell(column).setCellValue("left");
      for (int row = HEADINGS + 1; row <= HEADINGS + 2; row++) {
        if (sheet.getRow(row) != null) {
          sheet.getRow(row).createCell(column).setCellFormula("G%1$d-H%1$d".formatted(row + 1));
        }
      }
      draw(sheet);
      workbook.write(out);
      return out.toByteArray();
    }
  }

  private static void draw(XSSFSheet sheet) {
    XSSFChart chart =
        sheet
            .createDrawingPatriarch()
            .createChart(new XSSFClientAnchor(0, 0, 0, 0, 13, HEADINGS, 22, HEADINGS + 20));
    XDDFCategoryAxis names = chart.createCategoryAxis(AxisPosition.BOTTOM);
    XDDFValueAxis values = chart.createValueAxis(AxisPosition.LEFT);
    XDDFChartData bars = chart.createData(ChartTypes.BAR, names, values);
    bars.addSeries(
        XDDFDataSourcesFactory.fromStringCellRange(sheet, CellRangeAddress.valueOf("A5:A6")),
        XDDFDataSourcesFactory.fromNumericCellRange(sheet, CellRangeAddress.valueOf("H5:H6")));
    chart.plot(bars);
  }

  @Test
  @EnabledIf(value = LibreOffice.AVAILABLE, disabledReason = LibreOffice.WHY)
  void aTemplateThatWasChangedInLibreOfficeIsUsed() throws Exception {
    isUsed(
        new LibreOffice(folder)
            .edited(shipped(), "column|Countries|I4|left|=G{row}-H{row}", "chart|Countries|A4:H6"));
  }

  @Test
  void theWorkbookOfAnAssessmentIsMadeWithTheChosenVersion() throws Exception {
    String templates = "/api/v1/reports/templates/ranking";
    byte[] marked;
    try (XSSFWorkbook workbook =
            new XSSFWorkbook(
                new ByteArrayInputStream(planner().download(templates + "/0.xlsx").body()));
        ByteArrayOutputStream out = new ByteArrayOutputStream()) {
      workbook.createSheet("Minister").createRow(0).createCell(0).setCellValue("For the minister");
      workbook.write(out);
      marked = out.toByteArray();
    }
    String kept = planner().upload("POST", templates, XLSX, marked).body();
    String choice = "{\"number\":%d,\"seen\":%d}";
    int number = number("\"number\":(\\d+)", kept);
    planner().put(templates + "/choice", choice.formatted(number, 0));
    String address = "/assessments/" + SampleAssessment.number(planner()) + "/workbook?lang=en";
    try {
      assertEquals("For the minister", minister(planner().download(address).body()));
    } finally {
      planner().put(templates + "/choice", choice.formatted(0, number));
    }
    assertEquals(null, minister(planner().download(address).body()));
  }

  /** What stands on the sheet that was added; null without it. */
  private static String minister(byte[] file) throws IOException {
    try (XSSFWorkbook workbook = new XSSFWorkbook(new ByteArrayInputStream(file))) {
      XSSFSheet sheet = workbook.getSheet("Minister");
      return sheet == null ? null : sheet.getRow(0).getCell(0).getStringCellValue();
    }
  }

  @Test
  void everyProblemIsToldAtOnceAndNothingIsKept() throws Exception {
    String before = planner().get(TEMPLATE).body();
    byte[] broken;
    try (XSSFWorkbook workbook = new XSSFWorkbook(new ByteArrayInputStream(shipped()));
        ByteArrayOutputStream out = new ByteArrayOutputStream()) {
      XSSFSheet sheet = workbook.getSheet("Countries");
      sheet.getRow(HEADINGS).getCell(0).setCellValue("contry");
      sheet.getTables().get(0).updateHeaders();
      sheet.createRow(60).createCell(2).setCellFormula("WEBSERVICE(\"https://example.org/\")");
      workbook.removeName(workbook.getName("stamp"));
      workbook.write(out);
      broken = out.toByteArray();
    }
    HttpResponse<String> refused = planner().upload("POST", TEMPLATE, XLSX, broken);
    assertEquals(422, refused.statusCode());
    assertEquals(List.of(1816, 1802, 1817), Caller.problems(refused));
    assertTrue(refused.body().contains("\"cell\":\"A4\""), refused.body());
    assertTrue(refused.body().contains("\"cell\":\"C61\""), refused.body());
    String page =
        planner()
            .uploadForm("POST", "/reports/templates/round", Map.of("broken.xlsx", broken))
            .body();
    for (String told : List.of("countries.contry", "C61", "stamp", "(1816)")) {
      assertTrue(page.contains(told), told);
    }
    assertEquals(before, planner().get(TEMPLATE).body());
  }

  @Test
  void whateverIsUploadedIsRefusedWithItsNumber() throws Exception {
    Map<Integer, List<byte[]>> hostile =
        Map.of(
            1501,
            List.of(
                new byte[0],
                "a,b\n1,2\n".getBytes(StandardCharsets.UTF_8),
                with("xl/workbook.xml", "<workbook>".getBytes(StandardCharsets.UTF_8))),
            1502,
            List.of(with("xl/media/bomb.bin", new byte[140_000_000]), new byte[17 << 20]),
            1507,
            List.of(
                with("xl/vbaProject.bin", new byte[9]), with("xl/connections.xml", new byte[9])),
            1815,
            List.of(planner().download(TEMPLATE.replace("round", "plan") + "/0.xlsx").body()));
    String before = planner().get(TEMPLATE).body();
    for (Map.Entry<Integer, List<byte[]>> each : hostile.entrySet()) {
      for (byte[] file : each.getValue()) {
        assertEquals(each.getKey(), Caller.problem(planner().upload("POST", TEMPLATE, XLSX, file)));
      }
    }
    assertEquals(before, planner().get(TEMPLATE).body());
  }

  /** The shipped template with one part more, or another. */
  private byte[] with(String name, byte[] content) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(shipped()));
        ZipOutputStream zip = new ZipOutputStream(out)) {
      for (ZipEntry part = in.getNextEntry(); part != null; part = in.getNextEntry()) {
        if (!part.getName().equals(name)) {
          zip.putNextEntry(new ZipEntry(part.getName()));
          in.transferTo(zip);
        }
      }
      zip.putNextEntry(new ZipEntry(name));
      zip.write(content);
    }
    return out.toByteArray();
  }

  @Test
  void theSameFileIsTheSameVersionAndAStaleChoiceIsRefused() throws Exception {
    byte[] changed = changed();
    List<Integer> numbers = new ArrayList<>();
    for (int i = 0; i < 2; i++) {
      String reply =
          planner()
              .uploadForm("POST", "/reports/templates/round", Map.of("left.xlsx", changed))
              .body();
      assertEquals("", reply);
      numbers.add(number("\"number\":(\\d+)", planner().get(TEMPLATE).body()));
    }
    assertEquals(numbers.get(0), numbers.get(1));
    String choice = "{\"number\":%d,\"seen\":%d}";
    assertEquals(
        1014,
        Caller.problem(
            planner().put(TEMPLATE + "/choice", choice.formatted(0, numbers.get(0) + 1))));
    assertEquals(
        1001, Caller.problem(planner().put(TEMPLATE + "/choice", choice.formatted(99_999, 0))));
    assertEquals(1009, Caller.problem(planner().put(TEMPLATE + "/choice", "{}")));
  }

  @Test
  void plannersChangeReviewersLookAndNobodyElse() {
    Caller reviewer = Caller.of(database.sample(), "reviewer");
    assertEquals(200, reviewer.get("/reports/templates").statusCode());
    assertEquals(200, reviewer.get("/reports/templates/round").statusCode());
    assertEquals(403, reviewer.upload("POST", TEMPLATE, XLSX, shipped()).statusCode());
    assertEquals(403, reviewer.put(TEMPLATE + "/choice", "{\"number\":0,\"seen\":0}").statusCode());
    assertEquals(403, Caller.of(database.sample(), "focal-xaa").get(TEMPLATE).statusCode());
    assertEquals(401, Caller.nobody(database.sample()).get(TEMPLATE).statusCode());
    assertEquals(404, planner().get("/reports/templates/nothing").statusCode());
    assertEquals(404, planner().get(TEMPLATE + "/99999.xlsx").statusCode());
  }
}

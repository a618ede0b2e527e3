package org.infostate.report;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.apache.poi.ss.SpreadsheetVersion;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.DataValidationHelper;
import org.apache.poi.ss.usermodel.IndexedColors;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.util.AreaReference;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.ss.util.CellRangeAddressList;
import org.apache.poi.xddf.usermodel.chart.AxisPosition;
import org.apache.poi.xddf.usermodel.chart.BarDirection;
import org.apache.poi.xddf.usermodel.chart.ChartTypes;
import org.apache.poi.xddf.usermodel.chart.XDDFBarChartData;
import org.apache.poi.xddf.usermodel.chart.XDDFCategoryAxis;
import org.apache.poi.xddf.usermodel.chart.XDDFDataSourcesFactory;
import org.apache.poi.xddf.usermodel.chart.XDDFValueAxis;
import org.apache.poi.xssf.usermodel.XSSFChart;
import org.apache.poi.xssf.usermodel.XSSFClientAnchor;
import org.apache.poi.xssf.usermodel.XSSFName;
import org.apache.poi.xssf.usermodel.XSSFRow;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFTable;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.infostate.problem.Problem;
import org.infostate.problem.ProblemException;
import org.infostate.problem.ProblemKind;
import org.infostate.text.Language;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.openxmlformats.schemas.drawingml.x2006.spreadsheetDrawing.CTTwoCellAnchor;

/**
 * Templates are made and filled workbooks read with POI, which knows nothing of how they are
 * filled.
 *
 * <ol>
 *   <li>A table takes the rows of its dataset, by headings; what refers to it follows.
 *   <li>Formats and formulas of its first row are those of every row.
 *   <li>A name takes its value; everything else stays, byte by byte where nothing refers to a
 *       table.
 *   <li>Missing is empty, never zero; text is text, never a formula.
 *   <li>Whatever is read, the answer is a workbook or a numbered problem.
 * </ol>
 */
class ReportTemplateTest {

  private static final List<String> COLUMNS = List.of("country", "score", "since");

  /**
   * Row 4: headings; 5 and 6: data, with a formula of the planner's own in column D; 7: totals; 9:
   * a note; columns B and C with formats; a chart to the right and one below; a second sheet with
   * formulas and names.
   */
  private static byte[] template() {
    try (XSSFWorkbook workbook = new XSSFWorkbook()) {
      XSSFSheet about = workbook.createSheet("About");
      about.createRow(0).createCell(0).setCellValue("Title");
      about.getRow(0).createCell(1).setCellValue("to be replaced");
      about.createRow(4).createCell(1).setCellFormula("SUM(Data!B5:B6)");
      about.createRow(5).createCell(1).setCellFormula("Data!A9");
      name(workbook, "title", "About!$B$1");
      name(workbook, "on_day", "About!$C$3");
      name(workbook, "whose", "About!$B$6");
      XSSFSheet data = workbook.createSheet("Data");
      fillData(workbook, data);
      chart(data, "A", "B", 1, 12);
      chart(data, "A", "B", 10, 14);
      chart(data, "A", "B", 4, 6);
      workbook.setPrintArea(1, 0, 3, 3, 6);
      workbook.getCreationHelper().createFormulaEvaluator().evaluateAll();
      return bytes(workbook);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  private static void fillData(XSSFWorkbook workbook, XSSFSheet data) {
    Row headings = data.createRow(3);
    List<String> names = List.of("Country", "score", "since", "double");
    for (int i = 0; i < names.size(); i++) {
      headings.createCell(i).setCellValue(names.get(i));
    }
    CellStyle decimal = workbook.createCellStyle();
    decimal.setDataFormat(workbook.createDataFormat().getFormat("0.0"));
    CellStyle day = workbook.createCellStyle();
    day.setDataFormat(workbook.createDataFormat().getFormat("yyyy-mm-dd"));
    for (int row = 4; row <= 5; row++) {
      XSSFRow made = data.createRow(row);
      made.createCell(0).setCellValue("sample " + row);
      made.createCell(1).setCellValue(row);
      made.getCell(1).setCellStyle(decimal);
      made.createCell(2).setCellStyle(day);
      made.createCell(3).setCellFormula("B" + (row + 1) + "*2");
    }
    data.getRow(4).setHeightInPoints(21);
    Row totals = data.createRow(6);
    totals.createCell(1).setCellFormula("SUM(B5:B6)");
    data.createRow(8).createCell(0).setCellValue("a note below");
    XSSFTable table = data.createTable(new AreaReference("A4:D7", SpreadsheetVersion.EXCEL2007));
    table.setName("ranking");
    table.setDisplayName("ranking");
    table.getCTTable().setTotalsRowCount(1);
    table.getCTTable().addNewAutoFilter().setRef("A4:D6");
    for (int i = 0; i < names.size(); i++) {
      table.getCTTable().getTableColumns().getTableColumnArray(i).setName(names.get(i));
    }
    data.getSheetConditionalFormatting()
        .addConditionalFormatting(
            new CellRangeAddress[] {CellRangeAddress.valueOf("B5:B6")},
            data.getSheetConditionalFormatting().createConditionalFormattingRule("$B5>$B$9"));
    DataValidationHelper helper = data.getDataValidationHelper();
    data.addValidationData(
        helper.createValidation(
            helper.createFormulaListConstraint("$A$5:$A$6"), new CellRangeAddressList(4, 5, 0, 0)));
    data.addMergedRegion(CellRangeAddress.valueOf("A9:C9"));
  }

  private static void name(XSSFWorkbook workbook, String name, String target) {
    XSSFName made = workbook.createName();
    made.setNameName(name);
    made.setRefersToFormula(target);
  }

  private static void chart(XSSFSheet sheet, String names, String values, int top, int bottom) {
    XSSFChart chart =
        sheet
            .createDrawingPatriarch()
            .createChart(new XSSFClientAnchor(0, 0, 0, 0, 6, top, 12, bottom));
    XDDFCategoryAxis categories = chart.createCategoryAxis(AxisPosition.LEFT);
    XDDFValueAxis numbers = chart.createValueAxis(AxisPosition.BOTTOM);
    XDDFBarChartData bars =
        (XDDFBarChartData) chart.createData(ChartTypes.BAR, categories, numbers);
    bars.setBarDirection(BarDirection.BAR);
    bars.addSeries(
            XDDFDataSourcesFactory.fromStringCellRange(
                sheet, CellRangeAddress.valueOf(names + "5:" + names + "6")),
            XDDFDataSourcesFactory.fromNumericCellRange(
                sheet, CellRangeAddress.valueOf(values + "5:" + values + "6")))
        .setTitle(null, new org.apache.poi.ss.util.CellReference("Data", 3, 1, true, true));
    chart.plot(bars);
  }

  private static byte[] bytes(XSSFWorkbook workbook) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    workbook.write(out);
    return out.toByteArray();
  }

  private static List<Object> row(Object... values) {
    return Arrays.asList(values);
  }

  private static Dataset dataset(List<List<Object>> rows) {
    return new Dataset("Ranking", COLUMNS, rows);
  }

  private static List<List<Object>> rows(int count) {
    List<List<Object>> rows = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      rows.add(row("Country " + i, 1.5 * i, LocalDate.of(2026, 1, 1).plusDays(i)));
    }
    return rows;
  }

  private static Filling filling(Map<String, Object> values, Dataset... datasets) {
    return new Filling(Language.EN, values, List.of(datasets), Map.of());
  }

  private static byte[] filled(Filling filling) {
    return ReportTemplate.read(template()).fill(filling);
  }

  private static XSSFWorkbook open(byte[] workbook) {
    try {
      return new XSSFWorkbook(new ByteArrayInputStream(workbook));
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  private static XSSFWorkbook filledWith(int rows) {
    return open(filled(filling(Map.of(), dataset(rows(rows)))));
  }

  private static Cell cell(XSSFWorkbook workbook, String sheet, String address) {
    var at = new org.apache.poi.ss.util.CellReference(address);
    return workbook.getSheet(sheet).getRow(at.getRow()).getCell(at.getCol());
  }

  @Test
  void tableTakesTheRowsOfItsDataset() throws IOException {
    try (XSSFWorkbook workbook = filledWith(24)) {
      assertEquals("A4:D29", workbook.getTable("ranking").getCTTable().getRef());
      assertEquals("A4:D28", workbook.getTable("ranking").getCTTable().getAutoFilter().getRef());
      assertEquals("Country 0", cell(workbook, "Data", "A5").getStringCellValue());
      assertEquals("Country 23", cell(workbook, "Data", "A28").getStringCellValue());
      assertEquals(34.5, cell(workbook, "Data", "B28").getNumericCellValue());
      assertEquals(
          LocalDate.of(2026, 1, 24),
          cell(workbook, "Data", "C28").getLocalDateTimeCellValue().toLocalDate());
    }
  }

  @Test
  void formatsAndFormulasOfTheFirstRowAreThoseOfEveryRow() throws IOException {
    try (XSSFWorkbook workbook = filledWith(24)) {
      assertEquals("0.0", cell(workbook, "Data", "B28").getCellStyle().getDataFormatString());
      assertEquals(
          "yyyy-mm-dd", cell(workbook, "Data", "C28").getCellStyle().getDataFormatString());
      assertEquals("B28*2", cell(workbook, "Data", "D28").getCellFormula());
      assertEquals(21, workbook.getSheet("Data").getRow(27).getHeightInPoints());
      workbook.getCreationHelper().createFormulaEvaluator().evaluateAll();
      assertEquals(69, cell(workbook, "Data", "D28").getNumericCellValue());
    }
  }

  @Test
  void whatRefersToTheTableFollowsIt() throws IOException {
    try (XSSFWorkbook workbook = filledWith(24)) {
      assertEquals("SUM(B5:B28)", cell(workbook, "Data", "B29").getCellFormula());
      assertEquals("SUM(Data!B5:B28)", cell(workbook, "About", "B5").getCellFormula());
      assertEquals("Data!A31", cell(workbook, "About", "B6").getCellFormula());
      assertEquals("a note below", cell(workbook, "Data", "A31").getStringCellValue());
      XSSFSheet data = workbook.getSheet("Data");
      var format = data.getSheetConditionalFormatting().getConditionalFormattingAt(0);
      assertEquals("B5:B28", format.getFormattingRanges()[0].formatAsString());
      assertEquals("$B5>$B$31", format.getRule(0).getFormula1());
      var validation = data.getDataValidations().get(0);
      assertEquals("A5:A28", validation.getRegions().getCellRangeAddress(0).formatAsString());
      assertEquals("$A$5:$A$28", validation.getValidationConstraint().getFormula1());
      assertEquals("A31:C31", data.getMergedRegion(0).formatAsString());
      assertEquals("Data!$A$4:$D$29", workbook.getPrintArea(1));
    }
  }

  @Test
  void chartsShowAllRowsAndStayWhereThePlannerPutThem() throws IOException {
    try (XSSFWorkbook workbook = filledWith(24)) {
      List<XSSFChart> charts = workbook.getSheet("Data").getDrawingPatriarch().getCharts();
      for (XSSFChart chart : charts) {
        var series = chart.getCTChart().getPlotArea().getBarChartArray(0).getSerArray(0);
        assertEquals("Data!$B$5:$B$28", series.getVal().getNumRef().getF());
        assertFalse(series.getVal().getNumRef().isSetNumCache(), "remembers no samples");
        assertEquals("Data!$A$5:$A$28", series.getCat().getStrRef().getF());
        assertEquals("Data!$B$4", series.getTx().getStrRef().getF());
      }
      var anchors =
          workbook.getSheet("Data").getDrawingPatriarch().getCTDrawing().getTwoCellAnchorArray();
      assertEquals(List.of(1, 12), List.of(top(anchors[0]), anchors[0].getTo().getRow()));
      assertEquals(List.of(32, 36), List.of(top(anchors[1]), anchors[1].getTo().getRow()));
      assertEquals(
          List.of(4, 28), List.of(top(anchors[2]), anchors[2].getTo().getRow()), "beside the rows");
    }
  }

  private static int top(CTTwoCellAnchor anchor) {
    return anchor.getFrom().getRow();
  }

  @Test
  void namesTakeTheirValues() throws IOException {
    Map<String, Object> values = new LinkedHashMap<>();
    values.put("Title", "Round 2026");
    values.put("on_day", LocalDate.of(2026, 11, 23));
    try (XSSFWorkbook workbook = open(filled(filling(values)))) {
      assertEquals("Round 2026", cell(workbook, "About", "B1").getStringCellValue());
      assertEquals("Title", cell(workbook, "About", "A1").getStringCellValue());
      assertEquals(
          46349, cell(workbook, "About", "C3").getNumericCellValue(), "in a row of its own");
      assertEquals("sample 4", cell(workbook, "Data", "A5").getStringCellValue(), "no dataset");
      assertEquals("Data!A9", cell(workbook, "About", "B6").getCellFormula(), "no value");
    }
    values.put("title", null);
    try (XSSFWorkbook workbook = open(filled(filling(values)))) {
      assertEquals(CellType.BLANK, cell(workbook, "About", "B1").getCellType());
    }
  }

  @Test
  void momentsAreInUtcAndNumbersAsTheyAre() throws IOException {
    Dataset dataset =
        dataset(
            List.of(
                row(true, new BigDecimal("12.340"), Instant.parse("2026-11-23T18:00:00Z")),
                row(7L, Double.POSITIVE_INFINITY, "2026")));
    try (XSSFWorkbook workbook = open(filled(filling(Map.of(), dataset)))) {
      assertTrue(cell(workbook, "Data", "A5").getBooleanCellValue());
      assertEquals(12.34, cell(workbook, "Data", "B5").getNumericCellValue());
      assertEquals(46349.75, cell(workbook, "Data", "C5").getNumericCellValue());
      assertEquals(7, cell(workbook, "Data", "A6").getNumericCellValue());
      assertEquals("Infinity", cell(workbook, "Data", "B6").getStringCellValue());
      assertEquals("2026", cell(workbook, "Data", "C6").getStringCellValue());
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "=1+1",
        "+1",
        "-1",
        "@SUM(A1)",
        "=HYPERLINK(\"http://example.org\")",
        "_x0041_ stays",
        " spaces ",
        "line\nbreak\ttab",
        "<&>\"'",
        "\ud83d\ude00 \u0627\u0644\u0639\u0631\u0628\u064a\u0629"
      })
  void textStaysText(String text) throws IOException {
    byte[] filled = filled(filling(Map.of("title", text), dataset(List.of(row(text, 1, null)))));
    try (XSSFWorkbook workbook = open(filled)) {
      for (Cell cell : List.of(cell(workbook, "About", "B1"), cell(workbook, "Data", "A5"))) {
        assertEquals(CellType.STRING, cell.getCellType());
        assertEquals(text, cell.getStringCellValue());
      }
    }
  }

  @Test
  void whatExcelCannotHoldIsReplacedOrShortened() throws IOException {
    String tooLong = "x".repeat(40_000);
    Dataset dataset = dataset(List.of(row("a\u0000\u000b\ud800b", tooLong, null)));
    try (XSSFWorkbook workbook = open(filled(filling(Map.of(), dataset)))) {
      assertEquals("a\ufffd\ufffd\ufffdb", cell(workbook, "Data", "A5").getStringCellValue());
      String shortened = cell(workbook, "Data", "B5").getStringCellValue();
      assertEquals(32_767, shortened.length());
      assertTrue(shortened.endsWith("x…"));
    }
  }

  @Test
  void missingIsAnEmptyCell() throws IOException {
    Dataset dataset = dataset(List.of(row("A", Double.NaN, null), row(null, 0, null)));
    try (XSSFWorkbook workbook = open(filled(filling(Map.of(), dataset)))) {
      assertEquals(CellType.BLANK, cell(workbook, "Data", "B5").getCellType());
      assertEquals(CellType.BLANK, cell(workbook, "Data", "C5").getCellType());
      assertEquals(0, cell(workbook, "Data", "B6").getNumericCellValue());
      assertEquals("0.0", cell(workbook, "Data", "B5").getCellStyle().getDataFormatString());
    }
  }

  @Test
  void tableWithoutDataKeepsOneEmptyRow() throws IOException {
    try (XSSFWorkbook workbook = filledWith(0)) {
      assertEquals("A4:D6", workbook.getTable("ranking").getCTTable().getRef());
      for (String address : List.of("A5", "B5", "C5", "D5")) {
        assertEquals(CellType.BLANK, cell(workbook, "Data", address).getCellType(), address);
      }
      assertEquals("SUM(B5:B5)", cell(workbook, "Data", "B6").getCellFormula());
      assertEquals("a note below", cell(workbook, "Data", "A8").getStringCellValue());
    }
  }

  @Test
  void oneRowIsFewerThanTheTemplateHas() throws IOException {
    try (XSSFWorkbook workbook = filledWith(1)) {
      assertEquals("A4:D6", workbook.getTable("ranking").getCTTable().getRef());
      assertEquals("B5*2", cell(workbook, "Data", "D5").getCellFormula());
      assertEquals("Data!A8", cell(workbook, "About", "B6").getCellFormula());
    }
  }

  @Test
  void headingsAndSheetsAreCalledAsTheReaderCallsThem() throws IOException {
    Dataset dataset =
        new Dataset("ranking", COLUMNS, List.of("Pays", "Note [0]", "Depuis"), rows(3));
    byte[] filled =
        ReportTemplate.read(template())
            .fill(
                new Filling(
                    Language.FR, Map.of(), List.of(dataset), Map.of("Data", "Les données")));
    try (XSSFWorkbook workbook = open(filled)) {
      assertEquals("Pays", cell(workbook, "Les données", "A4").getStringCellValue());
      assertEquals("double", cell(workbook, "Les données", "D4").getStringCellValue());
      assertEquals(
          List.of("Pays", "Note [0]", "Depuis", "double"),
          workbook.getTable("ranking").getColumns().stream().map(c -> c.getName()).toList());
      assertEquals("SUM('Les données'!B5:B7)", cell(workbook, "About", "B5").getCellFormula());
      var chart = workbook.getSheet("Les données").getDrawingPatriarch().getCharts().get(0);
      var series = chart.getCTChart().getPlotArea().getBarChartArray(0).getSerArray(0);
      assertEquals("'Les données'!$B$5:$B$7", series.getVal().getNumRef().getF());
      assertEquals("Note [0]", series.getTx().getStrRef().getStrCache().getPtArray(0).getV());
    }
  }

  @Test
  void arabicTurnsSheetsAndCharts() throws IOException {
    Filling filling = new Filling(Language.AR, Map.of(), List.of(dataset(rows(3))), Map.of());
    try (XSSFWorkbook arabic = open(ReportTemplate.read(template()).fill(filling));
        XSSFWorkbook english = filledWith(3)) {
      assertTrue(arabic.getSheet("Data").isRightToLeft());
      assertTrue(arabic.getSheet("About").isRightToLeft());
      assertFalse(english.getSheet("Data").isRightToLeft());
      assertEquals("maxMin", direction(arabic));
      assertEquals("minMax", direction(english));
    }
  }

  /** Of the axis along which bars grow. */
  private static String direction(XSSFWorkbook workbook) {
    var plot =
        workbook
            .getSheet("Data")
            .getDrawingPatriarch()
            .getCharts()
            .get(0)
            .getCTChart()
            .getPlotArea();
    return plot.getValAxArray(0).getScaling().getOrientation().getVal().toString();
  }

  @Test
  void everythingElseStaysAsItWas() throws IOException {
    Map<String, byte[]> before = parts(template());
    Map<String, byte[]> after = parts(filled(filling(Map.of(), dataset(rows(24)))));
    for (String part : List.of("xl/styles.xml", "docProps/app.xml", "_rels/.rels")) {
      assertArrayEquals(before.get(part), after.get(part), part);
    }
    List<String> expected = new ArrayList<>(before.keySet());
    expected.remove("xl/calcChain.xml");
    assertEquals(expected, new ArrayList<>(after.keySet()));
  }

  @Test
  void formulasAreComputedWhenTheWorkbookIsOpened() {
    Map<String, byte[]> parts = parts(filled(filling(Map.of(), dataset(rows(24)))));
    String workbook = new String(parts.get("xl/workbook.xml"), StandardCharsets.UTF_8);
    String data = new String(parts.get("xl/worksheets/sheet2.xml"), StandardCharsets.UTF_8);
    assertTrue(workbook.contains("fullCalcOnLoad=\"1\""));
    assertTrue(data.contains("<f>SUM(B5:B28)</f></c>"), "without the result for the samples");
  }

  @Test
  void sameFillingGivesTheSameBytes() {
    Filling filling = filling(Map.of("title", "A"), dataset(rows(5)));
    byte[] template = template();
    assertArrayEquals(
        ReportTemplate.read(template).fill(filling), ReportTemplate.read(template).fill(filling));
  }

  @Test
  void checkListsWhatIsUnknownAndWhatIsUnused() {
    Dataset other = new Dataset("other", List.of("a"), List.of());
    Dataset ranking = new Dataset("ranking", List.of("country", "score", "rank"), List.of());
    ReportTemplate.Findings findings =
        ReportTemplate.read(template())
            .check(List.of("TITLE", "method", "whose"), List.of(other, ranking));
    assertEquals(
        List.of("on_day About C3", "ranking.since Data C4"),
        findings.unknown().stream().map(ReportTemplateTest::said).toList());
    assertEquals(List.of("method", "other", "ranking.rank"), findings.unused());
    assertEquals(
        List.of("title About B1", "on_day About C3", "whose About B6", "ranking Data A4"),
        ReportTemplate.read(template()).check(List.of(), List.of()).unknown().stream()
            .map(ReportTemplateTest::said)
            .toList());
  }

  private static String said(Problem problem) {
    assertEquals(ProblemKind.TEMPLATE_NAME_UNKNOWN, problem.kind());
    return problem.arguments().get(0)
        + " "
        + problem.place().sheet()
        + " "
        + problem.place().cell();
  }

  @Test
  void tablesSideBySideAreRefused() throws IOException {
    try (XSSFWorkbook workbook = open(template())) {
      XSSFSheet data = workbook.getSheet("Data");
      for (int row = 3; row < 6; row++) {
        data.getRow(row).createCell(20).setCellValue("h" + row);
      }
      data.createTable(new AreaReference("U4:U6", SpreadsheetVersion.EXCEL2007));
      assertProblem(ProblemKind.TEMPLATE_LAYOUT, bytes(workbook));
    }
  }

  @Test
  void filesThatAreNoTemplatesAreRefused() throws IOException {
    assertProblem(ProblemKind.WORKBOOK_UNREADABLE, new byte[0]);
    assertProblem(ProblemKind.WORKBOOK_UNREADABLE, "a,b\n1,2\n".getBytes(StandardCharsets.UTF_8));
    assertProblem(ProblemKind.WORKBOOK_UNREADABLE, zipped(Map.of("a.txt", new byte[3])));
    Map<String, byte[]> parts = parts(template());
    parts.put("xl/vbaProject.bin", new byte[3]);
    assertProblem(ProblemKind.WORKBOOK_MACROS, zipped(parts));
    parts.remove("xl/vbaProject.bin");
    parts.put("xl/externalLinks/externalLink1.xml", new byte[3]);
    assertProblem(ProblemKind.WORKBOOK_MACROS, zipped(parts));
    parts.remove("xl/externalLinks/externalLink1.xml");
    parts.put("xl/media/bomb.bin", new byte[140_000_000]);
    assertProblem(ProblemKind.WORKBOOK_TOO_LARGE, zipped(parts));
    parts.remove("xl/media/bomb.bin");
    parts.put(
        "xl/workbook.xml",
        "<!DOCTYPE x [<!ENTITY e SYSTEM 'file:///etc/passwd'>]><x>&e;</x>"
            .getBytes(StandardCharsets.UTF_8));
    assertProblem(ProblemKind.WORKBOOK_UNREADABLE, zipped(parts));
  }

  private static void assertProblem(ProblemKind kind, byte[] workbook) {
    ProblemException problem =
        assertThrows(ProblemException.class, () -> ReportTemplate.read(workbook));
    assertEquals(kind, problem.first().kind());
  }

  @Test
  void damagedTemplatesAreFilledOrRefusedWithANumber() throws IOException {
    Random chance = new Random(20261124);
    Map<String, byte[]> parts = parts(template());
    List<String> names = parts.keySet().stream().filter(name -> name.endsWith("xml")).toList();
    int refused = 0;
    for (int i = 0; i < 400; i++) {
      String name = names.get(chance.nextInt(names.size()));
      byte[] part = parts.get(name).clone();
      int at = chance.nextInt(part.length);
      int length = Math.min(part.length - at, 1 + chance.nextInt(12));
      byte[] noise = "<>\"=/:$A1 '9x[".getBytes(StandardCharsets.US_ASCII);
      for (int k = 0; k < length; k++) {
        part[at + k] = noise[chance.nextInt(noise.length)];
      }
      Map<String, byte[]> damaged = new LinkedHashMap<>(parts);
      damaged.put(name, part);
      try {
        ReportTemplate.read(zipped(damaged)).fill(filling(Map.of(), dataset(rows(2))));
      } catch (ProblemException e) {
        refused++;
      }
    }
    assertTrue(refused > 40, "damage is noticed: " + refused);
  }

  @Test
  void rowsAreMadeAsTheyAreWritten() throws IOException {
    List<List<Object>> made =
        new java.util.AbstractList<>() {
          @Override
          public List<Object> get(int index) {
            return row("Country " + index, index, null);
          }

          @Override
          public int size() {
            return 100_000;
          }
        };
    var counted =
        new java.io.OutputStream() {
          long bytes;

          @Override
          public void write(int b) {
            bytes++;
          }

          @Override
          public void write(byte[] b, int offset, int length) {
            bytes += length;
          }
        };
    ReportTemplate.read(template()).fill(filling(Map.of(), dataset(made)), counted);
    assertTrue(counted.bytes > 500_000);
  }

  @Test
  void coloursOfTheTemplateAreNotLost() throws IOException {
    try (XSSFWorkbook workbook = open(template())) {
      var style = workbook.createCellStyle();
      style.setFillForegroundColor(IndexedColors.AQUA.getIndex());
      workbook.getSheet("Data").getRow(4).getCell(0).setCellStyle(style);
      try (XSSFWorkbook filled =
          open(ReportTemplate.read(bytes(workbook)).fill(filling(Map.of(), dataset(rows(9)))))) {
        assertEquals(
            IndexedColors.AQUA.getIndex(),
            cell(filled, "Data", "A13").getCellStyle().getFillForegroundColor());
      }
    }
  }

  private static Map<String, byte[]> parts(byte[] workbook) {
    Map<String, byte[]> parts = new LinkedHashMap<>();
    try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(workbook))) {
      for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        parts.put(entry.getName(), zip.readAllBytes());
      }
    } catch (IOException e) {
      throw new AssertionError(e);
    }
    return parts;
  }

  private static byte[] zipped(Map<String, byte[]> parts) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(out)) {
      for (String name : parts.keySet()) {
        zip.putNextEntry(new ZipEntry(name));
        zip.write(parts.get(name));
        zip.closeEntry();
      }
    }
    return out.toByteArray();
  }
}

package org.infostate.report;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.poi.ss.SpreadsheetVersion;
import org.apache.poi.ss.usermodel.BorderStyle;
import org.apache.poi.ss.usermodel.ConditionalFormattingThreshold.RangeType;
import org.apache.poi.ss.usermodel.FillPatternType;
import org.apache.poi.ss.usermodel.HorizontalAlignment;
import org.apache.poi.ss.usermodel.PrintSetup;
import org.apache.poi.ss.usermodel.VerticalAlignment;
import org.apache.poi.ss.util.AreaReference;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.ss.util.CellReference;
import org.apache.poi.xddf.usermodel.PresetLineDash;
import org.apache.poi.xddf.usermodel.XDDFColor;
import org.apache.poi.xddf.usermodel.XDDFLineProperties;
import org.apache.poi.xddf.usermodel.XDDFPresetLineDash;
import org.apache.poi.xddf.usermodel.XDDFSolidFillProperties;
import org.apache.poi.xddf.usermodel.chart.AxisCrosses;
import org.apache.poi.xddf.usermodel.chart.AxisOrientation;
import org.apache.poi.xddf.usermodel.chart.AxisPosition;
import org.apache.poi.xddf.usermodel.chart.BarDirection;
import org.apache.poi.xddf.usermodel.chart.ChartTypes;
import org.apache.poi.xddf.usermodel.chart.XDDFBarChartData;
import org.apache.poi.xddf.usermodel.chart.XDDFCategoryAxis;
import org.apache.poi.xddf.usermodel.chart.XDDFDataSourcesFactory;
import org.apache.poi.xddf.usermodel.chart.XDDFValueAxis;
import org.apache.poi.xssf.usermodel.DefaultIndexedColorMap;
import org.apache.poi.xssf.usermodel.XSSFCell;
import org.apache.poi.xssf.usermodel.XSSFCellStyle;
import org.apache.poi.xssf.usermodel.XSSFChart;
import org.apache.poi.xssf.usermodel.XSSFClientAnchor;
import org.apache.poi.xssf.usermodel.XSSFColor;
import org.apache.poi.xssf.usermodel.XSSFColorScaleFormatting;
import org.apache.poi.xssf.usermodel.XSSFConditionalFormattingRule;
import org.apache.poi.xssf.usermodel.XSSFFont;
import org.apache.poi.xssf.usermodel.XSSFName;
import org.apache.poi.xssf.usermodel.XSSFRow;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFTable;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.openxmlformats.schemas.spreadsheetml.x2006.main.CTTableStyleInfo;

/**
 * Lays out {@code reports/ranking.xlsx} anew. Run it, from the root of the project, only to replace
 * that file; whoever has a better layout makes it in Excel and commits that.
 */
final class RankingTemplate {

  private static final String ACCENT = "1C5A7D";
  private static final int HEADINGS = 3;
  private static final int FIRST = 4;

  private final XSSFWorkbook workbook = new XSSFWorkbook();
  private final XSSFCellStyle title = style(null, HorizontalAlignment.GENERAL);
  private final XSSFCellStyle stamp = style(null, HorizontalAlignment.GENERAL);
  private final XSSFCellStyle label = style(null, HorizontalAlignment.GENERAL);
  private final XSSFCellStyle plain = style(null, HorizontalAlignment.LEFT);
  private final XSSFCellStyle heading = style(null, HorizontalAlignment.LEFT);
  private final XSSFCellStyle numberHeading;

  private RankingTemplate() {
    title.setFont(font(16, true, ACCENT));
    stamp.setFont(font(9, false, "55606E"));
    label.setFont(font(11, true, "1B2430"));
    plain.setWrapText(true);
    heading.setFont(font(11, true, "FFFFFF"));
    heading.setFillForegroundColor(colour(ACCENT));
    heading.setFillPattern(FillPatternType.SOLID_FOREGROUND);
    heading.setWrapText(true);
    heading.setVerticalAlignment(VerticalAlignment.CENTER);
    numberHeading = heading.copy();
    numberHeading.setAlignment(HorizontalAlignment.CENTER);
    heading.setIndention((short) 1);
  }

  public static void main(String[] args) throws IOException {
    RankingTemplate template = new RankingTemplate();
    template.about();
    template.ranking();
    template.priorities();
    template.chart();
    template.workbook.getProperties().getCoreProperties().setCreator("Infostate");
    Path file = Path.of("reports", "ranking.xlsx");
    Files.createDirectories(file.getParent());
    try (OutputStream out = Files.newOutputStream(file)) {
      template.workbook.write(out);
    }
  }

  private static XSSFColor colour(String hex) {
    return new XSSFColor(
        new byte[] {
          (byte) Integer.parseInt(hex.substring(0, 2), 16),
          (byte) Integer.parseInt(hex.substring(2, 4), 16),
          (byte) Integer.parseInt(hex.substring(4, 6), 16)
        },
        new DefaultIndexedColorMap());
  }

  private XSSFFont font(int points, boolean bold, String hex) {
    XSSFFont font = workbook.createFont();
    font.setFontHeightInPoints((short) points);
    font.setBold(bold);
    font.setColor(colour(hex));
    return font;
  }

  private XSSFCellStyle style(String format, HorizontalAlignment alignment) {
    XSSFCellStyle style = workbook.createCellStyle();
    if (format != null) {
      style.setDataFormat(workbook.createDataFormat().getFormat(format));
    }
    style.setAlignment(alignment);
    style.setVerticalAlignment(VerticalAlignment.TOP);
    return style;
  }

  private void name(String name, XSSFSheet sheet, String cell) {
    XSSFName made = workbook.createName();
    made.setNameName(name);
    made.setRefersToFormula(sheet.getSheetName() + "!" + cell);
  }

  private static XSSFCell cell(XSSFSheet sheet, int row, int column, XSSFCellStyle style) {
    XSSFRow made = sheet.getRow(row) == null ? sheet.createRow(row) : sheet.getRow(row);
    XSSFCell cell = made.createCell(column);
    cell.setCellStyle(style);
    return cell;
  }

  private void about() {
    XSSFSheet sheet = workbook.createSheet("About");
    sheet.setColumnWidth(0, 24 * 256);
    sheet.setColumnWidth(1, 80 * 256);
    cell(sheet, 0, 0, title).setCellValue("Title");
    sheet.getRow(0).setHeightInPoints(26);
    name("title", sheet, "$A$1");
    XSSFCellStyle day = style("yyyy-mm-dd", HorizontalAlignment.LEFT);
    XSSFCellStyle share = style("0%", HorizontalAlignment.LEFT);
    XSSFCellStyle count = style("0", HorizontalAlignment.LEFT);
    List<String> facts =
        List.of(
            "round",
            "method",
            "date",
            "countries",
            "completeness",
            "confidentiality",
            "note",
            "reading");
    for (int i = 0; i < facts.size(); i++) {
      String fact = facts.get(i);
      int row = 2 + i;
      cell(sheet, row, 0, label).setCellValue(fact);
      name("label_" + fact, sheet, "$A$" + (row + 1));
      XSSFCellStyle style =
          switch (fact) {
            case "date" -> day;
            case "completeness" -> share;
            case "countries" -> count;
            default -> plain;
          };
      cell(sheet, row, 1, style);
      name(fact, sheet, "$B$" + (row + 1));
    }
    sheet.getRow(2 + facts.indexOf("reading")).setHeightInPoints(80);
    sheet.getRow(2 + facts.indexOf("note")).setHeightInPoints(48);
    cell(sheet, 11, 0, stamp);
    name("stamp", sheet, "$A$12");
    print(sheet, false);
  }

  private void ranking() {
    XSSFSheet sheet = workbook.createSheet("Ranking");
    top(sheet);
    XSSFTable table =
        table(
            sheet,
            "ranking",
            Stream.of(
                    Stream.of(
                        new Column("rank", 7, "0", 1),
                        new Column("country", 30, null, "Country"),
                        new Column("iso3", 7, null, "XXX"),
                        new Column("region", 18, null, "Region"),
                        new Column("infostate", 16, null, "Group"),
                        new Column("score", 12, "0.0_)", 50)),
                    IntStream.rangeClosed(1, RankingReport.PLACES)
                        .mapToObj(place -> new Column("pillar_" + place, 12, "0.0_)", 50)),
                    Stream.of(
                        new Column("completeness", 14, "0%_)", 0.5),
                        new Column("priority", 9, "0", 1),
                        new Column("need", 9, "0.0_)", 50)))
                .flatMap(each -> each)
                .toList());
    shade(sheet, "F5:P6");
    sheet.createFreezePane(2, FIRST);
    finish(sheet, table);
  }

  private void priorities() {
    XSSFSheet sheet = workbook.createSheet("Priorities");
    top(sheet);
    XSSFTable table =
        table(
            sheet,
            "priorities",
            List.of(
                new Column("priority", 9, "0", 1),
                new Column("country", 30, null, "Country"),
                new Column("iso3", 7, null, "XXX"),
                new Column("infostate", 16, null, "Group"),
                new Column("need", 9, "0.0_)", 50),
                new Column("score", 12, "0.0_)", 50),
                new Column("weakest", 22, null, "Part"),
                new Column("reason", 90, null, "Reason")));
    // Programs do not make a row higher for texts that are filled in: two lines in every language.
    sheet.getRow(FIRST).setHeightInPoints(30);
    sheet.getRow(FIRST + 1).setHeightInPoints(30);
    shade(sheet, "E5:E6");
    sheet.createFreezePane(2, FIRST);
    finish(sheet, table);
  }

  private void chart() {
    XSSFSheet sheet = workbook.createSheet("Chart");
    top(sheet);
    XSSFTable table =
        table(
            sheet,
            "scores",
            List.of(
                new Column("country", 30, null, "Country"), new Column("score", 12, "0.0_)", 50)));
    sheet.createFreezePane(0, FIRST);
    finish(sheet, table);
    XSSFChart chart =
        sheet
            .createDrawingPatriarch()
            .createChart(new XSSFClientAnchor(0, 0, 0, 0, 3, FIRST, 13, FIRST + 2));
    chart.setTitleOverlay(false);
    XDDFCategoryAxis names = chart.createCategoryAxis(AxisPosition.LEFT);
    names.setOrientation(AxisOrientation.MAX_MIN);
    names.getOrAddShapeProperties().setLineProperties(line("8A94A0"));
    XDDFValueAxis values = chart.createValueAxis(AxisPosition.BOTTOM);
    values.setMinimum(0);
    values.setCrosses(AxisCrosses.AUTO_ZERO);
    values.setNumberFormat("0");
    values.getOrAddShapeProperties().setLineProperties(line("8A94A0"));
    values.getOrAddMajorGridProperties().setLineProperties(line("C9D1DA"));
    XDDFBarChartData bars = (XDDFBarChartData) chart.createData(ChartTypes.BAR, names, values);
    bars.setBarDirection(BarDirection.BAR);
    bars.setGapWidth(40);
    bars.setVaryColors(false);
    var series =
        bars.addSeries(
            XDDFDataSourcesFactory.fromStringCellRange(sheet, CellRangeAddress.valueOf("A5:A6")),
            XDDFDataSourcesFactory.fromNumericCellRange(sheet, CellRangeAddress.valueOf("B5:B6")));
    series.setTitle(null, new CellReference("Chart", HEADINGS, 1, true, true));
    var looks = new org.apache.poi.xddf.usermodel.XDDFShapeProperties();
    looks.setFillProperties(new XDDFSolidFillProperties(hex(ACCENT)));
    looks.setLineProperties(line(ACCENT));
    series.setShapeProperties(looks);
    chart.plot(bars);
  }

  private static XDDFColor hex(String hex) {
    XSSFColor colour = colour(hex);
    return XDDFColor.from(colour.getRGB());
  }

  private static XDDFLineProperties line(String hex) {
    XDDFLineProperties line = new XDDFLineProperties(new XDDFSolidFillProperties(hex(hex)));
    line.setPresetDash(new XDDFPresetLineDash(PresetLineDash.SOLID));
    line.setWidth(0.75);
    return line;
  }

  /** Title and stamp, which every sheet carries. */
  private void top(XSSFSheet sheet) {
    cell(sheet, 0, 0, title).setCellFormula("title");
    sheet.getRow(0).setHeightInPoints(26);
    cell(sheet, 1, 0, stamp).setCellFormula("stamp");
  }

  /**
   * @param width in characters
   * @param sample stands in the two rows of the template
   */
  private record Column(String name, int width, String format, Object sample) {}

  private XSSFTable table(XSSFSheet sheet, String name, List<Column> columns) {
    for (int c = 0; c < columns.size(); c++) {
      Column column = columns.get(c);
      boolean number = column.sample() instanceof Number;
      boolean place = "0".equals(column.format());
      cell(sheet, HEADINGS, c, number ? numberHeading : heading).setCellValue(column.name());
      XSSFCellStyle style =
          style(
              column.format(),
              place
                  ? HorizontalAlignment.CENTER
                  : number ? HorizontalAlignment.GENERAL : HorizontalAlignment.LEFT);
      style.setIndention((short) (number ? 0 : 1));
      style.setWrapText(!number);
      style.setBorderBottom(BorderStyle.THIN);
      style.setBottomBorderColor(colour("C9D1DA"));
      for (int row = FIRST; row <= FIRST + 1; row++) {
        XSSFCell cell = cell(sheet, row, c, style);
        if (column.sample() instanceof Number sample) {
          cell.setCellValue(sample.doubleValue());
        } else {
          cell.setCellValue((String) column.sample());
        }
      }
      sheet.setColumnWidth(c, column.width() * 256);
    }
    sheet.getRow(HEADINGS).setHeightInPoints(46);
    AreaReference area =
        new AreaReference(
            new CellReference(HEADINGS, 0),
            new CellReference(FIRST + 1, columns.size() - 1),
            SpreadsheetVersion.EXCEL2007);
    XSSFTable table = sheet.createTable(area);
    table.setName(name);
    table.setDisplayName(name);
    table.getCTTable().addNewAutoFilter().setRef(area.formatAsString());
    CTTableStyleInfo look = table.getCTTable().addNewTableStyleInfo();
    look.setName("TableStyleLight1");
    look.setShowRowStripes(true);
    return table;
  }

  /**
   * The higher the number, from 0 to the highest, the darker its cell: not every index ends at 100.
   */
  private static void shade(XSSFSheet sheet, String range) {
    var formatting = sheet.getSheetConditionalFormatting();
    XSSFConditionalFormattingRule rule = formatting.createConditionalFormattingColorScaleRule();
    XSSFColorScaleFormatting scale = rule.getColorScaleFormatting();
    scale.setNumControlPoints(2);
    scale.getThresholds()[0].setRangeType(RangeType.NUMBER);
    scale.getThresholds()[0].setValue(0d);
    scale.getThresholds()[1].setRangeType(RangeType.MAX);
    scale.setColors(new XSSFColor[] {colour("FFFFFF"), colour("8DBBD8")});
    formatting.addConditionalFormatting(
        new CellRangeAddress[] {CellRangeAddress.valueOf(range)}, rule);
  }

  private void finish(XSSFSheet sheet, XSSFTable table) {
    sheet.setRepeatingRows(new CellRangeAddress(HEADINGS, HEADINGS, -1, -1));
    print(sheet, table.getColumnCount() > 2);
  }

  private void print(XSSFSheet sheet, boolean landscape) {
    sheet.getPrintSetup().setPaperSize(PrintSetup.A4_PAPERSIZE);
    sheet.getPrintSetup().setLandscape(landscape);
    sheet.setFitToPage(true);
    sheet.getPrintSetup().setFitWidth((short) 1);
    sheet.getPrintSetup().setFitHeight((short) 0);
    sheet.getFooter().setLeft("&A");
    sheet.getFooter().setRight("&P / &N");
  }
}

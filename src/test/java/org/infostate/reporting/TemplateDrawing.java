package org.infostate.reporting;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.poi.ss.SpreadsheetVersion;
import org.apache.poi.ss.usermodel.BorderStyle;
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
import org.apache.poi.xddf.usermodel.XDDFShapeProperties;
import org.apache.poi.xddf.usermodel.XDDFSolidFillProperties;
import org.apache.poi.xddf.usermodel.chart.AxisCrosses;
import org.apache.poi.xddf.usermodel.chart.AxisOrientation;
import org.apache.poi.xddf.usermodel.chart.AxisPosition;
import org.apache.poi.xddf.usermodel.chart.BarDirection;
import org.apache.poi.xddf.usermodel.chart.BarGrouping;
import org.apache.poi.xddf.usermodel.chart.ChartTypes;
import org.apache.poi.xddf.usermodel.chart.LegendPosition;
import org.apache.poi.xddf.usermodel.chart.MarkerStyle;
import org.apache.poi.xddf.usermodel.chart.RadarStyle;
import org.apache.poi.xddf.usermodel.chart.XDDFBarChartData;
import org.apache.poi.xddf.usermodel.chart.XDDFCategoryAxis;
import org.apache.poi.xddf.usermodel.chart.XDDFChartData;
import org.apache.poi.xddf.usermodel.chart.XDDFDataSourcesFactory;
import org.apache.poi.xddf.usermodel.chart.XDDFLineChartData;
import org.apache.poi.xddf.usermodel.chart.XDDFRadarChartData;
import org.apache.poi.xddf.usermodel.chart.XDDFValueAxis;
import org.apache.poi.xssf.usermodel.DefaultIndexedColorMap;
import org.apache.poi.xssf.usermodel.XSSFCell;
import org.apache.poi.xssf.usermodel.XSSFCellStyle;
import org.apache.poi.xssf.usermodel.XSSFChart;
import org.apache.poi.xssf.usermodel.XSSFClientAnchor;
import org.apache.poi.xssf.usermodel.XSSFColor;
import org.apache.poi.xssf.usermodel.XSSFFont;
import org.apache.poi.xssf.usermodel.XSSFName;
import org.apache.poi.xssf.usermodel.XSSFRow;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFTable;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/** Draws a template: the sheet About with the stamp, then a sheet for each table. */
final class TemplateDrawing {

  private static final String ACCENT = "1C5A7D";

  /** Told apart by people who see no colours, and in print, by their lightness. */
  private static final List<String> COLOURS =
      List.of("1C5A7D", "E69F00", "56B4E9", "A6761D", "C9D1DA", "333333");

  private static final int HEADINGS = 3;
  private static final int FIRST = 4;

  /** With more columns a table is printed over several pages side by side. */
  private static final int WIDE = 20;

  private static final int PRINTED_COLUMNS = 12;

  private static final Map<String, String> FORMATS = new HashMap<>();
  private static final Map<String, Integer> WIDTHS = new HashMap<>();
  private static final Set<String> DATES = Set.of("since", "deadline");

  static {
    for (String whole :
        List.of(
            "answered not_available not_applicable unknown unanswered withheld row items",
            "countries in_force in_force_in_part draft none no_answer asked given",
            "required_missing place months actions number budget cost")) {
      List.of(whole.split(" ")).forEach(name -> FORMATS.put(name, "#,##0_)"));
    }
    List.of("year").forEach(name -> FORMATS.put(name, "0"));
    for (String decimal :
        List.of(
            "score group_median median best gain measured points lowest mean highest top_mean",
            "middle_mean low_mean")) {
      List.of(decimal.split(" ")).forEach(name -> FORMATS.put(name, "#,##0.0_)"));
    }
    List.of("top_to_middle middle_to_low gini theil deviation".split(" "))
        .forEach(name -> FORMATS.put(name, "0.000_)"));
    List.of("completeness weight observed".split(" ")).forEach(name -> FORMATS.put(name, "0%_)"));
    FORMATS.put("rank", "0.#");
    FORMATS.put("figure", "#,##0.##_)");
    DATES.forEach(name -> FORMATS.put(name, "yyyy-mm-dd"));
    WIDTHS.putAll(Map.of("country", 28, "iso3", 8, "region", 18, "section", 40, "label", 90));
    WIDTHS.putAll(Map.of("provision", 70, "articles", 60, "value", 60, "source", 30, "remark", 40));
    WIDTHS.putAll(Map.of("assistance", 60, "element", 80, "indicator", 60, "parent", 36));
    WIDTHS.putAll(Map.of("question", 24, "plan", 30, "questionnaire", 30, "register", 24));
    WIDTHS.putAll(Map.of("law", 22, "infostate", 22, "state", 18, "responsible", 24));
    WIDTHS.putAll(Map.of("code", 26, "status", 18, "kind", 22, "roster", 28, "standing", 16));
  }

  /** What a chart is drawn as. */
  enum Kind {
    COLUMNS,
    BARS,
    STACKED_BARS,
    LINES,
    RADAR
  }

  /** A chart of columns of the table beside it. */
  record Chart(Kind kind, String category, List<String> series) {

    Chart(Kind kind, String category, String... series) {
      this(kind, category, List.of(series));
    }
  }

  private final XSSFWorkbook workbook = new XSSFWorkbook();
  private final Map<String, XSSFCellStyle> styles = new HashMap<>();
  private final XSSFCellStyle title = style(null, HorizontalAlignment.GENERAL);
  private final XSSFCellStyle stamp = style(null, HorizontalAlignment.GENERAL);
  private final XSSFCellStyle label = style(null, HorizontalAlignment.GENERAL);
  private final XSSFCellStyle heading = style(null, HorizontalAlignment.LEFT);
  private final XSSFCellStyle numberHeading;

  TemplateDrawing() {
    title.setFont(font(16, true, ACCENT));
    stamp.setFont(font(9, false, "55606E"));
    label.setFont(font(11, true, "1B2430"));
    heading.setFont(font(11, true, "FFFFFF"));
    heading.setFillForegroundColor(colour(ACCENT));
    heading.setFillPattern(FillPatternType.SOLID_FOREGROUND);
    heading.setWrapText(true);
    heading.setVerticalAlignment(VerticalAlignment.CENTER);
    numberHeading = heading.copy();
    numberHeading.setAlignment(HorizontalAlignment.CENTER);
    heading.setIndention((short) 1);
    about();
  }

  void write(String template) throws IOException {
    workbook.getProperties().getCoreProperties().setCreator("Infostate");
    try (OutputStream out = Files.newOutputStream(Path.of("reports", template + ".xlsx"))) {
      workbook.write(out);
    }
  }

  private static XSSFColor colour(String hex) {
    byte[] rgb = java.util.HexFormat.of().parseHex(hex);
    return new XSSFColor(rgb, new DefaultIndexedColorMap());
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
    sheet.setColumnWidth(0, 26 * 256);
    sheet.setColumnWidth(1, 80 * 256);
    cell(sheet, 0, 0, title).setCellValue("Title");
    sheet.getRow(0).setHeightInPoints(26);
    name("title", sheet, "$A$1");
    XSSFCellStyle text = style(null, HorizontalAlignment.LEFT);
    text.setWrapText(true);
    Map<String, XSSFCellStyle> looks =
        Map.of(
            "date", style("yyyy-mm-dd", HorizontalAlignment.LEFT),
            "completeness", style("0%", HorizontalAlignment.LEFT),
            "withheld", style("#,##0", HorizontalAlignment.LEFT));
    for (int i = 0; i < Stamp.FACTS.size(); i++) {
      String fact = Stamp.FACTS.get(i);
      cell(sheet, 2 + i, 0, label).setCellValue(fact);
      name("label_" + fact, sheet, "$A$" + (3 + i));
      cell(sheet, 2 + i, 1, looks.getOrDefault(fact, text));
      name(fact, sheet, "$B$" + (3 + i));
    }
    sheet.getRow(2 + Stamp.FACTS.indexOf("reading")).setHeightInPoints(110);
    cell(sheet, 3 + Stamp.FACTS.size(), 0, stamp);
    name("stamp", sheet, "$A$" + (4 + Stamp.FACTS.size()));
    print(sheet, false);
  }

  TemplateDrawing table(Columns columns) {
    sheet(columns);
    return this;
  }

  TemplateDrawing table(Columns columns, Chart chart) {
    XSSFSheet sheet = sheet(columns);
    draw(sheet, columns.names(), chart);
    return this;
  }

  private XSSFSheet sheet(Columns columns) {
    XSSFSheet sheet = workbook.createSheet(Stamp.sheet(columns.table()));
    cell(sheet, 0, 0, title).setCellFormula("title");
    sheet.getRow(0).setHeightInPoints(26);
    cell(sheet, 1, 0, stamp).setCellFormula("stamp");
    List<String> names = columns.names();
    for (int c = 0; c < names.size(); c++) {
      column(sheet, c, names.get(c), names.size() > WIDE);
    }
    sheet.getRow(HEADINGS).setHeightInPoints(names.size() > WIDE ? 170 : 46);
    AreaReference area =
        new AreaReference(
            new CellReference(HEADINGS, 0),
            new CellReference(FIRST + 1, names.size() - 1),
            SpreadsheetVersion.EXCEL2007);
    XSSFTable table = sheet.createTable(area);
    table.setName(columns.table());
    table.setDisplayName(columns.table());
    table.getCTTable().addNewAutoFilter().setRef(area.formatAsString());
    var look = table.getCTTable().addNewTableStyleInfo();
    look.setName("TableStyleLight1");
    look.setShowRowStripes(true);
    sheet.createFreezePane(names.get(0).equals("country") ? 1 : 0, FIRST);
    sheet.setRepeatingRows(new CellRangeAddress(HEADINGS, HEADINGS, -1, -1));
    print(sheet, names.size() > 4);
    if (names.size() > WIDE) {
      sheet.setRepeatingColumns(new CellRangeAddress(-1, -1, 0, 0));
      sheet.getPrintSetup().setFitWidth((short) (names.size() / PRINTED_COLUMNS + 1));
    }
    return sheet;
  }

  private void column(XSSFSheet sheet, int column, String name, boolean narrow) {
    boolean number = FORMATS.containsKey(name) && !DATES.contains(name);
    cell(sheet, HEADINGS, column, number ? numberHeading : heading).setCellValue(name);
    XSSFCellStyle style =
        styles.computeIfAbsent(
            number || DATES.contains(name) ? FORMATS.get(name) : "text", this::body);
    for (int row = FIRST; row <= FIRST + 1; row++) {
      XSSFCell cell = cell(sheet, row, column, style);
      if (number) {
        cell.setCellValue(1);
      } else {
        cell.setCellValue("…");
      }
    }
    int usual = number ? 13 : DATES.contains(name) ? 14 : narrow ? 18 : 20;
    sheet.setColumnWidth(column, WIDTHS.getOrDefault(name, usual) * 256);
  }

  /** One line a row: not every program makes rows higher where text is wrapped. */
  private XSSFCellStyle body(String format) {
    boolean text = format.equals("text");
    XSSFCellStyle style =
        style(text ? null : format, text ? HorizontalAlignment.LEFT : HorizontalAlignment.GENERAL);
    style.setIndention((short) (text ? 1 : 0));
    style.setBorderBottom(BorderStyle.THIN);
    style.setBottomBorderColor(colour("C9D1DA"));
    return style;
  }

  private static void print(XSSFSheet sheet, boolean landscape) {
    sheet.getPrintSetup().setPaperSize(PrintSetup.A4_PAPERSIZE);
    sheet.getPrintSetup().setLandscape(landscape);
    sheet.setFitToPage(true);
    sheet.getPrintSetup().setFitWidth((short) 1);
    sheet.getPrintSetup().setFitHeight((short) 0);
    sheet.getFooter().setLeft("&A");
    sheet.getFooter().setRight("&P / &N");
  }

  private void draw(XSSFSheet sheet, List<String> names, Chart wanted) {
    int left = names.size() + 1;
    // What begins at the first data row grows with the table: bars need room for each category.
    boolean growing = wanted.kind() == Kind.STACKED_BARS;
    XSSFClientAnchor anchor =
        growing
            ? new XSSFClientAnchor(0, 0, 0, 0, left, FIRST, left + 12, FIRST + 12)
            : new XSSFClientAnchor(0, 0, 0, 0, left, HEADINGS, left + 10, HEADINGS + 20);
    XSSFChart chart = sheet.createDrawingPatriarch().createChart(anchor);
    chart.getCTChart().addNewAutoTitleDeleted().setVal(true);
    chart.getOrAddLegend().setPosition(LegendPosition.BOTTOM);
    boolean lying = wanted.kind() == Kind.BARS || growing;
    XDDFCategoryAxis categories =
        chart.createCategoryAxis(lying ? AxisPosition.LEFT : AxisPosition.BOTTOM);
    categories.getOrAddShapeProperties().setLineProperties(line("8A94A0", 0.75));
    if (lying) {
      categories.setOrientation(AxisOrientation.MAX_MIN);
    }
    XDDFValueAxis values = chart.createValueAxis(lying ? AxisPosition.BOTTOM : AxisPosition.LEFT);
    values.setCrosses(AxisCrosses.AUTO_ZERO);
    values.setMinimum(0);
    values.getOrAddShapeProperties().setLineProperties(line("8A94A0", 0.75));
    values.getOrAddMajorGridProperties().setLineProperties(line("C9D1DA", 0.75));
    XDDFChartData data = chart.createData(type(wanted.kind()), categories, values);
    data.setVaryColors(false);
    style(data, wanted.kind());
    for (int i = 0; i < wanted.series().size(); i++) {
      series(sheet, names, wanted, data, i);
    }
    chart.plot(data);
    if (growing) {
      // The schemas that POI carries lack the type of this value.
      var overlap = chart.getCTChart().getPlotArea().getBarChartArray(0).addNewOverlap();
      ((org.w3c.dom.Element) overlap.getDomNode()).setAttribute("val", "100");
    }
  }

  private static ChartTypes type(Kind kind) {
    return switch (kind) {
      case LINES -> ChartTypes.LINE;
      case RADAR -> ChartTypes.RADAR;
      default -> ChartTypes.BAR;
    };
  }

  private static void style(XDDFChartData data, Kind kind) {
    if (data instanceof XDDFBarChartData bars) {
      bars.setBarDirection(kind == Kind.COLUMNS ? BarDirection.COL : BarDirection.BAR);
      bars.setGapWidth(50);
      bars.setBarGrouping(kind == Kind.STACKED_BARS ? BarGrouping.STACKED : BarGrouping.CLUSTERED);
    } else if (data instanceof XDDFRadarChartData radar) {
      radar.setStyle(RadarStyle.MARKER);
    }
  }

  private static void series(
      XSSFSheet sheet, List<String> names, Chart wanted, XDDFChartData data, int i) {
    int column = names.indexOf(wanted.series().get(i));
    int category = names.indexOf(wanted.category());
    CellRangeAddress labels = new CellRangeAddress(FIRST, FIRST + 1, category, category);
    XDDFChartData.Series series =
        data.addSeries(
            FORMATS.containsKey(wanted.category())
                ? XDDFDataSourcesFactory.fromNumericCellRange(sheet, labels)
                : XDDFDataSourcesFactory.fromStringCellRange(sheet, labels),
            XDDFDataSourcesFactory.fromNumericCellRange(
                sheet, new CellRangeAddress(FIRST, FIRST + 1, column, column)));
    series.setTitle(null, new CellReference(sheet.getSheetName(), HEADINGS, column, true, true));
    String colour = COLOURS.get(i);
    XDDFShapeProperties looks = new XDDFShapeProperties();
    boolean filled = data instanceof XDDFBarChartData;
    if (filled) {
      looks.setFillProperties(new XDDFSolidFillProperties(XDDFColor.from(colour(colour).getRGB())));
    }
    looks.setLineProperties(line(colour, filled ? 0.75 : 2.25));
    series.setShapeProperties(looks);
    if (series instanceof XDDFLineChartData.Series lines) {
      lines.setSmooth(false);
      lines.setMarkerStyle(
          List.of(MarkerStyle.CIRCLE, MarkerStyle.SQUARE, MarkerStyle.DIAMOND).get(i % 3));
    }
  }

  private static XDDFLineProperties line(String hex, double width) {
    XDDFLineProperties line =
        new XDDFLineProperties(new XDDFSolidFillProperties(XDDFColor.from(colour(hex).getRGB())));
    line.setPresetDash(new XDDFPresetLineDash(PresetLineDash.SOLID));
    line.setWidth(width);
    return line;
  }
}

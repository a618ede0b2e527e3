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
import org.apache.poi.ss.usermodel.ConditionalFormattingThreshold.RangeType;
import org.apache.poi.ss.usermodel.FillPatternType;
import org.apache.poi.ss.usermodel.HorizontalAlignment;
import org.apache.poi.ss.usermodel.PageMargin;
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
import org.apache.poi.xssf.usermodel.XSSFColorScaleFormatting;
import org.apache.poi.xssf.usermodel.XSSFConditionalFormattingRule;
import org.apache.poi.xssf.usermodel.XSSFFont;
import org.apache.poi.xssf.usermodel.XSSFName;
import org.apache.poi.xssf.usermodel.XSSFRow;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFTable;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.infostate.report.Stamp;

/** Draws a template: the sheet About with the stamp, then a sheet for each table. */
final class TemplateDrawing {

  private static final String ACCENT = "1C5A7D";

  /**
   * Fills of bars that lie beside each other are told apart by their lightness, by people who see
   * no colours and in print; each has a dark edge, so that the lightest is seen too.
   */
  private static final List<String> FILLS =
      List.of("173F5F", "F6D55C", "B5532A", "8CC7D9", "FFFFFF", "111111");

  /** Lines are told apart by their dashes and marks as well. */
  private static final List<String> LINES = List.of("173F5F", "C77700", "6B7480", "9A3D7A");

  private static final List<PresetLineDash> DASHES =
      List.of(
          PresetLineDash.SOLID, PresetLineDash.DASH, PresetLineDash.DOT, PresetLineDash.DASH_DOT);

  private static final List<MarkerStyle> MARKS =
      List.of(MarkerStyle.CIRCLE, MarkerStyle.SQUARE, MarkerStyle.DIAMOND, MarkerStyle.TRIANGLE);

  private static final String EDGE = "333333";

  private static final int NOTE = 2;
  private static final int HEADINGS = 3;
  private static final int FIRST = 4;

  /** With more columns a table is printed over several pages side by side. */
  private static final int WIDE = 20;

  private static final int PRINTED_COLUMNS = 12;

  /** Characters of the widest sheet that is printed upright. */
  private static final int UPRIGHT = 95;

  /** Columns that a chart lies over, and about so many characters each. */
  private static final int CHART_COLUMNS = 9;

  private static final int USUAL_WIDTH = 9;

  /** Characters of a long stamp, in the small type that it is set in. */
  private static final int STAMP_LENGTH = 190;

  private static final int STAMP_LINE_POINTS = 13;

  private static final Map<String, String> FORMATS = new HashMap<>();
  private static final Map<String, Integer> WIDTHS = new HashMap<>();
  private static final Set<String> DATES = Set.of("since", "deadline", "date");

  static {
    formats(
        "#,##0_)",
        "answered not_available not_applicable unknown unanswered withheld row items",
        "countries in_force in_force_in_part draft none no_answer asked given",
        "required_missing months actions number budget cost");
    formats("0", "year place priority");
    formats(
        "#,##0.0_)",
        "score group_median median last_round best gain measured points lowest mean highest",
        "top_mean middle_mean low_mean need");
    formats("+#,##0.0_);-#,##0.0_);0.0_)", "change");
    formats("0.000_)", "top_to_middle middle_to_low gini theil deviation");
    formats("0%_)", "completeness weight observed");
    // Ties share a rank between two; a format with a point would show it for whole ranks too.
    formats("General", "rank");
    formats("[>=1000]#,##0_);General_)", "figure statistic");
    formats("yyyy-mm-dd", "since deadline date");
    widths(6, "row");
    widths(7, "iso3 year place");
    widths(8, "rank months");
    widths(9, "priority need");
    widths(10, "shared");
    widths(12, "since deadline date status");
    widths(13, "region standing budget cost");
    widths(14, "roster question infostate completeness source state number");
    widths(16, "law register");
    widths(18, "country questionnaire section kind responsible remark");
    widths(20, "code");
    widths(22, "weakest");
    widths(26, "value plan parent");
    widths(30, "articles");
    widths(38, "label provision");
    widths(34, "element");
    widths(40, "assistance");
    widths(48, "indicator");
    widths(60, "reason");
  }

  private static void formats(String format, String... names) {
    for (String some : names) {
      List.of(some.split(" ")).forEach(name -> FORMATS.put(name, format));
    }
  }

  private static void widths(int characters, String names) {
    List.of(names.split(" ")).forEach(name -> WIDTHS.put(name, characters));
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
  private final XSSFCellStyle note = style(null, HorizontalAlignment.GENERAL);
  private final XSSFFont small = font(10, false, "1B2430");
  private final XSSFCellStyle label = style(null, HorizontalAlignment.GENERAL);
  private final XSSFCellStyle heading = style(null, HorizontalAlignment.LEFT);
  private final XSSFCellStyle numberHeading;

  TemplateDrawing() {
    title.setFont(font(16, true, ACCENT));
    stamp.setFont(font(9, false, "55606E"));
    stamp.setWrapText(true);
    note.setFont(font(10, true, "1B2430"));
    label.setFont(font(11, true, "1B2430"));
    label.setWrapText(true);
    heading.setFont(font(10, true, "FFFFFF"));
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
    sheet.setColumnWidth(0, 28 * 256);
    sheet.setColumnWidth(1, 76 * 256);
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
    int last = 3 + Stamp.FACTS.size();
    cell(sheet, last, 0, stamp);
    line(sheet, last, 1, 3);
    name("stamp", sheet, "$A$" + (last + 1));
    print(sheet, false);
  }

  TemplateDrawing table(Columns columns) {
    sheet(columns, 0);
    return this;
  }

  TemplateDrawing table(Columns columns, Chart chart) {
    draw(sheet(columns, 1 + CHART_COLUMNS), columns.names(), chart);
    return this;
  }

  /** The higher a number of these columns, from 0 to the highest, the darker its cell. */
  TemplateDrawing shade(Columns columns, String from, String to) {
    XSSFSheet sheet = workbook.getSheet(Stamp.sheet(columns.table()));
    var formatting = sheet.getSheetConditionalFormatting();
    XSSFConditionalFormattingRule rule = formatting.createConditionalFormattingColorScaleRule();
    XSSFColorScaleFormatting scale = rule.getColorScaleFormatting();
    scale.setNumControlPoints(2);
    scale.getThresholds()[0].setRangeType(RangeType.NUMBER);
    scale.getThresholds()[0].setValue(0d);
    scale.getThresholds()[1].setRangeType(RangeType.MAX);
    scale.setColors(new XSSFColor[] {colour("FFFFFF"), colour("8DBBD8")});
    List<String> names = columns.names();
    formatting.addConditionalFormatting(
        new CellRangeAddress[] {
          new CellRangeAddress(FIRST, FIRST + 1, names.indexOf(from), names.indexOf(to))
        },
        rule);
    return this;
  }

  /**
   * Cells that say the same as a cell of the legend look like it.
   *
   * @param fills by the defined name of the legend's cell, whose value is a word of the reader's
   *     language; dark fills get light letters
   */
  TemplateDrawing legend(Columns columns, String from, Map<String, String> fills) {
    XSSFSheet sheet = workbook.getSheet(Stamp.sheet(columns.table()));
    int first = columns.names().indexOf(from);
    int column = first;
    for (Map.Entry<String, String> each : fills.entrySet()) {
      XSSFCellStyle look = style(null, HorizontalAlignment.CENTER);
      look.setFont(small);
      boolean dark = each.getValue().equals(ACCENT);
      if (dark) {
        look.setFont(font(10, false, "FFFFFF"));
      }
      look.setFillForegroundColor(colour(each.getValue()));
      look.setFillPattern(FillPatternType.SOLID_FOREGROUND);
      cell(sheet, NOTE, column, look);
      String address = "$" + CellReference.convertNumToColString(column) + "$" + (NOTE + 1);
      name(each.getKey(), sheet, address);
      var formatting = sheet.getSheetConditionalFormatting();
      var rule =
          formatting.createConditionalFormattingRule(
              CellReference.convertNumToColString(first) + (FIRST + 1) + "=" + address);
      rule.createPatternFormatting().setFillBackgroundColor(colour(each.getValue()));
      rule.getPatternFormatting().setFillPattern(FillPatternType.SOLID_FOREGROUND.getCode());
      if (dark) {
        rule.createFontFormatting().setFontColor(colour("FFFFFF"));
      }
      formatting.addConditionalFormatting(
          new CellRangeAddress[] {
            new CellRangeAddress(FIRST, FIRST + 1, first, columns.names().size() - 1)
          },
          rule);
      column++;
    }
    return this;
  }

  /**
   * @param beside columns that stand beside the table for a chart
   */
  private XSSFSheet sheet(Columns columns, int beside) {
    XSSFSheet sheet = workbook.createSheet(Stamp.sheet(columns.table()));
    List<String> names = columns.names();
    int width = beside * USUAL_WIDTH;
    for (int c = 0; c < names.size(); c++) {
      width += column(sheet, c, names.get(c), names.size() > WIDE);
    }
    head(sheet, names, beside, width);
    sheet.getRow(HEADINGS).setHeightInPoints(names.size() > WIDE ? 170 : 60);
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
    sheet.createFreezePane(Math.max(0, names.indexOf("country") + 1), FIRST);
    // Every page that is printed says what it rests on and who may read it.
    sheet.setRepeatingRows(new CellRangeAddress(0, HEADINGS, -1, -1));
    print(sheet, width > UPRIGHT);
    if (names.size() > WIDE) {
      sheet.setRepeatingColumns(new CellRangeAddress(-1, -1, 0, 0));
      sheet.getPrintSetup().setFitWidth((short) (names.size() / PRINTED_COLUMNS + 1));
    }
    return sheet;
  }

  /** Title, stamp, and why there is nothing where there is nothing. */
  private void head(XSSFSheet sheet, List<String> names, int beside, int width) {
    cell(sheet, 0, 0, title).setCellFormula("title");
    sheet.getRow(0).setHeightInPoints(26);
    cell(sheet, 1, 0, stamp).setCellFormula("stamp");
    boolean wide = names.size() > WIDE;
    int last = wide ? PRINTED_COLUMNS / 2 : names.size() - 1 + beside;
    line(sheet, 1, last, STAMP_LENGTH / (wide ? UPRIGHT : width) + 1);
    cell(sheet, NOTE, 0, note);
    name(
        "note_"
            + Character.toLowerCase(sheet.getSheetName().charAt(0))
            + sheet.getSheetName().substring(1),
        sheet,
        "$A$" + (NOTE + 1));
  }

  /** A text over several columns; no program makes such a row higher by itself. */
  private static void line(XSSFSheet sheet, int row, int lastColumn, int lines) {
    sheet.addMergedRegion(new CellRangeAddress(row, row, 0, lastColumn));
    sheet.getRow(row).setHeightInPoints(lines * STAMP_LINE_POINTS);
  }

  /** Gives its width in characters. */
  private int column(XSSFSheet sheet, int column, String name, boolean narrow) {
    boolean place = name.startsWith("pillar_");
    String format = place ? FORMATS.get("score") : FORMATS.get(name);
    boolean number = format != null && !DATES.contains(name);
    cell(sheet, HEADINGS, column, number ? numberHeading : heading).setCellValue(name);
    XSSFCellStyle style = styles.computeIfAbsent(format == null ? "text" : format, this::body);
    for (int row = FIRST; row <= FIRST + 1; row++) {
      XSSFCell cell = cell(sheet, row, column, style);
      if (number) {
        cell.setCellValue(1);
      } else {
        cell.setCellValue("…");
      }
    }
    int width = WIDTHS.getOrDefault(name, number ? 11 : narrow ? 14 : 18);
    sheet.setColumnWidth(column, width * 256);
    return width;
  }

  /** Rows have no height of their own: programs make them as high as what is wrapped in them. */
  private XSSFCellStyle body(String format) {
    boolean text = format.equals("text");
    boolean centred = format.equals("0") || format.equals("General");
    XSSFCellStyle style =
        style(
            text ? null : format,
            text || format.startsWith("yyyy")
                ? HorizontalAlignment.LEFT
                : centred ? HorizontalAlignment.CENTER : HorizontalAlignment.RIGHT);
    style.setFont(small);
    style.setIndention((short) (text ? 1 : 0));
    style.setWrapText(text);
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
    for (PageMargin side : List.of(PageMargin.LEFT, PageMargin.RIGHT)) {
      sheet.setMargin(side, 0.4);
    }
    sheet.setMargin(PageMargin.TOP, 0.5);
    sheet.setMargin(PageMargin.BOTTOM, 0.6);
    sheet.setMargin(PageMargin.FOOTER, 0.3);
    sheet.getFooter().setLeft("&A");
    sheet.getFooter().setRight("&P / &N");
  }

  private void draw(XSSFSheet sheet, List<String> names, Chart wanted) {
    int left = names.size() + 1;
    // What begins at the first data row grows with the table: bars need room for each category.
    boolean growing = wanted.kind() == Kind.STACKED_BARS || wanted.kind() == Kind.BARS;
    XSSFClientAnchor anchor =
        growing
            ? new XSSFClientAnchor(0, 0, 0, 0, left, FIRST, left + CHART_COLUMNS, FIRST + 5)
            : new XSSFClientAnchor(0, 0, 0, 0, left, HEADINGS, left + CHART_COLUMNS, HEADINGS + 20);
    XSSFChart chart = sheet.createDrawingPatriarch().createChart(anchor);
    // What the only series is called stands above the chart, several beneath.
    boolean single = wanted.series().size() == 1;
    chart.getCTChart().addNewAutoTitleDeleted().setVal(!single);
    if (!single) {
      chart.getOrAddLegend().setPosition(LegendPosition.BOTTOM);
    }
    XDDFCategoryAxis categories =
        chart.createCategoryAxis(growing ? AxisPosition.LEFT : AxisPosition.BOTTOM);
    categories.getOrAddShapeProperties().setLineProperties(line("8A94A0", 0.75));
    if (growing) {
      categories.setOrientation(AxisOrientation.MAX_MIN);
    }
    XDDFValueAxis values = chart.createValueAxis(growing ? AxisPosition.BOTTOM : AxisPosition.LEFT);
    values.setCrosses(AxisCrosses.AUTO_ZERO);
    values.setMinimum(0);
    values.setNumberFormat("#,##0");
    values.getOrAddShapeProperties().setLineProperties(line("8A94A0", 0.75));
    values.getOrAddMajorGridProperties().setLineProperties(line("C9D1DA", 0.75));
    XDDFChartData data = chart.createData(type(wanted.kind()), categories, values);
    data.setVaryColors(false);
    style(data, wanted.kind());
    for (int i = 0; i < wanted.series().size(); i++) {
      series(sheet, names, wanted, data, i);
    }
    chart.plot(data);
    if (wanted.kind() == Kind.STACKED_BARS) {
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
      bars.setGapWidth(80);
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
    XDDFShapeProperties looks = new XDDFShapeProperties();
    if (data instanceof XDDFBarChartData) {
      looks.setFillProperties(
          new XDDFSolidFillProperties(XDDFColor.from(colour(FILLS.get(i)).getRGB())));
      looks.setLineProperties(line(EDGE, 0.75));
    } else {
      looks.setLineProperties(line(LINES.get(i), i == 0 ? 2.75 : 2));
      looks.getLineProperties().setPresetDash(new XDDFPresetLineDash(DASHES.get(i)));
    }
    series.setShapeProperties(looks);
    if (series instanceof XDDFLineChartData.Series lines) {
      lines.setSmooth(false);
      lines.setMarkerStyle(MARKS.get(i));
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

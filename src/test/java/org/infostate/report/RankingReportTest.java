package org.infostate.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.time.LocalDate;
import java.util.List;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.infostate.problem.ProblemException;
import org.infostate.problem.ProblemKind;
import org.infostate.report.RankingReport.Pillar;
import org.infostate.report.RankingReport.Standing;
import org.infostate.text.Language;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The workbook of an assessment, filled into the template that ships. */
class RankingReportTest {

  private static final double NONE = Double.NaN;

  private static final RankingReport REPORT =
      new RankingReport(
          new Stamp(
              "Capacity",
              "Round 2026",
              "capacity 1",
              "Assessment 7",
              LocalDate.of(2026, 11, 24),
              0.83,
              0,
              "More is better."),
          "Overall",
          List.of(
              new Pillar("legislation", "Law"),
              new Pillar("availability", "Hours"),
              new Pillar("experts", "People"),
              new Pillar("training", "Courses"),
              new Pillar("equipment", "Tools")),
          List.of(
              standing("XRU", "Ruritania", 2, 40, List.of(10.0, 20.0, 30.0, NONE, 50.0), 1, 60),
              standing(
                  "XZZ", "Zubrowka", null, NONE, List.of(NONE, NONE, NONE, NONE, 5.0), null, NONE),
              standing("XAA", "Arcadia", 1, 75.5, List.of(70.0, 80.0, 75.0, 77.5, 75.0), 2, 12)));

  private static Standing standing(
      String iso3,
      String country,
      Integer rank,
      double score,
      List<Double> pillars,
      Integer priority,
      double need) {
    return new Standing(
        iso3, country, "Europe", "Middle", rank, score, pillars, 0.9, priority, need, "Law", "Why");
  }

  private static XSSFWorkbook workbook(Language language) throws Exception {
    byte[] filled = ReportTemplate.shipped(RankingReport.TEMPLATE).fill(REPORT.filling(language));
    return new XSSFWorkbook(new ByteArrayInputStream(filled));
  }

  private static List<String> row(XSSFSheet sheet, int number) {
    Row row = sheet.getRow(number - 1);
    return java.util.stream.IntStream.range(0, row.getLastCellNum())
        .mapToObj(row::getCell)
        .map(RankingReportTest::shown)
        .toList();
  }

  private static String shown(Cell cell) {
    return cell.getCellType() == CellType.NUMERIC
        ? Double.toString(cell.getNumericCellValue())
        : cell.getStringCellValue();
  }

  @Test
  void rankingStandsInOrderWithUnrankedCountriesLast() throws Exception {
    try (XSSFWorkbook workbook = workbook(Language.EN)) {
      XSSFSheet sheet = workbook.getSheet("Ranking");
      assertEquals(
          List.of(
              "Rank",
              "Country",
              "Code",
              "Region",
              "Info-state",
              "Overall",
              "Law",
              "Hours",
              "People",
              "Courses",
              "Tools",
              "pillar_6",
              "pillar_7",
              "pillar_8",
              "pillar_9",
              "pillar_10",
              "Completeness",
              "Priority",
              "Need"),
          row(sheet, 4));
      assertEquals(
          List.of(
              "1.0", "Arcadia", "XAA", "Europe", "Middle", "75.5", "70.0", "80.0", "75.0", "77.5",
              "75.0", "", "", "", "", "", "0.9", "2.0", "12.0"),
          row(sheet, 5));
      assertEquals(
          List.of(
              "2.0",
              "Ruritania",
              "XRU",
              "Europe",
              "Middle",
              "40.0",
              "10.0",
              "20.0",
              "30.0",
              "",
              "50.0",
              "",
              "",
              "",
              "",
              "",
              "0.9",
              "1.0",
              "60.0"),
          row(sheet, 6));
      assertEquals("", row(sheet, 7).get(0));
      assertEquals("Zubrowka", row(sheet, 7).get(1));
    }
  }

  @Test
  void columnsThatTheIndexHasNoPillarForAreHidden() throws Exception {
    try (XSSFWorkbook workbook = workbook(Language.EN)) {
      XSSFSheet sheet = workbook.getSheet("Ranking");
      for (int column = 0; column < 19; column++) {
        assertEquals(column >= 11 && column < 16, sheet.isColumnHidden(column), "" + column);
      }
      assertEquals(11 * 256, sheet.getColumnWidth(10));
      assertEquals(14 * 256, sheet.getColumnWidth(16));
    }
  }

  @Test
  void aSheetWithoutRowsSaysWhy() throws Exception {
    RankingReport none =
        new RankingReport(
            REPORT.stamp(),
            "Overall",
            List.of(),
            List.of(standing("XAA", "Arcadia", 1, 75.5, List.of(), null, NONE)));
    byte[] filled = ReportTemplate.shipped(RankingReport.TEMPLATE).fill(none.filling(Language.EN));
    try (XSSFWorkbook workbook = new XSSFWorkbook(new ByteArrayInputStream(filled))) {
      assertEquals(
          "No priorities follow from this index: they come from answers to questionnaires.",
          row(workbook.getSheet("Priorities"), 3).get(0));
      assertEquals("", row(workbook.getSheet("Ranking"), 3).get(0));
    }
  }

  @Test
  void pillarsOfAnyIndexHaveTheirColumnsAndTheirOwnHeadings() {
    Filling filling =
        new RankingReport(
                REPORT.stamp(),
                "Overall",
                List.of(new Pillar("use", "Use of the Internet"), new Pillar("all", "Overall")),
                List.of(standing("XAA", "Arcadia", 1, 75.5, List.of(70.0, 80.0), 2, 12)))
            .filling(Language.EN);
    Dataset ranking = filling.dataset("ranking").orElseThrow();
    assertEquals(
        List.of("Overall", "Use of the Internet", "Overall (pillar_2)", "pillar_3"),
        ranking.headings().subList(5, 9));
    assertEquals(
        java.util.Arrays.asList(75.5, 70.0, 80.0, null), ranking.rows().get(0).subList(5, 9));
    assertTrue(ranking.hides("pillar_3") && !ranking.hides("pillar_2"));
  }

  @Test
  void prioritiesStandInTheirOwnOrderWithoutCountriesThatHaveNone() throws Exception {
    try (XSSFWorkbook workbook = workbook(Language.EN)) {
      XSSFSheet sheet = workbook.getSheet("Priorities");
      assertEquals("A4:H6", workbook.getTable("priorities").getCTTable().getRef());
      assertEquals(
          List.of("1.0", "Ruritania", "XRU", "Middle", "60.0", "40.0", "Law", "Why"),
          row(sheet, 5));
      assertEquals("Arcadia", row(sheet, 6).get(1));
    }
  }

  @Test
  void chartShowsEveryCountry() throws Exception {
    try (XSSFWorkbook workbook = workbook(Language.EN)) {
      var series =
          workbook
              .getSheet("Chart")
              .getDrawingPatriarch()
              .getCharts()
              .get(0)
              .getCTChart()
              .getPlotArea()
              .getBarChartArray(0)
              .getSerArray(0);
      assertEquals("'Chart'!$B$5:$B$7", quoted(series.getVal().getNumRef().getF()));
      assertEquals("'Chart'!$A$5:$A$7", quoted(series.getCat().getStrRef().getF()));
      assertEquals("Overall", series.getTx().getStrRef().getStrCache().getPtArray(0).getV());
    }
  }

  private static String quoted(String reference) {
    return reference.startsWith("'") ? reference : "'" + reference.replace("!", "'!");
  }

  @Test
  void everySheetSaysWhatItRestsOn() throws Exception {
    try (XSSFWorkbook workbook = workbook(Language.EN)) {
      workbook.getCreationHelper().createFormulaEvaluator().evaluateAll();
      for (String name : List.of("Ranking", "Priorities", "Chart")) {
        assertEquals("Capacity", row(workbook.getSheet(name), 1).get(0));
        assertEquals(
            "Round 2026 · capacity 1 · Assessment 7 · Nov 24, 2026 · 83% complete"
                + " · Planners and reviewers (official)",
            row(workbook.getSheet(name), 2).get(0));
      }
      XSSFSheet about = workbook.getSheet("About");
      assertEquals(List.of("About", "Round 2026"), row(about, 3));
      assertEquals(List.of("Sources", "Assessment 7"), row(about, 5));
    }
  }

  @ParameterizedTest
  @EnumSource
  void templateAndReportKnowTheSameNamesInEveryLanguage(Language language) throws Exception {
    Filling filling = REPORT.filling(language);
    ReportTemplate template = ReportTemplate.shipped(RankingReport.TEMPLATE);
    assertEquals(
        new ReportTemplate.Findings(List.of(), List.of()),
        template.check(filling.values().keySet(), filling.datasets()));
    try (XSSFWorkbook workbook = workbook(language)) {
      assertEquals(4, workbook.getNumberOfSheets());
      for (int i = 0; i < 4; i++) {
        XSSFSheet sheet = workbook.getSheetAt(i);
        assertEquals(language.rightToLeft(), sheet.isRightToLeft());
        sheet.forEach(
            row -> row.forEach(cell -> assertFalse(cell.toString().startsWith("["), "" + cell)));
      }
    }
  }

  @Test
  void templateThatNobodyHasIsUnknown() {
    for (String name : List.of("nothing", "../ranking", "", "RANKING")) {
      ProblemException problem =
          assertThrows(ProblemException.class, () -> ReportTemplate.shipped(name));
      assertEquals(ProblemKind.TEMPLATE_UNKNOWN, problem.first().kind());
    }
    assertTrue(ReportTemplate.shipped("ranking").names().contains("stamp"));
  }
}

package org.infostate.reporting;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.infostate.problem.ProblemException;
import org.infostate.report.ChangedTemplate;
import org.infostate.report.Filling;
import org.infostate.report.ReportTemplate;
import org.infostate.report.Stamp;
import org.infostate.text.Language;
import org.infostate.workbook.LibreOffice;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.io.TempDir;

/**
 * A template that somebody changed in LibreOffice.
 *
 * <ol>
 *   <li>It keeps its names, tables and charts through saving and filling, and what was added and
 *       moved is there.
 *   <li>Names that nobody knows and the one that must not be missing are told together.
 * </ol>
 */
@EnabledIf(value = LibreOffice.AVAILABLE, disabledReason = LibreOffice.WHY)
class LibreOfficeTemplateIT {

  private static final int COUNTRIES = 40;

  /** One for all, as a fresh profile takes LibreOffice most of its time. */
  @TempDir private static java.nio.file.Path folder;

  private static byte[] changed(String... deeds) throws Exception {
    return new LibreOffice(folder).edited(ReportTemplate.shippedFile(RoundReport.TEMPLATE), deeds);
  }

  private static Filling filling() {
    List<List<Object>> states = new ArrayList<>();
    List.of("invited", "accepted").forEach(state -> states.add(List.of(state, 20)));
    List<List<Object>> countries = new ArrayList<>();
    for (int i = 1; i <= COUNTRIES; i++) {
      countries.add(
          List.of(
              "Country " + i,
              "X" + i,
              "Africa",
              "accepted",
              LocalDate.of(2026, 1, 1),
              LocalDate.of(2026, 2, 1),
              100 + i,
              i,
              0,
              0.5));
    }
    return new Stamp("T", "The round", "M", "Q", LocalDate.of(2026, 11, 26), 0.5, 3, "R")
        .filling(
            Language.EN,
            List.of(
                RoundReport.STATES.with(states, Language.EN),
                RoundReport.COUNTRIES.with(countries, Language.EN)));
  }

  @Test
  void nothingIsLostAndWhatWasAddedAndMovedIsThere() throws Exception {
    byte[] template =
        changed(
            "column|Countries|I4|left|=G{row}-H{row}",
            "move|About|A3:B10|A20",
            "unname|subject",
            "chart|Countries|A4:H6");
    assertEquals(
        List.of("subject"), ChangedTemplate.check(template, new RoundReport().vocabulary()));
    TreeSet<String> names = new TreeSet<>(ReportTemplate.shipped(RoundReport.TEMPLATE).names());
    names.remove("subject");
    assertEquals(names, new TreeSet<>(ReportTemplate.read(template).names()));
    byte[] filled = ReportTemplate.read(template).fill(filling());
    looksAsChanged(filled);
    looksAsChanged(new LibreOffice(folder).saved(filled));
  }

  private static void looksAsChanged(byte[] filled) throws Exception {
    try (XSSFWorkbook workbook = new XSSFWorkbook(new ByteArrayInputStream(filled))) {
      workbook.getCreationHelper().createFormulaEvaluator().evaluateAll();
      assertEquals("M", workbook.getSheet("About").getRow(20).getCell(1).getStringCellValue());
      XSSFSheet countries = workbook.getSheet("Countries");
      assertEquals(40, countries.getTables().get(0).getEndRowIndex() - 3);
      assertEquals("left", countries.getRow(3).getCell(8).getStringCellValue());
      assertEquals(100, countries.getRow(3 + COUNTRIES).getCell(8).getNumericCellValue());
      assertEquals("T", countries.getRow(0).getCell(0).getStringCellValue());
      assertTrue(countries.getRepeatingRows() != null, "headings on every page");
      assertEquals(List.of("5:6"), rows(workbook.getSheet("States"), "B"));
      assertTrue(rows(countries, "H").contains("5:44"), rows(countries, "H").toString());
    }
  }

  /** The rows of a column that series of the charts on a sheet show, as {@code first:last}. */
  private static List<String> rows(XSSFSheet sheet, String column) {
    List<String> rows = new ArrayList<>();
    sheet
        .getDrawingPatriarch()
        .getCharts()
        .forEach(
            chart ->
                chart
                    .getCTChart()
                    .getPlotArea()
                    .getBarChartList()
                    .forEach(
                        bars ->
                            bars.getSerList().stream()
                                .map(series -> series.getVal().getNumRef().getF())
                                .filter(cells -> cells.contains("!$" + column + "$"))
                                .map(
                                    cells ->
                                        cells.replaceAll(".*!\\$\\w+\\$(\\d+):\\$\\w+\\$", "$1:"))
                                .forEach(rows::add)));
    return rows;
  }

  @Test
  void unknownAndMissingNamesAreTold() throws Exception {
    Filling vocabulary = new RoundReport().vocabulary();
    byte[] broken = changed("type|Countries|A4|contry", "name|minister|About|B30", "unname|stamp");
    List<String> told =
        assertThrows(ProblemException.class, () -> ChangedTemplate.check(broken, vocabulary))
            .problems()
            .stream()
            .map(each -> each.kind().number() + " " + each.place().cell() + " " + each.arguments())
            .sorted()
            .toList();
    assertEquals(
        List.of("1802 A4 [countries.contry]", "1802 B30 [minister]", "1816 null [stamp]"), told);
  }
}

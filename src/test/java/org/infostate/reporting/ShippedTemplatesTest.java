package org.infostate.reporting;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.infostate.problem.ProblemException;
import org.infostate.problem.ProblemKind;
import org.infostate.report.Dataset;
import org.infostate.report.Filling;
import org.infostate.report.ReportTemplate;
import org.infostate.report.Stamp;
import org.infostate.text.Language;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The templates that ship ask for what their reports give, and say in every language what it is.
 */
class ShippedTemplatesTest {

  private static final Map<String, Filling> VOCABULARIES =
      Stream.<ReportContent>of(
              new RoundReport(),
              new AnswersReport(),
              new InventoryReport(),
              new PlanReport(),
              new ProfileReport(),
              new DivideReport())
          .collect(Collectors.toMap(ReportContent::template, ReportContent::vocabulary));

  static Stream<Arguments> templatesAndLanguages() {
    return Stream.concat(VOCABULARIES.keySet().stream(), Stream.of(LegislationReport.TEMPLATE))
        .flatMap(name -> Stream.of(Language.values()).map(lang -> Arguments.of(name, lang)));
  }

  private static Filling vocabulary(String template) {
    return template.equals(LegislationReport.TEMPLATE)
        ? LegislationReport.vocabulary(ShippedTemplates.provisions())
        : VOCABULARIES.get(template);
  }

  @ParameterizedTest
  @MethodSource("templatesAndLanguages")
  void templateAsksForAllThatTheReportGives(String template, Language language) throws Exception {
    Filling vocabulary = vocabulary(template);
    ReportTemplate.Findings findings =
        ReportTemplate.shipped(template).check(vocabulary.values().keySet(), vocabulary.datasets());
    assertEquals(List.of(), findings.unknown());
    // A provision that is new in the questionnaire is in the table of pairs before the matrix.
    assertEquals(
        List.of(),
        findings.unused().stream().filter(name -> !name.startsWith("matrix.leg_")).toList());
    byte[] filled = ReportTemplate.shipped(template).fill(filling(vocabulary, language));
    try (XSSFWorkbook workbook = new XSSFWorkbook(new ByteArrayInputStream(filled))) {
      assertEquals(1 + vocabulary.datasets().size(), workbook.getNumberOfSheets());
      for (int i = 0; i < workbook.getNumberOfSheets(); i++) {
        XSSFSheet sheet = workbook.getSheetAt(i);
        assertEquals(language.rightToLeft(), sheet.isRightToLeft());
        assertFalse(sheet.getSheetName().startsWith("["));
        sheet.forEach(
            row ->
                row.forEach(cell -> assertFalse(cell.toString().startsWith("[report"), "" + cell)));
      }
    }
  }

  /** Two rows in each table, with the headings of the language. */
  private static Filling filling(Filling vocabulary, Language language) {
    List<Dataset> datasets =
        vocabulary.datasets().stream()
            .map(
                dataset -> {
                  List<Object> row = new ArrayList<>(dataset.columns());
                  Map<String, String> headings =
                      ShippedTemplates.provisions().stream()
                          .collect(Collectors.toMap(one -> one, one -> one));
                  return new Columns(dataset.name(), dataset.columns())
                      .with(List.of(row, row), language, headings);
                })
            .toList();
    return new Stamp("T", "S", "M", "Q", LocalDate.of(2026, 11, 25), 0.5, 3, "R")
        .filling(language, datasets);
  }

  @Test
  void everySheetIsStamped() throws Exception {
    byte[] filled =
        ReportTemplate.shipped(PlanReport.TEMPLATE)
            .fill(filling(vocabulary(PlanReport.TEMPLATE), Language.EN));
    try (XSSFWorkbook workbook = new XSSFWorkbook(new ByteArrayInputStream(filled))) {
      workbook.getCreationHelper().createFormulaEvaluator().evaluateAll();
      for (int i = 1; i < workbook.getNumberOfSheets(); i++) {
        assertEquals(
            "S · M · Q · Nov 25, 2026 · 50% complete · Planners and reviewers (official)",
            workbook.getSheetAt(i).getRow(1).getCell(0).getStringCellValue());
        assertTrue(workbook.getSheetAt(i).getPaneInformation().isFreezePane());
        assertEquals(1, workbook.getSheetAt(i).getTables().size());
      }
    }
  }

  @Test
  void rowsThatAreNotThoseCountedAreRefused() {
    for (int counted : List.of(1, 3)) {
      RowsOfResponses rows =
          new RowsOfResponses(
              java.util.Arrays.asList(null, null), response -> List.of(List.of("row")), counted);
      assertEquals(counted, rows.size());
      ProblemException problem =
          assertThrows(ProblemException.class, () -> List.copyOf(new ArrayList<>(read(rows))));
      assertEquals(ProblemKind.REPORT_CHANGED, problem.first().kind());
    }
    RowsOfResponses rows =
        new RowsOfResponses(
            java.util.Arrays.asList(null, null), response -> List.of(List.of("row")), 2);
    assertEquals(2, read(rows).size());
    assertEquals(List.of("row"), rows.get(1));
  }

  /** As a sheet reads them: no further than their number. */
  private static List<List<Object>> read(RowsOfResponses rows) {
    List<List<Object>> read = new ArrayList<>();
    var iterator = rows.iterator();
    for (int i = 0; i < rows.size() && iterator.hasNext(); i++) {
      read.add(iterator.next());
    }
    return read;
  }

  @Test
  void progressIsToldInStepsAndNeverAsDone() {
    List<Integer> told = new ArrayList<>();
    List<List<Object>> rows = new ArrayList<>();
    for (int i = 0; i < 1000; i++) {
      rows.add(List.of(i));
    }
    Filling counted =
        CountedRows.of(
            Stamp.BLANK.filling(Language.EN, List.of(new Dataset("years", List.of("year"), rows))),
            told::add);
    counted.datasets().get(0).rows().forEach(row -> {});
    assertEquals(5, told.get(0));
    assertEquals(19, told.size());
    assertTrue(told.stream().allMatch(percent -> percent < 100));
  }
}

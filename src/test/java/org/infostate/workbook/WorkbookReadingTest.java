package org.infostate.workbook;

import static org.apache.poi.ss.usermodel.Row.MissingCellPolicy.CREATE_NULL_AS_BLANK;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.infostate.problem.Problem;
import org.infostate.problem.ProblemKind;
import org.infostate.response.AnswerKey;
import org.infostate.response.AnswerStatus;
import org.infostate.response.Given;
import org.infostate.text.Language;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class WorkbookReadingTest {

  private final Kingdom kingdom = Kingdom.answered();

  private WorkbookReading after(Kingdom.Deed deed) {
    return after(Language.EN, deed);
  }

  private WorkbookReading after(Language language, Kingdom.Deed deed) {
    return kingdom.read(Kingdom.edited(kingdom.workbook(language), deed));
  }

  private Map<AnswerKey, Given> changes(Kingdom.Deed deed) {
    WorkbookReading reading = after(deed);
    assertEquals(List.of(), reading.problems());
    return kingdom.changes(reading);
  }

  private static AnswerKey key(String question) {
    return AnswerKey.of(question);
  }

  /** The one problem that there is. */
  private static Problem only(WorkbookReading reading) {
    assertEquals(1, reading.problems().size(), reading.problems().toString());
    return reading.problems().get(0);
  }

  // What comes back

  @ParameterizedTest
  @EnumSource
  void aWorkbookThatNobodyTouchedChangesNothing(Language language) {
    WorkbookReading reading = kingdom.read(kingdom.workbook(language));
    assertEquals(List.of(), reading.problems());
    assertEquals(Map.of(), kingdom.changes(reading));
    assertEquals(
        kingdom.held().keySet(),
        kingdom.held().keySet().stream()
            .filter(reading.found()::containsKey)
            .collect(java.util.stream.Collectors.toSet()));
    assertEquals(language, reading.identity().language());
  }

  @Test
  void valuesThatStrainTheFileFormatComeBackAsTheyWere() {
    String strange = "=1+1 \u0627\u0644\u0639\u0631\u0628\u064a\u0629 _x000A_ <&> \"\n second line";
    Kingdom hard =
        new Kingdom()
            .answer("king", strange)
            .answer("guards", "123456789012345678")
            .answer("gold", "0.000000000001")
            .answer("crowned", "1815-06-18")
            .held("heir", 0, "yes", AnswerStatus.PROVISIONAL, "a comment\nin two lines", "court")
            .held("tongues", 0, null, AnswerStatus.NOT_AVAILABLE, null, null)
            .held("charter", 0, null, AnswerStatus.UNKNOWN, "lost", null);
    WorkbookReading reading = hard.read(hard.workbook(Language.EN));
    assertEquals(List.of(), reading.problems());
    assertEquals(Map.of(), hard.changes(reading));
    assertEquals(strange, reading.found().get(key("king")).given().value());
  }

  @Test
  void answersOfEveryTypeAreRead() {
    Kingdom empty = new Kingdom();
    byte[] filled =
        Kingdom.edited(
            empty.workbook(Language.EN),
            workbook -> {
              Kingdom.answer(workbook, "king").setCellValue("Michael");
              Kingdom.answer(workbook, "guards").setCellValue(7);
              Kingdom.answer(workbook, "gold").setCellValue(0.1);
              Kingdom.answer(workbook, "crowned").setCellValue(LocalDate.of(2020, 2, 29));
              Kingdom.answer(workbook, "heir").setCellValue("No");
              Kingdom.answer(workbook, "tongues/la").setCellValue("Yes");
              Kingdom.answer(workbook, "tongues/de").setCellValue("x");
              Kingdom.cell(workbook, "charter", WorkbookPlan.STATUS).setCellValue("Unknown");
              Kingdom.cell(workbook, "king", WorkbookPlan.COMMENT).setCellValue("since May");
              Kingdom.cell(workbook, "king", WorkbookPlan.SOURCE).setCellValue("gazette");
              Kingdom.cell(workbook, "gold", WorkbookPlan.STATUS).setCellValue("Provisional");
            });
    WorkbookReading reading = empty.read(filled);
    assertEquals(List.of(), reading.problems());
    assertEquals(
        Map.of(
            key("king"), new Given("Michael", null, "since May", "gazette", null),
            key("guards"), Given.value("7"),
            key("gold"), new Given("0.1", AnswerStatus.PROVISIONAL, null, null, null),
            key("crowned"), Given.value("2020-02-29"),
            key("heir"), Given.value("no"),
            key("tongues"), Given.value("de la"),
            key("charter"), Given.status(AnswerStatus.UNKNOWN)),
        empty.changes(reading));
  }

  @Test
  void labelsOfTheLanguageMapBackToCodes() {
    WorkbookReading reading =
        after(
            Language.FR,
            workbook -> {
              Kingdom.answer(workbook, "heir").setCellValue("Non");
              Kingdom.answer(workbook, "tongues/fr").setCellValue("Oui");
              Kingdom.inTable(workbook, "wall_roster.1", "wall_kind").setCellValue(" porte ");
            });
    assertEquals(List.of(), reading.problems());
    assertEquals(
        Map.of(
            key("heir"),
            Given.value("no"),
            key("tongues"),
            Given.value("de fr la"),
            new AnswerKey("wall_kind", 1),
            Given.status(AnswerStatus.ANSWERED)),
        Map.of(
            key("heir"),
            kingdom.changes(reading).get(key("heir")),
            key("tongues"),
            kingdom.changes(reading).get(key("tongues")),
            new AnswerKey("wall_kind", 1),
            Given.status(AnswerStatus.ANSWERED)));
    assertEquals("gate", reading.found().get(new AnswerKey("wall_kind", 1)).given().value());
  }

  @Test
  void aLabelOfAnotherLanguageOrACodeIsUnderstoodWhereItMeansOneChoice() {
    assertEquals(
        Map.of(key("heir"), Given.value("no")),
        changes(workbook -> Kingdom.answer(workbook, "heir").setCellValue("NON")));
    assertEquals(
        Map.of(key("wing"), Given.value("north")),
        changes(workbook -> Kingdom.answer(workbook, "wing").setCellValue("north")));
  }

  @Test
  void aLabelThatTwoChoicesHaveIsNotGuessed() {
    Problem problem =
        only(after(workbook -> Kingdom.answer(workbook, "wing").setCellValue("Wing")));
    assertEquals(ProblemKind.WORKBOOK_CHOICE_UNKNOWN, problem.kind());
    assertEquals("wing", problem.place().question());
    assertEquals("1 The crown- who’s who-", problem.place().sheet());
    assertTrue(problem.place().cell().matches("D\\d+"), problem.place().cell());
  }

  @Test
  void anEmptiedCellIsFoundBlank() {
    WorkbookReading reading = after(workbook -> Kingdom.answer(workbook, "king").setBlank());
    assertEquals(List.of(), reading.problems());
    Given given = kingdom.changes(reading).get(key("king"));
    assertNull(given.value());
  }

  // Tables

  @Test
  void tablesMayBeSortedAndGrow() {
    WorkbookReading reading =
        after(
            workbook -> {
              swap(Kingdom.row(workbook, "wall_roster.1"), Kingdom.row(workbook, "wall_roster.4"));
              Kingdom.inTable(workbook, "wall_roster.+3", "wall_name").setCellValue("New tower");
              Kingdom.inTable(workbook, "wall_roster.+3", "wall_height").setCellValue(12);
              Sheet sheet = Kingdom.row(workbook, "wall_roster.1").getSheet();
              int name = Kingdom.inTable(workbook, "wall_roster.1", "wall_name").getColumnIndex();
              sheet.createRow(sheet.getLastRowNum() + 1).createCell(name).setCellValue("Below");
            });
    assertEquals(List.of(), reading.problems());
    assertEquals(Map.of("wall_roster", List.of(-1, -2)), reading.newRows());
    assertEquals(
        Map.of(
            new AnswerKey("wall_name", -1), Given.value("New tower"),
            new AnswerKey("wall_height", -1), Given.value("12"),
            new AnswerKey("wall_name", -2), Given.value("Below")),
        kingdom.changes(reading));
  }

  private static void swap(Row one, Row other) {
    for (int column = 0; column < one.getLastCellNum(); column++) {
      String a = text(one.getCell(column));
      String b = text(other.getCell(column));
      put(one.getCell(column), b);
      put(other.getCell(column), a);
    }
  }

  private static String text(Cell cell) {
    return switch (cell.getCellType()) {
      case NUMERIC -> "#" + cell.getNumericCellValue();
      default -> cell.toString();
    };
  }

  private static void put(Cell cell, String text) {
    if (text.startsWith("#")) {
      cell.setCellValue(Double.parseDouble(text.substring(1)));
    } else if (text.isEmpty()) {
      cell.setBlank();
    } else {
      cell.setCellValue(text);
    }
  }

  @Test
  void aStatusStandsInBracketsInATable() {
    assertEquals(
        Map.of(
            new AnswerKey("wall_name", 1), Given.status(AnswerStatus.NOT_AVAILABLE),
            new AnswerKey("wall_tongues", 1), Given.status(AnswerStatus.UNKNOWN)),
        changes(
            workbook -> {
              Kingdom.inTable(workbook, "wall_roster.1", "wall_name")
                  .setCellValue("[not available]");
              Kingdom.inTable(workbook, "wall_roster.1", "wall_tongues/la")
                  .setCellValue("[inconnu]");
            }));
  }

  @Test
  void aCopiedRowOfATableIsReported() {
    WorkbookReading reading =
        after(
            workbook ->
                Kingdom.row(workbook, "wall_roster.+1").getCell(0).setCellValue("wall_roster.4"));
    assertEquals(ProblemKind.WORKBOOK_TABLE_ROW_TWICE, only(reading).kind());
    assertTrue(reading.found().keySet().stream().noneMatch(key -> key.row() == 4));
  }

  @Test
  void aColumnThatIsGoneIsReportedAndItsAnswersStay() {
    WorkbookReading reading =
        after(
            workbook -> {
              Cell cell = Kingdom.inTable(workbook, "wall_roster.1", "wall_height");
              cell.getSheet()
                  .getRow(WorkbookPlan.KEY_ROW)
                  .getCell(cell.getColumnIndex())
                  .setBlank();
            });
    assertEquals(ProblemKind.WORKBOOK_COLUMN_MISSING, only(reading).kind());
    assertTrue(
        reading.found().keySet().stream().noneMatch(key -> key.question().equals("wall_height")));
  }

  // What people do to sheets

  @Test
  void rowsThatAreSortedAsAWholeAreBelieved() {
    assertEquals(
        Map.of(),
        changes(workbook -> swap(Kingdom.row(workbook, "guards"), Kingdom.row(workbook, "gold"))));
  }

  @Test
  void rowsAndColumnsMayBeInserted() {
    assertEquals(
        Map.of(),
        changes(
            workbook -> {
              Row king = Kingdom.row(workbook, "king");
              Sheet sheet = king.getSheet();
              sheet.shiftRows(king.getRowNum(), sheet.getLastRowNum(), 2);
              rename(workbook, sheet, 2);
              sheet.createRow(7).createCell(WorkbookPlan.LABEL).setCellValue("our notes");
            }));
  }

  /** POI moves rows without their names; spreadsheet programs move both. */
  private static void rename(XSSFWorkbook workbook, Sheet sheet, int by) {
    workbook.getAllNames().stream()
        .filter(name -> name.getRefersToFormula().contains(sheet.getSheetName()))
        .forEach(
            name ->
                name.setRefersToFormula(
                    java.util.regex.Pattern.compile("\\$(\\d+)")
                        .matcher(name.getRefersToFormula())
                        .replaceAll(found -> "\\$" + (Integer.parseInt(found.group(1)) + by))));
  }

  @Test
  void answersThatWereMovedWithoutTheirRowAreReported() {
    WorkbookReading reading =
        after(
            workbook -> {
              // Cut the answer of guards and paste it into the row of gold.
              Cell from = Kingdom.answer(workbook, "guards");
              Cell to = Kingdom.answer(workbook, "gold");
              to.setCellValue(from.getNumericCellValue());
              from.setBlank();
              workbook
                  .getName("a_guards")
                  .setRefersToFormula(workbook.getName("a_gold").getRefersToFormula());
              workbook.getName("a_gold").setRefersToFormula("#REF!");
            });
    assertEquals(Set.of(1512), Kingdom.numbers(reading));
    assertEquals(2, reading.problems().size());
    assertTrue(reading.problems().get(0).arguments().contains("guards"));
    assertTrue(!reading.found().containsKey(key("guards")));
    assertTrue(!reading.found().containsKey(key("gold")));
  }

  @Test
  void labelsThatWereSortedWithoutTheIdentitiesAreReported() {
    WorkbookReading reading =
        after(
            workbook -> {
              Row guards = Kingdom.row(workbook, "guards");
              Row gold = Kingdom.row(workbook, "gold");
              String id = guards.getCell(0).getStringCellValue();
              swap(guards, gold);
              gold.getCell(0).setCellValue("gold");
              guards.getCell(0).setCellValue(id);
            });
    assertEquals(Set.of(1512), Kingdom.numbers(reading));
    assertEquals(2, reading.problems().size());
  }

  @Test
  void labelsMayBeTranslated() {
    assertEquals(
        Map.of(),
        changes(
            workbook ->
                Kingdom.cell(workbook, "king", WorkbookPlan.LABEL).setCellValue("Der König")));
  }

  @Test
  void anIdentityThatStandsTwiceIsReported() {
    WorkbookReading reading =
        after(workbook -> Kingdom.row(workbook, "guards").getCell(0).setCellValue("king"));
    assertTrue(Kingdom.numbers(reading).contains(1511));
    assertTrue(!reading.found().containsKey(key("king")));
  }

  @Test
  void anIdentityThatIsNoQuestionIsReported() {
    WorkbookReading reading =
        after(workbook -> Kingdom.row(workbook, "king").getCell(0).setCellValue("queen"));
    assertEquals(ProblemKind.WORKBOOK_ROW_ID_UNKNOWN, only(reading).kind());
  }

  @Test
  void anAnswerInARowWithoutIdentityIsReported() {
    WorkbookReading reading =
        after(workbook -> Kingdom.row(workbook, "king").getCell(0).setBlank());
    assertEquals(ProblemKind.WORKBOOK_ROW_WITHOUT_ID, only(reading).kind());
    assertEquals(List.of("Rudolf V"), only(reading).arguments());
  }

  @Test
  void aChoiceWhoseRowIsGoneIsReported() {
    WorkbookReading reading =
        after(
            workbook -> {
              Row row = Kingdom.row(workbook, "tongues/fr");
              row.getSheet().removeRow(row);
            });
    assertEquals(ProblemKind.WORKBOOK_MARK_MISSING, only(reading).kind());
    assertTrue(!reading.found().containsKey(key("tongues")));
  }

  @Test
  void mergedAnswersAreReported() {
    WorkbookReading reading =
        after(
            workbook -> {
              int row = Kingdom.row(workbook, "guards").getRowNum();
              Kingdom.row(workbook, "guards")
                  .getSheet()
                  .addMergedRegion(
                      new CellRangeAddress(row, row + 1, WorkbookPlan.ANSWER, WorkbookPlan.ANSWER));
            });
    assertEquals(Set.of(1516), Kingdom.numbers(reading));
    assertEquals(2, reading.problems().size());
  }

  @Test
  void aCopiedSheetIsReported() {
    WorkbookReading reading = after(workbook -> workbook.cloneSheet(1));
    assertEquals(ProblemKind.WORKBOOK_SHEET_TWICE, only(reading).kind());
  }

  @Test
  void theAnswersOfADeletedSheetStayAndItIsSaid() {
    WorkbookReading reading = after(workbook -> workbook.removeSheetAt(1));
    assertEquals(List.of(), reading.problems());
    assertEquals(
        List.of(ProblemKind.WORKBOOK_SHEET_GONE),
        reading.remarks().stream().map(Problem::kind).toList());
    assertFalse(reading.found().containsKey(key("king")));
    assertTrue(reading.found().containsKey(key("has_walls")));
  }

  @Test
  void aSheetWhoseIdentitiesAreGoneIsReported() {
    WorkbookReading reading =
        after(
            workbook ->
                workbook
                    .getSheetAt(1)
                    .forEach(row -> row.removeCell(row.getCell(0, CREATE_NULL_AS_BLANK))));
    assertEquals(ProblemKind.WORKBOOK_SHEET_MISSING, only(reading).kind());
  }

  @Test
  void theAnswerOfADeletedRowStaysAndItIsSaid() {
    WorkbookReading reading =
        after(
            workbook -> {
              Row guards = Kingdom.row(workbook, "guards");
              guards.getSheet().removeRow(guards);
              Row gate = Kingdom.row(workbook, "wall_roster.4");
              gate.getSheet().removeRow(gate);
            });
    assertEquals(List.of(), reading.problems());
    assertEquals(
        Set.of(ProblemKind.WORKBOOK_QUESTION_GONE, ProblemKind.WORKBOOK_TABLE_ROW_GONE),
        reading.remarks().stream().map(Problem::kind).collect(Collectors.toSet()));
    assertFalse(reading.found().containsKey(key("guards")));
    assertFalse(reading.found().containsKey(new AnswerKey("wall_name", 4)));
  }

  @Test
  void sheetsMayBeRenamedAndOthersAdded() {
    assertEquals(
        Map.of(),
        changes(
            workbook -> {
              workbook.setSheetName(1, "Krone");
              workbook.createSheet("Ours").createRow(0).createCell(0).setCellValue("king");
            }));
  }

  // What stands in cells

  private Problem in(String id, java.util.function.Consumer<Cell> deed) {
    return only(after(workbook -> deed.accept(Kingdom.answer(workbook, id))));
  }

  @Test
  void aFormulaIsReported() {
    assertEquals(
        ProblemKind.WORKBOOK_FORMULA, in("guards", cell -> cell.setCellFormula("1+1")).kind());
  }

  @Test
  void anErrorIsReported() {
    Problem problem =
        in(
            "guards",
            cell ->
                cell.setCellErrorValue(org.apache.poi.ss.usermodel.FormulaError.DIV0.getCode()));
    assertEquals(ProblemKind.WORKBOOK_CELL, problem.kind());
    assertEquals(List.of("#DIV/0!"), problem.arguments());
  }

  @Test
  void textInANumberCellIsLeftToTheCheck() {
    assertEquals(
        Map.of(key("guards"), Given.value("about ten")),
        changes(workbook -> Kingdom.answer(workbook, "guards").setCellValue("about ten")));
  }

  @Test
  void aDateAsTextIsTakenWhereItHasOneReading() {
    assertEquals(
        Map.of(key("crowned"), Given.value("2020-03-04")),
        changes(workbook -> Kingdom.answer(workbook, "crowned").setCellValue("2020-03-04")));
    assertEquals(
        Map.of(key("crowned"), Given.value("2020-03-04")),
        changes(
            workbook ->
                Kingdom.answer(workbook, "crowned")
                    .setCellValue("\u0662\u0660\u0662\u0660-\u0660\u0663-\u0660\u0664")));
    for (String text : List.of("03/04/2020", "4.3.2020", "3 April 2020", "20200304")) {
      Problem problem = in("crowned", cell -> cell.setCellValue(text));
      assertEquals(ProblemKind.WORKBOOK_DATE_AS_TEXT, problem.kind(), text);
      assertEquals(List.of(text), problem.arguments());
    }
  }

  @Test
  void aDateWhereANumberIsAskedIsReported() {
    Problem problem =
        in(
            "guards",
            cell -> {
              cell.setCellStyle(style(cell, "d.m.yyyy"));
              cell.setCellValue(LocalDate.of(2026, 5, 1));
            });
    assertEquals(ProblemKind.WORKBOOK_DATE_NOT_ASKED, problem.kind());
    assertEquals(List.of("2026-05-01"), problem.arguments());
  }

  @Test
  void aPercentageIsReported() {
    Problem problem =
        in(
            "gold",
            cell -> {
              cell.setCellStyle(style(cell, "0.0%"));
              cell.setCellValue(0.125);
            });
    assertEquals(ProblemKind.WORKBOOK_PERCENT, problem.kind());
    assertEquals(List.of("12.5"), problem.arguments());
  }

  private static CellStyle style(Cell cell, String format) {
    var workbook = cell.getSheet().getWorkbook();
    CellStyle style = workbook.createCellStyle();
    style.setDataFormat(workbook.createDataFormat().getFormat(format));
    return style;
  }

  @Test
  void aNumberInATextCellIsItsDigits() {
    assertEquals(
        Map.of(key("king"), Given.value("1000000000000")),
        changes(workbook -> Kingdom.answer(workbook, "king").setCellValue(1e12)));
  }

  @Test
  void aValueBesideAStatusThatDeniesItIsReported() {
    Problem problem =
        only(
            after(
                workbook ->
                    Kingdom.cell(workbook, "king", WorkbookPlan.STATUS)
                        .setCellValue("Not available")));
    assertEquals(ProblemKind.WORKBOOK_VALUE_AND_STATUS, problem.kind());
    assertTrue(problem.place().cell().startsWith("E"), problem.place().cell());
  }

  @Test
  void unknownStatusesAndMarksAreReported() {
    assertEquals(
        ProblemKind.WORKBOOK_STATUS_UNKNOWN,
        only(after(
                workbook ->
                    Kingdom.cell(workbook, "king", WorkbookPlan.STATUS).setCellValue("perhaps")))
            .kind());
    Problem mark = in("tongues/la", cell -> cell.setCellValue("a little"));
    assertEquals(ProblemKind.WORKBOOK_MARK_UNKNOWN, mark.kind());
    assertEquals(List.of("a little", "Yes"), mark.arguments());
  }

  @Test
  void truthValuesAreMarks() {
    assertEquals(
        Map.of(key("tongues"), Given.value("de fr")),
        changes(
            workbook -> {
              Kingdom.answer(workbook, "tongues/fr").setCellValue(true);
              Kingdom.answer(workbook, "tongues/la").setCellValue(false);
            }));
  }

  // Whose workbook it is

  private static Problem refused(WorkbookReading reading) {
    assertTrue(reading.found().isEmpty());
    return only(reading);
  }

  private static Cell identity(XSSFWorkbook workbook, String key) {
    for (Row row : workbook.getSheet(ResponseWorkbook.IDENTITY_SHEET)) {
      if (row.getCell(0).getStringCellValue().equals(key)) {
        return row.getCell(1);
      }
    }
    throw new AssertionError(key);
  }

  @Test
  void aTamperedIdentityIsRefused() {
    for (String key : List.of("country", "round", "version", "issued", "answer", "signature")) {
      Problem problem = refused(after(workbook -> identity(workbook, key).setCellValue("king 99")));
      assertEquals(ProblemKind.WORKBOOK_TAMPERED, problem.kind(), key);
    }
  }

  @Test
  void anIdentitySignedByAnotherInstallationIsRefused() {
    WorkbookReading reading =
        WorkbookReading.read(
            kingdom.workbook(Language.EN),
            new WorkbookReading.Expected(
                "first", "XRU", Kingdom.VERSIONS, List.of(kingdom.filled()), new byte[] {1}));
    assertEquals(ProblemKind.WORKBOOK_TAMPERED, refused(reading).kind());
  }

  @Test
  void theWorkbookOfAnotherCountryOrRoundIsRefused() {
    WorkbookIdentity own = kingdom.identity(Language.EN);
    WorkbookIdentity other =
        new WorkbookIdentity(
            "first", "XAA", own.versions(), own.language(), own.sections(), own.issued(), Map.of());
    Problem problem = refused(kingdom.read(kingdom.workbook(other)));
    assertEquals(ProblemKind.WORKBOOK_OTHER_RESPONSE, problem.kind());
    assertEquals(List.of("XAA", "first"), problem.arguments());
  }

  @Test
  void theWorkbookOfAnOlderVersionIsRefused() {
    WorkbookIdentity own = kingdom.identity(Language.EN);
    WorkbookIdentity old =
        new WorkbookIdentity(
            "first",
            "XRU",
            List.of("realm/0/" + "cd".repeat(32)),
            own.language(),
            own.sections(),
            own.issued(),
            Map.of());
    assertEquals(
        ProblemKind.WORKBOOK_OTHER_VERSION, refused(kingdom.read(kingdom.workbook(old))).kind());
  }

  @Test
  void theWorkbookOfAnEarlierRoundIsRefusedForItsVersionWhereThatIsAnother() {
    WorkbookIdentity own = kingdom.identity(Language.EN);
    WorkbookIdentity old =
        new WorkbookIdentity(
            "zeroth",
            "XRU",
            List.of("realm/0/" + "cd".repeat(32)),
            own.language(),
            own.sections(),
            own.issued(),
            Map.of());
    assertEquals(
        ProblemKind.WORKBOOK_OTHER_VERSION, refused(kingdom.read(kingdom.workbook(old))).kind());
    WorkbookIdentity same =
        new WorkbookIdentity(
            "zeroth",
            "XRU",
            own.versions(),
            own.language(),
            own.sections(),
            own.issued(),
            Map.of());
    assertEquals(
        ProblemKind.WORKBOOK_OTHER_RESPONSE, refused(kingdom.read(kingdom.workbook(same))).kind());
  }

  @Test
  void aWorkbookWithoutIdentityIsNotOurs() {
    Problem problem =
        refused(
            after(
                workbook ->
                    workbook.removeSheetAt(
                        workbook.getSheetIndex(ResponseWorkbook.IDENTITY_SHEET))));
    assertEquals(ProblemKind.WORKBOOK_NOT_OURS, problem.kind());
  }

  @Test
  void identityIsReadFromASheetThatIsNoLongerHidden() {
    assertEquals(
        Map.of(),
        changes(
            workbook -> {
              int index = workbook.getSheetIndex(ResponseWorkbook.IDENTITY_SHEET);
              workbook.setSheetVisibility(
                  index, org.apache.poi.ss.usermodel.SheetVisibility.HIDDEN);
              workbook.setSheetName(index, "Sheet7");
              workbook.getSheetAt(index).disableLocking();
            }));
  }
}

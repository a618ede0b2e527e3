package org.infostate.workbook;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.SheetVisibility;
import org.apache.poi.xssf.usermodel.XSSFDataValidation;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFTable;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.infostate.text.Language;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ResponseWorkbookTest {

  private final Kingdom kingdom = Kingdom.answered();

  private void in(Language language, Kingdom.Deed look) {
    Kingdom.edited(kingdom.workbook(language), look);
  }

  @Test
  void eachSectionAndTableHasItsSheetAfterTheGuide() {
    in(
        Language.EN,
        workbook -> {
          List<String> visible = new ArrayList<>();
          for (int i = 0; i < workbook.getNumberOfSheets(); i++) {
            if (workbook.getSheetVisibility(i) == SheetVisibility.VISIBLE) {
              visible.add(workbook.getSheetName(i));
            }
          }
          assertEquals(
              List.of("Guide", "1 The crown- who’s who-", "2 The walls", "2a Parts of the wall"),
              visible);
        });
  }

  @Test
  void listsAndIdentityAreVeryHidden() {
    in(
        Language.EN,
        workbook -> {
          for (String sheet : List.of(WorkbookLists.SHEET, ResponseWorkbook.IDENTITY_SHEET)) {
            assertEquals(
                SheetVisibility.VERY_HIDDEN,
                workbook.getSheetVisibility(workbook.getSheetIndex(sheet)));
          }
          assertTrue(workbook.isStructureLocked());
        });
  }

  @Test
  void answersStandInTheirCells() {
    in(
        Language.EN,
        workbook -> {
          assertEquals("Rudolf V", Kingdom.answer(workbook, "king").getStringCellValue());
          assertEquals(120, Kingdom.answer(workbook, "guards").getNumericCellValue());
          assertEquals(12.5, Kingdom.answer(workbook, "gold").getNumericCellValue());
          assertEquals(
              "1897-10-24",
              Kingdom.answer(workbook, "crowned").getStringCellValue(),
              "programs do not agree on days before March 1900");
          assertEquals("Yes", Kingdom.answer(workbook, "heir").getStringCellValue());
          assertEquals("Yes", Kingdom.answer(workbook, "tongues/de").getStringCellValue());
          assertEquals("", Kingdom.answer(workbook, "tongues/fr").getStringCellValue());
          assertEquals("Wing [south]", Kingdom.answer(workbook, "wing").getStringCellValue());
          assertEquals("charter.pdf", Kingdom.answer(workbook, "charter").getStringCellValue());
          assertEquals(
              "1950-06-01",
              Kingdom.inTable(workbook, "wall_roster.1", "wall_built")
                  .getLocalDateTimeCellValue()
                  .toLocalDate()
                  .toString());
          assertEquals(
              "[Unknown]",
              Kingdom.inTable(workbook, "wall_roster.4", "wall_height").getStringCellValue());
        });
  }

  @Test
  void whatIsComputedCarriesItsFormulaAndItsPresentValue() {
    in(
        Language.EN,
        workbook -> {
          Cell gold = Kingdom.answer(workbook, "-gold_per_guard");
          assertTrue(gold.getCellFormula().contains("$D$"), gold.getCellFormula());
          assertEquals(12.5 / 120, gold.getNumericCellValue(), 1e-12);
          Cell height = Kingdom.answer(workbook, "-height_in_all");
          assertTrue(height.getCellFormula().contains("a_wall_height"), height.getCellFormula());
          assertEquals("", height.getStringCellValue(), "one height is unknown: so is the sum");
        });
  }

  @Test
  void onlyAnswersStatusesAndRemarksAreUnlocked() {
    in(
        Language.EN,
        workbook -> {
          Row king = Kingdom.row(workbook, "king");
          assertTrue(king.getSheet().getProtect());
          List<Boolean> locked = new ArrayList<>();
          for (int column = 0; column <= WorkbookPlan.SOURCE; column++) {
            locked.add(king.getCell(column).getCellStyle().getLocked());
          }
          assertEquals(List.of(true, true, true, false, false, false, false), locked);
          CellStyle id = king.getCell(0).getCellStyle();
          assertEquals(";;;", id.getDataFormatString(), "identities do not spill into print");
          assertTrue(Kingdom.answer(workbook, "-gold_per_guard").getCellStyle().getLocked());
          assertTrue(
              Kingdom.inTable(workbook, "wall_roster.1", "infostate:roster:wall_roster")
                  .getCellStyle()
                  .getLocked());
        });
  }

  @Test
  void whatIsNotAskedIsGreyUnderAFormula() {
    in(
        Language.EN,
        workbook -> {
          Row heir = Kingdom.row(workbook, "heir");
          Row name = Kingdom.row(workbook, "heir_name");
          var formats = ((XSSFSheet) name.getSheet()).getSheetConditionalFormatting();
          assertEquals(1, formats.getNumConditionalFormattings());
          var format = formats.getConditionalFormattingAt(0);
          assertEquals(
              "NOT(AND(EXACT($D$" + (heir.getRowNum() + 1) + ",\"Yes\")))",
              format.getRule(0).getFormula1());
          assertEquals(name.getRowNum(), format.getFormattingRanges()[0].getFirstRow());
        });
  }

  @Test
  void formatsOfOneSheetNameCellsOfOthers() {
    in(
        Language.FR,
        workbook -> {
          var table = (XSSFSheet) Kingdom.row(workbook, "wall_roster.1").getSheet();
          String formula =
              table
                  .getSheetConditionalFormatting()
                  .getConditionalFormattingAt(0)
                  .getRule(0)
                  .getFormula1();
          assertEquals("NOT(AND(EXACT(a_has_walls,\"Oui\")))", formula);
        });
  }

  @Test
  void everyNameInAFormulaExists() {
    in(
        Language.EN,
        workbook -> {
          Set<String> names =
              workbook.getAllNames().stream()
                  .map(name -> name.getNameName())
                  .collect(Collectors.toSet());
          Set<String> used = new HashSet<>();
          for (Sheet sheet : workbook) {
            for (var validation : ((XSSFSheet) sheet).getDataValidations()) {
              used.addAll(names(validation.getValidationConstraint().getFormula1()));
            }
            var formats = sheet.getSheetConditionalFormatting();
            for (int i = 0; i < formats.getNumConditionalFormattings(); i++) {
              used.addAll(names(formats.getConditionalFormattingAt(i).getRule(0).getFormula1()));
            }
          }
          assertTrue(used.contains("l_realm_tongue") || used.contains("t_realm_kind"), "" + used);
          used.removeAll(names);
          assertEquals(Set.of(), used);
        });
  }

  private static Set<String> names(String formula) {
    return java.util.regex.Pattern.compile("\\b[a-z]+_[A-Za-z0-9_.]+")
        .matcher(formula)
        .results()
        .map(result -> result.group())
        .collect(Collectors.toSet());
  }

  @Test
  void aListThatDependsOnAnotherAnswerOffersItsGroup() {
    in(
        Language.EN,
        workbook -> {
          Cell detail = Kingdom.inTable(workbook, "wall_roster.1", "wall_detail");
          XSSFDataValidation rule = rule(detail);
          assertEquals(
              "OFFSET(f_realm_detail_of,MATCH($D6,f_realm_detail_of_by,0)-1,0,"
                  + "SUMPRODUCT(--(f_realm_detail_of_by=$D6)),1)",
              rule.getValidationConstraint().getFormula1());
          Sheet lists = workbook.getSheet(WorkbookLists.SHEET);
          int column = column(workbook, "f_realm_detail_of");
          int by = column(workbook, "f_realm_detail_of_by");
          List<String> pairs = new ArrayList<>();
          for (Row row : lists) {
            if (row.getCell(column) != null) {
              pairs.add(row.getCell(by) + ":" + row.getCell(column));
            }
          }
          assertEquals(
              List.of(
                  "Tower:Round",
                  "Tower:Square",
                  "Tower:[Not available]",
                  "Tower:[Not applicable]",
                  "Tower:[Unknown]",
                  "Gate:Iron",
                  "Gate:[Not available]",
                  "Gate:[Not applicable]",
                  "Gate:[Unknown]"),
              pairs);
        });
  }

  private static int column(XSSFWorkbook workbook, String name) {
    return new org.apache.poi.ss.util.AreaReference(
            workbook.getName(name).getRefersToFormula(), workbook.getSpreadsheetVersion())
        .getFirstCell()
        .getCol();
  }

  private static XSSFDataValidation rule(Cell cell) {
    return ((XSSFSheet) cell.getSheet())
        .getDataValidations().stream()
            .filter(
                rule ->
                    java.util.Arrays.stream(rule.getRegions().getCellRangeAddresses())
                        .anyMatch(area -> area.isInRange(cell)))
            .findFirst()
            .orElseThrow();
  }

  @Test
  void aNumberIsCheckedWithTheConstraintOfTheForm() {
    in(
        Language.EN,
        workbook -> {
          Cell guards = Kingdom.answer(workbook, "guards");
          String cell = "$D$" + (guards.getRowIndex() + 1);
          XSSFDataValidation rule = rule(guards);
          String formula = rule.getValidationConstraint().getFormula1();
          assertTrue(formula.startsWith("AND(IF(ISNUMBER(" + cell + ")"), formula);
          assertTrue(formula.contains(cell + "<0"), formula);
          assertEquals("Give 0 or more.", rule.getErrorBoxText());
        });
  }

  @Test
  void aTableIsAnExcelTableWithEmptyRowsReady() {
    in(
        Language.EN,
        workbook -> {
          XSSFSheet sheet = (XSSFSheet) Kingdom.row(workbook, "wall_roster.1").getSheet();
          XSSFTable table = sheet.getTables().get(0);
          assertEquals("table_wall_roster", table.getName());
          assertEquals(2 + WorkbookPlan.SPARE_ROWS, table.getRowCount() - 1);
          assertEquals(
              List.of(
                  "-head",
                  "No.",
                  "Name",
                  "Kind",
                  "Detail",
                  "Height in metres",
                  "Built on",
                  "Inscriptions: German",
                  "Inscriptions: French",
                  "Inscriptions: Latin"),
              table.getColumns().stream().map(column -> column.getName()).toList());
          Kingdom.row(workbook, "wall_roster.+10");
        });
  }

  @ParameterizedTest
  @EnumSource
  void everySheetRunsInTheDirectionOfItsLanguage(Language language) {
    in(
        language,
        workbook -> {
          for (int i = 0; i < workbook.getNumberOfSheets(); i++) {
            if (workbook.getSheetVisibility(i) == SheetVisibility.VISIBLE) {
              assertEquals(
                  language == Language.AR, workbook.getSheetAt(i).isRightToLeft(), language.tag());
            }
          }
        });
  }

  @ParameterizedTest
  @EnumSource
  void noTextIsMissingInAnyLanguage(Language language) {
    in(
        language,
        workbook -> {
          for (Sheet sheet : workbook) {
            for (Row row : sheet) {
              for (Cell cell : row) {
                assertFalse(cell.toString().startsWith("[workbook."), cell.toString());
              }
            }
          }
        });
  }

  @Test
  void aWorkbookHoldsOnlyTheSectionsItIsMadeFor() {
    WorkbookIdentity all = kingdom.identity(Language.EN);
    WorkbookIdentity part =
        new WorkbookIdentity(
            all.round(),
            all.country(),
            all.versions(),
            all.language(),
            List.of("walls"),
            all.issued(),
            Map.of());
    Kingdom.edited(
        kingdom.workbook(part),
        workbook -> {
          assertEquals("2 The walls", workbook.getSheetName(1));
          for (Sheet sheet : workbook) {
            for (Row row : sheet) {
              for (Cell cell : row) {
                assertFalse(cell.toString().contains("Rudolf"), sheet.getSheetName());
              }
            }
          }
        });
  }
}

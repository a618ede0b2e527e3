package org.infostate.report;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.infostate.report.Growth.Stretch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * What becomes of references when the rows 5 and 6 of the sheet {@code Data} become ten rows, the
 * sheet {@code Data} is called {@code Donn\u00e9es} and the column {@code need} of the table {@code
 * ranking} is called {@code besoin}.
 */
class FormulaTest {

  private static final Growth GROWTH = new Growth(List.of(new Stretch(5, 6, 10)));

  private static final Formula.Change CHANGE =
      new Formula.Change() {
        @Override
        public String cell(String sheet, CellAddress cell) {
          return "Data".equals(sheet)
              ? cell.inRow(GROWTH.row(cell.row())).toString()
              : cell.toString();
        }

        @Override
        public String range(String sheet, CellAddress from, CellAddress to) {
          return "Data".equals(sheet)
              ? from.inRow(GROWTH.row(from.row())) + ":" + to.inRow(GROWTH.end(to.row()))
              : from + ":" + to;
        }

        @Override
        public String rows(String sheet, int from, int to, boolean fixed) {
          return Formula.Change.super.rows(
              sheet,
              "Data".equals(sheet) ? GROWTH.row(from) : from,
              "Data".equals(sheet) ? GROWTH.end(to) : to,
              fixed);
        }

        @Override
        public String sheet(String sheet) {
          return sheet.equals("Data") ? "Donn\u00e9es" : sheet;
        }

        @Override
        public String column(String table, String heading) {
          return table.equals("ranking") && heading.equals("need") ? "be[soin" : heading;
        }
      };

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "Data!A4                      | 'Données'!A4",
        "Data!$A$5                    | 'Données'!$A$5",
        "Data!A7                      | 'Données'!A15",
        "Data!$A$5:$B$6               | 'Données'!$A$5:$B$14",
        "'Data'!A4:A6                 | 'Données'!A4:A14",
        "SUM(Data!B5:B6)+Data!B8      | SUM('Données'!B5:B14)+'Données'!B16",
        "Data!$4:$6                   | 'Données'!$4:$14",
        "Data!A:C                     | 'Données'!A:C",
        "LOG10(Data!A7)               | LOG10('Données'!A15)",
        "Other!A7&A7                  | Other!A7&A7",
        "'My Data'!A7                 | 'My Data'!A7",
        "\"Data!A7 \"\"B7\"\"\"       | \"Data!A7 \"\"B7\"\"\"",
        "Data!TAX2030                 | 'Données'!TAX2038",
        "XFE7+ZZZZ1+a.A7+A7b          | XFE7+ZZZZ1+a.A7+A7b",
        "SUM(ranking[need])           | SUM(ranking[be'[soin])",
        "ranking[[#This Row],[need]]*2| ranking[[#This Row],[be'[soin]]*2",
        "ranking[[#Headers],[a]:[need]]| ranking[[#Headers],[a]:[be'[soin]]",
        "other[need]                  | other[need]",
        "1.5E3+IF(A1>=2,TRUE,\"x\")   | 1.5E3+IF(A1>=2,TRUE,\"x\")",
        "Data!A1:Data!A7              | 'Données'!A1:'Données'!A15",
      })
  void referencesFollowTheirCells(String formula, String expected) {
    assertEquals(expected, Formula.rewrite(formula, CHANGE));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "B5*2            | B8*2",
        "$B5+B$5+$B$5    | $B8+B$5+$B$5",
        "SUM(B$5:B5)     | SUM(B$5:B8)",
        "Data!B5&\"B5\"  | Data!B8&\"B5\"",
        "[@need]*10      | [@need]*10",
      })
  void formulasAreFilledDownAsExcelDoes(String formula, String expected) {
    assertEquals(expected, Formula.filled(formula, 3, 0));
  }

  @Test
  void formulasAreFilledToTheRight() {
    assertEquals("AA5+$Z5", Formula.filled("Z5+$Z5", 0, 1));
  }

  @ParameterizedTest
  @CsvSource({"A, 1", "Z, 26", "AA, 27", "AZ, 52", "ZZ, 702", "AAA, 703", "XFD, 16384"})
  void columnsHaveTheirLetters(String letters, int column) {
    assertEquals(letters, CellAddress.letters(column));
    assertEquals(column, CellAddress.of(letters + "1").orElseThrow().column());
  }

  @Test
  void rowsOfSeveralTablesMoveByAllAboveThem() {
    Growth growth = new Growth(List.of(new Stretch(20, 22, 1), new Stretch(5, 5, 3)));
    assertEquals(4, growth.row(4));
    assertEquals(5, growth.row(5));
    assertEquals(7, growth.end(5));
    assertEquals(12, growth.row(10));
    assertEquals(22, growth.row(20));
    assertEquals(22, growth.end(22), "three rows became one");
    assertEquals(22, growth.row(21), "a row that is gone stands at the last that is left");
    assertEquals(23, growth.row(23));
  }
}

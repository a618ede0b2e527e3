package org.infostate.logic;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellValue;
import org.apache.poi.ss.usermodel.FormulaEvaluator;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * Formulas are computed by Apache POI on a sheet that holds the same answers, and compared with our
 * own evaluation: a condition is TRUE just where ours is true, a validation FALSE just where ours
 * is false, a value is ours, blank where it is unknown.
 */
class ExcelFormulaTest {

  private static final Map<String, String> CELLS =
      Map.of("a", "$A$1", "b", "$B$1", "c", "$C$1", "d", "$D$1", "t", "$I$1");
  private static final Map<String, Kind> KINDS =
      Map.of(
          "a", Kind.INTEGER,
          "b", Kind.SELECT_ONE,
          "c", Kind.SELECT_MULTIPLE,
          "d", Kind.DATE,
          "t", Kind.TEXT,
          "n", Kind.DECIMAL,
          "s", Kind.TEXT);
  private static final int MOST_ROWS = 4;

  private final Workbook workbook = new XSSFWorkbook();
  private final Sheet sheet = workbook.createSheet("answers");
  private final FormulaEvaluator evaluator = workbook.getCreationHelper().createFormulaEvaluator();

  static Cells cells() {
    return new Cells() {
      @Override
      public Optional<String> cell(String question) {
        return Optional.ofNullable(CELLS.get(question));
      }

      @Override
      public Optional<Kind> kind(String question) {
        return Optional.ofNullable(KINDS.get(question));
      }

      @Override
      public Optional<String> self() {
        return cell("a");
      }

      @Override
      public Optional<String> selfName() {
        return Optional.of("a");
      }

      @Override
      public Optional<String> range(String question) {
        return Optional.ofNullable(
            Map.of("n", "$F$1:$F$" + MOST_ROWS, "s", "$G$1:$G$" + MOST_ROWS).get(question));
      }

      @Override
      public Optional<String> rowCount(String name) {
        return List.of("u", "n", "s").contains(name) ? Optional.of("$H$1") : Optional.empty();
      }
    };
  }

  private static final String FORMULAS =
      """
      ${b} = 'yes'                  ~ EXACT($B$1,"yes")
      ${b} != 'yes'                 ~ AND($B$1<>"",NOT(EXACT($B$1,"yes")))
      ${a} > 5                      ~ AND(ISNUMBER($A$1),$A$1>5)
      . >= 0 and . <= 100           ~ AND(AND(ISNUMBER($A$1),$A$1>=0),AND(ISNUMBER($A$1),$A$1<=100))
      ${b} = ''                     ~ $B$1=""
      not(${b} = '')                ~ NOT($B$1="")
      ${a} = 1 or ${a} = 2 or ${a} = 3 ~ OR(AND(ISNUMBER($A$1),$A$1=1),AND(ISNUMBER($A$1),$A$1=2),AND(ISNUMBER($A$1),$A$1=3))
      selected(${c}, 'x')           ~ ISNUMBER(FIND(" x "," "&$C$1&" "))
      ${d} > '2026-01-05'           ~ IFERROR(IF(ISNUMBER($D$1),$D$1,NA())>DATE(2026,1,5),FALSE)
      ${t} = 'say "x"'              ~ EXACT($I$1,"say ""x""\")
      true()                        ~ TRUE
      """;

  @TestFactory
  Stream<DynamicTest> simpleConditionsGiveShortFormulas() {
    return FORMULAS
        .lines()
        .map(line -> line.split(" +~ "))
        .map(
            row ->
                DynamicTest.dynamicTest(
                    row[0],
                    () ->
                        assertEquals(
                            Optional.of(row[1]),
                            ExcelFormula.of(Expression.parse(row[0]), cells()).formula())));
  }

  private static final String OBSTACLES =
      """
      regex(., '[a-z]+')            ~ excel.function 0
      ${a} > 1 and regex(., 'x')    ~ excel.function 13
      ${zz} = 1                     ~ excel.no-cell 0
      join(', ', ${s}) = 'x'        ~ excel.function 0
      concat(${s}, 'x') = 'x'       ~ excel.rows 7
      format-date(${d}, '%Y') = 'x' ~ excel.function 0
      ${c} = 'x'                    ~ excel.unclear 0
      'x' = ${c}                    ~ excel.unclear 6
      ${b} > 5                      ~ excel.unclear 0
      concat(${d}, 'x') = 'x'       ~ excel.date-as-text 7
      """;

  @TestFactory
  Stream<DynamicTest> whatExcelCannotSayIsNamedWithItsPlace() {
    return OBSTACLES
        .lines()
        .map(line -> line.split(" +~ "))
        .map(
            row ->
                DynamicTest.dynamicTest(
                    row[0],
                    () -> {
                      ExcelFormula formula = ExcelFormula.of(Expression.parse(row[0]), cells());
                      assertEquals(Optional.empty(), formula.formula());
                      Finding obstacle = formula.obstacle().orElseThrow();
                      assertEquals(row[1], obstacle.code() + " " + obstacle.position());
                      assertTrue(Words.bundle("en").containsKey(obstacle.code()));
                    }));
  }

  private static final List<String> ANSWERS =
      List.of(
          "a=; b=; c=; d=; t=; u()",
          "a=0; b='yes'; c=[x]; d=2026-01-05; t='abc'; u(n=1, s='p')",
          "a=5; b='no'; c=[x y]; d=2026-12-01; t='Abc'; u(n=1.5, s='p' | n=2, s='q')",
          "a=-7; b='yes'; c=[yx]; d=2027-06-30; t='5'; u(n=4, s= | n=, s='q' | n=0, s='')",
          "a=100; b=; c=[y x z]; d=; t='a, b'; u(n=-1, s='a' | n=-1, s='b' | n=3, s='c' | n=9, s='d')");

  private static final List<String> EXPRESSIONS =
      List.of(
          "${b} = 'yes'",
          "${b} != 'yes' and ${a} > 1",
          "not(${b} = 'yes' or ${a} > 1)",
          "${a} = 5 or ${b} = 'yes'",
          "${a} > 1 and ${a} < 10",
          "${a} <= 0 or not(${b} != 'yes')",
          "${b} = '' and ${a} != ''",
          "selected(${c}, 'x') and not(selected(${c}, 'y'))",
          "selected(${b}, 'yes')",
          "count-selected(${c}) = 2",
          "count-selected(${c}) + 1",
          "${a} div 0 > 1",
          "${a} div ${a} = 1",
          "${a} mod 3",
          "-${a} mod 3",
          "${a} * 2 - 3 div 4",
          "-(${a} + 1)",
          "if(${b} = 'yes', ${a}, 0) + 1",
          "if(${a} > 1, 'big', 'small')",
          "if(${a} > 1, ${b} = 'yes', ${b} = 'no')",
          "if(${b} = 'yes', 1, 0) + if(${a} > 1, 1, 0) >= 1",
          "coalesce(${a}, 3) + 1",
          "coalesce(${a} div 0, 3)",
          "coalesce(${t}, 'none')",
          "coalesce(substr(${t}, 9), 'none')",
          "round(${a} div 3, 2)",
          "round(-2.5)",
          "int(${a} div 2)",
          "abs(${a})",
          "pow(${a}, 2)",
          "sqrt(${a})",
          "${d} >= '2026-06-01'",
          "${d} <= today()",
          "${d} != '2026-01-05'",
          "${d} - date('2026-01-01')",
          "date(${d} + 30) > '2026-02-03'",
          "decimal-date-time(${d})",
          "${t} = 'abc'",
          "${t} != 'abc'",
          "${t} = 5",
          "string-length(${t}) < 4",
          "contains(${t}, 'b')",
          "not(contains(${t}, 'b'))",
          "starts-with(${t}, 'a')",
          "not(ends-with(${t}, 'c'))",
          "concat(${t}, '-', ${a})",
          "substr(${t}, 1, 2)",
          "substr(${t}, 1)",
          "substring-before(${t}, ',')",
          "substring-after(${t}, ', ')",
          "normalize-space(${t})",
          "number(${t}) > 1",
          "string(${a})",
          "boolean(${a})",
          "not(${a})",
          "boolean-from-string(${t})",
          "(${b} = 'yes') = (${a} > 1)",
          "(${b} = 'yes') != (${a} > 1)",
          "(${b} = 'yes') + (${a} > 1)",
          "sum(${n})",
          "sum(${n}) > 2",
          "min(${n})",
          "max(${n}) - min(${n})",
          "count(${u})",
          "count-non-empty(${n})",
          "max(${a}, 3)",
          "min(${a}, ${a} + 1, 7)",
          ". > 3 or . = ''",
          "${a} = ${a} + 0",
          "string-length(concat(${b}, ${t})) > 5",
          "true() and ${a} > 1",
          "exp(0) + log10(100)",
          "'b' = ${b}",
          "5 > ${a}",
          "${b} = ${t}");

  @TestFactory
  Stream<DynamicTest> formulasComeToWhatWeEvaluate() {
    return EXPRESSIONS.stream()
        .map(source -> DynamicTest.dynamicTest(source, () -> comesToTheSame(source, ANSWERS)));
  }

  @Test
  void randomConditionsComeToWhatWeEvaluate() {
    RandomExpressions random = new RandomExpressions(99);
    SmallForm form =
        SmallForm.of(
            """
            a integer
            b select_one yes no a b
            c select_multiple x y z
            d date
            t text
            u roster
              n decimal
              s text
            q text
            """);
    int compared = 0;
    for (int i = 0; i < 40_000 && compared < 120; i++) {
      String source = random.tree(3).written();
      try {
        Expression expression = Expression.parse(source);
        boolean clean =
            !expression.references().isEmpty()
                && expression.check(form.seenFrom("a"), Use.CONSTRAINT).isEmpty();
        if (clean && ExcelFormula.of(expression, cells()).formula().isPresent()) {
          compared++;
          comesToTheSame(source, ANSWERS);
        }
      } catch (ExpressionException e) {
        assertEquals("expression.regex", e.code());
      }
    }
    assertTrue(compared >= 100, "too few formulas to show anything: " + compared);
  }

  private void comesToTheSame(String source, List<String> answers) {
    Expression expression = Expression.parse(source);
    String condition = ExcelFormula.of(expression, cells()).formula().orElseThrow();
    String validation = ExcelFormula.unlessFalse(expression, cells()).formula().orElseThrow();
    Optional<String> computed = ExcelFormula.value(expression, cells()).formula();
    for (String told : answers) {
      Filled filled = Filled.of(told + "; self=" + valueOf(told));
      Value value = expression.evaluate(filled);
      List<String> formulas =
          Stream.of(Optional.of(condition), Optional.of(validation), computed)
              .flatMap(Optional::stream)
              .toList();
      List<CellValue> results = computed(formulas, filled);
      String said = source + " with " + told + " as " + formulas;
      assertEquals(value.isTrue(), results.get(0).getBooleanValue(), said);
      assertEquals(!value.isFalse(), results.get(1).getBooleanValue(), said);
      if (computed.isPresent()) {
        assertEquals(shown(value), shown(results.get(2)), said);
      }
    }
  }

  private static String valueOf(String told) {
    return told.substring(told.indexOf("a=") + 2, told.indexOf(';'));
  }

  private static String shown(Value value) {
    if (value instanceof Value.Day day) {
      return String.valueOf(day.value().toEpochDay() + 25_569);
    }
    return value instanceof Value.Decimal number ? rounded(number.value()) : value.text();
  }

  private static String shown(CellValue cell) {
    return switch (cell.getCellType()) {
      case NUMERIC -> rounded(BigDecimal.valueOf(cell.getNumberValue()));
      case BOOLEAN -> String.valueOf(cell.getBooleanValue());
      case STRING -> cell.getStringValue();
      default -> cell.formatAsString();
    };
  }

  private static String rounded(BigDecimal number) {
    BigDecimal rounded = number.round(new MathContext(12)).stripTrailingZeros();
    return rounded.signum() == 0 ? "0" : rounded.toPlainString();
  }

  private List<CellValue> computed(List<String> formulas, Filled filled) {
    for (int row = 0; row <= 10; row++) {
      sheet.createRow(row);
    }
    CELLS.forEach(
        (name, address) -> fill(sheet.getRow(0).createCell(address.charAt(1) - 'A'), filled, name));
    List<Answers> rows = filled.rows("u");
    sheet.getRow(0).createCell(7).setCellValue(rows.size());
    for (int i = 0; i < rows.size(); i++) {
      fill(sheet.getRow(i).createCell(5), rows.get(i), "n");
      fill(sheet.getRow(i).createCell(6), rows.get(i), "s");
    }
    return formulas.stream()
        .map(
            formula -> {
              Cell cell = sheet.getRow(9).createCell(9);
              cell.setCellFormula(formula.replace("TODAY()", "DATE(2026,12,1)"));
              evaluator.clearAllCachedResultValues();
              return evaluator.evaluate(cell);
            })
        .toList();
  }

  private static void fill(Cell cell, Answers answers, String name) {
    Value value = answers.value(name);
    if (value instanceof Value.Decimal number) {
      cell.setCellValue(number.value().doubleValue());
    } else if (value instanceof Value.Day day) {
      cell.setCellValue(day.value());
    } else if (!value.isEmpty()) {
      cell.setCellValue(value.text());
    }
  }

  @Test
  void choicesMayShowTheirLabelsOrHaveCellsOfTheirOwn() {
    Cells labelled =
        new Cells() {
          @Override
          public Optional<String> cell(String question) {
            return cells().cell(question);
          }

          @Override
          public Optional<Kind> kind(String question) {
            return cells().kind(question);
          }

          @Override
          public boolean labelled(String question) {
            return true;
          }

          @Override
          public String choice(String question, String code) {
            return "Label of " + code;
          }

          @Override
          public Optional<String> selected(String question, String code) {
            return Optional.of(question).filter("c"::equals).map(c -> "X" + code + "=\"x\"");
          }

          @Override
          public Optional<String> countSelected(String question) {
            return Optional.of(question).filter("c"::equals).map(c -> "COUNTA(X1:X9)");
          }
        };
    assertEquals(
        Optional.of("AND(EXACT($B$1,\"Label of yes\"),X5=\"x\")"),
        ExcelFormula.of(Expression.parse("${b} = 'yes' and selected(${c}, '5')"), labelled)
            .formula());
    assertEquals(
        Optional.of("AND(NOT(COUNTA(X1:X9)=0),NOT(X5=\"x\"))"),
        ExcelFormula.of(Expression.parse("not(selected(${c}, '5'))"), labelled).formula());
    assertEquals(
        Optional.of("EXACT($B$1,\"Label of x\")"),
        ExcelFormula.of(Expression.parse("selected(${b}, 'x')"), labelled).formula());
    assertEquals(
        Optional.of(
            "IFERROR(NOT(EXACT(IF($B$1=\"\",NA(),$B$1&\"\"),IF($B$1=\"\",NA(),$B$1&\"\"))),FALSE)"),
        ExcelFormula.of(Expression.parse("${b} != ${b}"), labelled).formula());
    assertEquals(
        "excel.labels",
        ExcelFormula.of(Expression.parse("string-length(${b}) > 3"), labelled)
            .obstacle()
            .orElseThrow()
            .code());
    assertEquals(
        Optional.of("COUNTA(X1:X9)=0"),
        ExcelFormula.of(Expression.parse("${c} = ''"), labelled).formula());
  }

  @Test
  void formulasBeyondExcelsBoundsAreNone() {
    String chain = "${t} = 'aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa'";
    assertEquals(
        "excel.too-large",
        ExcelFormula.of(Expression.parse(chain + (" or " + chain).repeat(140)), cells())
            .obstacle()
            .orElseThrow()
            .code());
    assertEquals(
        "excel.too-large",
        ExcelFormula.of(Expression.parse("${t} = '" + "x".repeat(300) + "'"), cells())
            .obstacle()
            .orElseThrow()
            .code());
  }
}

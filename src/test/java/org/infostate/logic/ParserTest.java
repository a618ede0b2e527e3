package org.infostate.logic;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class ParserTest {

  /** Source, and the same with the brackets that it implies left in and all others out. */
  private static final String GROUPING =
      """
      ${a}                          ~ ${a}
      .>=0                          ~ . >= 0
      1+2*3                         ~ 1 + 2 * 3
      (1+2)*3                       ~ (1 + 2) * 3
      1-(2-3)                       ~ 1 - (2 - 3)
      (1-2)-3                       ~ 1 - 2 - 3
      a or b and c                  ~ a or b and c
      (a or b) and c                ~ (a or b) and c
      a = b != c                    ~ a = b != c
      a = (b != c)                  ~ a = (b != c)
      1 < 2 = 3 > 4                 ~ 1 < 2 = 3 > 4
      -1 - -2                       ~ -1 - -2
      -(1 + 2)                      ~ -(1 + 2)
      - - 3                         ~ --3
      4 div 2 mod 3                 ~ 4 div 2 mod 3
      4 div (2 mod 3)               ~ 4 div (2 mod 3)
      div div mod                   ~ div div mod
      or or and                     ~ or or and
      if( 1 = 1 , 'x' , "y" )       ~ if(1 = 1, 'x', 'y')
      "it's"                        ~ "it's"
      'say "x"'                     ~ 'say "x"'
      .5 + 3.                       ~ 0.5 + 3
      007                           ~ 7
      position( .. )                ~ position(..)
      count-selected(.) <= 3        ~ count-selected(.) <= 3
      today()-1                     ~ today() - 1
      a-b                           ~ a-b
      true()                        ~ true()
      ${a}\u00a0=\u00a01            ~ ${a} = 1
      ${été} = 'é'                  ~ ${été} = 'é'
      """;

  @TestFactory
  Stream<DynamicTest> operatorsGroupAsInXPath() {
    return GROUPING
        .lines()
        .map(line -> line.split("~ "))
        .map(
            pair ->
                DynamicTest.dynamicTest(
                    pair[0].strip(),
                    () -> {
                      String written = Expression.parse(pair[0].strip()).tree().written();
                      assertEquals(pair[1], written);
                      assertEquals(pair[1], Expression.parse(written).tree().written());
                    }));
  }

  /** Source, code, position from 0, suggestion (- for none). */
  private static final String REFUSED =
      """
                           ~ expression.empty                 ~ 0  ~ -
      1 +                  ~ expression.unexpected-end        ~ 3  ~ -
      (1 + 2               ~ expression.unclosed-parenthesis  ~ 0  ~ -
      if(1, 2, 3           ~ expression.unclosed-parenthesis  ~ 2  ~ -
      1 + 2)               ~ expression.unexpected            ~ 5  ~ -
      1 2                  ~ expression.unexpected            ~ 2  ~ -
      ${a} ${b}            ~ expression.unexpected            ~ 5  ~ -
      1 AND 2              ~ expression.unexpected            ~ 2  ~ and
      * 2                  ~ expression.unexpected            ~ 0  ~ -
      if(,1,2)             ~ expression.unexpected            ~ 3  ~ -
      ${a} = 'yes          ~ expression.unclosed-text         ~ 7  ~ -
      ${a = 1              ~ expression.unclosed-reference    ~ 0  ~ -
      $a = 1               ~ expression.unclosed-reference    ~ 0  ~ -
      ${ a } = 1           ~ expression.reference             ~ 0  ~ ${a}
      ${a b} = 1           ~ expression.reference             ~ 0  ~ -
      ${} = 1              ~ expression.reference             ~ 0  ~ -
      ${last-saved#a} = 1  ~ expression.reference             ~ 0  ~ -
      1 + 2x               ~ expression.number                ~ 4  ~ -
      ${a} == 1            ~ expression.foreign-symbol        ~ 5  ~ =
      ${a} <> 1            ~ expression.foreign-symbol        ~ 5  ~ !=
      ${a} && ${b}         ~ expression.foreign-symbol        ~ 5  ~ and
      ${a} || ${b}         ~ expression.foreign-symbol        ~ 5  ~ or
      !${a}                ~ expression.foreign-symbol        ~ 0  ~ not(…)
      ${a} ≥ 1             ~ expression.foreign-symbol        ~ 5  ~ >=
      ${a} =< 1            ~ expression.foreign-symbol        ~ 5  ~ <=
      ${a} = “x”           ~ expression.foreign-symbol        ~ 7  ~ '…'
      ${a} % 2             ~ expression.foreign-symbol        ~ 5  ~ mod
      ${a} / 2             ~ expression.path                  ~ 5  ~ div
      /data/a = 1          ~ expression.path                  ~ 0  ~ -
      ../a = 1             ~ expression.path                  ~ 2  ~ -
      a[1] = 1             ~ expression.path                  ~ 1  ~ -
      ${a} = #1            ~ expression.character             ~ 7  ~ -
      ${a} = 😀            ~ expression.character             ~ 7  ~ -
      slected(${a}, 'x')   ~ expression.unknown-function      ~ 0  ~ selected
      1 + If(1, 2, 3)      ~ expression.unknown-function      ~ 4  ~ if
      frobnicate()         ~ expression.unknown-function      ~ 0  ~ -
      now()                ~ expression.left-out              ~ 0  ~ today()
      random()             ~ expression.left-out              ~ 0  ~ -
      jr:choice-name(1, 2) ~ expression.left-out              ~ 0  ~ -
      if(1, 2)             ~ expression.arguments             ~ 0  ~ -
      true(1)              ~ expression.arguments             ~ 0  ~ -
      round(1, 2, 3)       ~ expression.arguments             ~ 0  ~ -
      concat()             ~ expression.arguments             ~ 0  ~ -
      position(${a})       ~ expression.position-argument     ~ 9  ~ position(..)
      regex(., '[a-z')     ~ expression.regex                 ~ 13 ~ -
      """;

  @TestFactory
  Stream<DynamicTest> whatIsNotAnExpressionIsRefusedWithItsPlace() {
    return REFUSED
        .lines()
        .map(line -> line.split("~ "))
        .map(
            row ->
                DynamicTest.dynamicTest(
                    "«" + row[0].strip() + "»",
                    () -> {
                      ExpressionException refused =
                          assertThrows(
                              ExpressionException.class, () -> Expression.parse(row[0].strip()));
                      assertEquals(row[1].strip(), refused.code());
                      assertEquals(Integer.parseInt(row[2].strip()), refused.position());
                      assertEquals(row[3].strip(), refused.suggestion().orElse("-"));
                    }));
  }

  @Test
  void messageSaysWhereWhatAndWhatInstead() {
    ExpressionException refused =
        assertThrows(ExpressionException.class, () -> Expression.parse("1 + slected(${a}, 'x')"));
    assertEquals(
        "At character 5: There is no function slected. Try: selected", refused.getMessage());
  }

  @Test
  void referencesAndColumnsStandInTheirOrder() {
    Expression expression = Expression.parse("kind = ${b} and sum(${a}) > . + ${b}");
    assertEquals("[b, a]", expression.references().toString());
    assertEquals(Set.of("kind"), expression.columns());
    assertTrue(expression.usesSelf());
    assertTrue(Expression.parse("string-length() < 3").usesSelf());
    assertEquals(false, Expression.parse("${a} = 1").usesSelf());
  }

  @Test
  void lengthAndDepthAreBounded() {
    assertRefused("expression.too-long", "1" + " + 1".repeat(Expression.LONGEST / 4));
    assertRefused("expression.too-deep", "(".repeat(4_000) + "1" + ")".repeat(4_000));
    assertRefused("expression.too-deep", "-".repeat(4_000) + "1");
    assertRefused("expression.too-deep", "not(".repeat(1_000) + "1" + ")".repeat(1_000));
    assertRefused("expression.too-deep", "1" + " + 1".repeat(Parser.DEEPEST_TREE));
    assertEquals(
        Value.of(Parser.DEEPEST_TREE),
        Expression.parse("1" + " + 1".repeat(Parser.DEEPEST_TREE - 1)).evaluate(Filled.of("")));
    assertEquals(
        Value.of(1),
        Expression.parse("(".repeat(60) + "1" + ")".repeat(60)).evaluate(Filled.of("")));
  }

  private static void assertRefused(String code, String source) {
    assertEquals(
        code, assertThrows(ExpressionException.class, () -> Expression.parse(source)).code());
  }
}

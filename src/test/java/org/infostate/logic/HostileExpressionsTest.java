package org.infostate.logic;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

/**
 * Whatever is written, the outcome is an expression or an ExpressionException, and then a value.
 */
class HostileExpressionsTest {

  private static final SmallForm FORM =
      SmallForm.of(
          """
          a integer
          b select_one yes no | relevant: ${a} > 1
          c select_multiple a b c | constraint: count-selected(.) < 3
          d date
          u roster
            n decimal
            s text
          """);

  @Test
  void anyTextParsesOrIsRefusedWithItsPlace() {
    RandomExpressions random = new RandomExpressions(20261201);
    int parsed = 0;
    for (int i = 0; i < 25_000; i++) {
      String source = random.soup();
      try {
        Expression expression = Expression.parse(source);
        parsed++;
        useInEveryWay(expression, random.answers());
      } catch (ExpressionException e) {
        assertTrue(e.position() >= 0 && e.position() <= source.length(), source);
        assertTrue(Words.bundle("en").containsKey(e.code()), e.code());
        assertNotNull(e.getMessage());
      }
    }
    assertTrue(parsed > 500, "too few texts were expressions to show anything: " + parsed);
  }

  @Test
  void anyTreeIsWrittenReadAndUsedInEveryWay() {
    RandomExpressions random = new RandomExpressions(7);
    for (int i = 0; i < 2_500; i++) {
      String written = random.tree(4).written();
      Expression expression;
      try {
        expression = Expression.parse(written);
      } catch (ExpressionException e) {
        // A random text need not be a pattern.
        assertEquals("expression.regex", e.code(), written);
        continue;
      }
      assertEquals(written, expression.tree().written());
      useInEveryWay(expression, random.answers());
    }
  }

  private static void useInEveryWay(Expression expression, Filled answers) {
    Value value = expression.evaluate(answers);
    assertTrue(!(value.isTrue() && value.isFalse()));
    assertNotNull(value.text());
    for (Use use : Use.values()) {
      for (Finding finding : expression.check(FORM.seenFrom("a", "category"), use)) {
        assertTrue(Words.bundle("en").containsKey(finding.code()), finding.code());
      }
    }
    assertNotNull(Words.of(expression, Use.RELEVANT, Words.phrases(Locale.FRENCH)));
    ExcelFormula formula = ExcelFormula.of(expression, name -> "$A$1");
    assertTrue(formula.formula().isPresent() != formula.obstacle().isPresent());
    ExcelFormula.value(expression, ExcelFormulaTest.cells());
    ExcelFormula.unlessFalse(expression, ExcelFormulaTest.cells());
  }

  @Test
  void deepestExpressionsNeedLittleStack() throws InterruptedException {
    String chain = "${a}" + " + ${a}".repeat(Parser.DEEPEST_TREE - 1);
    String alternatives = "${a} = 1" + " or ${a} = 1".repeat(Parser.DEEPEST_TREE - 2);
    String nested = "if(${a} = 1, 1, ".repeat(60) + "2" + ")".repeat(60);
    String negated = "not(".repeat(60) + "${a}" + ")".repeat(60);
    AtomicReference<Throwable> thrown = new AtomicReference<>();
    Thread thread =
        new Thread(
            null,
            () -> {
              for (String source : new String[] {chain, alternatives, nested, negated}) {
                useInEveryWay(Expression.parse(source), Filled.of("a=1"));
                SmallForm form = SmallForm.of("a integer\nq text | relevant: " + source);
                Feasibility.neverAsked("q", form.seenFrom("q"));
              }
            },
            "little stack",
            512 << 10);
    thread.setUncaughtExceptionHandler((t, e) -> thrown.set(e));
    thread.start();
    thread.join();
    assertNull(thrown.get());
  }

  @Test
  void whatIsNeverAskedIsNeverTrue() {
    RandomExpressions random = new RandomExpressions(42);
    int never = 0;
    for (int i = 0; i < 20_000; i++) {
      String written = random.tree(3).written();
      Expression expression;
      try {
        expression = Expression.parse(written);
      } catch (ExpressionException e) {
        continue;
      }
      if (!expression.check(ANY_SORTS.seenFrom("q"), Use.RELEVANT).isEmpty()) {
        continue;
      }
      SmallForm form = SmallForm.of(ANY_SORTS_TOLD + "q text | relevant: " + written);
      if (Feasibility.neverAsked("q", form.seenFrom("q")).isEmpty()) {
        continue;
      }
      never++;
      for (int j = 0; j < 60; j++) {
        String told =
            "a=%s; b=%s; c=%s; d=%s; u()"
                .formatted(
                    random.pick(List.of("", "0", "1", "2", "100", "1970")),
                    random.pick(List.of("", "'yes'", "'a'", "'b'", "'3'")),
                    random.pick(List.of("", "[a]", "[a b]", "[b 3]")),
                    random.pick(List.of("", "2026-01-05", "2027-01-01")));
        assertTrue(!expression.evaluate(Filled.of(told)).isTrue(), written + " with " + told);
      }
    }
    assertTrue(never > 50, "too few impossible conditions to show anything: " + never);
  }

  private static final String ANY_SORTS_TOLD =
      """
      a integer
      b select_one yes a b 3
      c select_multiple a b 3
      d date
      u roster
        n decimal
        s text
      """;

  private static final SmallForm ANY_SORTS = SmallForm.of(ANY_SORTS_TOLD + "q text\n");
}

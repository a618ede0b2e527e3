package org.infostate.scoring;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import org.infostate.scoring.Aggregation.Mean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ScoringTest {

  /** Methods of every kind over the reference data. */
  static Stream<List<Step>> methods() {
    Step denominate = new Denomination();
    Step median = Imputation.of(Imputation.Method.MEDIAN);
    return Stream.of(
        List.of(
            denominate,
            Normalisation.of(new Scale.MinMax(1, 100)),
            Aggregation.of(Mean.ARITHMETIC)),
        List.of(
            denominate,
            median,
            Treatment.DEFAULT,
            Normalisation.of(new Scale.MinMax(1, 100)),
            Aggregation.of(Mean.GEOMETRIC)),
        List.of(
            denominate,
            Imputation.of(Imputation.Method.PILLAR_MEAN),
            Normalisation.of(new Scale.ZScore(100, 10)),
            Aggregation.of(Mean.MAZZIOTTA_PARETO)),
        List.of(
            denominate,
            Normalisation.of(new Scale.PercentileRank(Ties.AVERAGE)),
            Weighting.of(Weighting.Method.ENTROPY),
            Aggregation.of(Mean.MEDIAN)),
        List.of(
            denominate,
            median,
            Normalisation.of(new Scale.ZScore(0, 1)),
            Weighting.of(Weighting.Method.PRINCIPAL_COMPONENT),
            Aggregation.of(Mean.ARITHMETIC)),
        List.of(
            denominate, Normalisation.of(new Scale.MinMax(0, 1)), Aggregation.of(Mean.COPELAND)));
  }

  @ParameterizedTest
  @MethodSource("methods")
  void theOrderOfCasesDoesNotMatter(List<Step> steps) {
    Table data = Reference.data();
    Table scores = Scoring.run(index(steps), data).scores();
    List<Integer> order = new ArrayList<>();
    for (int i = 0; i < data.cases().size(); i++) {
      order.add(i);
    }
    Collections.shuffle(order, new Random(1));
    Table shuffled = data.rows(order.stream().mapToInt(Integer::intValue).toArray());
    Table others = Scoring.run(index(steps), shuffled).scores();
    for (Case one : data.cases()) {
      double expected = scores.value(one.unit(), "INDEX");
      assertEquals(
          expected, others.value(one.unit(), "INDEX"), 1e-10 * Math.abs(expected), one.unit());
    }
  }

  @ParameterizedTest
  @MethodSource("methods")
  void weightsTimesSomethingChangeNothing(List<Step> steps) {
    Table scores = Scoring.run(index(steps), Reference.data()).scores();
    List<Element> elements =
        Reference.elements().stream().map(e -> e.weighing(e.weight() * 16)).toList();
    Table others =
        Scoring.run(Index.of("heavier", elements, withRanks(steps)), Reference.data()).scores();
    assertArrayEquals(scores.values("INDEX"), others.values("INDEX"), 1e-12);
  }

  /** Fixed goalposts, so that a better value does not move the scale under the others. */
  @Test
  void aBetterValueNeverLowersTheScoreNorTheRank() {
    Random random = new Random(4);
    for (Mean mean :
        List.of(Mean.ARITHMETIC, Mean.GEOMETRIC, Mean.HARMONIC, Mean.POWER, Mean.MEDIAN)) {
      List<Element> elements = new ArrayList<>();
      for (Element element : Reference.elements()) {
        boolean indicator = element.source() != null;
        elements.add(
            indicator
                ? element.with(Normalisation.of(new Scale.Goalposts(-1e4, 1e4, 100, true)))
                : element);
      }
      Index index =
          Index.of(
              "goalposts",
              elements,
              List.of(
                  new Denomination(),
                  Normalisation.of(new Scale.AsMeasured()),
                  new Aggregation(mean, 3, 0, Map.of()),
                  Ranking.DEFAULT));
      Table data = Reference.data();
      Result before = Scoring.run(index, data);
      for (int trial = 0; trial < 60; trial++) {
        int row = random.nextInt(64);
        Element indicator = index.indicators().get(random.nextInt(30));
        int column = data.column(indicator.code());
        if (!data.state(row, column).present()) {
          continue;
        }
        Table.Editor editor = data.edit();
        double step = indicator.direction() * (0.1 + random.nextDouble() * 5);
        editor.set(row, column, data.value(row, column) + step);
        Result after = Scoring.run(index, editor.table());
        String unit = data.cases().get(row).unit();
        assertTrue(
            after.scores().value(unit, "INDEX") >= before.scores().value(unit, "INDEX"),
            mean + " " + unit + " " + indicator.code());
        assertTrue(after.ranks().value(unit, "INDEX") <= before.ranks().value(unit, "INDEX"), unit);
      }
    }
  }

  @Test
  void aRunIsStoppedByItsPulse() {
    IllegalStateException stop = new IllegalStateException("enough");
    int[] runs = {0};
    Index index = LargeIndex.index();
    Table table = LargeIndex.table();
    assertSame(
        stop,
        assertThrows(
            IllegalStateException.class,
            () ->
                Scoring.run(
                    index,
                    table,
                    Expressions.NONE,
                    () -> {
                      if (++runs[0] == 300) {
                        throw stop;
                      }
                    })));
  }

  @Test
  void whereNothingIsRankedTheScoresStandInForRanks() {
    Result result =
        Scoring.run(
            Tables.flat(List.of(Aggregation.of(Aggregation.Mean.ARITHMETIC)), "x"),
            Tables.of("x\nXAA 7"));
    assertSame(result.scores(), result.ranks());
  }

  @Test
  void twoRunsAreTheSameToTheBit() {
    List<Step> steps = methods().toList().get(1);
    assertArrayEquals(
        Scoring.run(index(steps), Reference.data()).scores().values("INDEX"),
        Scoring.run(index(steps), Reference.data()).scores().values("INDEX"));
  }

  @Test
  void whatCameInIsNotTouched() {
    Table data = Reference.data();
    double[] before = data.values("I09");
    Scoring.run(index(methods().toList().get(1)), data);
    assertArrayEquals(before, data.values("I09"));
  }

  @Test
  void aPanelScoredOverPooledYearsContainsTheYearScoredAgainstThePool() {
    List<Step> steps =
        List.of(
            new Denomination(),
            Normalisation.of(new Scale.MinMax(0, 100)),
            Aggregation.of(Mean.ARITHMETIC));
    Result panel = Scoring.run(index(steps), Reference.panel());
    assertEquals(List.of(2018, 2019, 2020, 2021, 2022, 2023), panel.scores().years());
    double highest = 0;
    for (double v : panel.scores().values("I09")) {
      highest = v > highest ? v : highest;
    }
    assertEquals(100, highest);
    // Each year has a first of its own.
    for (int year = 2018; year <= 2023; year++) {
      int best = 64;
      for (Case one : panel.ranks().cases()) {
        if (one.year() == year) {
          double rank = panel.ranks().value(one.unit(), year, "INDEX");
          best = (int) Math.min(best, rank);
        }
      }
      assertEquals(1, best);
    }
  }

  @Test
  void casesOfWhichTooLittleIsKnownAreScreened() {
    Step screening = new Screening(Screening.Rule.MISSING, 0.6, 0, Set.of("XDD"), Set.of("XEE"));
    Result result =
        Scoring.run(
            Tables.flat(List.of(screening, Aggregation.of(Mean.ARITHMETIC)), "x", "y", "z"),
            Tables.of(
                """
                     x    y    z
                XAA  1    2    3
                XBB  1    .    .
                XCC  1  n/a    .
                XDD  .    .    .
                XEE  1    2    3
                XFF  1    2  n/a
                """));
    assertEquals(
        List.of("XAA", "XDD", "XFF"), result.scores().cases().stream().map(Case::unit).toList());
    assertEquals(
        List.of("XBB", "XCC", "XEE"),
        result.notes().stream().map(n -> n.subject().unit()).toList());
  }

  @Test
  void casesOfZerosAreScreened() {
    Step screening = new Screening(Screening.Rule.ZEROS, 0, 0.5, Set.of(), Set.of());
    Result result =
        Scoring.run(
            Tables.flat(List.of(screening, Aggregation.of(Mean.ARITHMETIC)), "x", "y", "z"),
            Tables.of(
                """
                     x  y  z
                XAA  0  0  3
                XBB  0  1  .
                """));
    assertEquals(List.of("XBB"), result.scores().cases().stream().map(Case::unit).toList());
  }

  @Test
  void aDenominatorThatIsZeroOrMissingLeavesNoValue() {
    Element x = Element.indicator("x", "total", 1, 1).dividedBy("people");
    Result result =
        Scoring.run(
            Index.of(
                "people",
                List.of(Element.aggregate("total", null, 1), x),
                List.of(new Denomination(), Aggregation.of(Mean.ARITHMETIC))),
            Tables.of(
                """
                     x people
                XAA  6      3
                XBB  6      0
                XCC  6      .
                XDD  6    n/a
                """));
    assertEquals(2, result.scores().value("XAA", "x"));
    assertEquals(State.UNDEFINED, result.scores().state(1, 1));
    assertEquals(State.UNANSWERED, result.scores().state(2, 1));
    assertEquals(State.NOT_APPLICABLE, result.scores().state(3, 1));
    assertEquals(1, result.notes().size());
  }

  @Test
  void transformationsWithoutAValueAreUndefinedAndSaid() {
    Step logarithm = Transformation.of(Transformation.Function.LN, 0);
    Result result =
        Scoring.run(
            Tables.flat(List.of(logarithm, Aggregation.of(Mean.ARITHMETIC)), "x"),
            Tables.of(
                """
                     x
                XAA  1
                XBB  0
                """));
    assertArrayEquals(new double[] {0, Double.NaN}, result.scores().values("x"));
    assertEquals(State.UNDEFINED, result.scores().state(1, 1));
    assertEquals("undefined", result.notes().get(0).code());
  }

  @Test
  void transformationsAreTheirFunctions() {
    String table =
        """
             x
        XAA  9
        """;
    assertEquals(Math.log(10), transformed(Transformation.Function.LN, 1, table), 1e-15);
    assertEquals(1, transformed(Transformation.Function.LOG10, 1, table), 1e-15);
    assertEquals(3, transformed(Transformation.Function.SQUARE_ROOT, 0, table));
    assertEquals(729, transformed(Transformation.Function.POWER, 3, table));
    assertEquals(1 / 9.0, transformed(Transformation.Function.INVERSE, 0, table));
  }

  private static double transformed(Transformation.Function function, double c, String table) {
    return Tables.after(Transformation.of(function, c), table, "x", "x")[0];
  }

  @Test
  void anExpressionIsReadByWhomTheCallerNames() {
    Step step = new Transformation(Transformation.Function.EXPRESSION, 0, ". + 1");
    Index index = Tables.flat(List.of(step, Aggregation.of(Mean.ARITHMETIC)), "x");
    Table table =
        Tables.of(
            """
                 x
            XAA  9
            """);
    Expressions reader = expression -> expression.equals(". + 1") ? x -> x + 1 : null;
    assertEquals(10, Scoring.run(index, table, reader).scores().value("XAA", "total"));
    assertThrows(IllegalArgumentException.class, () -> Scoring.run(index, table));
  }

  @Test
  void ranksAreOfRoundedScoresAndTiesAreAsDeclared() {
    String table =
        """
                x
        XAA  1.04
        XBB  0.96
        XCC  3
        XDD  .
        XEE  0
        """;
    assertRanks(new Ranking(Ties.BEST, 1), table, 2, 2, 1, Double.NaN, 4);
    assertRanks(new Ranking(Ties.WORST, 1), table, 3, 3, 1, Double.NaN, 4);
    assertRanks(new Ranking(Ties.AVERAGE, 1), table, 2.5, 2.5, 1, Double.NaN, 4);
    assertRanks(new Ranking(Ties.DENSE, 1), table, 2, 2, 1, Double.NaN, 3);
    assertRanks(new Ranking(Ties.BEST, null), table, 2, 3, 1, Double.NaN, 4);
  }

  /** 0.1 + 0.2 + 0.3 and 0.3 + 0.2 + 0.1 differ in the last bit. */
  @Test
  void sumsThatDifferInTheLastBitTie() {
    assertTrue(0.1 + 0.2 + 0.3 != 0.3 + 0.2 + 0.1);
    Result result =
        Scoring.run(
            Tables.flat(List.of(Aggregation.of(Mean.ARITHMETIC), Ranking.DEFAULT), "x", "y", "z"),
            Tables.of(
                """
                     x   y   z
                XAA  0.1 0.2 0.3
                XBB  0.3 0.2 0.1
                """));
    assertArrayEquals(new double[] {1, 1}, result.ranks().values("total"));
  }

  private static void assertRanks(Ranking ranking, String table, double... expected) {
    Result result =
        Scoring.run(
            Tables.flat(List.of(Aggregation.of(Mean.ARITHMETIC), ranking), "x"), Tables.of(table));
    assertArrayEquals(expected, result.ranks().values("total"));
  }

  @Test
  void missingColumnsAreNamed() {
    Index index = index(methods().toList().get(0));
    Table table =
        Tables.of(
            """
                 I01
            XAA    1
            """);
    assertTrue(Scoring.missingColumns(index, table).containsAll(List.of("I02", "POP", "GDP")));
    assertThrows(IllegalArgumentException.class, () -> Scoring.run(index, table));
  }

  private static Index index(List<Step> steps) {
    return Reference.index(withRanks(steps).toArray(Step[]::new));
  }

  private static List<Step> withRanks(List<Step> steps) {
    List<Step> all = new ArrayList<>(steps);
    all.add(Ranking.DEFAULT);
    return all;
  }
}

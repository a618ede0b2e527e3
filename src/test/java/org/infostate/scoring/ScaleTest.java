package org.infostate.scoring;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ScaleTest {

  private static final double NONE = Double.NaN;
  private static final String FIVE =
      """
            x
      XAA   2
      XBB   4
      XCC   .
      XDD   4
      XEE  10
      """;

  @Test
  void minimumAndMaximumSpanTheRange() {
    assertScaled(new Scale.MinMax(0, 100), "x", 0, 25, NONE, 25, 100);
    assertScaled(new Scale.MinMax(1, 5), "-x", 5, 4, NONE, 4, 1);
  }

  @Test
  void zScoresHaveTheGivenMeanAndDeviation() {
    // Mean 5; squares of deviations 9, 1, 1, 25; variance 36 / 3.
    double sd = Math.sqrt(12);
    assertScaled(new Scale.ZScore(0, 1), "x", -3 / sd, -1 / sd, NONE, -1 / sd, 5 / sd);
    assertScaled(
        new Scale.ZScore(100, 10),
        "-x",
        100 + 30 / sd,
        100 + 10 / sd,
        NONE,
        100 + 10 / sd,
        100 - 50 / sd);
  }

  @Test
  void goalpostsDoNotLookAtTheOthersAndCutIfCapped() {
    assertScaled(new Scale.Goalposts(3, 5, 10, false), "x", -5, 5, NONE, 5, 35);
    assertScaled(new Scale.Goalposts(3, 5, 10, true), "x", 0, 5, NONE, 5, 10);
    assertScaled(new Scale.Goalposts(3, 5, 10, true), "-x", 10, 5, NONE, 5, 0);
  }

  @Test
  void goalpostsInTheWrongOrderAreRefused() {
    assertThrows(IllegalArgumentException.class, () -> new Scale.Goalposts(5, 5, 100, true));
  }

  @Test
  void whatIsCutIsMarked() {
    Table table = normalised(new Scale.Goalposts(3, 5, 10, true), FIVE, "x");
    assertEquals(java.util.Set.of(Mark.CAPPED), table.marks(0, 0));
    assertEquals(java.util.Set.of(), table.marks(1, 0));
    assertEquals(java.util.Set.of(Mark.CAPPED), table.marks(4, 0));
  }

  @Test
  void distanceToMaximumIsOneForTheBest() {
    assertScaled(new Scale.DistanceToMaximum(), "x", 0, 0.25, NONE, 0.25, 1);
    assertScaled(new Scale.DistanceToMaximum(), "-x", 1, 0.75, NONE, 0.75, 0);
  }

  @Test
  void distanceToReferenceIsOneForTheReference() {
    assertScaled(new Scale.DistanceToReference("XBB", false), "x", 0, 1, NONE, 1, 4);
    assertScaled(new Scale.DistanceToReference("XBB", true), "x", 0, 1, NONE, 1, 1);
    assertScaled(new Scale.DistanceToReference("XBB", false), "-x", 8.0 / 6, 1, NONE, 1, 0);
  }

  @Test
  void distanceToTargetIsOneAtTheTarget() {
    assertScaled(new Scale.DistanceToTarget(6, true), "x", 0, 0.5, NONE, 0.5, 1);
    assertScaled(new Scale.DistanceToTarget(0, true), "-x", 0.8, 0.6, NONE, 0.6, 0);
  }

  @Test
  void fractionOfMaximumKeepsTheOrderWhereLessIsBetter() {
    assertScaled(new Scale.FractionOfMaximum(), "x", 0.2, 0.4, NONE, 0.4, 1);
    assertScaled(new Scale.FractionOfMaximum(), "-x", 1, 0.8, NONE, 0.8, 0.2);
  }

  @Test
  void ranksCountFromTheWorst() {
    assertScaled(new Scale.Rank(Ties.BEST), "x", 1, 2, NONE, 2, 4);
    assertScaled(new Scale.Rank(Ties.WORST), "x", 1, 3, NONE, 3, 4);
    assertScaled(new Scale.Rank(Ties.AVERAGE), "x", 1, 2.5, NONE, 2.5, 4);
    assertScaled(new Scale.Rank(Ties.DENSE), "x", 1, 2, NONE, 2, 3);
    assertScaled(new Scale.Rank(Ties.BEST), "-x", 4, 2, NONE, 2, 1);
    assertScaled(new Scale.Borda(Ties.BEST), "x", 0, 1, NONE, 1, 3);
    assertScaled(new Scale.PercentileRank(Ties.BEST), "x", 0, 1.0 / 3, NONE, 1.0 / 3, 1);
  }

  @Test
  void ratiosAreTakenToTheMeanTheMedianOrAUnit() {
    assertScaled(relative(Scale.Relative.Reference.MEAN, null), "x", 40, 80, NONE, 80, 200);
    assertScaled(relative(Scale.Relative.Reference.MEDIAN, null), "x", 50, 100, NONE, 100, 250);
    assertScaled(relative(Scale.Relative.Reference.UNIT, "XAA"), "x", 100, 200, NONE, 200, 500);
    assertScaled(relative(Scale.Relative.Reference.UNIT, "XBB"), "-x", 200, 100, NONE, 100, 40);
  }

  @Test
  void theMeanOfTheReferenceMayBeWeighedByAnInput() {
    Element x = Element.indicator("x", "total", 1, 1);
    Index index =
        new Index(
            "weighed",
            1,
            java.util.Map.of(),
            List.of(Element.aggregate("total", null, 1), x),
            java.util.Map.of("people", Source.column("people")),
            List.of(
                Normalisation.of(relative(Scale.Relative.Reference.WEIGHTED_MEAN, "people")),
                Aggregation.of(Aggregation.Mean.ARITHMETIC)));
    Table table =
        Tables.of(
            """
                  x people
            XAA  10      9
            XBB  60      1
            XCC   .      5
            XDD   5      .
            """);
    // (10 * 9 + 60 * 1) / 10 = 15
    assertArrayEquals(
        new double[] {10 / 0.15, 400, NONE, 5 / 0.15},
        Scoring.run(index, table).scores().values("x"),
        1e-12);
  }

  @Test
  void aFloorLiftsWhatIsBelowAndMarksIt() {
    Step step = new Normalisation(relative(Scale.Relative.Reference.MEAN, null), Scope.ALL, 50);
    Result result =
        Scoring.run(
            Tables.flat(List.of(step, Aggregation.of(Aggregation.Mean.ARITHMETIC)), "x"),
            Tables.of(FIVE));
    assertEquals(50, result.scores().value("XAA", "x"));
    assertEquals(java.util.Set.of(Mark.FLOORED), result.scores().marks(0, 1));
    assertEquals(80, result.scores().value("XBB", "x"));
  }

  @Test
  void yearsArePooledUnlessAnotherScopeIsDeclared() {
    String panel =
        """
                   x
        XAA/2001   1
        XBB/2001   3
        XAA/2002   5
        XBB/2002  11
        """;
    Scale minMax = new Scale.MinMax(0, 100);
    assertArrayEquals(
        new double[] {0, 20, 40, 100},
        normalised(new Normalisation(minMax, Scope.ALL, Double.NEGATIVE_INFINITY), panel),
        1e-12);
    assertArrayEquals(
        new double[] {0, 100, 200, 500},
        normalised(new Normalisation(minMax, Scope.year(2001), Double.NEGATIVE_INFINITY), panel),
        1e-12);
    assertArrayEquals(
        new double[] {0, 100, 0, 100},
        normalised(new Normalisation(minMax, Scope.EACH_YEAR, Double.NEGATIVE_INFINITY), panel),
        1e-12);
  }

  @Test
  void eachYearByItselfIsNeverSilent() {
    Index index =
        Tables.flat(
            List.of(
                new Normalisation(new Scale.MinMax(0, 100), Scope.EACH_YEAR, 0),
                Aggregation.of(Aggregation.Mean.ARITHMETIC)),
            "x");
    Result panel =
        Scoring.run(
            index,
            Tables.of(
                """
                           x
                XAA/2001   1
                XBB/2001   3
                XAA/2002   5
                XBB/2002  11
                """));
    assertEquals("normalise", panel.notes().get(0).step());
    assertEquals("each-year", panel.notes().get(0).code());
    assertEquals(List.of(), Scoring.run(index, Tables.of(FIVE)).notes());
  }

  @Test
  void equalValuesTellNobodyApartAndLeaveTheDenominator() {
    Result result =
        Scoring.run(
            Tables.flat(
                List.of(
                    Normalisation.of(new Scale.MinMax(0, 100)),
                    new Aggregation(Aggregation.Mean.ARITHMETIC, 1, 1, java.util.Map.of())),
                "x",
                "y"),
            Tables.of(
                """
                     x y
                XAA  1 7
                XBB  2 7
                """));
    assertEquals(State.CONSTANT, result.scores().state(0, 2));
    assertEquals(100, result.scores().value("XBB", "total"));
    assertEquals("constant", result.notes().get(0).code());
  }

  @Test
  void aReferenceThatIsMissingLeavesTheColumnUndefined() {
    Result result =
        Scoring.run(
            Tables.flat(
                List.of(
                    Normalisation.of(relative(Scale.Relative.Reference.UNIT, "XCC")),
                    Aggregation.of(Aggregation.Mean.ARITHMETIC)),
                "x"),
            Tables.of(FIVE));
    assertEquals(State.UNDEFINED, result.scores().state(0, 1));
    assertEquals("no-reference", result.notes().get(0).code());
  }

  /** Not constant, and so it stays in the denominators. */
  @Test
  void aTargetThatIsNoBetterThanTheWorstLeavesTheColumnUndefined() {
    Result result =
        Scoring.run(
            Tables.flat(
                List.of(
                    Normalisation.of(new Scale.DistanceToTarget(-1e6, true)),
                    Aggregation.of(Aggregation.Mean.ARITHMETIC)),
                "x"),
            Tables.of(FIVE));
    assertEquals(State.UNDEFINED, result.scores().state(0, 1));
    assertEquals("no-reference", result.notes().get(0).code());
  }

  static Stream<Scale> scales() {
    return Stream.of(
        new Scale.AsMeasured(),
        new Scale.MinMax(0, 100),
        new Scale.ZScore(0, 1),
        new Scale.Goalposts(1, 9, 100, true),
        new Scale.DistanceToMaximum(),
        new Scale.DistanceToReference("U3", false),
        new Scale.DistanceToTarget(5, true),
        new Scale.FractionOfMaximum(),
        new Scale.Rank(Ties.AVERAGE),
        new Scale.Borda(Ties.DENSE),
        new Scale.PercentileRank(Ties.BEST),
        relative(Scale.Relative.Reference.MEAN, null));
  }

  @ParameterizedTest
  @MethodSource("scales")
  void aBetterValueNeverScalesLower(Scale scale) {
    Random random = new Random(7);
    for (int d : new int[] {1, -1}) {
      double[] x = random.doubles(40, 0.5, 9.5).toArray();
      Case[] cases = new Case[x.length];
      for (int i = 0; i < cases.length; i++) {
        cases[i] = Case.of("U" + i);
      }
      // A target that less is to reach has to be better than the worst.
      var function = scale.fit(new Scale.Basis(x, d, x, cases, null));
      double before = Double.NEGATIVE_INFINITY;
      for (int step = 0; step <= 100; step++) {
        double at = 0.5 + 9 * step / 100.0;
        double y = function.applyAsDouble(d == 1 ? at : 10 - at);
        assertTrue(y >= before, scale + " at " + at);
        before = y;
      }
    }
  }

  private static Scale relative(Scale.Relative.Reference reference, String name) {
    return new Scale.Relative(reference, name, 100);
  }

  private static void assertScaled(Scale scale, String indicator, double... expected) {
    assertArrayEquals(
        expected,
        Tables.after(Normalisation.of(scale), FIVE, "x", indicator),
        1e-12,
        scale.toString());
  }

  private static double[] normalised(Normalisation step, String table) {
    return Tables.after(step, table, "x", "x");
  }

  private static Table normalised(Scale scale, String table, String indicator) {
    return Scoring.run(
            Tables.flat(
                List.of(Normalisation.of(scale), Aggregation.of(Aggregation.Mean.ARITHMETIC)),
                indicator),
            Tables.of(table))
        .after(Normalisation.class);
  }
}

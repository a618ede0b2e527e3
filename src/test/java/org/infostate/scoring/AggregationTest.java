package org.infostate.scoring;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Random;
import org.infostate.scoring.Aggregation.Mean;
import org.junit.jupiter.api.Test;

class AggregationTest {

  private static final double NONE = Double.NaN;

  @Test
  void meansAreThoseOfTheirFormulas() {
    assertMeans(Mean.ARITHMETIC, 1, (2 + 2 * 4 + 16) / 4.0, (2 + 16) / 2.0, (0 + 2 * 3 + 4) / 4.0);
    assertMeans(Mean.GEOMETRIC, 1, Math.pow(2 * 4 * 4 * 16, 0.25), Math.sqrt(32), 0);
    assertMeans(Mean.HARMONIC, 1, 4 / (1 / 2.0 + 2 / 4.0 + 1 / 16.0), 2 / (1 / 2.0 + 1 / 16.0), 0);
    assertMeans(
        Mean.POWER,
        2,
        Math.sqrt((4 + 2 * 16 + 256) / 4.0),
        Math.sqrt((4 + 256) / 2.0),
        Math.sqrt((0 + 2 * 9 + 16) / 4.0));
    assertMeans(Mean.POWER, -1, 4 / (1 / 2.0 + 2 / 4.0 + 1 / 16.0), 2 / (1 / 2.0 + 1 / 16.0), 0);
    assertMeans(Mean.MEDIAN, 1, 4, 9, 3);
  }

  /** Mean 6.5 and variance 30.75, mean 9 and 49, mean 2.5 and 2.25. */
  @Test
  void unevennessCostsItsVarianceOverTheMean() {
    assertMeans(Mean.MAZZIOTTA_PARETO, 1, 6.5 - 30.75 / 6.5, 9 - 49 / 9.0, 2.5 - 2.25 / 2.5);
    assertMeans(Mean.MAZZIOTTA_PARETO_PLUS, 1, 6.5 + 30.75 / 6.5, 9 + 49 / 9.0, 2.5 + 2.25 / 2.5);
  }

  /** Weights 1, 2, 1 over three cases; the second lacks a value, the third has a zero. */
  private static void assertMeans(Mean mean, double power, double... expected) {
    double[][] rows = {{2, 4, 16}, {2, NONE, 16}, {0, 3, 4}};
    Aggregation step = new Aggregation(mean, power, 0, Map.of());
    assertArrayEquals(expected, totals(step, new double[] {1, 2, 1}, rows), 1e-12, mean.toString());
  }

  @Test
  void aGeometricOrHarmonicMeanOfANegativeValueIsUndefinedAndSaid() {
    for (Mean mean : List.of(Mean.GEOMETRIC, Mean.HARMONIC)) {
      Result result =
          Scoring.run(
              Tables.flat(List.of(Aggregation.of(mean)), "x", "y"),
              Tables.of(
                  """
                        x y
                  XAA  -1 2
                  XBB   1 2
                  """));
      assertEquals(State.UNDEFINED, result.scores().state(0, 0));
      assertEquals("undefined", result.notes().get(0).code());
      assertEquals(State.PRESENT, result.scores().state(1, 0));
    }
  }

  @Test
  void aMeanOfPowerZeroIsRefused() {
    assertThrows(IllegalArgumentException.class, () -> new Aggregation(Mean.POWER, 0, 0, Map.of()));
  }

  @Test
  void theMedianWithEqualWeightsIsThePlainOneWhateverTheWeightsAddUpTo() {
    double[] weights = {0.1, 0.1, 0.1, 0.1, 0.1, 0.1};
    assertArrayEquals(
        new double[] {3.5},
        totals(Aggregation.of(Mean.MEDIAN), weights, new double[][] {{6, 1, 5, 2, 4, 3}}),
        1e-12);
  }

  @Test
  void whatDoesNotApplyLeavesTheDenominatorOfTheThreshold() {
    Aggregation half = new Aggregation(Mean.ARITHMETIC, 1, 0.5, Map.of());
    Result result =
        Scoring.run(
            Tables.flat(List.of(half), "x", "y", "z"),
            Tables.of(
                """
                       x    y    z
                XAA    3    .    .
                XBB    3    . n/a
                XCC  n/a  n/a  n/a
                XDD    .    .    .
                """));
    assertEquals(State.INSUFFICIENT, result.scores().state(0, 0));
    assertEquals(3, result.scores().value("XBB", "total"));
    assertEquals(State.NOT_APPLICABLE, result.scores().state(2, 0));
    assertEquals(State.INSUFFICIENT, result.scores().state(3, 0));
  }

  @Test
  void theMinimumIsAskedExactlySoThatTwoOfThreeAndSixOfNineAreTreatedAlike() {
    for (double minimum : new double[] {0.66, 0.666, 2.0 / 3}) {
      assertTrue(withMinimum(minimum).enough(2, 3), () -> "2 of 3 for " + minimum);
      assertTrue(withMinimum(minimum).enough(6, 9), () -> "6 of 9 for " + minimum);
    }
    for (double minimum : new double[] {0.667, 0.67, 0.7}) {
      assertFalse(withMinimum(minimum).enough(2, 3), () -> "2 of 3 for " + minimum);
      assertFalse(withMinimum(minimum).enough(6, 9), () -> "6 of 9 for " + minimum);
    }
  }

  @Test
  void everyShareOfAnyNumberOfChildrenIsReachedByItself() {
    for (int all = 1; all <= 300; all++) {
      for (int present = 1; present <= all; present++) {
        Aggregation just = withMinimum((double) present / all);
        assertTrue(just.enough(present, all), present + " of " + all);
        assertFalse(just.enough(present - 1, all), present - 1 + " of " + all);
      }
    }
  }

  private static Aggregation withMinimum(double minimum) {
    return new Aggregation(Mean.ARITHMETIC, 1, minimum, Map.of());
  }

  @Test
  void aLevelOrAnElementMayHaveItsOwnMean() {
    List<Element> elements =
        List.of(
            Element.aggregate("top", null, 1),
            Element.aggregate("a", "top", 1),
            Element.aggregate("b", "top", 1).with(Aggregation.of(Mean.HARMONIC)),
            Element.indicator("p", "a", 1, 1),
            Element.indicator("q", "a", 1, 1),
            Element.indicator("r", "b", 1, 1),
            Element.indicator("s", "b", 1, 1));
    Aggregation step =
        new Aggregation(Mean.ARITHMETIC, 1, 0, Map.of(3, Aggregation.of(Mean.GEOMETRIC)));
    Table scores =
        Scoring.run(
                Index.of("levels", elements, List.of(step)),
                Tables.of(
                    """
                          p q r s
                    XAA   2 6 2 6
                    """))
            .scores();
    assertEquals(4, scores.value("XAA", "a"));
    assertEquals(3, scores.value("XAA", "b"), 1e-15);
    assertEquals(Math.sqrt(12), scores.value("XAA", "top"), 1e-12);
  }

  @Test
  void copelandCountsPairsWonLessPairsLost() {
    assertArrayEquals(
        new double[] {1, -1, 0},
        totals(
            Aggregation.of(Mean.COPELAND),
            new double[] {2, 1, 1},
            new double[][] {{3, 1, 1}, {2, 2, 1}, {1, 3, 3}}));
  }

  /**
   * 49 equal weights of 1/49: 24 columns better, 24 worse, one equal. The sum of the weights won is
   * not exactly a half in floating point, and the pair is a tie all the same.
   */
  @Test
  void copelandTiesSurviveFloatingPointAndTheOrderOfColumns() {
    Random random = new Random(11);
    for (int trial = 0; trial < 50; trial++) {
      List<Integer> signs = new java.util.ArrayList<>();
      for (int i = 0; i < 49; i++) {
        signs.add(i < 24 ? 1 : i < 48 ? -1 : 0);
      }
      java.util.Collections.shuffle(signs, random);
      double[] weights = new double[49];
      java.util.Arrays.fill(weights, 1.0 / 49);
      double[][] rows = new double[2][49];
      for (int i = 0; i < 49; i++) {
        rows[0][i] = signs.get(i);
      }
      assertArrayEquals(new double[] {0, 0}, totals(Aggregation.of(Mean.COPELAND), weights, rows));
    }
  }

  @Test
  void copelandComparesWhatBothHaveAndDoesNotDependOnTheOrderOfCases() {
    double[] weights = {1, 1, 1};
    double[][] rows = {{5, NONE, 1}, {NONE, 9, 2}, {4, 1, NONE}};
    double[] scores = totals(Aggregation.of(Mean.COPELAND), weights, rows);
    double[][] turned = {rows[2], rows[1], rows[0]};
    double[] other = totals(Aggregation.of(Mean.COPELAND), weights, turned);
    assertArrayEquals(new double[] {0, 2, -2}, scores);
    assertArrayEquals(new double[] {scores[2], scores[1], scores[0]}, other);
  }

  /** The first two have nothing in common, and the last has nothing at all. */
  @Test
  void copelandLeavesAPairWithoutACommonColumnOpen() {
    assertArrayEquals(
        new double[] {1, 1, -2, NONE},
        totals(
            Aggregation.of(Mean.COPELAND),
            new double[] {1, 1},
            new double[][] {{5, NONE}, {NONE, 5}, {1, 1}, {NONE, NONE}}));
  }

  @Test
  void copelandComparesCasesOfTheSameYearOnly() {
    Table scores =
        Scoring.run(
                Tables.flat(List.of(Aggregation.of(Mean.COPELAND)), "x"),
                Tables.of(
                    """
                              x
                    XAA/2001  1
                    XBB/2001  2
                    XAA/2002  8
                    XBB/2002  9
                    """))
            .scores();
    assertArrayEquals(new double[] {-1, 1, -1, 1}, scores.values("total"));
  }

  @Test
  void marksOfWhatIsPresentGoUp() {
    Table scores =
        Scoring.run(
                Tables.flat(List.of(Aggregation.of(Mean.ARITHMETIC)), "x", "y"),
                Tables.of(
                    """
                         x  y
                    XAA  1? 2
                    XBB  1  2
                    """))
            .scores();
    assertEquals(java.util.Set.of(Mark.UNVERIFIED), scores.marks(0, 0));
    assertEquals(java.util.Set.of(), scores.marks(1, 0));
  }

  private static double[] totals(Aggregation step, double[] weights, double[][] rows) {
    List<Element> elements = new java.util.ArrayList<>();
    elements.add(Element.aggregate("total", null, 1));
    List<String> columns = new java.util.ArrayList<>();
    List<Case> cases = new java.util.ArrayList<>();
    for (int i = 0; i < weights.length; i++) {
      elements.add(Element.indicator("c" + i, "total", 1, weights[i]));
      columns.add("c" + i);
    }
    for (int i = 0; i < rows.length; i++) {
      cases.add(Case.of("U" + i));
    }
    Table.Builder table = Table.builder(cases, columns);
    for (int row = 0; row < rows.length; row++) {
      for (int column = 0; column < weights.length; column++) {
        if (!Double.isNaN(rows[row][column])) {
          table.set(row, column, rows[row][column]);
        }
      }
    }
    return Scoring.run(Index.of("means", elements, List.of(step)), table.build())
        .scores()
        .values("total");
  }
}

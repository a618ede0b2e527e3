package org.infostate.diagnostics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Set;
import org.infostate.diagnostics.Correlation.Kind;
import org.infostate.diagnostics.Correlations.Flag;
import org.infostate.scoring.Aggregation;
import org.infostate.scoring.Case;
import org.infostate.scoring.Element;
import org.infostate.scoring.Index;
import org.infostate.scoring.Table;
import org.junit.jupiter.api.Test;

class CorrelationTest {

  private static final double NONE = Double.NaN;

  // F. Anscombe, "Graphs in Statistical Analysis", 1973, first set.
  private static final double[] X = {10, 8, 13, 9, 11, 14, 6, 4, 12, 7, 5};
  private static final double[] Y = {
    8.04, 6.95, 7.58, 8.81, 8.33, 9.96, 7.24, 4.26, 10.84, 4.82, 5.68
  };

  /** The figures that cor.test of R prints for this set. */
  @Test
  void coefficientsAndProbabilitiesOfAnscombesFirstSet() {
    Correlation pearson = Correlation.of(X, Y, Kind.PEARSON);
    assertEquals(11, pearson.cases());
    assertEquals(0.81642051634484, pearson.coefficient(), 1e-13);
    assertEquals(0.002169629, pearson.probability(), 1e-9);
    assertEquals(0.8181818181818, Correlation.of(X, Y, Kind.SPEARMAN).coefficient(), 1e-12);
    assertEquals(0.6363636363636, Correlation.of(X, Y, Kind.KENDALL).coefficient(), 1e-12);
  }

  /** 1 2 2 3 and 1 3 2 2: concordant 3, discordant 1, one tie each; tau-b = 2 / 5. */
  @Test
  void tiesCountInTauB() {
    Correlation tau =
        Correlation.of(new double[] {1, 2, 2, 3}, new double[] {1, 3, 2, 2}, Kind.KENDALL);
    assertEquals(0.4, tau.coefficient(), 1e-15);
  }

  /** Without ties the variance of the score is n(n-1)(2n+5)/18 = 165. */
  @Test
  void kendallsProbabilityIsThatOfTheNormalCurve() {
    double z = 35 / Math.sqrt(165);
    assertEquals(Probability.ofNormal(z), Correlation.of(X, Y, Kind.KENDALL).probability(), 1e-15);
  }

  @Test
  void onlyCasesThatHaveBothCount() {
    double[] x = {1, NONE, 3, 4, 9};
    double[] y = {2, 5, 6, 8, NONE};
    Correlation found = Correlation.of(x, y, Kind.PEARSON);
    assertEquals(3, found.cases());
    assertEquals(
        Correlation.of(new double[] {1, 3, 4}, new double[] {2, 6, 8}, Kind.PEARSON), found);
  }

  @Test
  void withoutVariationThereIsNoCoefficient() {
    for (Kind kind : Kind.values()) {
      double[] same = {4, 4, 4};
      assertEquals(NONE, Correlation.of(same, new double[] {1, 2, 3}, kind).coefficient());
      assertEquals(NONE, Correlation.of(new double[0], new double[0], kind).coefficient());
    }
    Correlation perfect =
        Correlation.of(new double[] {1, 2, 3}, new double[] {3, 2, 1}, Kind.PEARSON);
    assertEquals(-1, perfect.coefficient(), 1e-15);
    assertEquals(0, perfect.probability(), 1e-7);
  }

  /** Critical values as every table of the t and of the normal distribution has them. */
  @Test
  void tailsAreThoseOfTheTables() {
    assertEquals(0.05, Probability.ofStudent(2.26215716, 9), 1e-9);
    assertEquals(0.01, Probability.ofStudent(-2.6259, 100), 1e-6);
    for (double t : new double[] {0.01, 0.5, 1, 3, 20, 1000}) {
      // With one and two degrees of freedom the tail has a closed form.
      assertEquals(2 / Math.PI * Math.atan(1 / t), Probability.ofStudent(t, 1), 1e-13);
      assertEquals(1 - t / Math.sqrt(2 + t * t), Probability.ofStudent(t, 2), 1e-13);
    }
    assertEquals(1, Probability.ofStudent(0, 5), 1e-15);
    assertEquals(0.05, Probability.ofNormal(1.959963984540054), 1e-12);
    assertEquals(0.001, Probability.ofNormal(3.290526731491926), 1e-12);
    assertEquals(1, Probability.ofNormal(0), 1e-15);
  }

  @Test
  void probabilitiesAreAdjustedToTheNumberOfPairs() {
    Table table = table();
    Correlations all = Correlations.of(table, List.of("a", "b", "c", "d"), Kind.PEARSON);
    assertEquals(6, all.pairs().size());
    double[] raw =
        all.pairs().stream().mapToDouble(p -> p.correlation().probability()).sorted().toArray();
    double[] adjusted =
        all.pairs().stream().mapToDouble(Correlations.Pair::adjusted).sorted().toArray();
    double least = 1;
    for (int i = 5; i >= 0; i--) {
      least = Math.min(least, raw[i] * 6 / (i + 1));
      assertEquals(least, adjusted[i], 1e-15);
    }
  }

  @Test
  void pairsOfOneParentAreFlagged() {
    Index index =
        Index.of(
            "flagged",
            List.of(
                Element.aggregate("top", null, 1),
                Element.aggregate("one", "top", 1),
                Element.indicator("a", "one", 1, 1),
                Element.indicator("b", "one", 1, 1),
                Element.indicator("c", "one", 1, 1),
                Element.indicator("d", "top", 1, 1).dividedBy("a")),
            List.of(Aggregation.of(Aggregation.Mean.ARITHMETIC)));
    List<Correlations.Flagged> flagged =
        Correlations.of(table(), List.of("a", "b", "c", "d"), Kind.PEARSON).flagged(index);
    assertEquals(Set.of(Flag.REDUNDANT), flags(flagged, "a", "b"));
    assertEquals(Set.of(Flag.OPPOSED), flags(flagged, "a", "c"));
    assertEquals(Set.of(Flag.OPPOSED), flags(flagged, "b", "c"));
    assertEquals(Set.of(Flag.DENOMINATOR), flags(flagged, "a", "d"));
    assertEquals(4, flagged.size());
  }

  private static Set<Flag> flags(List<Correlations.Flagged> flagged, String a, String b) {
    return flagged.stream()
        .filter(f -> f.pair().a().equals(a) && f.pair().b().equals(b))
        .findFirst()
        .orElseThrow()
        .flags();
  }

  /** b goes with a, c against it, d with a. */
  private static Table table() {
    List<Case> cases =
        java.util.stream.IntStream.range(0, 11).mapToObj(i -> Case.of("U" + i)).toList();
    Table.Builder table = Table.builder(cases, List.of("a", "b", "c", "d"));
    for (int i = 0; i < 11; i++) {
      table.set(i, 0, X[i]);
      table.set(i, 1, X[i] + 0.1 * Y[i]);
      table.set(i, 2, -Y[i]);
      table.set(i, 3, Y[i] * Y[i]);
    }
    return table.build();
  }

  /** Two columns with covariances 1, 0.5, 1: 4 * 0.5 / 3. */
  @Test
  void alphaIsTheShareOfWhatColumnsHaveInCommon() {
    double s = Math.sqrt(0.75);
    Table.Builder table =
        Table.builder(
            List.of(Case.of("A"), Case.of("B"), Case.of("C"), Case.of("D")), List.of("x", "y"));
    double[] x = {1, 1, -1, -1};
    double[] u = {1, -1, 1, -1};
    for (int i = 0; i < 4; i++) {
      table.set(i, 0, s * x[i]);
      table.set(i, 1, s * (0.5 * x[i] + s * u[i]));
    }
    assertEquals(4 * 0.5 / 3, Reliability.alpha(table.build(), List.of("x", "y")), 1e-12);
    assertTrue(Double.isNaN(Reliability.alpha(table.build(), List.of("x"))));
  }
}

package org.infostate.scoring;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import org.infostate.scoring.Treatment.Transform;
import org.junit.jupiter.api.Test;

class TreatmentTest {

  // Two far out among twenty.
  private static final double[] SKEWED = {
    1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 1, 2, 3, 4, 5, 6, 7, 8, 90, 100
  };

  /** The example of Microsoft's documentation of SKEW and KURT. */
  @Test
  void skewnessAndKurtosisAreThoseOfSpreadsheets() {
    double[] x = {3, 4, 5, 2, 3, 4, 5, 6, 4, 7};
    assertEquals(0.359543071407, Sample.skewness(x), 1e-12);
    assertEquals(-0.151799637208, Sample.kurtosis(x), 1e-12);
  }

  @Test
  void pointsAreDrawnInOneAfterTheOther() {
    Table table = treated(new Treatment(2, 3.5, 5, Transform.NONE, 0, Scope.ALL), SKEWED);
    double[] expected = SKEWED.clone();
    expected[18] = 10;
    expected[19] = 10;
    assertArrayEquals(expected, table.values("x"));
    assertEquals(Set.of(Mark.WINSORISED), table.marks(19, 0));
    assertEquals(Set.of(), table.marks(9, 0));
  }

  @Test
  void tooManyPointsLeadToTheLogarithmOfTheOriginal() {
    Table table = treated(new Treatment(2, 3.5, 1, Transform.LOG_CT, 0, Scope.ALL), SKEWED);
    for (int i = 0; i < SKEWED.length; i++) {
      assertEquals(Math.log(SKEWED[i] - 1 + 0.99), table.value(i, 0), 1e-12);
      assertEquals(Set.of(Mark.TRANSFORMED), table.marks(i, 0));
    }
  }

  @Test
  void theLeftTailIsDrawnInFromBelow() {
    double[] turned = Arrays.stream(SKEWED).map(v -> -v).toArray();
    Table table = treated(new Treatment(2, 3.5, 5, Transform.NONE, 0, Scope.ALL), turned);
    assertEquals(-10, table.value(19, 0));
    Table logs = treated(new Treatment(2, 3.5, 0, Transform.LOG_CT_PLUS, 0, Scope.ALL), turned);
    assertEquals(-Math.log(-1 + 0.99 + 100), logs.value(19, 0), 1e-12);
  }

  @Test
  void otherTransformationsAreTheirFormulas() {
    assertEquals(
        Math.log(100),
        treated(new Treatment(2, 3.5, 0, Transform.LOG, 0, Scope.ALL), SKEWED).value(19, 0),
        1e-12);
    assertEquals(
        (Math.sqrt(100) - 1) / 0.5,
        treated(new Treatment(2, 3.5, 0, Transform.BOX_COX, 0.5, Scope.ALL), SKEWED).value(19, 0),
        1e-12);
  }

  @Test
  void lambdaIsTheMostLikelyOfAll() {
    Random random = new Random(3);
    double[] x = random.doubles(60).map(u -> 1 + Math.exp(3 * u)).toArray();
    double min = Sample.min(x);
    double best = Double.NEGATIVE_INFINITY;
    double at = 0;
    for (double lambda = -3; lambda <= 3; lambda += 1e-4) {
      double likelihood = likelihood(x, min, lambda);
      if (likelihood > best) {
        best = likelihood;
        at = lambda;
      }
    }
    assertEquals(at, BoxCox.lambda(x, min), 2e-4);
  }

  /** Written anew from the definition: normal likelihood times the Jacobian. */
  private static double likelihood(double[] x, double min, double lambda) {
    int n = x.length;
    double[] y = new double[n];
    double jacobian = 0;
    for (int i = 0; i < n; i++) {
      double z = x[i] - min + 1;
      y[i] = Math.abs(lambda) < 1e-9 ? Math.log(z) : (Math.pow(z, lambda) - 1) / lambda;
      jacobian += (lambda - 1) * Math.log(z);
    }
    double mean = Arrays.stream(y).sum() / n;
    double variance = Arrays.stream(y).map(v -> (v - mean) * (v - mean)).sum() / n;
    return -n / 2.0 * Math.log(variance) + jacobian;
  }

  @Test
  void whatPassesIsLeftAloneToTheBit() {
    double[] x = new Random(5).doubles(50).toArray();
    assertArrayEquals(x, treated(Treatment.DEFAULT, x).values("x"));
  }

  @Test
  void tooFewOrEqualValuesAreLeftAloneWithANote() {
    Result few = run(Treatment.DEFAULT, new double[] {1, 2, 300});
    assertEquals("untreated", few.notes().get(0).code());
    Result equal = run(Treatment.DEFAULT, new double[] {4, 4, 4, 4, 4});
    assertEquals("untreated", equal.notes().get(0).code());
  }

  @Test
  void whatStaysSkewedIsSaid() {
    Result result = run(new Treatment(2, 3.5, 1, Transform.NONE, 0, Scope.ALL), SKEWED);
    assertTrue(result.notes().stream().anyMatch(n -> n.code().equals("still-skewed")));
  }

  private static Table treated(Treatment step, double[] x) {
    return run(step, x).after(Treatment.class);
  }

  private static Result run(Treatment step, double[] x) {
    String rows =
        java.util.stream.IntStream.range(0, x.length)
            .mapToObj(i -> "U" + i + " " + x[i])
            .collect(Collectors.joining("\n", "x\n", ""));
    return Scoring.run(
        Tables.flat(List.of(step, Aggregation.of(Aggregation.Mean.ARITHMETIC)), "x"),
        Tables.of(rows));
  }
}

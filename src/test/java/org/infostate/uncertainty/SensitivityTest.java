package org.infostate.uncertainty;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashSet;
import java.util.Set;
import java.util.function.ToDoubleFunction;
import org.junit.jupiter.api.Test;

class SensitivityTest {

  @Test
  void theFirstPointsOfEveryDimensionLieOneInEachInterval() {
    SobolSequence sequence = new SobolSequence(SobolSequence.MAX_DIMENSIONS, 5);
    for (int d = 0; d < SobolSequence.MAX_DIMENSIONS; d++) {
      Set<Integer> intervals = new HashSet<>();
      for (int i = 0; i < 1024; i++) {
        intervals.add((int) (sequence.point(i)[d] * 1024));
      }
      assertEquals(1024, intervals.size(), "dimension " + d);
    }
  }

  /** The first points of the unshifted sequence, as in every description of it. */
  @Test
  void withoutTheShiftThePointsAreThoseOfTheBooks() {
    SobolSequence sequence = new SobolSequence(3, 1);
    double[] origin = sequence.point(0);
    double[][] expected = {
      {0.5, 0.5, 0.5}, {0.75, 0.25, 0.25}, {0.25, 0.75, 0.75}, {0.375, 0.375, 0.625}
    };
    for (int i = 0; i < expected.length; i++) {
      double[] point = sequence.point(i + 1);
      for (int d = 0; d < 3; d++) {
        long shift = (long) (origin[d] * (1L << 32));
        long bits = (long) (point[d] * (1L << 32)) ^ shift;
        assertEquals(expected[i][d], bits / (double) (1L << 32), 1e-9, "point " + (i + 1));
      }
    }
  }

  /** A thousand points leave none of 8 by 8 cells empty, but for a few pairs of dimensions. */
  @Test
  void pairsOfDimensionsFillTheSquare() {
    SobolSequence sequence = new SobolSequence(32, 9);
    int full = 0;
    int pairs = 0;
    for (int a = 0; a < 32; a++) {
      for (int b = 0; b < a; b++) {
        Set<Integer> cells = new HashSet<>();
        for (int i = 0; i < 1024; i++) {
          double[] p = sequence.point(i);
          cells.add((int) (p[a] * 8) * 8 + (int) (p[b] * 8));
        }
        pairs++;
        full += cells.size() == 64 ? 1 : 0;
      }
    }
    assertTrue(full > 0.95 * pairs, full + " of " + pairs);
  }

  @Test
  void tooManyDimensionsAreRefused() {
    assertThrows(
        IllegalArgumentException.class,
        () -> new SobolSequence(SobolSequence.MAX_DIMENSIONS + 1, 1));
  }

  /**
   * Ishigami's function with a = 7 and b = 0.1: V = a^2/8 + b pi^4/5 + b^2 pi^8/18 + 1/2, of which
   * V1 = (1 + b pi^4/5)^2/2, V2 = a^2/8, V13 = b^2 pi^8 (1/18 - 1/50).
   */
  @Test
  void sharesOfIshigamisFunction() {
    double pi4 = Math.pow(Math.PI, 4);
    double v1 = Math.pow(1 + 0.1 * pi4 / 5, 2) / 2;
    double v2 = 49 / 8.0;
    double v13 = 0.01 * pi4 * pi4 * (1 / 18.0 - 1 / 50.0);
    double v = v1 + v2 + v13;
    ToDoubleFunction<double[]> ishigami =
        u -> {
          double x = Math.PI * (2 * u[0] - 1);
          double y = Math.PI * (2 * u[1] - 1);
          double z = Math.PI * (2 * u[2] - 1);
          return Math.sin(x) + 7 * Math.pow(Math.sin(y), 2) + 0.1 * Math.pow(z, 4) * Math.sin(x);
        };
    assertEffect(ishigami, 3, 0, v1 / v, (v1 + v13) / v);
    assertEffect(ishigami, 3, 1, v2 / v, v2 / v);
    assertEffect(ishigami, 3, 2, 0, v13 / v);
  }

  /** Sobol's g: V_j = 1 / (3 (1 + a_j)^2), V = prod(1 + V_j) - 1, V_Tj = V_j prod of the others. */
  @Test
  void sharesOfSobolsFunction() {
    double[] a = {0, 1, 4.5, 9};
    ToDoubleFunction<double[]> g =
        u -> {
          double product = 1;
          for (int j = 0; j < a.length; j++) {
            product *= (Math.abs(4 * u[j] - 2) + a[j]) / (1 + a[j]);
          }
          return product;
        };
    double all = 1;
    for (double one : a) {
      all *= 1 + 1 / (3 * (1 + one) * (1 + one));
    }
    for (int j = 0; j < a.length; j++) {
      double v = 1 / (3 * (1 + a[j]) * (1 + a[j]));
      assertEffect(g, 4, j, v / (all - 1), v * all / (1 + v) / (all - 1));
    }
  }

  private static void assertEffect(
      ToDoubleFunction<double[]> f, int d, int j, double first, double total) {
    int n = 4096;
    SobolSequence sequence = new SobolSequence(2 * d, 12);
    double[] a = new double[n];
    double[] b = new double[n];
    double[] ab = new double[n];
    for (int i = 0; i < n; i++) {
      double[] point = sequence.point(i);
      double[] left = java.util.Arrays.copyOf(point, d);
      a[i] = f.applyAsDouble(left);
      b[i] = f.applyAsDouble(java.util.Arrays.copyOfRange(point, d, 2 * d));
      left[j] = point[d + j];
      ab[i] = f.applyAsDouble(left);
    }
    Sensitivity.Effect effect = Sensitivity.effect("f", a, b, ab, 3);
    assertEquals(first, effect.first().value(), 0.01, "first order of " + j);
    assertEquals(total, effect.total().value(), 0.01, "total of " + j);
    assertTrue(effect.first().low() <= first + 0.01 && first - 0.01 <= effect.first().high());
    assertTrue(effect.total().low() <= total + 0.01 && total - 0.01 <= effect.total().high());
  }
}

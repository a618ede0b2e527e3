package org.infostate.diagnostics;

/** Two-sided tail probabilities. */
final class Probability {

  private static final double[] LANCZOS = {
    0.99999999999980993,
    676.5203681218851,
    -1259.1392167224028,
    771.32342877765313,
    -176.61502916214059,
    12.507343278686905,
    -0.13857109526572012,
    9.9843695780195716e-6,
    1.5056327351493116e-7
  };

  private Probability() {}

  /** That Student's t with so many degrees of freedom is at least so far from zero. */
  static double ofStudent(double t, double degrees) {
    return Double.isInfinite(t) ? 0 : beta(degrees / (degrees + t * t), degrees / 2, 0.5);
  }

  /** That a standard normal variable is at least so far from zero. */
  static double ofNormal(double z) {
    // The square of a normal variable is gamma distributed; for large z the tail is continued.
    return erfc(Math.abs(z) / Math.sqrt(2));
  }

  /** Complementary error function: a series below 2, a continued fraction above. */
  private static double erfc(double x) {
    if (x < 2) {
      double term = x;
      double sum = x;
      for (int n = 1; Math.abs(term) > 1e-17 * Math.abs(sum) && n < 200; n++) {
        term *= -x * x / n;
        sum += term / (2 * n + 1);
      }
      return 1 - 2 / Math.sqrt(Math.PI) * sum;
    }
    double fraction = x;
    for (int n = 120; n >= 1; n--) {
      fraction = x + n / 2.0 / fraction;
    }
    return Math.exp(-x * x) / Math.sqrt(Math.PI) / fraction;
  }

  /** Regularised incomplete beta function, by Lentz's continued fraction (DLMF 8.17.22). */
  static double beta(double x, double a, double b) {
    if (x <= 0 || x >= 1) {
      return x <= 0 ? 0 : 1;
    }
    if (x > (a + 1) / (a + b + 2)) {
      return 1 - beta(1 - x, b, a);
    }
    double front =
        Math.exp(
            logGamma(a + b) - logGamma(a) - logGamma(b) + a * Math.log(x) + b * Math.log1p(-x));
    double f = 1;
    double c = 1;
    double d = 0;
    for (int i = 0; i <= 500; i++) {
      int m = i / 2;
      double numerator =
          i == 0
              ? 1
              : i % 2 == 0
                  ? m * (b - m) * x / ((a + 2 * m - 1) * (a + 2 * m))
                  : -(a + m) * (a + b + m) * x / ((a + 2 * m) * (a + 2 * m + 1));
      d = 1 / nonZero(1 + numerator * d);
      c = nonZero(1 + numerator / c);
      f *= c * d;
      if (Math.abs(1 - c * d) < 1e-15) {
        break;
      }
    }
    return front * (f - 1) / a;
  }

  private static double nonZero(double x) {
    return Math.abs(x) < 1e-300 ? 1e-300 : x;
  }

  /** By Lanczos' approximation with g = 7 and nine terms; x above 0. */
  private static double logGamma(double x) {
    if (x < 0.5) {
      return Math.log(Math.PI / Math.sin(Math.PI * x)) - logGamma(1 - x);
    }
    double y = x - 1;
    double sum = LANCZOS[0];
    for (int i = 1; i < LANCZOS.length; i++) {
      sum += LANCZOS[i] / (y + i);
    }
    double t = y + 7.5;
    return 0.5 * Math.log(2 * Math.PI) + (y + 0.5) * Math.log(t) - t + Math.log(sum);
  }
}

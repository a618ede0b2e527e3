package org.infostate.scoring;

/**
 * The power transformation of Box and Cox, "An Analysis of Transformations", Journal of the Royal
 * Statistical Society B 26 (1964).
 */
final class BoxCox {

  private static final double LOWEST = -3;
  private static final double HIGHEST = 3;
  private static final double GOLDEN = (Math.sqrt(5) - 1) / 2;

  private BoxCox() {}

  /** (x^lambda - 1) / lambda, ln x where lambda is 0. */
  static double transform(double x, double lambda) {
    return lambda == 0 ? Math.log(x) : Math.expm1(lambda * Math.log(x)) / lambda;
  }

  /**
   * The lambda in -3..3 that makes x - min + 1 most nearly normal: the maximum of -n/2 ln(variance
   * of the transformed) + (lambda - 1) sum ln x, to 1e-9 by golden section.
   */
  static double lambda(double[] x, double min) {
    double[] logs = new double[x.length];
    for (int i = 0; i < x.length; i++) {
      logs[i] = Math.log(x[i] - min + 1);
    }
    double a = LOWEST;
    double b = HIGHEST;
    while (b - a > 1e-9) {
      double c = b - GOLDEN * (b - a);
      double d = a + GOLDEN * (b - a);
      if (likelihood(logs, c) >= likelihood(logs, d)) {
        b = d;
      } else {
        a = c;
      }
    }
    return (a + b) / 2;
  }

  private static double likelihood(double[] logs, double lambda) {
    double[] y = new double[logs.length];
    double sum = 0;
    for (int i = 0; i < y.length; i++) {
      y[i] = lambda == 0 ? logs[i] : Math.expm1(lambda * logs[i]) / lambda;
      sum += logs[i];
    }
    double mean = Sample.mean(y);
    double squares = 0;
    for (double v : y) {
      squares += (v - mean) * (v - mean);
    }
    return -y.length / 2.0 * Math.log(squares / y.length) + (lambda - 1) * sum;
  }
}

package org.infostate.diagnostics;

import java.util.List;
import org.infostate.scoring.Sample;
import org.infostate.scoring.Table;

/** Whether several columns measure one thing. */
public final class Reliability {

  private Reliability() {}

  /**
   * Cronbach's alpha: k^2 times the mean covariance of two different columns over the sum of all
   * covariances (L. Cronbach, "Coefficient alpha and the internal structure of tests", 1951).
   * Covariances are over the cases that have both columns. {@code NaN} for fewer than two columns,
   * or where a pair has fewer than two cases in common.
   *
   * @param columns of which more is better in all
   */
  public static double alpha(Table table, List<String> columns) {
    int k = columns.size();
    double all = 0;
    double off = 0;
    for (int i = 0; i < k; i++) {
      for (int j = 0; j < k; j++) {
        double c = covariance(table.values(columns.get(i)), table.values(columns.get(j)));
        all += c;
        off += i == j ? 0 : c;
      }
    }
    return k < 2 ? Double.NaN : (double) k * k * (off / (k * (k - 1.0))) / all;
  }

  private static double covariance(double[] a, double[] b) {
    double[] x = new double[a.length];
    double[] y = new double[a.length];
    int n = 0;
    for (int i = 0; i < a.length; i++) {
      if (!Double.isNaN(a[i]) && !Double.isNaN(b[i])) {
        x[n] = a[i];
        y[n++] = b[i];
      }
    }
    if (n < 2) {
      return Double.NaN;
    }
    double mx = Sample.mean(java.util.Arrays.copyOf(x, n));
    double my = Sample.mean(java.util.Arrays.copyOf(y, n));
    double sum = 0;
    for (int i = 0; i < n; i++) {
      sum += (x[i] - mx) * (y[i] - my);
    }
    return sum / (n - 1);
  }
}

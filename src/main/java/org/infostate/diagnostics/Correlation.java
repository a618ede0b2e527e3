package org.infostate.diagnostics;

import java.util.Arrays;
import org.infostate.scoring.Sample;

/**
 * How two columns go together, over the cases that have both.
 *
 * @param cases how many have both
 * @param coefficient -1 to 1; {@code NaN} below two cases or where one of the columns does not vary
 * @param probability of a coefficient at least as far from zero if the two had nothing to do with
 *     each other: by Student's t with n - 2 degrees of freedom for Pearson and Spearman, by the
 *     normal approximation with ties for Kendall; {@code NaN} below three cases
 */
public record Correlation(int cases, double coefficient, double probability) {

  /** Which coefficient. */
  public enum Kind {
    /** Of the values. */
    PEARSON,
    /** Of their ranks, ties having the mean of their places. */
    SPEARMAN,
    /** Tau-b: concordant less discordant pairs, over the geometric mean of the untied ones. */
    KENDALL
  }

  /**
   * @param a values by case, {@code NaN} where missing
   * @param b of the same cases
   */
  public static Correlation of(double[] a, double[] b, Kind kind) {
    double[] x = new double[a.length];
    double[] y = new double[a.length];
    int n = 0;
    for (int i = 0; i < a.length; i++) {
      if (!Double.isNaN(a[i]) && !Double.isNaN(b[i])) {
        x[n] = a[i];
        y[n++] = b[i];
      }
    }
    x = Arrays.copyOf(x, n);
    y = Arrays.copyOf(y, n);
    return switch (kind) {
      case PEARSON -> pearson(x, y);
      case SPEARMAN -> pearson(ranks(x), ranks(y));
      case KENDALL -> kendall(x, y);
    };
  }

  private static Correlation pearson(double[] x, double[] y) {
    int n = x.length;
    if (n < 2 || Sample.constant(x) || Sample.constant(y)) {
      return new Correlation(n, Double.NaN, Double.NaN);
    }
    double mx = Sample.mean(x);
    double my = Sample.mean(y);
    double xy = 0;
    double xx = 0;
    double yy = 0;
    for (int i = 0; i < n; i++) {
      xy += (x[i] - mx) * (y[i] - my);
      xx += (x[i] - mx) * (x[i] - mx);
      yy += (y[i] - my) * (y[i] - my);
    }
    double r = Math.max(-1, Math.min(1, xy / Math.sqrt(xx * yy)));
    double t = r * Math.sqrt((n - 2) / (1 - r * r));
    return new Correlation(n, r, n < 3 ? Double.NaN : Probability.ofStudent(t, n - 2));
  }

  private static double[] ranks(double[] x) {
    double[] sorted = x.clone();
    Arrays.sort(sorted);
    double[] ranks = new double[x.length];
    for (int i = 0; i < x.length; i++) {
      int below = 0;
      int equal = 0;
      for (double v : x) {
        below += v < x[i] ? 1 : 0;
        equal += v == x[i] ? 1 : 0;
      }
      ranks[i] = below + (equal + 1) / 2.0;
    }
    return ranks;
  }

  private static Correlation kendall(double[] x, double[] y) {
    int n = x.length;
    long score = 0;
    long untiedX = 0;
    long untiedY = 0;
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < i; j++) {
        int dx = Double.compare(x[i], x[j]);
        int dy = Double.compare(y[i], y[j]);
        score += Integer.signum(dx) * Integer.signum(dy);
        untiedX += dx == 0 ? 0 : 1;
        untiedY += dy == 0 ? 0 : 1;
      }
    }
    if (untiedX == 0 || untiedY == 0) {
      return new Correlation(n, Double.NaN, Double.NaN);
    }
    double tau = score / Math.sqrt((double) untiedX * untiedY);
    return new Correlation(
        n, tau, n < 3 ? Double.NaN : Probability.ofNormal(score / Math.sqrt(variance(x, y))));
  }

  /**
   * Of the score of Kendall under independence, with ties (M. Kendall, "Rank Correlation Methods").
   */
  private static double variance(double[] x, double[] y) {
    double n = x.length;
    double[] tx = tieSums(x);
    double[] ty = tieSums(y);
    double v = (n * (n - 1) * (2 * n + 5) - tx[2] - ty[2]) / 18;
    v += tx[0] * ty[0] / (2 * n * (n - 1));
    v += tx[1] * ty[1] / (9 * n * (n - 1) * (n - 2));
    return v;
  }

  /** Sums over runs of t equal values of t(t-1), t(t-1)(t-2) and t(t-1)(2t+5). */
  private static double[] tieSums(double[] x) {
    double[] sorted = x.clone();
    Arrays.sort(sorted);
    double[] sums = new double[3];
    int start = 0;
    for (int i = 1; i <= sorted.length; i++) {
      if (i == sorted.length || sorted[i] != sorted[start]) {
        double t = i - start;
        sums[0] += t * (t - 1);
        sums[1] += t * (t - 1) * (t - 2);
        sums[2] += t * (t - 1) * (2 * t + 5);
        start = i;
      }
    }
    return sums;
  }
}

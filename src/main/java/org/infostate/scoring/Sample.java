package org.infostate.scoring;

import java.util.Arrays;

/**
 * Statistics of a sample of finite numbers. All of them are {@code NaN} where the sample is too
 * small for them.
 */
public final class Sample {

  private Sample() {}

  /** The values that are present in these rows, in the order of the rows. */
  public static double[] present(double[] column, int[] rows) {
    double[] found = new double[rows.length];
    int n = 0;
    for (int row : rows) {
      if (!Double.isNaN(column[row])) {
        found[n++] = column[row];
      }
    }
    return n == found.length ? found : Arrays.copyOf(found, n);
  }

  /** Mean, with a second pass that takes up the rounding of the first. */
  public static double mean(double[] x) {
    if (x.length == 0) {
      return Double.NaN;
    }
    double sum = 0;
    for (double v : x) {
      sum += v;
    }
    double mean = sum / x.length;
    double rest = 0;
    for (double v : x) {
      rest += v - mean;
    }
    return mean + rest / x.length;
  }

  public static double min(double[] x) {
    double min = Double.NaN;
    for (double v : x) {
      if (!(v >= min)) {
        min = v;
      }
    }
    return min;
  }

  public static double max(double[] x) {
    double max = Double.NaN;
    for (double v : x) {
      if (!(v <= max)) {
        max = v;
      }
    }
    return max;
  }

  /** Standard deviation with n - 1. */
  public static double deviation(double[] x) {
    if (x.length < 2) {
      return Double.NaN;
    }
    double mean = mean(x);
    double squares = 0;
    for (double v : x) {
      squares += (v - mean) * (v - mean);
    }
    return Math.sqrt(squares / (x.length - 1));
  }

  public static double median(double[] x) {
    return quantile(x, 0.5);
  }

  /**
   * Quantile by linear interpolation of the order statistics at (n - 1) p (type 7 of Hyndman and
   * Fan, 1996).
   */
  public static double quantile(double[] x, double p) {
    if (x.length == 0) {
      return Double.NaN;
    }
    double[] sorted = x.clone();
    Arrays.sort(sorted);
    return sortedQuantile(sorted, p);
  }

  static double sortedQuantile(double[] sorted, double p) {
    double h = (sorted.length - 1) * p;
    int below = (int) Math.floor(h);
    if (below >= sorted.length - 1) {
      return sorted[sorted.length - 1];
    }
    double rest = h - below;
    // The middle of two is their plain mean, as medians are published.
    return rest == 0.5
        ? (sorted[below] + sorted[below + 1]) / 2
        : sorted[below] + rest * (sorted[below + 1] - sorted[below]);
  }

  /**
   * Sample skewness (type 2 of Joanes and Gill, 1998): sqrt(n) S3 / S2^1.5 * sqrt(n(n-1))/(n-2),
   * S_k the sum of the k-th powers of the deviations. {@code NaN} below three values or if all are
   * equal.
   */
  public static double skewness(double[] x) {
    return Shape.of(x).skewness();
  }

  /**
   * Sample excess kurtosis (type 2): ((n+1)(r-3)+6)(n-1)/((n-2)(n-3)) with r = n S4 / S2^2. {@code
   * NaN} below four values or if all are equal.
   */
  public static double kurtosis(double[] x) {
    return Shape.of(x).kurtosis();
  }

  /** Skewness and kurtosis of one sample, see there. */
  record Shape(double skewness, double kurtosis) {

    static Shape of(double[] x) {
      double n = x.length;
      if (n < 3 || constant(x)) {
        return new Shape(Double.NaN, Double.NaN);
      }
      double mean = mean(x);
      double s2 = 0;
      double s3 = 0;
      double s4 = 0;
      for (double v : x) {
        double d = v - mean;
        s2 += d * d;
        s3 += d * d * d;
        s4 += d * d * (d * d);
      }
      double skewness = Math.sqrt(n) * s3 / Math.pow(s2, 1.5) * Math.sqrt(n * (n - 1)) / (n - 2);
      double r = n * s4 / (s2 * s2);
      double kurtosis = ((n + 1) * (r - 3) + 6) * (n - 1) / ((n - 2) * (n - 3));
      return new Shape(skewness, n < 4 ? Double.NaN : kurtosis);
    }
  }

  /** True if no value differs from another; also without any. */
  public static boolean constant(double[] x) {
    for (double v : x) {
      if (v != x[0]) {
        return false;
      }
    }
    return true;
  }
}

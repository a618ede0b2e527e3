package org.infostate.cluster;

import java.util.Arrays;
import org.infostate.scoring.Sample;

/**
 * How far values lie apart. Missing ones ({@code NaN}) do not count; the values are above zero,
 * else the measures that need it are {@code NaN}.
 *
 * @param cases how many values
 * @param mean of them
 * @param variation standard deviation (with n) over mean
 * @param deviationOfLogs standard deviation (with n) of their natural logarithms
 * @param gini mean absolute difference of two values over twice the mean, 0 to 1 - 1/n
 * @param theil mean of (x / mean) ln(x / mean), 0 to ln n
 * @param ninetyToTen ninth decile over first decile (linear interpolation)
 */
public record Inequality(
    int cases,
    double mean,
    double variation,
    double deviationOfLogs,
    double gini,
    double theil,
    double ninetyToTen) {

  public static Inequality of(double[] values) {
    double[] x = Arrays.stream(values).filter(v -> !Double.isNaN(v)).sorted().toArray();
    int n = x.length;
    boolean positive = n > 0 && x[0] > 0;
    double mean = Sample.mean(x);
    double[] logs = Arrays.stream(x).map(Math::log).toArray();
    double weighted = 0;
    double theil = 0;
    for (int i = 0; i < n; i++) {
      weighted += (2.0 * i - n + 1) * x[i];
      theil += positive ? x[i] / mean * Math.log(x[i] / mean) / n : 0;
    }
    return new Inequality(
        n,
        mean,
        spread(x) / mean,
        positive ? spread(logs) : Double.NaN,
        positive ? weighted / (n * n * mean) : Double.NaN,
        positive ? theil : Double.NaN,
        positive ? Sample.quantile(x, 0.9) / Sample.quantile(x, 0.1) : Double.NaN);
  }

  /** Standard deviation with n: these are all the countries that there are. */
  private static double spread(double[] x) {
    double mean = Sample.mean(x);
    double squares = Arrays.stream(x).map(v -> (v - mean) * (v - mean)).sum();
    return Math.sqrt(squares / x.length);
  }
}

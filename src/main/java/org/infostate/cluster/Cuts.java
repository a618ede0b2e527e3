package org.infostate.cluster;

import java.util.Arrays;
import org.infostate.scoring.Sample;

/**
 * Ways of cutting one variable into groups. Missing values ({@code NaN}) belong to no group and
 * weigh nothing.
 */
public final class Cuts {

  private Cuts() {}

  /**
   * Declared bands: what reaches the first limit is in group 1, what reaches the second in group 2,
   * and so on.
   *
   * @param limits strictly descending
   * @throws IllegalArgumentException if they are not
   */
  public static Groups bands(double[] values, double[] limits) {
    for (int i = 1; i < limits.length; i++) {
      if (!(limits[i] < limits[i - 1])) {
        throw new IllegalArgumentException("Limits of bands are strictly descending.");
      }
    }
    return at(values, limits);
  }

  /**
   * Groups of equal size: the limits are the quantiles of the values (linear interpolation, type
   * 7); equal values stay together, so that groups may differ in size.
   *
   * @param count at least 1
   */
  public static Groups quantiles(double[] values, int count) {
    double[] sorted = sorted(values);
    if (sorted.length == 0) {
      return at(values, new double[0]);
    }
    double[] limits = new double[count - 1];
    int n = 0;
    for (int g = 1; g < count; g++) {
      double quantile = Sample.quantile(sorted, 1 - (double) g / count);
      // The lowest member instead: between two equal limits there would be nobody.
      double limit = Arrays.stream(sorted).filter(v -> v >= quantile).findFirst().orElseThrow();
      if (limit > sorted[0] && (n == 0 || limit < limits[n - 1])) {
        limits[n++] = limit;
      }
    }
    return at(values, Arrays.copyOf(limits, n));
  }

  /**
   * Exact breaks: the cut into so many groups that has the least sum of squares within groups, of
   * all there are, found by dynamic programming (W. D. Fisher, "On Grouping for Maximum
   * Homogeneity", Journal of the American Statistical Association 53, 1958; known to cartographers
   * as natural breaks after Jenks). Of several such cuts the one with the lowest limits is taken.
   *
   * @param count at least 1; where there are fewer distinct values, each has its own group
   */
  public static Groups breaks(double[] values, int count) {
    if (count < 1) {
      throw new IllegalArgumentException("At least one group, not " + count + ".");
    }
    double[] sorted = sorted(values);
    return at(values, new Breaks(sorted).limits(count));
  }

  /** Groups with these descending limits. */
  private static Groups at(double[] values, double[] limits) {
    int[] group = new int[values.length];
    for (int i = 0; i < values.length; i++) {
      if (!Double.isNaN(values[i])) {
        int g = 0;
        while (g < limits.length && values[i] < limits[g]) {
          g++;
        }
        group[i] = g + 1;
      }
    }
    return new Groups(limits.length + 1, group, limits, explained(values, group));
  }

  /**
   * 1 - (sum of squares within groups) / (total sum of squares); {@code NaN} where the total is
   * zero.
   *
   * @param group 0 for what belongs to none
   */
  static double explained(double[] values, int[] group) {
    int count = Arrays.stream(group).max().orElse(0);
    double[] sum = new double[count + 1];
    int[] members = new int[count + 1];
    double all = 0;
    int n = 0;
    for (int i = 0; i < values.length; i++) {
      if (group[i] > 0) {
        sum[group[i]] += values[i];
        members[group[i]]++;
        all += values[i];
        n++;
      }
    }
    double within = 0;
    double total = 0;
    for (int i = 0; i < values.length; i++) {
      if (group[i] > 0) {
        double d = values[i] - sum[group[i]] / members[group[i]];
        double t = values[i] - all / n;
        within += d * d;
        total += t * t;
      }
    }
    return 1 - within / total;
  }

  static double[] sorted(double[] values) {
    double[] present = Arrays.stream(values).filter(v -> !Double.isNaN(v)).toArray();
    Arrays.sort(present);
    return present;
  }
}

package org.infostate.cluster;

import java.util.Arrays;

/**
 * The least sum of squares of a sorted variable in so many runs, by dynamic programming: O(k n^2).
 */
final class Breaks {

  /** Distinct values, ascending. */
  private final double[] value;

  // Sums over the first i distinct values of count, value and square, taken from the mean so that
  // little is lost in the difference of two sums.
  private final double[] count;
  private final double[] sum;
  private final double[] square;

  /**
   * @param sorted ascending, may have equal values
   */
  Breaks(double[] sorted) {
    value = Arrays.stream(sorted).distinct().toArray();
    int n = value.length;
    count = new double[n + 1];
    sum = new double[n + 1];
    square = new double[n + 1];
    double mean = Arrays.stream(sorted).average().orElse(0);
    int at = 0;
    for (int i = 0; i < n; i++) {
      int copies = 0;
      while (at < sorted.length && sorted[at] == value[i]) {
        copies++;
        at++;
      }
      double v = value[i] - mean;
      count[i + 1] = count[i] + copies;
      sum[i + 1] = sum[i] + copies * v;
      square[i + 1] = square[i] + copies * v * v;
    }
  }

  /** Descending lowest members of all groups but the last. */
  double[] limits(int groups) {
    int n = value.length;
    int k = Math.min(groups, n);
    if (k <= 1) {
      return new double[0];
    }
    // start[g][i]: where the last of g + 1 groups of the first i + 1 values begins.
    int[][] start = new int[k][n];
    double[] cost = new double[n];
    for (int i = 0; i < n; i++) {
      cost[i] = within(0, i);
    }
    for (int g = 1; g < k; g++) {
      cost = extend(cost, start[g], g);
    }
    double[] limits = new double[k - 1];
    int end = n - 1;
    for (int g = k - 1; g >= 1; g--) {
      int first = start[g][end];
      limits[k - 1 - g] = value[first];
      end = first - 1;
    }
    return limits;
  }

  /** Costs with one group more, noting where it starts. */
  private double[] extend(double[] cost, int[] start, int groups) {
    double[] next = new double[cost.length];
    Arrays.fill(next, Double.POSITIVE_INFINITY);
    for (int i = groups; i < cost.length; i++) {
      for (int first = groups; first <= i; first++) {
        double c = cost[first - 1] + within(first, i);
        if (c < next[i]) {
          next[i] = c;
          start[i] = first;
        }
      }
    }
    return next;
  }

  /** Sum of squares about their mean of the distinct values from first to last. */
  private double within(int first, int last) {
    double n = count[last + 1] - count[first];
    double s = sum[last + 1] - sum[first];
    return Math.max(0, square[last + 1] - square[first] - s * s / n);
  }
}

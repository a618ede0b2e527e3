package org.infostate.cluster;

import java.util.Arrays;
import java.util.SplittableRandom;

/** How good groups are: advice on their number, which remains a choice. */
public final class Quality {

  private Quality() {}

  /**
   * Silhouettes: for each case (b - a) / max(a, b), a its mean distance to the others of its group
   * and b the least of its mean distances to another group; 0 where it is alone in its group (P.
   * Rousseeuw, 1987). Near 1 it is well placed, below 0 it is nearer to another group. {@code NaN}
   * for cases without a group and where there is only one group.
   *
   * @param points by case, then by dimension
   * @param group from 1; 0 for none
   */
  public static double[] silhouettes(double[][] points, int[] group) {
    int count = Arrays.stream(group).max().orElse(0);
    int[] size = new int[count + 1];
    for (int g : group) {
      size[g]++;
    }
    double[] silhouettes = new double[points.length];
    for (int i = 0; i < points.length; i++) {
      silhouettes[i] = group[i] == 0 || count < 2 ? Double.NaN : silhouette(points, group, size, i);
    }
    return silhouettes;
  }

  private static double silhouette(double[][] points, int[] group, int[] size, int i) {
    if (size[group[i]] == 1) {
      return 0;
    }
    double[] sum = new double[size.length];
    for (int j = 0; j < points.length; j++) {
      if (group[j] > 0 && j != i) {
        sum[group[j]] += Math.sqrt(Points.squaredDistance(points[i], points[j]));
      }
    }
    double own = sum[group[i]] / (size[group[i]] - 1);
    double other = Double.POSITIVE_INFINITY;
    for (int g = 1; g < size.length; g++) {
      if (g != group[i] && size[g] > 0) {
        other = Math.min(other, sum[g] / size[g]);
      }
    }
    return own == other ? 0 : (other - own) / Math.max(own, other);
  }

  /** Mean of the silhouettes that there are; {@code NaN} without any. */
  public static double silhouette(double[][] points, int[] group) {
    return Arrays.stream(silhouettes(points, group))
        .filter(s -> !Double.isNaN(s))
        .average()
        .orElse(Double.NaN);
  }

  /**
   * Variance between groups over variance within: (B / (k - 1)) / (W / (n - k)) (T. Calinski and J.
   * Harabasz, 1974). {@code NaN} for one group or as many as cases.
   */
  public static double calinskiHarabasz(double[][] points, int[] group) {
    int count = Arrays.stream(group).max().orElse(0);
    int n = (int) Arrays.stream(group).filter(g -> g > 0).count();
    if (count < 2 || n <= count) {
      return Double.NaN;
    }
    double within = Points.within(points, group);
    int[] one = Arrays.stream(group).map(g -> Math.min(g, 1)).toArray();
    double between = Points.within(points, one) - within;
    return between / (count - 1) / (within / (n - count));
  }

  /**
   * The gap statistic for 1 to so many groups.
   *
   * @param gap by number of groups less 1: mean of ln W over the reference sets, less ln W of the
   *     points, W being the sum of squares within groups
   * @param error by number of groups less 1: standard deviation of ln W over the reference sets
   *     times sqrt(1 + 1 / sets)
   * @param advised the first number whose gap is not below that of the next less its error; the
   *     last number if there is none
   */
  public record Gap(double[] gap, double[] error, int advised) {}

  /**
   * Compares the points with points drawn evenly from the box that they fill (R. Tibshirani, G.
   * Walther and T. Hastie, 2001).
   *
   * @param points by case, then by dimension; those that lack a dimension take no part
   * @param most number of groups, at least 1 and below the number of distinct complete points
   * @param sets how many reference sets, 50 or more
   * @param seed of the reference sets
   */
  public static Gap gap(double[][] points, Clustering clustering, int most, int sets, long seed) {
    double[][] own = Points.some(points, Points.complete(points));
    double[][] logs = new double[sets][];
    SplittableRandom random = new SplittableRandom(seed);
    for (int set = 0; set < sets; set++) {
      logs[set] = logWithin(scattered(own, random), clustering, most);
    }
    double[] actual = logWithin(own, clustering, most);
    double[] gap = new double[most];
    double[] error = new double[most];
    for (int k = 0; k < most; k++) {
      int at = k;
      double mean = Arrays.stream(logs).mapToDouble(l -> l[at]).average().orElseThrow();
      double squares = Arrays.stream(logs).mapToDouble(l -> (l[at] - mean) * (l[at] - mean)).sum();
      gap[k] = mean - actual[k];
      error[k] = Math.sqrt(squares / sets) * Math.sqrt(1 + 1.0 / sets);
    }
    int advised = 1;
    while (advised < most && gap[advised - 1] < gap[advised] - error[advised]) {
      advised++;
    }
    return new Gap(gap, error, advised);
  }

  private static double[] logWithin(double[][] points, Clustering clustering, int most) {
    double[] logs = new double[most];
    for (int k = 1; k <= most; k++) {
      logs[k - 1] = Math.log(clustering.of(points, k).within());
    }
    return logs;
  }

  private static double[][] scattered(double[][] points, SplittableRandom random) {
    int dimensions = points[0].length;
    double[][] drawn = new double[points.length][dimensions];
    for (int d = 0; d < dimensions; d++) {
      int at = d;
      double min = Arrays.stream(points).mapToDouble(p -> p[at]).min().orElseThrow();
      double max = Arrays.stream(points).mapToDouble(p -> p[at]).max().orElseThrow();
      for (double[] point : drawn) {
        point[d] = min + random.nextDouble() * (max - min);
      }
    }
    return drawn;
  }
}

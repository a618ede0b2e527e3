package org.infostate.cluster;

import java.util.Arrays;
import java.util.SplittableRandom;

/**
 * K-means: the groups whose members are nearest to the centre of their own group, from many starts,
 * the best kept (S. Lloyd, 1982; starts drawn by D. Arthur and S. Vassilvitskii's k-means++, 2007).
 * A local optimum: another number of starts may find a better one.
 *
 * <p>Cases that lack a dimension stand outside.
 */
public final class KMeans {

  private static final int MAX_ROUNDS = 1000;

  private KMeans() {}

  /**
   * @param points by case, then by dimension
   * @param count at least 1; where there are fewer distinct complete points, fewer groups
   * @param starts at least 1
   * @param seed the same seed gives the same groups
   */
  public static Partition of(double[][] points, int count, int starts, long seed) {
    if (count < 1 || starts < 1) {
      throw new IllegalArgumentException("At least one group and one start.");
    }
    int[] complete = Points.complete(points);
    double[][] own = Points.some(points, complete);
    if (own.length == 0) {
      return new Partition(0, new int[points.length], 0, Double.NaN);
    }
    SplittableRandom random = new SplittableRandom(seed);
    int[] best = null;
    double least = Double.POSITIVE_INFINITY;
    for (int start = 0; start < starts; start++) {
      double[][] centres = draw(own, count, random);
      int[] labels = settle(own, centres);
      double within = cost(own, centres, labels);
      if (within < least) {
        least = within;
        best = labels;
      }
    }
    return Partition.of(points, Points.spread(best, complete, points.length));
  }

  /** Centres far from each other: each drawn with the square of the distance to those before. */
  private static double[][] draw(double[][] points, int count, SplittableRandom random) {
    double[][] centres = new double[count][];
    double[] nearest = new double[points.length];
    Arrays.fill(nearest, Double.POSITIVE_INFINITY);
    centres[0] = points[random.nextInt(points.length)].clone();
    for (int c = 1; c < count; c++) {
      double sum = 0;
      for (int i = 0; i < points.length; i++) {
        nearest[i] = Math.min(nearest[i], Points.squaredDistance(points[i], centres[c - 1]));
        sum += nearest[i];
      }
      if (sum == 0) {
        return Arrays.copyOf(centres, c);
      }
      double at = random.nextDouble() * sum;
      int chosen = 0;
      while (chosen < points.length - 1 && (at >= nearest[chosen] || nearest[chosen] == 0)) {
        at -= nearest[chosen++];
      }
      centres[c] = points[chosen].clone();
    }
    return centres;
  }

  /** Moves centres to the means of those nearest to them until nothing changes. */
  private static int[] settle(double[][] points, double[][] centres) {
    int[] labels = new int[points.length];
    Arrays.fill(labels, -1);
    boolean changed = true;
    for (int round = 0; changed && round < MAX_ROUNDS; round++) {
      changed = false;
      for (int i = 0; i < points.length; i++) {
        int near = nearest(points[i], centres);
        changed |= near != labels[i];
        labels[i] = near;
      }
      for (int c = 0; c < centres.length; c++) {
        int label = c;
        if (Arrays.stream(labels).anyMatch(l -> l == label)) {
          centres[c] = Points.centre(points, labels, c);
        }
      }
    }
    return labels;
  }

  private static int nearest(double[] point, double[][] centres) {
    int nearest = 0;
    double least = Double.POSITIVE_INFINITY;
    for (int c = 0; c < centres.length; c++) {
      double d = Points.squaredDistance(point, centres[c]);
      if (d < least) {
        least = d;
        nearest = c;
      }
    }
    return nearest;
  }

  private static double cost(double[][] points, double[][] centres, int[] labels) {
    double sum = 0;
    for (int i = 0; i < points.length; i++) {
      sum += Points.squaredDistance(points[i], centres[labels[i]]);
    }
    return sum;
  }
}

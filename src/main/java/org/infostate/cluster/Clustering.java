package org.infostate.cluster;

/** A way of putting points into so many groups. */
@FunctionalInterface
public interface Clustering {

  /**
   * @param points by case, then by dimension; {@code NaN} where missing
   * @param count at least 1
   */
  Partition of(double[][] points, int count);

  /** Ward's hierarchical clustering. */
  Clustering WARD = (points, count) -> Ward.of(points).cut(count);

  /** Exact breaks of the only dimension. */
  Clustering BREAKS =
      (points, count) -> {
        double[] values = new double[points.length];
        for (int i = 0; i < points.length; i++) {
          values[i] = points[i][0];
        }
        int[] group = Cuts.breaks(values, count).group();
        for (int i = 0; i < group.length; i++) {
          group[i]--;
        }
        return Partition.of(points, group);
      };

  /** K-means with so many starts. */
  static Clustering kMeans(int starts, long seed) {
    return (points, count) -> KMeans.of(points, count, starts, seed);
  }
}

package org.infostate.cluster;

import java.util.Arrays;
import java.util.Comparator;

/**
 * Cases put into groups by several dimensions. Groups are numbered by the mean of all dimensions of
 * their members, 1 the highest.
 *
 * @param count how many groups have members
 * @param group for each case 1 to {@code count}, 0 where a dimension is missing
 * @param within sum of the squared distances of the members to the centres of their groups
 * @param explained 1 less {@code within} over the sum of squared distances to the common centre, 0
 *     to 1; {@code NaN} where all points are the same
 */
public record Partition(int count, int[] group, double within, double explained) {

  public Partition {
    group = group.clone();
  }

  @Override
  public int[] group() {
    return group.clone();
  }

  /**
   * Numbers groups from the highest and measures them.
   *
   * @param points by case, then by dimension
   * @param labels of each case, any number; negative for none
   */
  static Partition of(double[][] points, int[] labels) {
    int[] distinct = Arrays.stream(labels).filter(l -> l >= 0).distinct().sorted().toArray();
    double[] height = new double[distinct.length];
    for (int g = 0; g < distinct.length; g++) {
      height[g] = Arrays.stream(Points.centre(points, labels, distinct[g])).sum();
    }
    Integer[] order = new Integer[distinct.length];
    Arrays.setAll(order, i -> i);
    Arrays.sort(order, Comparator.comparingDouble(i -> -height[i]));
    int[] group = new int[labels.length];
    for (int rank = 0; rank < order.length; rank++) {
      for (int i = 0; i < labels.length; i++) {
        if (labels[i] == distinct[order[rank]]) {
          group[i] = rank + 1;
        }
      }
    }
    double within = Points.within(points, group);
    int[] one = Arrays.stream(group).map(g -> Math.min(g, 1)).toArray();
    return new Partition(distinct.length, group, within, 1 - within / Points.within(points, one));
  }
}

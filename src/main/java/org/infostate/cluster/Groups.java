package org.infostate.cluster;

/**
 * Cases put into groups by one value.
 *
 * @param count how many groups there are; fewer than asked for where there are too few distinct
 *     values
 * @param group for each case 1 (highest) to {@code count} (lowest), 0 where its value is missing
 * @param limits descending, one fewer than groups: what reaches {@code limits[g - 1]} is in group g
 *     or above
 * @param explained share of the sum of squares that lies between the groups, 0 to 1 (goodness of
 *     variance fit); {@code NaN} where all values are equal
 */
public record Groups(int count, int[] group, double[] limits, double explained) {

  public Groups {
    group = group.clone();
    limits = limits.clone();
  }

  @Override
  public int[] group() {
    return group.clone();
  }

  @Override
  public double[] limits() {
    return limits.clone();
  }
}

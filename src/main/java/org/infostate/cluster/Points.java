package org.infostate.cluster;

import java.util.Arrays;
import org.infostate.scoring.Sample;
import org.infostate.scoring.Table;

/** Cases as points: by case, then by dimension. A case that lacks a dimension takes no part. */
public final class Points {

  private Points() {}

  /**
   * Columns of a table as points.
   *
   * @param standardised true to bring every dimension to mean 0 and standard deviation 1 first
   * @throws IllegalArgumentException if the table lacks a column
   */
  public static double[][] of(Table table, java.util.List<String> columns, boolean standardised) {
    double[][] points = new double[table.cases().size()][columns.size()];
    for (int d = 0; d < columns.size(); d++) {
      double[] x = table.values(columns.get(d));
      double[] present = Arrays.stream(x).filter(v -> !Double.isNaN(v)).toArray();
      double mean = standardised ? Sample.mean(present) : 0;
      boolean flat = !standardised || Sample.constant(present);
      double deviation = flat ? 1 : Sample.deviation(present);
      for (int i = 0; i < x.length; i++) {
        points[i][d] = (x[i] - mean) / deviation;
      }
    }
    return points;
  }

  /** Positions of the cases that have all dimensions. */
  static int[] complete(double[][] points) {
    int[] found = new int[points.length];
    int n = 0;
    for (int i = 0; i < points.length; i++) {
      if (Arrays.stream(points[i]).noneMatch(Double::isNaN)) {
        found[n++] = i;
      }
    }
    return Arrays.copyOf(found, n);
  }

  /** Some of the points. */
  static double[][] some(double[][] points, int[] which) {
    double[][] some = new double[which.length][];
    for (int i = 0; i < which.length; i++) {
      some[i] = points[which[i]];
    }
    return some;
  }

  /** Labels of some cases as labels of all: -1 for the others. */
  static int[] spread(int[] labels, int[] which, int n) {
    int[] all = new int[n];
    Arrays.fill(all, -1);
    for (int i = 0; i < which.length; i++) {
      all[which[i]] = labels[i];
    }
    return all;
  }

  static double squaredDistance(double[] a, double[] b) {
    double sum = 0;
    for (int d = 0; d < a.length; d++) {
      sum += (a[d] - b[d]) * (a[d] - b[d]);
    }
    return sum;
  }

  /** Mean of the points with this label. */
  static double[] centre(double[][] points, int[] labels, int label) {
    double[] centre = new double[points[0].length];
    int n = 0;
    for (int i = 0; i < points.length; i++) {
      if (labels[i] == label) {
        for (int d = 0; d < centre.length; d++) {
          centre[d] += points[i][d];
        }
        n++;
      }
    }
    for (int d = 0; d < centre.length; d++) {
      centre[d] /= n;
    }
    return centre;
  }

  /** Sum of squared distances to the centres of the groups; group 0 is none. */
  static double within(double[][] points, int[] group) {
    double sum = 0;
    int count = Arrays.stream(group).max().orElse(0);
    for (int g = 1; g <= count; g++) {
      double[] centre = centre(points, group, g);
      for (int i = 0; i < points.length; i++) {
        if (group[i] == g) {
          sum += squaredDistance(points[i], centre);
        }
      }
    }
    return sum;
  }
}

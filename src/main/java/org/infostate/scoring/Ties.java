package org.infostate.scoring;

import java.util.Arrays;

/** Which rank equal values get. */
public enum Ties {
  /** The best of their places: 1, 2, 2, 4. */
  BEST,
  /** The worst of their places: 1, 3, 3, 4. */
  WORST,
  /** The mean of their places: 1, 2.5, 2.5, 4. */
  AVERAGE,
  /** One place, and none is skipped: 1, 2, 2, 3. */
  DENSE;

  /**
   * Ranks of these values, 1 for the highest; {@code NaN} for {@code NaN}, which takes no place.
   * Equal means equal as doubles.
   */
  double[] ranks(double[] x) {
    double[] sorted = new double[x.length];
    int n = 0;
    for (double v : x) {
      if (!Double.isNaN(v)) {
        // Zero and minus zero are one value.
        sorted[n++] = -v + 0.0;
      }
    }
    sorted = Arrays.copyOf(sorted, n);
    Arrays.sort(sorted);
    double[] places = places(sorted);
    double[] ranks = new double[x.length];
    for (int i = 0; i < x.length; i++) {
      ranks[i] = Double.isNaN(x[i]) ? Double.NaN : places[Arrays.binarySearch(sorted, -x[i] + 0.0)];
    }
    return ranks;
  }

  /** The rank of each of these ascending numbers, the same throughout a run of equal ones. */
  private double[] places(double[] sorted) {
    double[] places = new double[sorted.length];
    int start = 0;
    int runs = 0;
    while (start < sorted.length) {
      int end = start;
      while (end + 1 < sorted.length && sorted[end + 1] == sorted[start]) {
        end++;
      }
      runs++;
      double place =
          switch (this) {
            case BEST -> start + 1.0;
            case WORST -> end + 1.0;
            case AVERAGE -> (start + end) / 2.0 + 1;
            case DENSE -> runs;
          };
      Arrays.fill(places, start, end + 1, place);
      start = end + 1;
    }
    return places;
  }
}

package org.infostate.uncertainty;

import java.util.SplittableRandom;

/**
 * Sobol's sequence: points that fill the unit cube more evenly than chance (I. M. Sobol', 1967), in
 * the order of Gray codes (I. Antonov and V. Saleev, 1979), with the direction numbers of S. Joe
 * and F. Kuo, "Constructing Sobol sequences with better two-dimensional projections", 2008 (set
 * D(6)). Every point is shifted by the same bits, drawn from a seed, so that no point lies on the
 * border and several sequences differ.
 *
 * <p>The first 2^k points of a dimension lie one in each interval of length 2^-k.
 */
final class SobolSequence {

  /** More dimensions than this have no direction numbers here. */
  static final int MAX_DIMENSIONS = 64;

  private static final int BITS = 32;

  /** From the second dimension: the polynomial's inner bits, then the first direction numbers. */
  private static final int[][] JOE_KUO = {
    {0, 1},
    {1, 1, 3},
    {1, 1, 3, 1},
    {2, 1, 1, 1},
    {1, 1, 1, 3, 3},
    {4, 1, 3, 5, 13},
    {2, 1, 1, 5, 5, 17},
    {4, 1, 1, 5, 5, 5},
    {7, 1, 1, 7, 11, 19},
    {11, 1, 1, 5, 1, 1},
    {13, 1, 1, 1, 3, 11},
    {14, 1, 3, 5, 5, 31},
    {1, 1, 3, 3, 9, 7, 49},
    {13, 1, 1, 1, 15, 21, 21},
    {16, 1, 3, 1, 13, 27, 49},
    {19, 1, 1, 1, 15, 7, 5},
    {22, 1, 3, 1, 15, 13, 25},
    {25, 1, 1, 5, 5, 19, 61},
    {1, 1, 3, 7, 11, 23, 15, 103},
    {4, 1, 3, 7, 13, 13, 15, 69},
    {7, 1, 1, 3, 13, 7, 35, 63},
    {8, 1, 3, 5, 9, 1, 25, 53},
    {14, 1, 3, 1, 13, 9, 35, 107},
    {19, 1, 3, 1, 5, 27, 61, 31},
    {21, 1, 1, 5, 11, 19, 41, 61},
    {28, 1, 3, 5, 3, 3, 13, 69},
    {31, 1, 1, 7, 13, 1, 19, 1},
    {32, 1, 3, 7, 5, 13, 19, 59},
    {37, 1, 1, 3, 9, 25, 29, 41},
    {41, 1, 3, 5, 13, 23, 1, 55},
    {42, 1, 3, 7, 3, 13, 59, 17},
    {50, 1, 3, 1, 3, 5, 53, 69},
    {55, 1, 1, 5, 5, 23, 33, 13},
    {56, 1, 1, 7, 7, 1, 61, 123},
    {59, 1, 1, 7, 9, 13, 61, 49},
    {62, 1, 3, 3, 5, 3, 55, 33},
    {14, 1, 3, 1, 15, 31, 13, 49, 245},
    {21, 1, 3, 5, 15, 31, 59, 63, 97},
    {22, 1, 3, 1, 11, 11, 11, 77, 249},
    {38, 1, 3, 1, 11, 27, 43, 71, 9},
    {47, 1, 1, 7, 15, 21, 11, 81, 45},
    {49, 1, 3, 7, 3, 25, 31, 65, 79},
    {50, 1, 3, 1, 1, 19, 11, 3, 205},
    {52, 1, 1, 5, 9, 19, 21, 29, 157},
    {56, 1, 3, 7, 11, 1, 33, 89, 185},
    {67, 1, 3, 3, 3, 15, 9, 79, 71},
    {70, 1, 3, 7, 11, 15, 39, 119, 27},
    {84, 1, 1, 3, 1, 11, 31, 97, 225},
    {97, 1, 1, 1, 3, 23, 43, 57, 177},
    {103, 1, 3, 7, 7, 17, 17, 37, 71},
    {115, 1, 3, 1, 5, 27, 63, 123, 213},
    {122, 1, 1, 3, 5, 11, 43, 53, 133},
    {8, 1, 3, 5, 5, 29, 17, 47, 173, 479},
    {13, 1, 3, 3, 11, 3, 1, 109, 9, 69},
    {16, 1, 1, 1, 5, 17, 39, 23, 5, 343},
    {22, 1, 3, 1, 5, 25, 15, 31, 103, 499},
    {25, 1, 1, 1, 11, 11, 17, 63, 105, 183},
    {44, 1, 1, 5, 11, 9, 29, 97, 231, 363},
    {47, 1, 1, 5, 15, 19, 45, 41, 7, 383},
    {52, 1, 3, 7, 7, 31, 19, 83, 137, 221},
    {55, 1, 1, 1, 3, 23, 15, 111, 223, 83},
    {59, 1, 1, 5, 13, 31, 15, 55, 25, 161},
    {62, 1, 1, 3, 13, 25, 47, 39, 87, 257}
  };

  private final long[][] directions;
  private final long[] shift;

  /**
   * @param dimensions 1 to {@value #MAX_DIMENSIONS}
   */
  SobolSequence(int dimensions, long seed) {
    if (dimensions < 1 || dimensions > MAX_DIMENSIONS) {
      throw new IllegalArgumentException(
          "From 1 to " + MAX_DIMENSIONS + " dimensions, not " + dimensions);
    }
    directions = new long[dimensions][BITS];
    shift = new long[dimensions];
    SplittableRandom random = new SplittableRandom(seed);
    for (int d = 0; d < dimensions; d++) {
      directions[d] = d == 0 ? vanDerCorput() : directions(JOE_KUO[d - 1]);
      shift[d] = random.nextLong(1L << BITS);
    }
  }

  private static long[] vanDerCorput() {
    long[] v = new long[BITS];
    for (int i = 0; i < BITS; i++) {
      v[i] = 1L << (BITS - 1 - i);
    }
    return v;
  }

  private static long[] directions(int[] row) {
    int degree = row.length - 1;
    long[] v = new long[BITS];
    for (int i = 0; i < BITS; i++) {
      if (i < degree) {
        v[i] = (long) row[i + 1] << (BITS - 1 - i);
      } else {
        v[i] = v[i - degree] ^ (v[i - degree] >> degree);
        for (int k = 1; k < degree; k++) {
          if ((row[0] >> (degree - 1 - k) & 1) == 1) {
            v[i] ^= v[i - k];
          }
        }
      }
    }
    return v;
  }

  /**
   * One point, every coordinate in (0, 1).
   *
   * @param number from 0 to 2^31 - 1
   */
  double[] point(int number) {
    int gray = number ^ (number >>> 1);
    double[] point = new double[directions.length];
    for (int d = 0; d < point.length; d++) {
      long x = shift[d];
      for (int i = 0; gray >>> i != 0; i++) {
        if ((gray >>> i & 1) == 1) {
          x ^= directions[d][i];
        }
      }
      // In the middle of the finest interval, so that neither 0 nor 1 comes up.
      point[d] = (x + 0.5) / (1L << BITS);
    }
    return point;
  }
}

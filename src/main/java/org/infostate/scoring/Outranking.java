package org.infostate.scoring;

/**
 * Pairwise comparison of cases over several columns, all of which are better when higher.
 *
 * <p>Only the columns that both of a pair have count for the pair. A difference of weights that is
 * within rounding of zero is a tie, so that the order of the columns does not matter.
 */
final class Outranking {

  private static final double ROUNDING = 1e-12;

  private Outranking() {}

  /**
   * For each of the rows: pairs won less pairs lost. A pair that has no column in common is neither
   * won nor lost (A. H. Copeland, "A reasonable social welfare function", 1951).
   */
  static double[] copeland(double[][] columns, double[] weights, int[] rows, Runnable pulse) {
    double[] scores = new double[rows.length];
    for (int u = 0; u < rows.length; u++) {
      pulse.run();
      for (int v = u + 1; v < rows.length; v++) {
        double lead = lead(columns, weights, rows[u], rows[v]);
        double sign = Double.isNaN(lead) ? 0 : Math.signum(lead);
        scores[u] += sign;
        scores[v] -= sign;
      }
    }
    return scores;
  }

  /**
   * Share of the weight in which a case is better than another, ties counting half: the outranking
   * matrix. {@code NaN} on the diagonal and where a pair has no column in common.
   */
  static double[][] matrix(double[][] columns, double[] weights, int[] rows) {
    double[][] shares = new double[rows.length][rows.length];
    for (int u = 0; u < rows.length; u++) {
      for (int v = 0; v < rows.length; v++) {
        shares[u][v] = u == v ? Double.NaN : (1 + lead(columns, weights, rows[u], rows[v])) / 2;
      }
    }
    return shares;
  }

  /** (weight won - weight lost) / weight compared, in -1..1; 0 within rounding. */
  private static double lead(double[][] columns, double[] weights, int u, int v) {
    double lead = 0;
    double compared = 0;
    for (int c = 0; c < columns.length; c++) {
      double difference = columns[c][u] - columns[c][v];
      if (!Double.isNaN(difference)) {
        lead += weights[c] * Math.signum(difference);
        compared += weights[c];
      }
    }
    double share = lead / compared;
    return Math.abs(share) < ROUNDING ? 0 : share;
  }
}

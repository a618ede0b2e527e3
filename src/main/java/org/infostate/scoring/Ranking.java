package org.infostate.scoring;

import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * Ranks the cases of each year by every element, 1 for the highest. What is missing has no rank.
 *
 * @param ties which rank equal values get
 * @param decimals values are rounded half up to so many decimals first; null compares them as they
 *     are, but for the last 12 of their 52 bits, in which sums of the same numbers in another order
 *     differ
 */
public record Ranking(Ties ties, Integer decimals) implements Step {

  public static final Ranking DEFAULT = new Ranking(Ties.BEST, null);

  @Override
  public String name() {
    return "rank";
  }

  @Override
  public Table take(Work work) {
    Table.Editor editor = work.table.edit();
    for (int[] rows : work.table.rowsByYear().values()) {
      for (int column = 0; column < work.table.columns().size(); column++) {
        work.pulse.run();
        double[] values = new double[rows.length];
        for (int i = 0; i < rows.length; i++) {
          values[i] = work.table.value(rows[i], column);
        }
        double[] ranks = ranks(values);
        for (int i = 0; i < rows.length; i++) {
          if (!Double.isNaN(ranks[i])) {
            editor.set(rows[i], column, ranks[i]);
          }
        }
      }
    }
    return editor.table();
  }

  /** Ranks of some values, rounded as declared, 1 for the highest; {@code NaN} for {@code NaN}. */
  public double[] ranks(double[] values) {
    double[] rounded = new double[values.length];
    for (int i = 0; i < values.length; i++) {
      rounded[i] = rounded(values[i]);
    }
    return ties.ranks(rounded);
  }

  private double rounded(double x) {
    if (Double.isNaN(x)) {
      return x;
    }
    if (decimals != null) {
      return BigDecimal.valueOf(x).setScale(decimals, RoundingMode.HALF_UP).doubleValue();
    }
    return Double.longBitsToDouble((Double.doubleToLongBits(x) + (1L << 11)) & -(1L << 12));
  }
}

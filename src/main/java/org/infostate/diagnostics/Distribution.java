package org.infostate.diagnostics;

import java.util.Arrays;
import org.infostate.scoring.Sample;
import org.infostate.scoring.Table;

/**
 * What one column looks like. Statistics are {@code NaN} where there are too few values for them.
 *
 * @param column its name
 * @param applicable cells that have a value or ought to have one
 * @param present cells that have one
 * @param distinct different values
 * @param commonest how often the most frequent value stands
 * @param zeros how many are zero
 * @param deviation standard deviation, with n - 1
 * @param quartiles first quartile, median and third quartile (linear interpolation)
 * @param skewness sample skewness, as spreadsheets have it
 * @param kurtosis sample excess kurtosis, as spreadsheets have it
 */
public record Distribution(
    String column,
    int applicable,
    int present,
    int distinct,
    int commonest,
    int zeros,
    double min,
    double max,
    double mean,
    double deviation,
    double[] quartiles,
    double skewness,
    double kurtosis) {

  private static final double LITTLE = 2.0 / 3;
  private static final double HALF = 0.5;

  public Distribution {
    quartiles = quartiles.clone();
  }

  /** What should make the author of an index look twice. */
  public enum Flag {
    /** Less than two thirds of what is applicable is present. */
    MISSING,
    /** More than half of the values are the same. */
    UNIFORM,
    /** More than half of the values are zero. */
    ZEROS,
    /** Absolute skewness of 2 and excess kurtosis of 3.5, or more of both. */
    OUTLIERS
  }

  /**
   * @throws IllegalArgumentException if the table has no such column
   */
  public static Distribution of(Table table, String column) {
    double[] x = Arrays.stream(table.values(column)).filter(v -> !Double.isNaN(v)).toArray();
    Arrays.sort(x);
    int distinct = 0;
    int commonest = 0;
    int zeros = 0;
    int run = 0;
    for (int i = 0; i < x.length; i++) {
      run = i > 0 && x[i] == x[i - 1] ? run + 1 : 1;
      distinct += run == 1 ? 1 : 0;
      commonest = Math.max(commonest, run);
      zeros += x[i] == 0 ? 1 : 0;
    }
    return new Distribution(
        column,
        applicable(table, table.column(column)),
        x.length,
        distinct,
        commonest,
        zeros,
        Sample.min(x),
        Sample.max(x),
        Sample.mean(x),
        Sample.deviation(x),
        new double[] {Sample.quantile(x, 0.25), Sample.quantile(x, 0.5), Sample.quantile(x, 0.75)},
        Sample.skewness(x),
        Sample.kurtosis(x));
  }

  private static int applicable(Table table, int column) {
    int applicable = 0;
    for (int row = 0; row < table.cases().size(); row++) {
      applicable += table.state(row, column).applicable() ? 1 : 0;
    }
    return applicable;
  }

  @Override
  public double[] quartiles() {
    return quartiles.clone();
  }

  /** All flags that hold. */
  public java.util.Set<Flag> flags() {
    java.util.Set<Flag> flags = java.util.EnumSet.noneOf(Flag.class);
    if (present < LITTLE * applicable) {
      flags.add(Flag.MISSING);
    }
    if (commonest > HALF * present) {
      flags.add(Flag.UNIFORM);
    }
    if (zeros > HALF * present) {
      flags.add(Flag.ZEROS);
    }
    if (Math.abs(skewness) >= 2 && kurtosis >= 3.5) {
      flags.add(Flag.OUTLIERS);
    }
    return flags;
  }
}

package org.infostate.uncertainty;

import java.util.Arrays;
import org.infostate.scoring.Sample;

/**
 * How a rank or a score of one case is distributed over the replications that gave it one.
 *
 * @param nominal without anything varied; {@code NaN} where there is none
 * @param replications that gave one
 * @param low 5 % quantile (linear interpolation, type 7)
 * @param high 95 % quantile
 */
public record Spread(
    double nominal, int replications, double mean, double low, double median, double high) {

  /**
   * @param values by replication, {@code NaN} where there is none
   */
  public static Spread of(double nominal, double[] values) {
    double[] x = Arrays.stream(values).filter(v -> !Double.isNaN(v)).toArray();
    return new Spread(
        nominal,
        x.length,
        Sample.mean(x),
        Sample.quantile(x, 0.05),
        Sample.quantile(x, 0.5),
        Sample.quantile(x, 0.95));
  }
}

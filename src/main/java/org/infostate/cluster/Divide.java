package org.infostate.cluster;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.infostate.scoring.Table;

/**
 * The digital divide between two years, over the units that have a score in every year between, in
 * the groups that they were in at the start: so that neither newcomers nor changes of group look
 * like change.
 *
 * @param units that have a score above zero in every year
 * @param start the group of each of them in the first year, from 1, the highest
 * @param years one after the other
 * @param convergence of all of them from the first year to the last
 */
public record Divide(List<String> units, int[] start, List<Year> years, Convergence convergence) {

  /**
   * One year.
   *
   * @param inequality over all units
   * @param groupMeans geometric mean of the scores of each group of the start, from the highest
   */
  public record Year(int year, Inequality inequality, double[] groupMeans) {

    /** How many times the mean of one group is that of another; groups from 1. */
    public double ratio(int above, int below) {
      return groupMeans[above - 1] / groupMeans[below - 1];
    }

    /** The difference of the means of two groups, in points of the score; groups from 1. */
    public double gap(int above, int below) {
      return groupMeans[above - 1] - groupMeans[below - 1];
    }
  }

  /**
   * Whether those behind grow faster (R. Barro and X. Sala-i-Martin, "Convergence", 1992).
   *
   * @param beta slope of yearly growth (difference of logarithms over years) on the logarithm of
   *     the first year: negative if those behind grow faster
   * @param explained share of the variance of growth that the start explains (R squared)
   * @param sigma yearly change of the standard deviation of logarithms: negative if all draw
   *     together
   */
  public record Convergence(double beta, double explained, double sigma) {}

  /** What became of the distance between two groups. */
  public enum Direction {
    CLOSING,
    WIDENING,
    /** Within one per cent. */
    STEADY
  }

  /**
   * What became of the distance between two groups from the first year to the last.
   *
   * @param ratioBefore how many times the mean of the upper group was that of the lower
   * @param gapBefore the difference of the means, in points of the score
   */
  public record Change(double ratioBefore, double ratioAfter, double gapBefore, double gapAfter) {

    /** Whether one is fewer times the other than before. */
    public Direction inRatio() {
      return direction(ratioAfter / ratioBefore);
    }

    /** Whether fewer points lie between them than before. */
    public Direction inPoints() {
      return direction(gapAfter / gapBefore);
    }

    private static Direction direction(double factor) {
      if (Math.abs(factor - 1) <= 0.01) {
        return Direction.STEADY;
      }
      return factor < 1 ? Direction.CLOSING : Direction.WIDENING;
    }
  }

  /**
   * The answer to the question of the Eleventh United Nations Congress (2005), whether the divide
   * closes because the middle moves up, and widens at the bottom. It may well differ between ratios
   * and points: who has little can grow fast and still fall behind.
   *
   * @param middle first group to middle group; of an even number the upper middle
   * @param bottom middle group to last group
   * @param whole first group to last group
   */
  public record Verdict(Change middle, Change bottom, Change whole) {}

  /**
   * @param scores a table with years
   * @param groups of the first year at least, as {@link Grouping#of} gives them for this table
   * @throws IllegalArgumentException if the element is no column, the first year has no groups, or
   *     no unit has a score in every year
   */
  public static Divide of(
      Table scores, String element, Map<Integer, Groups> groups, int from, int to) {
    Map<String, Integer> start = Movement.byUnit(scores, groups, from);
    double[] column = scores.values(element);
    List<String> units = new ArrayList<>();
    for (Map.Entry<String, Integer> unit : start.entrySet()) {
      boolean always = unit.getValue() > 0;
      for (int year = from; year <= to; year++) {
        int row = scores.row(unit.getKey(), year);
        always &= row >= 0 && column[row] > 0;
      }
      if (always) {
        units.add(unit.getKey());
      }
    }
    if (units.isEmpty()) {
      throw new IllegalArgumentException("No unit has a score in every year.");
    }
    int[] group = units.stream().mapToInt(start::get).toArray();
    double[][] series = new double[to - from + 1][units.size()];
    for (int year = from; year <= to; year++) {
      for (int i = 0; i < group.length; i++) {
        series[year - from][i] = column[scores.row(units.get(i), year)];
      }
    }
    return of(List.copyOf(units), group, series, from, groups.get(from).count());
  }

  private static Divide of(
      List<String> units, int[] group, double[][] series, int from, int count) {
    List<Year> years = new ArrayList<>();
    for (int t = 0; t < series.length; t++) {
      years.add(new Year(from + t, Inequality.of(series[t]), groupMeans(series[t], group, count)));
    }
    return new Divide(units, group, List.copyOf(years), convergence(series, years));
  }

  private static double[] groupMeans(double[] x, int[] group, int count) {
    double[] sum = new double[count];
    int[] members = new int[count];
    for (int i = 0; i < x.length; i++) {
      sum[group[i] - 1] += Math.log(x[i]);
      members[group[i] - 1]++;
    }
    double[] means = new double[count];
    Arrays.setAll(means, g -> Math.exp(sum[g] / members[g]));
    return means;
  }

  private static Convergence convergence(double[][] series, List<Year> years) {
    int span = series.length - 1;
    double[] first = Arrays.stream(series[0]).map(Math::log).toArray();
    double[] growth = new double[first.length];
    Arrays.setAll(growth, i -> (Math.log(series[span][i]) - first[i]) / span);
    double[] time = years.stream().mapToDouble(Year::year).toArray();
    double[] sigma = years.stream().mapToDouble(y -> y.inequality().deviationOfLogs()).toArray();
    double[] line = line(first, growth);
    return new Convergence(line[0], line[1], line(time, sigma)[0]);
  }

  /** Slope and R squared of the least squares line. */
  private static double[] line(double[] x, double[] y) {
    double mx = Arrays.stream(x).average().orElse(Double.NaN);
    double my = Arrays.stream(y).average().orElse(Double.NaN);
    double xx = 0;
    double xy = 0;
    double yy = 0;
    for (int i = 0; i < x.length; i++) {
      xx += (x[i] - mx) * (x[i] - mx);
      xy += (x[i] - mx) * (y[i] - my);
      yy += (y[i] - my) * (y[i] - my);
    }
    return new double[] {xy / xx, xy * xy / (xx * yy)};
  }

  /** The answer, from the groups of the start. */
  public Verdict verdict() {
    int last = years.get(0).groupMeans().length;
    int middle = (last + 1) / 2;
    return new Verdict(change(1, middle), change(middle, last), change(1, last));
  }

  private Change change(int above, int below) {
    Year first = years.get(0);
    Year last = years.get(years.size() - 1);
    return new Change(
        first.ratio(above, below),
        last.ratio(above, below),
        first.gap(above, below),
        last.gap(above, below));
  }
}

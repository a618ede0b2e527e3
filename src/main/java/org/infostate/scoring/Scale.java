package org.infostate.scoring;

import java.util.Arrays;
import java.util.function.DoubleUnaryOperator;

/**
 * A way of making the values of one indicator comparable with those of others, higher being better
 * afterwards. In the formulas x is the value, min, max, mean and sd (with n - 1) those of the
 * sample; where less is better the value is turned first, x to -x, unless said otherwise.
 */
public sealed interface Scale {

  /**
   * What a scale is fitted to.
   *
   * @param x what is present in the cases looked at, as measured
   * @param direction 1 or -1
   * @param column values of all cases looked at, {@code NaN} where missing
   * @param cases of these values
   * @param weights per case, for the scale that weighs cases; else null
   */
  record Basis(double[] x, int direction, double[] column, Case[] cases, double[] weights) {

    double[] turned() {
      double[] turned = new double[x.length];
      for (int i = 0; i < x.length; i++) {
        turned[i] = direction * x[i] + 0.0;
      }
      return turned;
    }

    /** The value of this unit in its last year that has one; {@code NaN} without any. */
    double latestOf(String unit) {
      int found = -1;
      for (int i = 0; i < cases.length; i++) {
        boolean later =
            found < 0 || cases[i].year() == null || cases[i].year() > cases[found].year();
        if (cases[i].unit().equals(unit) && !Double.isNaN(column[i]) && later) {
          found = i;
        }
      }
      return found < 0 ? Double.NaN : column[found];
    }
  }

  /**
   * The function of a value as measured, or null where the sample cannot carry the scale: its
   * values are all equal, or there is no reference.
   */
  DoubleUnaryOperator fit(Basis basis);

  /** Whether limits are left for each element to give; it can then not be fitted itself. */
  default boolean open() {
    return false;
  }

  /** Values below are raised to this. */
  default double lowest() {
    return Double.NEGATIVE_INFINITY;
  }

  /** Values above are cut to this. */
  default double highest() {
    return Double.POSITIVE_INFINITY;
  }

  /** As measured. Refuses no direction: where less is better, -x. */
  record AsMeasured() implements Scale {
    @Override
    public DoubleUnaryOperator fit(Basis basis) {
      return x -> basis.direction() * x;
    }
  }

  /** (x - min) / (max - min) * (to - from) + from. */
  record MinMax(double from, double to) implements Scale {
    @Override
    public DoubleUnaryOperator fit(Basis basis) {
      if (Sample.constant(basis.x())) {
        return null;
      }
      int d = basis.direction();
      double[] turned = basis.turned();
      double min = Sample.min(turned);
      double range = Sample.max(turned) - min;
      return x -> (d * x - min) / range * (to - from) + from;
    }
  }

  /** (x - mean) / sd * deviation + mean'. */
  record ZScore(double mean, double deviation) implements Scale {
    @Override
    public DoubleUnaryOperator fit(Basis basis) {
      if (Sample.constant(basis.x())) {
        return null;
      }
      int d = basis.direction();
      double[] turned = basis.turned();
      double centre = Sample.mean(turned);
      double spread = Sample.deviation(turned);
      return x -> (d * x - centre) / spread * deviation + mean;
    }
  }

  /**
   * (x - low) / (high - low) * scale, where less is better (high - x) / (high - low) * scale; the
   * limits are as measured, low below high. Cut to 0..scale if capped. Does not depend on the
   * sample, and so stays comparable over years and editions.
   *
   * @param low {@code NaN}, as then is high, where each element gives its own
   */
  record Goalposts(double low, double high, double scale, boolean capped) implements Scale {

    public Goalposts {
      boolean open = Double.isNaN(low) && Double.isNaN(high);
      if (!(low < high) && !open) {
        throw new IllegalArgumentException(
            "The lower goalpost " + low + " is not below the upper one " + high + ".");
      }
    }

    @Override
    public boolean open() {
      return Double.isNaN(low);
    }

    @Override
    public DoubleUnaryOperator fit(Basis basis) {
      double range = high - low;
      return basis.direction() == 1
          ? x -> (x - low) / range * scale
          : x -> (high - x) / range * scale;
    }

    @Override
    public double lowest() {
      return capped ? Math.min(0, scale) : Double.NEGATIVE_INFINITY;
    }

    @Override
    public double highest() {
      return capped ? Math.max(0, scale) : Double.POSITIVE_INFINITY;
    }
  }

  /** 1 - (max - x) / (max - min). */
  record DistanceToMaximum() implements Scale {
    @Override
    public DoubleUnaryOperator fit(Basis basis) {
      if (Sample.constant(basis.x())) {
        return null;
      }
      int d = basis.direction();
      double[] turned = basis.turned();
      double max = Sample.max(turned);
      double range = max - Sample.min(turned);
      return x -> 1 - (max - d * x) / range;
    }
  }

  /**
   * 1 - (r - x) / (r - min), r the value of a unit in its last year among the cases looked at. Cut
   * at 1 if capped. Cannot be fitted where the unit has no value or the lowest one.
   */
  record DistanceToReference(String unit, boolean capped) implements Scale {
    @Override
    public DoubleUnaryOperator fit(Basis basis) {
      int d = basis.direction();
      double reference = d * basis.latestOf(unit);
      double range = reference - Sample.min(basis.turned());
      return range > 0 ? x -> 1 - (reference - d * x) / range : null;
    }

    @Override
    public double highest() {
      return capped ? 1 : Double.POSITIVE_INFINITY;
    }
  }

  /**
   * (x - min) / (target - min), where less is better (max - x) / (max - target), the target as
   * measured. Cut at 1 if capped. Cannot be fitted where the target is not better than the worst
   * value.
   *
   * @param target {@code NaN} where each element gives its own
   */
  record DistanceToTarget(double target, boolean capped) implements Scale {
    @Override
    public boolean open() {
      return Double.isNaN(target);
    }

    @Override
    public DoubleUnaryOperator fit(Basis basis) {
      int d = basis.direction();
      double min = Sample.min(basis.turned());
      double range = d * target - min;
      return range > 0 ? x -> (d * x - min) / range : null;
    }

    @Override
    public double highest() {
      return capped ? 1 : Double.POSITIVE_INFINITY;
    }
  }

  /**
   * x / max; where less is better the value is mirrored within its range first, (max + min - x) /
   * max, so that the best is 1 and the worst min / max either way. Cannot be fitted unless max is
   * above zero.
   */
  record FractionOfMaximum() implements Scale {
    @Override
    public DoubleUnaryOperator fit(Basis basis) {
      double min = Sample.min(basis.x());
      double max = Sample.max(basis.x());
      if (!(max > 0)) {
        return null;
      }
      return basis.direction() == 1 ? x -> x / max : x -> (max + min - x) / max;
    }
  }

  /** Place among the sample from the worst, which has 1. */
  record Rank(Ties ties) implements Scale {
    @Override
    public DoubleUnaryOperator fit(Basis basis) {
      return places(basis, ties);
    }
  }

  /** Place from the worst, less 1: how many points a unit gets from those that it leaves behind. */
  record Borda(Ties ties) implements Scale {
    @Override
    public DoubleUnaryOperator fit(Basis basis) {
      DoubleUnaryOperator place = places(basis, ties);
      return x -> place.applyAsDouble(x) - 1;
    }
  }

  /** (place from the worst - 1) / (n - 1). Cannot be fitted to fewer than two values. */
  record PercentileRank(Ties ties) implements Scale {
    @Override
    public DoubleUnaryOperator fit(Basis basis) {
      int n = basis.x().length;
      DoubleUnaryOperator place = places(basis, ties);
      return n < 2 ? null : x -> (place.applyAsDouble(x) - 1) / (n - 1);
    }
  }

  /**
   * scale * x / r, where less is better scale * r / x: 100 is as much as the reference has. The
   * reference r is taken of the cases looked at, which in a panel should be one base year.
   *
   * <p>Not cut above. Cannot be fitted where the reference is missing or not above zero.
   *
   * @param reference see there
   * @param name of a unit or, for {@link Reference#WEIGHTED_MEAN}, of the input that cases are
   *     weighed by; else null
   */
  record Relative(Reference reference, String name, double scale) implements Scale {

    /** Whose value is 100. */
    public enum Reference {
      /** The plain mean over the cases: the economy Hypothetica of Orbicom's Infostate. */
      MEAN,
      /** The mean weighed by an input such as population: the planet as one economy. */
      WEIGHTED_MEAN,
      MEDIAN,
      /** One unit, in its last year among the cases looked at. */
      UNIT
    }

    @Override
    public DoubleUnaryOperator fit(Basis basis) {
      double r =
          switch (reference) {
            case MEAN -> Sample.mean(basis.x());
            case MEDIAN -> Sample.median(basis.x());
            case UNIT -> basis.latestOf(name);
            case WEIGHTED_MEAN -> weightedMean(basis);
          };
      if (!(r > 0)) {
        return null;
      }
      return basis.direction() == 1 ? x -> scale * x / r : x -> scale * r / x;
    }

    private static double weightedMean(Basis basis) {
      double sum = 0;
      double weights = 0;
      for (int i = 0; i < basis.column().length; i++) {
        if (!Double.isNaN(basis.column()[i]) && !Double.isNaN(basis.weights()[i])) {
          sum += basis.weights()[i] * basis.column()[i];
          weights += basis.weights()[i];
        }
      }
      return sum / weights;
    }
  }

  /** The place of a value among the sample, or where it would stand. */
  private static DoubleUnaryOperator places(Basis basis, Ties ties) {
    double[] sorted = basis.turned();
    Arrays.sort(sorted);
    int n = 0;
    double[] distinct = new double[sorted.length];
    double[] below = new double[sorted.length + 1];
    for (int i = 0; i < sorted.length; i++) {
      if (n == 0 || sorted[i] != distinct[n - 1]) {
        distinct[n] = sorted[i];
        below[n++] = i;
      }
    }
    below[n] = sorted.length;
    int count = n;
    int d = basis.direction();
    return x -> {
      // Zero and minus zero are one value.
      int found = Arrays.binarySearch(distinct, 0, count, d * x + 0.0);
      int at = found < 0 ? -found - 1 : found;
      double equal = found < 0 ? 1 : below[at + 1] - below[at];
      return switch (ties) {
        case BEST -> below[at] + 1;
        case WORST -> below[at] + equal;
        case AVERAGE -> below[at] + 1 + (equal - 1) / 2;
        case DENSE -> at + 1.0;
      };
    };
  }
}

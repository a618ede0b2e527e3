package org.infostate.scoring;

import java.util.Map;
import java.util.stream.IntStream;

/**
 * Makes one value of the children of each aggregate, from the bottom up. Only the children that are
 * present enter, and their weights are rescaled to make up for the others. The table that it makes
 * has a column for every element of the index, in its order.
 *
 * <p>Missing ({@link State#INSUFFICIENT}) where no child is present, where those present weigh
 * nothing or where fewer than {@code minimum} of the applicable ones are present; {@link
 * State#NOT_APPLICABLE} where no child is applicable.
 *
 * @param mean see there
 * @param power exponent of the {@link Mean#POWER} mean, not 0; else not used
 * @param minimum share of the applicable children that has to be present, 0 to 1
 * @param byLevel what holds instead for the aggregates of a level; indicators are level 1, so that
 *     their parents are level 2
 */
public record Aggregation(
    Mean mean, double power, double minimum, Map<Integer, Aggregation> byLevel) implements Step {

  /** In the formulas w are the weights of the children that are present and x their values. */
  public enum Mean {
    /** sum(w x) / sum(w). */
    ARITHMETIC,
    /** exp(sum(w ln x) / sum(w)); 0 if an x is 0, undefined if one is below. */
    GEOMETRIC,
    /** sum(w) / sum(w / x); 0 if an x is 0, undefined if one is below. */
    HARMONIC,
    /** (sum(w x^p) / sum(w))^(1/p); undefined if an x is below 0. */
    POWER,
    /** The value at which half of the weight is reached; the mean of two if exactly between. */
    MEDIAN,
    /** M - S^2 / M with weighted mean M and standard deviation S (by n): what is uneven loses. */
    MAZZIOTTA_PARETO,
    /** M + S^2 / M: for an index of which less is better. */
    MAZZIOTTA_PARETO_PLUS,
    /**
     * How many more cases of the same year a case outranks than outrank it. A case outranks another
     * if it is better in children of more weight, of those that both have.
     */
    COPELAND
  }

  public Aggregation {
    byLevel = Map.copyOf(byLevel);
    if (mean == Mean.POWER && (power == 0 || !Double.isFinite(power))) {
      throw new IllegalArgumentException("The exponent of a power mean is not 0.");
    }
  }

  public static Aggregation of(Mean mean) {
    return new Aggregation(mean, 1, 0, Map.of());
  }

  @Override
  public String name() {
    return "aggregate";
  }

  /** Told before each aggregate is made, when all that stands below it is there. */
  @FunctionalInterface
  interface Before {
    /**
     * @param values by element, then by case; null for what is not yet made
     */
    void node(int node, double[][] values);
  }

  @Override
  public Table take(Work work) {
    return climb(work, (node, values) -> {});
  }

  Table climb(Work work, Before before) {
    int n = work.tree.elements.length;
    int rows = work.table.cases().size();
    double[][] values = new double[n][];
    byte[][] states = new byte[n][];
    byte[][] marks = new byte[n][];
    for (int indicator : work.tree.indicators) {
      int column = work.column(indicator);
      values[indicator] = work.table.raw(column);
      states[indicator] = work.table.rawStates(column);
      marks[indicator] = work.table.rawMarks(column);
    }
    for (int node : work.tree.aggregates) {
      work.pulse.run();
      before.node(node, values);
      values[node] = new double[rows];
      states[node] = new byte[rows];
      marks[node] = new byte[rows];
      new Node(work, node, method(work.tree, node), values, states, marks).fill();
    }
    return work.table.of(work.tree.codes, values, states, marks);
  }

  /** What holds for this aggregate: its own method, else that of its level, else this. */
  Aggregation method(Tree tree, int node) {
    Aggregation ofLevel = byLevel.getOrDefault(tree.level[node], this);
    return tree.elements[node].method(Aggregation.class).orElse(ofLevel);
  }

  /**
   * True if so many of the applicable children will do: exactly the share declared, so that two of
   * three do not do for 0.67; who means two thirds says 2/3.
   */
  boolean enough(int present, int applicable) {
    return present > 0 && reaches(present, applicable, minimum);
  }

  /** Whether part of whole is at least the share, but for the last digits of the share. */
  static boolean reaches(int part, int whole, double share) {
    return part >= share * whole - 1e-9;
  }

  /** The weighted mean of the first n of these; {@code NaN} where it is undefined. */
  double of(double[] x, double[] w, int n) {
    return switch (mean) {
      case ARITHMETIC -> arithmetic(x, w, n);
      case GEOMETRIC -> geometric(x, w, n);
      case HARMONIC -> harmonic(x, w, n);
      case POWER -> powerMean(x, w, n);
      case MEDIAN -> median(x, w, n);
      case MAZZIOTTA_PARETO -> mazziottaPareto(x, w, n, -1);
      case MAZZIOTTA_PARETO_PLUS -> mazziottaPareto(x, w, n, 1);
      case COPELAND -> throw new AssertionError("Copeland is not a mean of one case.");
    };
  }

  private static double arithmetic(double[] x, double[] w, int n) {
    double sum = 0;
    double weights = 0;
    for (int i = 0; i < n; i++) {
      sum += w[i] * x[i];
      weights += w[i];
    }
    return sum / weights;
  }

  private static double geometric(double[] x, double[] w, int n) {
    double sum = 0;
    double weights = 0;
    for (int i = 0; i < n; i++) {
      if (w[i] > 0) {
        sum += w[i] * Math.log(x[i]);
        weights += w[i];
      }
    }
    return Math.exp(sum / weights);
  }

  private static double harmonic(double[] x, double[] w, int n) {
    double sum = 0;
    double weights = 0;
    for (int i = 0; i < n; i++) {
      if (x[i] < 0) {
        return Double.NaN;
      }
      if (w[i] > 0) {
        sum += w[i] / x[i];
        weights += w[i];
      }
    }
    return weights / sum;
  }

  private double powerMean(double[] x, double[] w, int n) {
    double sum = 0;
    double weights = 0;
    for (int i = 0; i < n; i++) {
      if (x[i] < 0) {
        return Double.NaN;
      }
      if (w[i] > 0) {
        sum += w[i] * Math.pow(x[i], power);
        weights += w[i];
      }
    }
    return Math.pow(sum / weights, 1 / power);
  }

  private static double median(double[] x, double[] w, int n) {
    Integer[] order = new Integer[n];
    double total = 0;
    for (int i = 0; i < n; i++) {
      order[i] = i;
      total += w[i];
    }
    java.util.Arrays.sort(order, (a, b) -> Double.compare(x[a], x[b]));
    double reached = 0;
    for (int i = 0; i < n; i++) {
      reached += w[order[i]];
      // Sums of weights such as 0.1 + 0.2 do not hit the half exactly.
      double beyond = reached - total / 2;
      if (i + 1 < n && Math.abs(beyond) <= 1e-12 * total) {
        return (x[order[i]] + x[order[i + 1]]) / 2;
      }
      if (beyond > 0) {
        return x[order[i]];
      }
    }
    return Double.NaN;
  }

  private static double mazziottaPareto(double[] x, double[] w, int n, int sign) {
    double mean = arithmetic(x, w, n);
    double squares = 0;
    double weights = 0;
    for (int i = 0; i < n; i++) {
      squares += w[i] * (x[i] - mean) * (x[i] - mean);
      weights += w[i];
    }
    return squares == 0 ? mean : mean + sign * squares / weights / mean;
  }

  /** One aggregate, being filled. */
  private static final class Node {
    private final Work work;
    private final int node;
    private final Aggregation method;
    private final int[] children;
    private final double[][] values;
    private final byte[][] states;
    private final byte[][] marks;

    Node(
        Work work,
        int node,
        Aggregation method,
        double[][] values,
        byte[][] states,
        byte[][] marks) {
      this.work = work;
      this.node = node;
      this.method = method;
      this.children = work.tree.children[node];
      this.values = values;
      this.states = states;
      this.marks = marks;
    }

    void fill() {
      double[] copeland = method.mean == Mean.COPELAND ? outranking() : null;
      double[] x = new double[children.length];
      double[] w = new double[children.length];
      for (int row = 0; row < values[node].length; row++) {
        int present = 0;
        int applicable = 0;
        double weight = 0;
        byte mark = 0;
        for (int child : children) {
          if (work.leftOut[child]) {
            continue;
          }
          State state = State.of(states[child][row]);
          if (state.present()) {
            x[present] = values[child][row];
            w[present] = work.weights[child];
            weight += w[present];
            mark |= marks[child][row];
            present++;
          }
          applicable += state.applicable() ? 1 : 0;
        }
        if (weight <= 0 || !method.enough(present, applicable)) {
          missing(row, applicable == 0 ? State.NOT_APPLICABLE : State.INSUFFICIENT);
        } else {
          marks[node][row] = mark;
          put(row, copeland == null ? method.of(x, w, present) : copeland[row]);
        }
      }
    }

    private void put(int row, double value) {
      if (Double.isFinite(value)) {
        values[node][row] = value;
        states[node][row] = (byte) State.PRESENT.ordinal();
      } else {
        missing(row, State.UNDEFINED);
        work.note(
            method,
            work.tree.codes.get(node),
            work.table.cases().get(row),
            "undefined",
            "The mean "
                + method.mean
                + " has no value for these: one is below zero, or it is zero.");
      }
    }

    private void missing(int row, State state) {
      values[node][row] = Double.NaN;
      states[node][row] = (byte) state.ordinal();
      marks[node][row] = 0;
    }

    private double[] outranking() {
      int[] taking = IntStream.of(children).filter(child -> !work.leftOut[child]).toArray();
      double[][] columns = new double[taking.length][];
      double[] weights = new double[taking.length];
      for (int i = 0; i < taking.length; i++) {
        columns[i] = values[taking[i]];
        weights[i] = work.weights[taking[i]];
      }
      double[] scores = new double[values[node].length];
      for (int[] rows : work.table.rowsByYear().values()) {
        double[] copeland = Outranking.copeland(columns, weights, rows, work.pulse);
        for (int i = 0; i < rows.length; i++) {
          scores[rows[i]] = copeland[i];
        }
      }
      return scores;
    }
  }
}

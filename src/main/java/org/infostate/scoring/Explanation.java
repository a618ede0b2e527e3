package org.infostate.scoring;

import java.util.ArrayList;
import java.util.List;

/** The score of one case being taken apart. */
final class Explanation {

  private final Tree tree;
  private final Aggregation aggregation;
  private final double[] weights;
  private final Table input;
  private final Table scores;
  private final int row;
  private final double[] best;

  /**
   * @param best the highest score of each element in the year of the row, see {@link #best}
   */
  Explanation(
      Tree tree, Index index, double[] weights, Table input, Table scores, double[] best, int row) {
    this.tree = tree;
    this.aggregation = index.step(Aggregation.class).orElseThrow();
    this.weights = weights;
    this.input = input;
    this.scores = scores;
    this.row = row;
    this.best = best;
  }

  /** The highest score of each element among these rows; {@code NaN} where none has one. */
  static double[] best(Table scores, int[] rows) {
    double[] best = new double[scores.columns().size()];
    for (int element = 0; element < best.length; element++) {
      best[element] = Sample.max(Sample.present(scores.raw(element), rows));
    }
    return best;
  }

  List<Contribution> contributions() {
    List<Contribution> contributions = new ArrayList<>();
    for (int i = 0; i < tree.elements.length; i++) {
      contributions.add(contribution(i));
    }
    return contributions;
  }

  private Contribution contribution(int element) {
    double score = scores.value(row, element);
    double weight = 1;
    double derivative = 1;
    for (int at = element; at != tree.root; at = tree.parent[at]) {
      weight *= share(at);
      derivative *= derivative(at);
    }
    return new Contribution(
        tree.codes.get(element),
        measured(element),
        scores.state(row, element),
        scores.marks(row, element),
        score,
        weight,
        score * derivative,
        best[element],
        gain(element, best[element]));
  }

  private double measured(int element) {
    int column = input.column(tree.codes.get(element));
    Case subject = scores.cases().get(row);
    return column < 0 ? Double.NaN : input.value(input.row(subject.unit(), subject.year()), column);
  }

  private double share(int element) {
    double sum = 0;
    for (int sibling : tree.children[tree.parent[element]]) {
      sum += present(sibling) ? weights[sibling] : 0;
    }
    return present(element) ? weights[element] / sum : 0;
  }

  private boolean present(int element) {
    return scores.state(row, element).present();
  }

  /** Of the parent's score by that of the element, the weights of the missing being rescaled. */
  private double derivative(int element) {
    int parent = tree.parent[element];
    Aggregation method = aggregation.method(tree, parent);
    double x = scores.value(row, element);
    double y = scores.value(row, parent);
    double share = share(element);
    if (y == 0 && x == 0 && method.mean() != Aggregation.Mean.COPELAND) {
      // A geometric or harmonic mean of zero owes nothing to anybody.
      return 0;
    }
    return switch (method.mean()) {
      case ARITHMETIC -> share;
      case GEOMETRIC -> share * y / x;
      case HARMONIC -> share * (y / x) * (y / x);
      case POWER -> share * Math.pow(x / y, method.power() - 1);
      case MEDIAN -> medianDerivative(parent, element);
      case MAZZIOTTA_PARETO -> mazziottaPareto(parent, share, x, -1);
      case MAZZIOTTA_PARETO_PLUS -> mazziottaPareto(parent, share, x, 1);
      case COPELAND -> Double.NaN;
    };
  }

  /** Of M + s V / M, V the variance: p (1 + s (2 (x - M) / M - V / M^2)), p the share. */
  private double mazziottaPareto(int parent, double share, double x, int sign) {
    double mean = 0;
    double squares = 0;
    for (int child : tree.children[parent]) {
      if (present(child)) {
        mean += share(child) * scores.value(row, child);
        squares += share(child) * scores.value(row, child) * scores.value(row, child);
      }
    }
    double variance = squares - mean * mean;
    return share * (1 + sign * (2 * (x - mean) / mean - variance / (mean * mean)));
  }

  /** 1 for the child whose value is the median; a half for each of two that it lies between. */
  private double medianDerivative(int parent, int element) {
    double y = scores.value(row, parent);
    double x = scores.value(row, element);
    int equal = 0;
    double below = Double.NEGATIVE_INFINITY;
    double above = Double.POSITIVE_INFINITY;
    for (int child : tree.children[parent]) {
      double v = scores.value(row, child);
      equal += v == y ? 1 : 0;
      below = v < y ? Math.max(below, v) : below;
      above = v > y ? Math.min(above, v) : above;
    }
    if (equal > 0) {
      return x == y ? 1.0 / equal : 0;
    }
    return x == below || x == above ? 0.5 : 0;
  }

  /** What the top score rises by if the element, missing or not, had this score. */
  private double gain(int element, double score) {
    double before = scores.value(row, tree.root);
    double value = score;
    int changed = element;
    while (changed != tree.root) {
      value = parentWith(changed, value);
      changed = tree.parent[changed];
    }
    return value - before;
  }

  private double parentWith(int changed, double value) {
    int parent = tree.parent[changed];
    Aggregation method = aggregation.method(tree, parent);
    if (method.mean() == Aggregation.Mean.COPELAND) {
      return Double.NaN;
    }
    int[] children = tree.children[parent];
    double[] x = new double[children.length];
    double[] w = new double[children.length];
    int n = 0;
    int applicable = 0;
    for (int child : children) {
      double v = child == changed ? value : scores.value(row, child);
      applicable += child == changed || scores.state(row, child).applicable() ? 1 : 0;
      if (!Double.isNaN(v)) {
        x[n] = v;
        w[n++] = weights[child];
      }
    }
    return method.enough(n, applicable) ? method.of(x, w, n) : Double.NaN;
  }
}

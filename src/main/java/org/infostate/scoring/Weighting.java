package org.infostate.scoring;

import java.util.Map;
import java.util.Set;

/**
 * Settles what the children of one parent count for each other. Without this step it is the weights
 * of the index. Weights are relative; they are never negative.
 *
 * @param method see there
 * @param levels of the parents whose children are weighed so, 2 for the parents of indicators;
 *     empty for all. The others keep the weights of the index
 * @param points for {@link Method#EXPERTS}: by expert, then by element; else empty
 */
public record Weighting(Method method, Set<Integer> levels, Map<String, Map<String, Double>> points)
    implements Step {

  /** Where weights come from. */
  public enum Method {
    /** From the index. */
    GIVEN,
    /** All the same. */
    EQUAL,
    /**
     * The squared loadings of the first principal component of the children, over the cases that
     * are complete in all of them: the share of each in the common variance (OECD and JRC,
     * "Handbook on Constructing Composite Indicators", 2008). All the same where there are fewer
     * than three such cases, with a note.
     */
    PRINCIPAL_COMPONENT,
    /**
     * 1 + sum(p ln p) / ln n, p the share of a case in the sum of its column, shifted to begin at
     * zero where it is negative: what tells cases apart counts more (C. E. Shannon's entropy; M.
     * Zeleny, "Multiple Criteria Decision Making", 1982). All the same where no column varies.
     */
    ENTROPY,
    /**
     * Budget allocation: the mean over experts of the share that each gave to an element among its
     * siblings. An expert who gave no points within a group does not count there; where nobody did,
     * the weights of the index stay.
     */
    EXPERTS
  }

  public Weighting {
    levels = Set.copyOf(levels);
    points = Map.copyOf(points);
    if ((method == Method.EXPERTS) == points.isEmpty()) {
      throw new IllegalArgumentException("Points belong to weights by experts, and only there.");
    }
    for (Map<String, Double> one : points.values()) {
      if (one.values().stream().anyMatch(p -> !(p >= 0) || p.isInfinite())) {
        throw new IllegalArgumentException("Points are not negative.");
      }
    }
  }

  public static Weighting of(Method method) {
    return new Weighting(method, Set.of(), Map.of());
  }

  @Override
  public String name() {
    return "weigh";
  }

  @Override
  public Table take(Work work) {
    for (int i = 0; i < work.weights.length; i++) {
      work.weights[i] = work.tree.elements[i].weight();
    }
    if (method == Method.PRINCIPAL_COMPONENT || method == Method.ENTROPY) {
      // Above the indicators there is something to look at only once it is aggregated.
      Aggregation aggregation = work.index.step(Aggregation.class).orElseThrow();
      aggregation.climb(work, (node, values) -> weigh(work, node, values));
    } else {
      for (int node : work.tree.aggregates) {
        weigh(work, node, null);
      }
    }
    return work.table;
  }

  private void weigh(Work work, int node, double[][] values) {
    if (!levels.isEmpty() && !levels.contains(work.tree.level[node])) {
      return;
    }
    int[] children = work.tree.children[node];
    double[] weights =
        switch (method) {
          case GIVEN -> null;
          case EQUAL -> equal(children.length);
          case PRINCIPAL_COMPONENT -> principalComponent(work, node, columns(children, values));
          case ENTROPY -> entropy(columns(children, values));
          case EXPERTS -> experts(work, children);
        };
    for (int i = 0; weights != null && i < children.length; i++) {
      work.weights[children[i]] = weights[i];
    }
  }

  private static double[] equal(int n) {
    double[] weights = new double[n];
    java.util.Arrays.fill(weights, 1);
    return weights;
  }

  private static double[][] columns(int[] children, double[][] values) {
    double[][] columns = new double[children.length][];
    for (int i = 0; i < children.length; i++) {
      columns[i] = values[children[i]];
    }
    return columns;
  }

  private double[] principalComponent(Work work, int node, double[][] columns) {
    int[] known =
        java.util.stream.IntStream.range(0, columns.length)
            .filter(c -> java.util.Arrays.stream(columns[c]).anyMatch(v -> !Double.isNaN(v)))
            .toArray();
    double[] weights = new double[columns.length];
    double[][] present = new double[known.length][];
    for (int i = 0; i < known.length; i++) {
      present[i] = columns[known[i]];
    }
    PrincipalComponents components = PrincipalComponents.of(present, work.pulse);
    if (components == null) {
      work.note(
          this,
          work.tree.codes.get(node),
          null,
          "unweighed",
          "Too few complete cases for principal components; all weights are the same.");
      return equal(columns.length);
    }
    for (int i = 0; i < known.length; i++) {
      double loading = components.loadings()[0][i];
      weights[known[i]] = loading * loading;
    }
    return weights;
  }

  private static double[] entropy(double[][] columns) {
    double[] weights = new double[columns.length];
    double sum = 0;
    for (int c = 0; c < columns.length; c++) {
      double[] x = java.util.Arrays.stream(columns[c]).filter(v -> !Double.isNaN(v)).toArray();
      weights[c] = Sample.constant(x) ? 0 : divergence(x);
      sum += weights[c];
    }
    return sum > 0 ? weights : equal(columns.length);
  }

  /** 1 less the entropy of the shares, in units of the entropy of equal shares; 0 to 1. */
  private static double divergence(double[] x) {
    double shift = Math.min(0, Sample.min(x));
    double total = 0;
    for (double v : x) {
      total += v - shift;
    }
    double sum = 0;
    for (double v : x) {
      double p = (v - shift) / total;
      sum += p > 0 ? p * Math.log(p) : 0;
    }
    return Math.max(0, 1 + sum / Math.log(x.length));
  }

  private double[] experts(Work work, int[] children) {
    double[] shares = new double[children.length];
    int heard = 0;
    // In the order of their names, so that the last digit does not depend on a map.
    for (String expert : points.keySet().stream().sorted().toList()) {
      double sum = 0;
      for (int child : children) {
        sum += points.get(expert).getOrDefault(work.tree.codes.get(child), 0.0);
      }
      for (int i = 0; sum > 0 && i < children.length; i++) {
        shares[i] += points.get(expert).getOrDefault(work.tree.codes.get(children[i]), 0.0) / sum;
      }
      heard += sum > 0 ? 1 : 0;
    }
    return heard == 0 ? null : shares;
  }
}

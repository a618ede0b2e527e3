package org.infostate.scoring;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * All that a run made. Immutable.
 *
 * <p>Scores are not rounded; whoever shows them does that.
 */
public final class Result {

  /**
   * A step and the table that it made.
   *
   * @param step as in the index
   * @param table for {@link Weighting} the table that it found
   */
  public record Made(Step step, Table table) {}

  private final Index index;
  private final Tree tree;
  private final Table input;
  private final List<Made> made;
  private final double[] weights;
  private final List<Note> notes;

  /** The highest score of each element by year, found when first asked for. */
  private final Map<Integer, double[]> best = new ConcurrentHashMap<>();

  Result(Work work, Table input, List<Made> made) {
    this.index = work.index;
    this.tree = work.tree;
    this.input = input;
    this.made = List.copyOf(made);
    this.weights = work.weights.clone();
    this.notes = List.copyOf(work.notes);
  }

  public Index index() {
    return index;
  }

  /** The table that came in. */
  public Table input() {
    return input;
  }

  /** The steps in order, each with its table. */
  public List<Made> steps() {
    return made;
  }

  /** The table made by the last step of this kind; what came in if the index has no such step. */
  public Table after(Class<? extends Step> kind) {
    Table table = input;
    for (Made one : made) {
      if (kind.isInstance(one.step())) {
        table = one.table();
      }
    }
    return table;
  }

  /** A column for every element: indicators on the common scale, aggregates. */
  public Table scores() {
    return after(Aggregation.class);
  }

  /** A column for every element, 1 for the highest of the year; scores if nothing was ranked. */
  public Table ranks() {
    return index.step(Ranking.class).isPresent() ? after(Ranking.class) : scores();
  }

  public List<Note> notes() {
    return notes;
  }

  /** The share of each element among the children of its parent, by code, in the index's order. */
  public Map<String, Double> shares() {
    Map<String, Double> shares = new LinkedHashMap<>();
    for (int i = 0; i < weights.length; i++) {
      shares.put(tree.codes.get(i), tree.share(weights, i));
    }
    return shares;
  }

  /**
   * The products of the shares up to the top: what each element counts where nothing is missing.
   */
  public Map<String, Double> effectiveWeights() {
    Map<String, Double> effective = new LinkedHashMap<>();
    for (int i = 0; i < weights.length; i++) {
      effective.put(tree.codes.get(i), tree.ofWhole(weights, i));
    }
    return effective;
  }

  /**
   * What stands behind the score of an element.
   *
   * @param row of the table of scores
   * @throws IllegalArgumentException if the index has no such element
   */
  public Completeness completeness(int row, String element) {
    int observed = 0;
    int imputed = 0;
    int applicable = 0;
    double weight = 0;
    double all = 0;
    for (int indicator : below(position(element))) {
      State state = scores().state(row, indicator);
      if (!state.applicable()) {
        continue;
      }
      applicable++;
      double share = tree.ofWhole(weights, indicator);
      all += share;
      if (state.present()) {
        if (scores().marks(row, indicator).contains(Mark.IMPUTED)) {
          imputed++;
        } else {
          observed++;
          weight += share;
        }
      }
    }
    return new Completeness(observed, imputed, applicable, weight / all);
  }

  /** The indicators at or below an element. */
  private List<Integer> below(int element) {
    List<Integer> found = new ArrayList<>();
    if (tree.children[element].length == 0) {
      found.add(element);
    }
    for (int child : tree.children[element]) {
      found.addAll(below(child));
    }
    return found;
  }

  private int position(String element) {
    int position = tree.position(element);
    if (position < 0) {
      throw new IllegalArgumentException("No element " + element + " in this index.");
    }
    return position;
  }

  /**
   * The score of a case taken apart: one contribution for each element, in the order of the index.
   *
   * @param row of the table of scores
   */
  public List<Contribution> explanation(int row) {
    Table scores = scores();
    Integer year = scores.cases().get(row).year();
    double[] ofYear =
        best.computeIfAbsent(
            year == null ? 0 : year, y -> Explanation.best(scores, scores.rowsByYear().get(y)));
    return new Explanation(tree, index, weights, input, scores, ofYear, row).contributions();
  }
}

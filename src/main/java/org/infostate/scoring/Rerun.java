package org.infostate.scoring;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;

/**
 * An index and a table, ready to be scored many times with something changed: the steps before the
 * first change are taken once. Safe for use by several threads.
 */
public final class Rerun {

  private final Index index;
  private final Table input;
  private final Expressions expressions;
  private final Tree tree;
  private final Result nominal;
  private final int aggregation;

  /** By step: the table and the weights that it finds. */
  private final List<Table> tables = new ArrayList<>();

  private final List<double[]> weights = new ArrayList<>();

  /** How a step was come to: which steps were others, up to it. */
  private record Way(int position, Map<Integer, Step> changes) {}

  /** What a step left. */
  private record Taken(Table table, double[] weights) {}

  /**
   * Where a factor chooses among a few steps, the same ways are gone again and again. So many
   * tables are kept as have {@value #MOST_CELLS} cells.
   */
  private final Map<Way, Taken> taken = new ConcurrentHashMap<>();

  private static final long MOST_CELLS = 4_000_000;
  private final long most;

  /**
   * @throws IllegalArgumentException if the table lacks a column or an expression cannot be read
   */
  public Rerun(Index index, Table table, Expressions expressions) {
    this.index = index;
    this.input = table;
    this.expressions = expressions;
    this.tree = new Tree(index);
    this.nominal = Scoring.run(index, table, expressions);
    Work work = new Work(index, tree, table, expressions);
    int position = 0;
    int found = 0;
    for (Step step : index.steps()) {
      tables.add(work.table);
      weights.add(work.weights.clone());
      found = step instanceof Aggregation ? position : found;
      if (!(step instanceof Ranking)) {
        work.table = step.take(work);
      }
      position++;
    }
    aggregation = found;
    most = MOST_CELLS / Math.max(1, (long) table.cases().size() * table.columns().size());
  }

  /** The run with nothing changed. */
  public Result nominal() {
    return nominal;
  }

  public Index index() {
    return index;
  }

  /** The table that came in. */
  public Table input() {
    return input;
  }

  /**
   * The scores of one element with something changed, without ranks or notes; by case in the order
   * of the nominal scores, {@code NaN} where there is none.
   *
   * @throws IllegalArgumentException if there is no such element, or another step is not of the
   *     kind of the one that it is to replace
   */
  public double[] scores(Variation variation, String element) {
    int column = tree.position(element);
    if (column < 0) {
      throw new IllegalArgumentException("No element " + element + " in this index.");
    }
    Table scores = scores(variation);
    double[] found = new double[nominal.scores().cases().size()];
    boolean same = scores.cases().equals(nominal.scores().cases());
    for (int row = 0; row < found.length; row++) {
      int there = row;
      if (!same) {
        Case one = nominal.scores().cases().get(row);
        there = scores.row(one.unit(), one.year());
      }
      found[row] = there < 0 ? Double.NaN : scores.value(there, column);
    }
    return found;
  }

  /**
   * What a run with something changed came to.
   *
   * @param scores as {@link Result#scores}
   * @param weights by element, the product of the shares up to the top; 0 for what was left out
   */
  public record Rescored(Table scores, Map<String, Double> weights) {}

  /**
   * All scores with something changed, without ranks or notes, and the weights behind them.
   *
   * @throws IllegalArgumentException as {@link #scores(Variation, String)}
   */
  public Rescored rescored(Variation variation) {
    Work work = beforeAggregation(variation);
    double[] counted = work.weights.clone();
    for (int element = 0; element < counted.length; element++) {
      counted[element] = work.leftOut[element] ? 0 : counted[element];
    }
    Map<String, Double> ofWhole = new HashMap<>();
    for (int element = 0; element < counted.length; element++) {
      ofWhole.put(tree.codes.get(element), tree.ofWhole(counted, element));
    }
    return new Rescored(aggregated(work, variation), ofWhole);
  }

  private Table scores(Variation variation) {
    return aggregated(beforeAggregation(variation), variation);
  }

  private Table aggregated(Work work, Variation variation) {
    return variation.steps().getOrDefault(aggregation, index.steps().get(aggregation)).take(work);
  }

  private Work beforeAggregation(Variation variation) {
    int first = firstChanged(variation);
    Table start = variation.table() == null ? tables.get(first) : variation.table();
    Work work = new Work(index, tree, start, expressions);
    work.weights = weights.get(first).clone();
    Map<Integer, Step> changes = new TreeMap<>();
    for (int position = first; position < aggregation; position++) {
      Step changed = variation.steps().get(position);
      if (changed != null) {
        changes.put(position, changed);
      }
      take(work, position, changed, variation.table() == null ? changes : null);
    }
    change(work, variation);
    return work;
  }

  /**
   * Takes one step before aggregation, or finds it taken.
   *
   * @param changed in place of the step of the index; null for none
   * @param changes all so far; null where the table is another, and nothing is kept
   */
  private void take(Work work, int position, Step changed, Map<Integer, Step> changes) {
    Taken found = changes == null ? null : taken.get(new Way(position, changes));
    if (found == null) {
      work.table = (changed == null ? index.steps().get(position) : changed).take(work);
      if (changes != null && taken.size() < most) {
        taken.put(
            new Way(position, new TreeMap<>(changes)), new Taken(work.table, work.weights.clone()));
      }
    } else {
      work.table = found.table();
      work.weights = found.weights().clone();
    }
  }

  private int firstChanged(Variation variation) {
    int first = aggregation;
    for (Map.Entry<Integer, Step> changed : variation.steps().entrySet()) {
      int position = changed.getKey();
      if (position < 0
          || position >= index.steps().size()
          || index.steps().get(position).getClass() != changed.getValue().getClass()) {
        throw new IllegalArgumentException(
            "No step '" + changed.getValue().name() + "' at position " + position + ".");
      }
      first = Math.min(first, position);
    }
    return variation.table() == null ? first : 0;
  }

  private void change(Work work, Variation variation) {
    variation.weights().forEach((code, factor) -> work.weights[position(code)] *= factor);
    for (String code : variation.leftOut()) {
      work.leftOut[position(code)] = true;
    }
  }

  private int position(String code) {
    int position = tree.position(code);
    if (position < 0) {
      throw new IllegalArgumentException("No element " + code + " in this index.");
    }
    return position;
  }
}

package org.infostate.uncertainty;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.infostate.scoring.Index;
import org.infostate.scoring.Step;
import org.infostate.scoring.Table;
import org.infostate.scoring.Variation;

/** A variation being put together by several factors. */
public final class Draft {

  private final Index index;
  private final Table input;
  private final Map<Integer, Step> steps = new HashMap<>();
  private final Map<String, Double> weights = new HashMap<>();
  private final Set<String> leftOut = new HashSet<>();
  private Table table;

  Draft(Index index, Table input) {
    this.index = index;
    this.input = input;
  }

  Index index() {
    return index;
  }

  /** The values as they are so far. */
  Table input() {
    return table == null ? input : table;
  }

  void take(int position, Step step) {
    steps.put(position, step);
  }

  void weigh(String element, double factor) {
    weights.merge(element, factor, (a, b) -> a * b);
  }

  void leaveOut(String element) {
    leftOut.add(element);
  }

  void replace(Table values) {
    table = values;
  }

  Variation variation() {
    return new Variation(steps, weights, leftOut, table);
  }
}

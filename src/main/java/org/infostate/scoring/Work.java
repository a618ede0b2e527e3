package org.infostate.scoring;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A run under way: what the steps hand on to each other. */
final class Work {

  /** So many say what is the matter; more would only fill the memory. */
  static final int MAX_NOTES = 10_000;

  final Index index;
  final Tree tree;
  final List<Note> notes = new ArrayList<>();
  final Expressions expressions;

  /** Run again and again while a step is taken; may throw to stop the run. */
  Runnable pulse = () -> {};

  Table table;

  private final Map<String, String[]> groups = new HashMap<>();
  private List<Case> grouped;

  /** By position of the element; not yet rescaled to shares. */
  double[] weights;

  /** By position of the element: whether it takes no part in aggregation. */
  final boolean[] leftOut;

  Work(Index index, Tree tree, Table table, Expressions expressions) {
    this.expressions = expressions;
    this.index = index;
    this.tree = tree;
    this.table = table;
    leftOut = new boolean[tree.elements.length];
    weights = new double[tree.elements.length];
    for (int i = 0; i < weights.length; i++) {
      weights[i] = tree.elements[i].weight();
    }
  }

  /** The group of each case of the table in a grouping; null for none. */
  String[] groups(String grouping) {
    if (grouped != table.cases()) {
      grouped = table.cases();
      groups.clear();
    }
    return groups.computeIfAbsent(
        grouping,
        name -> grouped.stream().map(one -> one.groups().get(name)).toArray(String[]::new));
  }

  /** Position in the table of the column of an indicator. */
  int column(int indicator) {
    return table.column(tree.codes.get(indicator));
  }

  void note(Step step, String element, Case subject, String code, String text) {
    if (notes.size() < MAX_NOTES) {
      notes.add(new Note(step.name(), element, subject, code, text));
    } else if (notes.size() == MAX_NOTES) {
      notes.add(
          new Note(step.name(), null, null, "more", "Further notes of this run are left out."));
    }
  }
}

package org.infostate.scoring;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

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

  /** What follows from the cases alone, so that not every indicator looks for it anew. */
  private final Map<String, String[]> groups = new HashMap<>();

  private final Map<Scope, Scope.Part[]> parts = new HashMap<>();
  private final Map<Grouped, Map<String, int[]>> members = new HashMap<>();
  private List<Case> cases;

  /** A part of the table by a grouping. */
  private record Grouped(String grouping, Scope.Part part) {}

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

  /** The parts of the table as it is, see {@link Scope#parts}. */
  Scope.Part[] parts(Scope scope) {
    forgetOtherCases();
    return parts.computeIfAbsent(scope, one -> one.parts(table));
  }

  /** The group of each case of the table in a grouping; null for none. */
  String[] groups(String grouping) {
    forgetOtherCases();
    return groups.computeIfAbsent(
        grouping, name -> cases.stream().map(one -> one.groups().get(name)).toArray(String[]::new));
  }

  /**
   * Those of the rows that are looked at, by their group in a grouping.
   *
   * @param part one of {@link #parts}
   */
  Map<String, int[]> members(String grouping, Scope.Part part) {
    forgetOtherCases();
    String[] names = groups(grouping);
    return members.computeIfAbsent(
        new Grouped(grouping, part),
        key ->
            Arrays.stream(part.from())
                .boxed()
                .filter(row -> names[row] != null)
                .collect(
                    Collectors.groupingBy(
                        row -> names[row],
                        Collectors.collectingAndThen(
                            Collectors.toList(),
                            rows -> rows.stream().mapToInt(Integer::intValue).toArray()))));
  }

  private void forgetOtherCases() {
    if (cases != table.cases()) {
      cases = table.cases();
      groups.clear();
      parts.clear();
      members.clear();
    }
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

package org.infostate.scoring;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Fills in what is missing and applicable, and marks it {@link Mark#IMPUTED}. What is present is
 * never changed, what is not applicable never filled.
 *
 * @param method see there
 * @param group name of the grouping for the methods by group, else null
 * @param over the cases that means and medians are taken of
 * @param lookBack for {@link Method#LATEST}: how many years back at most; for {@link
 *     Method#LINEAR}: how many years beyond the ends a value is held at most
 */
public record Imputation(Method method, String group, Scope over, int lookBack) implements Step {

  /** Where the value comes from. */
  public enum Method {
    NONE,
    /** Mean of what is present in the column. */
    MEAN,
    /** Median of what is present in the column. */
    MEDIAN,
    /** Mean of the column within the group of the case; missing where the group has no value. */
    GROUP_MEAN,
    /** Median of the column within the group of the case. */
    GROUP_MEDIAN,
    /**
     * Mean of the case's own indicators under the same parent: columns are turned by direction and
     * scaled to 0..1, the mean of the present ones is taken and scaled back.
     */
    PILLAR_MEAN,
    /** As before with the median. */
    PILLAR_MEDIAN,
    /** The unit's last earlier year with a value. */
    LATEST,
    /** Along the straight line between the unit's years around; held constant beyond the ends. */
    LINEAR
  }

  public static final int ANY_YEARS = Integer.MAX_VALUE;

  public Imputation {
    boolean grouped = method == Method.GROUP_MEAN || method == Method.GROUP_MEDIAN;
    if (grouped == (group == null)) {
      throw new IllegalArgumentException("A grouping belongs to imputation by group only.");
    }
  }

  public static Imputation of(Method method) {
    return new Imputation(method, null, Scope.ALL, ANY_YEARS);
  }

  public static Imputation byGroup(Method method, String group) {
    return new Imputation(method, group, Scope.ALL, ANY_YEARS);
  }

  @Override
  public String name() {
    return "impute";
  }

  @Override
  public Table take(Work work) {
    Table.Editor editor = work.table.edit();
    for (int indicator : work.tree.indicators) {
      work.pulse.run();
      work.tree
          .elements[indicator]
          .method(Imputation.class)
          .orElse(this)
          .fill(work, indicator, editor);
    }
    return editor.table();
  }

  private void fill(Work work, int indicator, Table.Editor editor) {
    switch (method) {
      case NONE -> {}
      case MEAN, MEDIAN -> fillFromColumn(work, indicator, editor);
      case GROUP_MEAN, GROUP_MEDIAN -> fillFromGroup(work, indicator, editor);
      case PILLAR_MEAN, PILLAR_MEDIAN -> fillFromPillar(work, indicator, editor);
      case LATEST, LINEAR -> fillFromYears(work, indicator, editor);
      default -> throw new AssertionError(method);
    }
  }

  private void fillFromColumn(Work work, int indicator, Table.Editor editor) {
    int column = work.column(indicator);
    for (Scope.Part part : work.parts(over)) {
      double centre = centre(Sample.present(work.table.raw(column), part.from()));
      for (int row : part.to()) {
        set(work, editor, row, column, centre);
      }
    }
  }

  private void fillFromGroup(Work work, int indicator, Table.Editor editor) {
    int column = work.column(indicator);
    String[] groups = work.groups(group);
    for (Scope.Part part : work.parts(over)) {
      Map<String, Double> centres = new HashMap<>();
      for (int row : part.to()) {
        State state = work.table.state(row, column);
        String name = groups[row];
        if (name != null && !state.present() && state.applicable()) {
          double centre =
              centres.computeIfAbsent(
                  name, n -> centre(Sample.present(work.table.raw(column), rows(work, part, n))));
          set(work, editor, row, column, centre);
        }
      }
    }
  }

  /** Those of the rows looked at that are in a group; none where it is empty. */
  private int[] rows(Work work, Scope.Part part, String name) {
    return work.members(group, part).getOrDefault(name, new int[0]);
  }

  private void fillFromPillar(Work work, int indicator, Table.Editor editor) {
    int parent = work.tree.parent[indicator];
    int[] siblings =
        Arrays.stream(work.tree.children[parent])
            .filter(child -> work.tree.children[child].length == 0)
            .toArray();
    int column = work.column(indicator);
    for (Scope.Part part : work.parts(over)) {
      double[] low = new double[siblings.length];
      double[] high = new double[siblings.length];
      int own = 0;
      for (int i = 0; i < siblings.length; i++) {
        double[] sample = Sample.present(work.table.raw(work.column(siblings[i])), part.from());
        low[i] = Sample.min(sample);
        high[i] = Sample.max(sample);
        own = siblings[i] == indicator ? i : own;
      }
      for (int row : part.to()) {
        double scaled = centre(scaledSiblings(work, siblings, row, low, high));
        double turned = work.tree.elements[indicator].direction() == 1 ? scaled : 1 - scaled;
        set(work, editor, row, column, low[own] + turned * (high[own] - low[own]));
      }
    }
  }

  private static double[] scaledSiblings(
      Work work, int[] siblings, int row, double[] low, double[] high) {
    double[] scaled = new double[siblings.length];
    int n = 0;
    for (int i = 0; i < siblings.length; i++) {
      double x = work.table.value(row, work.column(siblings[i]));
      if (!Double.isNaN(x) && high[i] > low[i]) {
        double s = (x - low[i]) / (high[i] - low[i]);
        scaled[n++] = work.tree.elements[siblings[i]].direction() == 1 ? s : 1 - s;
      }
    }
    return Arrays.copyOf(scaled, n);
  }

  private void fillFromYears(Work work, int indicator, Table.Editor editor) {
    int column = work.column(indicator);
    Map<String, List<Integer>> series = new LinkedHashMap<>();
    for (int row = 0; row < work.table.cases().size(); row++) {
      series.computeIfAbsent(work.table.cases().get(row).unit(), u -> new ArrayList<>()).add(row);
    }
    for (List<Integer> rows : series.values()) {
      for (int row : rows) {
        set(work, editor, row, column, alongYears(work.table, rows, row, column));
      }
    }
  }

  private double alongYears(Table table, List<Integer> rows, int row, int column) {
    Integer year = table.cases().get(row).year();
    int before = -1;
    int after = -1;
    for (int other : rows) {
      Integer there = table.cases().get(other).year();
      if (year == null || !table.state(other, column).present()) {
        continue;
      }
      if (there < year && (before < 0 || there > table.cases().get(before).year())) {
        before = other;
      }
      if (there > year && (after < 0 || there < table.cases().get(after).year())) {
        after = other;
      }
    }
    double held = before < 0 ? Double.NaN : table.value(before, column);
    int gap = before < 0 ? 0 : year - table.cases().get(before).year();
    if (method == Method.LATEST) {
      return gap <= lookBack ? held : Double.NaN;
    }
    if (before < 0 && after >= 0) {
      held = table.value(after, column);
      gap = table.cases().get(after).year() - year;
    }
    if (before < 0 || after < 0) {
      return gap <= lookBack ? held : Double.NaN;
    }
    double share = (double) gap / (table.cases().get(after).year() - year + gap);
    return held + share * (table.value(after, column) - held);
  }

  private double centre(double[] sample) {
    boolean median =
        method == Method.MEDIAN || method == Method.GROUP_MEDIAN || method == Method.PILLAR_MEDIAN;
    return median ? Sample.median(sample) : Sample.mean(sample);
  }

  private void set(Work work, Table.Editor editor, int row, int column, double value) {
    State state = work.table.state(row, column);
    if (!state.present() && state.applicable() && Double.isFinite(value)) {
      editor.set(row, column, value, Mark.IMPUTED);
    }
  }
}

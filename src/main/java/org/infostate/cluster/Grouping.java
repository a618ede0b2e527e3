package org.infostate.cluster;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.infostate.scoring.Case;
import org.infostate.scoring.Scope;
import org.infostate.scoring.Table;

/**
 * How an index puts cases into groups by one of its elements.
 *
 * @param element whose score it is
 * @param method see there
 * @param count of groups; for bands one more than limits
 * @param logarithm true to cut the natural logarithm of the score, as suits an index that is a
 *     ratio; a score that is not above zero then belongs to no group
 * @param limits of bands, strictly descending, as scores; empty for the other methods
 * @param over the cases that limits are found from: each year by itself (groups say who is ahead of
 *     whom in that year), all, or one base year (groups say how far they have come)
 * @param names for each group from the highest, by language tag; empty or as many as groups
 */
public record Grouping(
    String element,
    Method method,
    int count,
    boolean logarithm,
    List<Double> limits,
    Scope over,
    List<Map<String, String>> names) {

  /** How limits are found. */
  public enum Method {
    /** Declared. */
    BANDS,
    QUANTILES,
    /** Exact one-dimensional breaks. */
    BREAKS
  }

  public Grouping {
    limits = List.copyOf(limits);
    names = List.copyOf(names);
    if (count < 1) {
      throw new IllegalArgumentException("At least one group, not " + count + ".");
    }
    if (method == Method.BANDS ? limits.size() != count - 1 : !limits.isEmpty()) {
      throw new IllegalArgumentException("Bands, and only they, have one limit less than groups.");
    }
    if (!names.isEmpty() && names.size() != count) {
      throw new IllegalArgumentException(
          names.size() + " names of groups for " + count + " groups.");
    }
  }

  /** The name of a group, from 1; its number where it has none. */
  public String name(int group, String language) {
    if (names.isEmpty()) {
      return Integer.toString(group);
    }
    Map<String, String> texts = names.get(group - 1);
    return texts.getOrDefault(language, texts.getOrDefault("en", Integer.toString(group)));
  }

  /**
   * Groups of the cases of each year, in the order of the cases of that year; under null where the
   * table has no years. Limits are scores, whether or not logarithms were cut.
   *
   * @throws IllegalArgumentException if the table has no column of the element
   */
  public Map<Integer, Groups> of(Table scores) {
    Map<Integer, List<Integer>> rows = rowsByYear(scores);
    double[] column = scores.values(element);
    Map<Integer, Groups> groups = new LinkedHashMap<>();
    double[] common = over.kind() == Scope.Kind.EACH_YEAR ? null : basis(scores, column);
    double[] limits = common == null ? null : cut(common).limits();
    for (Map.Entry<Integer, List<Integer>> year : rows.entrySet()) {
      double[] values = year.getValue().stream().mapToDouble(r -> scaled(column[r])).toArray();
      Groups cut = limits == null ? cut(values) : Cuts.bands(values, limits);
      groups.put(scores.panel() ? year.getKey() : null, asScores(cut));
    }
    return groups;
  }

  /** Groups of these scores by themselves, whatever {@code over} says; limits are scores. */
  public Groups of(double[] scores) {
    return asScores(cut(Arrays.stream(scores).map(this::scaled).toArray()));
  }

  private static Map<Integer, List<Integer>> rowsByYear(Table table) {
    Map<Integer, List<Integer>> rows = new TreeMap<>();
    for (int row = 0; row < table.cases().size(); row++) {
      Case subject = table.cases().get(row);
      rows.computeIfAbsent(subject.year() == null ? 0 : subject.year(), y -> new ArrayList<>())
          .add(row);
    }
    return rows;
  }

  private double[] basis(Table scores, double[] column) {
    List<Double> values = new ArrayList<>();
    for (int row = 0; row < column.length; row++) {
      boolean counts =
          over.kind() == Scope.Kind.ALL
              || !scores.panel()
              || over.year().equals(scores.cases().get(row).year());
      if (counts) {
        values.add(scaled(column[row]));
      }
    }
    return values.stream().mapToDouble(Double::doubleValue).toArray();
  }

  private double scaled(double score) {
    double y = logarithm ? Math.log(score) : score;
    return Double.isFinite(y) ? y : Double.NaN;
  }

  private Groups cut(double[] values) {
    return switch (method) {
      case BANDS -> Cuts.bands(values, limits.stream().mapToDouble(this::scaled).toArray());
      case QUANTILES -> Cuts.quantiles(values, count);
      case BREAKS -> Cuts.breaks(values, count);
    };
  }

  private Groups asScores(Groups cut) {
    double[] shown = cut.limits();
    for (int i = 0; logarithm && i < shown.length; i++) {
      shown[i] = Math.exp(shown[i]);
    }
    return new Groups(cut.count(), cut.group(), shown, cut.explained());
  }
}

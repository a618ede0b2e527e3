package org.infostate.scorings;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.infostate.cluster.Grouping;
import org.infostate.cluster.Groups;
import org.infostate.scoring.Case;
import org.infostate.scoring.Completeness;
import org.infostate.scoring.Result;
import org.infostate.scoring.Table;

/**
 * What a run came to.
 *
 * @param grouping null if the index puts nothing into groups
 * @param groups of the cases of each year, under null where there are no years
 * @param names of units by their code, where the data have any
 * @param unused headings of the data that nothing asked for
 * @param hashes SHA-256, in hexadecimal, of what was sent, by part
 */
public record Scored(
    Result result,
    Grouping grouping,
    Map<Integer, Groups> groups,
    Map<String, String> names,
    Set<String> unused,
    Map<String, String> hashes) {

  /**
   * A line of the league table.
   *
   * @param rank {@code NaN} where there is no score
   * @param group from 1 for the highest; null for none
   */
  public record Line(
      String unit,
      String name,
      Integer year,
      double rank,
      double score,
      Integer group,
      Completeness completeness) {}

  /** The cases by year, then by rank, those without a score last, then by code. */
  public List<Line> league() {
    Table scores = result.scores();
    String root = result.index().root().code();
    int column = scores.column(root);
    Map<Case, Integer> groupOf = groupOf(scores);
    List<Line> lines = new ArrayList<>();
    for (int row = 0; row < scores.cases().size(); row++) {
      Case subject = scores.cases().get(row);
      double rank = result.ranks() == scores ? Double.NaN : result.ranks().value(row, column);
      lines.add(
          new Line(
              subject.unit(),
              names.get(subject.unit()),
              subject.year(),
              rank,
              scores.value(row, column),
              groupOf.get(subject),
              result.completeness(row, root)));
    }
    lines.sort(
        Comparator.comparing(Line::year, Comparator.nullsFirst(Comparator.naturalOrder()))
            .thenComparingDouble(Line::rank)
            .thenComparingDouble(line -> -line.score())
            .thenComparing(Line::unit));
    return lines;
  }

  private Map<Case, Integer> groupOf(Table scores) {
    Map<Case, Integer> groupOf = new HashMap<>();
    groups.forEach(
        (year, cut) -> {
          int at = 0;
          for (Case subject : scores.cases()) {
            if (year == null || year.equals(subject.year())) {
              int group = cut.group()[at++];
              groupOf.put(subject, group > 0 ? Integer.valueOf(group) : null);
            }
          }
        });
    return groupOf;
  }

  /** The name of a group in this language; null for none. */
  public String group(Integer number, String language) {
    return number == null || grouping == null ? null : grouping.name(number, language);
  }

  /** Whether any unit has a name. */
  public boolean named() {
    return !names.isEmpty();
  }

  /** Whether the cases have years. */
  public boolean panel() {
    return result.input().panel();
  }
}

package org.infostate.assessment;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.infostate.scoring.Element;
import org.infostate.scoring.Index;

/**
 * The cases of one year of an assessment, each with its whole score and that of its pillars.
 *
 * @param pillars codes of the elements right below the whole, in the order of the index
 * @param lines as they are to be shown
 */
public record LeagueTable(List<String> pillars, List<Line> lines) {

  /**
   * One country.
   *
   * @param total null where the country has no scores at all
   * @param pillars by code; empty where the country has no scores
   */
  public record Line(AssessedCase assessed, Score total, Map<String, Score> pillars) {

    public String iso3() {
      return assessed.iso3();
    }

    /** The whole score; null where it could not be computed. */
    public Double score() {
      return total == null ? null : total.score();
    }

    public Double rank() {
      return total == null ? null : total.rank();
    }

    /** Share of the weight of what ought to be known that is known, 0 to 1; null for nothing. */
    public Double completeness() {
      return total == null ? null : total.weightShare();
    }
  }

  /** Columns that lines can be sorted by; a pillar is named by its code. */
  public static final String RANK = "rank";

  public static final String COUNTRY = "country";
  public static final String COMPLETENESS = "completeness";
  public static final String INFO_STATE = "group";

  /**
   * @param scores of one year, all elements
   * @param cases of the same year
   * @return in the order of the ranks; countries without a rank at the end, by code
   */
  public static LeagueTable of(Index index, List<Score> scores, List<AssessedCase> cases) {
    String root = index.root().code();
    List<String> pillars =
        index.elements().stream()
            .filter(element -> root.equals(element.parent()))
            .map(Element::code)
            .toList();
    Map<String, Map<String, Score>> byCountry = new LinkedHashMap<>();
    for (Score score : scores) {
      byCountry
          .computeIfAbsent(score.iso3(), iso3 -> new LinkedHashMap<>())
          .put(score.element(), score);
    }
    List<Line> lines = new ArrayList<>();
    for (AssessedCase assessed : cases) {
      Map<String, Score> of = byCountry.getOrDefault(assessed.iso3(), Map.of());
      Map<String, Score> parts = new LinkedHashMap<>();
      pillars.stream().filter(of::containsKey).forEach(code -> parts.put(code, of.get(code)));
      lines.add(new Line(assessed, of.get(root), parts));
    }
    return new LeagueTable(pillars, lines).sorted(RANK, false, Line::iso3);
  }

  /** The countries of one info-state; all where it is null. */
  public LeagueTable in(Integer infoState) {
    return infoState == null
        ? this
        : new LeagueTable(
            pillars,
            lines.stream().filter(line -> infoState.equals(line.assessed().group())).toList());
  }

  /**
   * The same lines in another order. What is missing comes last either way; equals stand by name.
   *
   * @param column one of the constants above or the code of a pillar; anything else sorts by rank
   * @param name names to be compared as text; a {@code java.text.CollationKey} will do, too
   */
  public <N extends Comparable<? super N>> LeagueTable sorted(
      String column, boolean descending, Function<Line, N> name) {
    Comparator<Line> byName = Comparator.comparing(name);
    List<Line> sorted = new ArrayList<>(lines);
    if (column.equals(COUNTRY)) {
      sorted.sort(descending ? byName.reversed() : byName);
    } else {
      Function<Line, Double> key = key(column);
      Comparator<Double> order = descending ? Comparator.reverseOrder() : Comparator.naturalOrder();
      sorted.sort(Comparator.comparing(key, Comparator.nullsLast(order)).thenComparing(byName));
    }
    return new LeagueTable(pillars, sorted);
  }

  private Function<Line, Double> key(String column) {
    if (column.equals(COMPLETENESS)) {
      return Line::completeness;
    }
    if (column.equals(INFO_STATE)) {
      return line -> line.assessed().group() == null ? null : line.assessed().group().doubleValue();
    }
    if (pillars.contains(column)) {
      return line -> line.pillars().containsKey(column) ? line.pillars().get(column).score() : null;
    }
    return Line::rank;
  }
}

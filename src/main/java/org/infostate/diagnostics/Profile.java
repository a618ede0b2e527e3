package org.infostate.diagnostics;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;
import org.infostate.scoring.Case;
import org.infostate.scoring.Element;
import org.infostate.scoring.Result;
import org.infostate.scoring.Sample;
import org.infostate.scoring.Table;

/**
 * Where a case stands among its peers, element by element.
 *
 * @param standings one for each element that the case has a score of, in the order of the index
 */
public record Profile(List<Standing> standings) {

  /**
   * One element.
   *
   * @param indicator whether nothing stands below the element
   * @param score of the case, on the common scale
   * @param rank among the peers, 1 for the highest, ties having the best place
   * @param peers how many have a score, the case itself included
   * @param median score of the peers
   */
  public record Standing(
      String element, boolean indicator, double score, int rank, int peers, double median) {}

  public Profile {
    standings = List.copyOf(standings);
  }

  /**
   * The standing of a case among the cases of the same year that are its peers.
   *
   * @param row of the table of scores
   * @param peers for example those of the same region; the case itself always counts
   */
  public static Profile of(Result result, int row, Predicate<Case> peers) {
    Table scores = result.scores();
    Case self = scores.cases().get(row);
    List<Integer> rows = new ArrayList<>();
    for (int other = 0; other < scores.cases().size(); other++) {
      Case one = scores.cases().get(other);
      boolean sameYear = self.year() == null || self.year().equals(one.year());
      if (other == row || (sameYear && peers.test(one))) {
        rows.add(other);
      }
    }
    List<String> indicators = result.index().indicators().stream().map(Element::code).toList();
    List<Standing> standings = new ArrayList<>();
    for (int column = 0; column < scores.columns().size(); column++) {
      double score = scores.value(row, column);
      if (!Double.isNaN(score)) {
        String element = scores.columns().get(column);
        standings.add(
            standing(element, indicators.contains(element), score, values(scores, rows, column)));
      }
    }
    return new Profile(standings);
  }

  private static double[] values(Table scores, List<Integer> rows, int column) {
    return rows.stream()
        .mapToDouble(row -> scores.value(row, column))
        .filter(v -> !Double.isNaN(v))
        .toArray();
  }

  private static Standing standing(
      String element, boolean indicator, double score, double[] values) {
    int above = 0;
    for (double v : values) {
      above += v > score ? 1 : 0;
    }
    return new Standing(element, indicator, score, above + 1, values.length, Sample.median(values));
  }

  /**
   * The indicators above the median in which the most peers stand behind, best first; at most so
   * many.
   */
  public List<Standing> strengths(int most) {
    return sorted(most, s -> s.score() > s.median(), Comparator.comparingDouble(Profile::place));
  }

  /**
   * The indicators below the median in which the fewest peers stand behind, worst first; at most so
   * many.
   */
  public List<Standing> weaknesses(int most) {
    return sorted(
        most, s -> s.score() < s.median(), Comparator.comparingDouble(Profile::place).reversed());
  }

  /** No indicator is on both sides: one in which all are alike is on neither. */
  private List<Standing> sorted(int most, Predicate<Standing> side, Comparator<Standing> order) {
    return standings.stream()
        .filter(s -> s.indicator() && s.peers() > 1)
        .filter(side)
        .sorted(order)
        .limit(most)
        .toList();
  }

  /**
   * 0 for the first of the peers, 1 for the last: places count alike whatever the number of peers.
   */
  private static double place(Standing standing) {
    return (standing.rank() - 1.0) / (standing.peers() - 1);
  }
}

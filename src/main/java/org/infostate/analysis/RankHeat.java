package org.infostate.analysis;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/**
 * The probabilities of ranks as a table that can be looked at: countries by their median rank,
 * ranks in at most {@value #MOST_COLUMNS} columns of neighbours.
 *
 * @param width how many ranks a column holds
 * @param columns how many there are
 */
public record RankHeat(int width, int columns, List<Line> lines) {

  private static final int MOST_COLUMNS = 25;

  /**
   * @param chances by column, 0 to 1
   */
  public record Line(String iso3, double[] chances) {

    /** From 0, for nothing, to 9: how dark a cell is. */
    public int shade(int column) {
      return chances[column] == 0 ? 0 : 1 + (int) Math.min(8, chances[column] * 9);
    }
  }

  static RankHeat of(List<UncertainCase> cases, int replications) {
    List<UncertainCase> ranked =
        cases.stream()
            .filter(c -> c.rankMedian() != null)
            .sorted(
                Comparator.comparing(UncertainCase::rankMedian)
                    .thenComparing(UncertainCase::meanRank))
            .toList();
    int last = ranked.stream().mapToInt(c -> c.rankCounts().length).max().orElse(1);
    int width = (last + MOST_COLUMNS - 1) / MOST_COLUMNS;
    int columns = (last + width - 1) / width;
    List<Line> lines = new ArrayList<>();
    for (UncertainCase one : ranked) {
      double[] chances = new double[columns];
      Arrays.setAll(
          chances,
          column -> {
            int sum = 0;
            int end = Math.min((column + 1) * width, one.rankCounts().length);
            for (int rank = column * width; rank < end; rank++) {
              sum += one.rankCounts()[rank];
            }
            return (double) sum / replications;
          });
      lines.add(new Line(one.iso3(), chances));
    }
    return new RankHeat(width, columns, lines);
  }

  /** The ranks of a column, such as 9–16. */
  public String name(int column) {
    int first = column * width + 1;
    return width == 1 ? String.valueOf(first) : first + "–" + (first + width - 1);
  }
}

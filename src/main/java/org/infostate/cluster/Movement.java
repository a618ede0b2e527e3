package org.infostate.cluster;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.infostate.scoring.Case;
import org.infostate.scoring.Table;

/**
 * Movement of units between groups from one year to another.
 *
 * @param from the earlier year
 * @param to the later year
 * @param counts by group before less 1, then by group after less 1: units that have a group in both
 * @param moves the units whose group changed, those that rose furthest first
 */
public record Movement(int from, int to, int[][] counts, List<Move> moves) {

  /** One unit; groups are numbered from 1, the highest. */
  public record Move(String unit, int before, int after) {

    /** How many groups it rose; negative if it fell. */
    public int groups() {
      return before - after;
    }
  }

  /**
   * @param scores a table with years
   * @param groups as {@link Grouping#of} gives them for this table
   * @throws IllegalArgumentException if a year has no groups
   */
  public static Movement of(Table scores, Map<Integer, Groups> groups, int from, int to) {
    Map<String, Integer> before = byUnit(scores, groups, from);
    Map<String, Integer> after = byUnit(scores, groups, to);
    int[][] counts = new int[groups.get(from).count()][groups.get(to).count()];
    List<Move> moves = new ArrayList<>();
    before.forEach(
        (unit, g) -> {
          int h = after.getOrDefault(unit, 0);
          if (g > 0 && h > 0) {
            counts[g - 1][h - 1]++;
            if (g != h) {
              moves.add(new Move(unit, g, h));
            }
          }
        });
    moves.sort((a, b) -> Integer.compare(b.groups(), a.groups()));
    return new Movement(from, to, counts, List.copyOf(moves));
  }

  /** The group of each unit in one year, by its code in alphabetical order; 0 for none. */
  public static Map<String, Integer> byUnit(Table scores, Map<Integer, Groups> groups, int year) {
    if (!groups.containsKey(year)) {
      throw new IllegalArgumentException("No groups for the year " + year + ".");
    }
    int[] group = groups.get(year).group();
    Map<String, Integer> byUnit = new TreeMap<>();
    int at = 0;
    for (Case one : scores.cases()) {
      if (one.year() != null && one.year() == year) {
        byUnit.put(one.unit(), group[at++]);
      }
    }
    return byUnit;
  }

  /** Share of the units with a group in both years that kept theirs; {@code NaN} without any. */
  public double stayed() {
    int stayed = 0;
    int all = 0;
    for (int g = 0; g < counts.length; g++) {
      for (int h = 0; h < counts[g].length; h++) {
        stayed += g == h ? counts[g][h] : 0;
        all += counts[g][h];
      }
    }
    return (double) stayed / all;
  }
}

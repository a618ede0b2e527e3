package org.infostate.diagnostics;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.infostate.scoring.Case;
import org.infostate.scoring.Result;
import org.infostate.scoring.Table;

/**
 * Two runs side by side, by one element of each: two definitions, two editions, two rounds.
 *
 * @param shifts one for each case that both have a score of, in the order of the first run
 * @param onlyBefore cases with a score in the first run alone
 * @param onlyAfter cases with a score in the second run alone
 * @param correlation of the scores of both (Pearson)
 * @param rankCorrelation of their order (Spearman)
 */
public record Comparison(
    List<Shift> shifts,
    List<Case> onlyBefore,
    List<Case> onlyAfter,
    Correlation correlation,
    Correlation rankCorrelation) {

  /**
   * One case.
   *
   * @param rankBefore among the cases of the same year that both runs have, 1 for the highest, ties
   *     having the best place
   * @param rankAfter likewise
   */
  public record Shift(
      Case subject, double scoreBefore, double scoreAfter, int rankBefore, int rankAfter) {

    /** How many places it rises; negative if it falls. */
    public int places() {
      return rankBefore - rankAfter;
    }
  }

  /**
   * @throws IllegalArgumentException if a run has no such element
   */
  public static Comparison of(
      Result before, String elementBefore, Result after, String elementAfter) {
    Table first = before.scores();
    Table second = after.scores();
    double[] x = first.values(elementBefore);
    double[] y = new double[x.length];
    double[] all = second.values(elementAfter);
    List<Case> onlyBefore = new ArrayList<>();
    List<Case> onlyAfter = new ArrayList<>(second.cases());
    onlyAfter.removeIf(c -> Double.isNaN(all[second.row(c.unit(), c.year())]));
    for (int row = 0; row < x.length; row++) {
      Case one = first.cases().get(row);
      int other = second.row(one.unit(), one.year());
      y[row] = other < 0 ? Double.NaN : all[other];
      if (!Double.isNaN(x[row])) {
        onlyAfter.removeIf(c -> c.unit().equals(one.unit()) && sameYear(c, one));
        if (Double.isNaN(y[row])) {
          onlyBefore.add(one);
        }
      }
    }
    return new Comparison(
        shifts(first.cases(), x, y),
        List.copyOf(onlyBefore),
        List.copyOf(onlyAfter),
        Correlation.of(x, y, Correlation.Kind.PEARSON),
        Correlation.of(x, y, Correlation.Kind.SPEARMAN));
  }

  private static boolean sameYear(Case a, Case b) {
    return a.year() == null ? b.year() == null : a.year().equals(b.year());
  }

  private static List<Shift> shifts(List<Case> cases, double[] x, double[] y) {
    List<Shift> shifts = new ArrayList<>();
    for (int row = 0; row < x.length; row++) {
      if (Double.isNaN(x[row]) || Double.isNaN(y[row])) {
        continue;
      }
      int before = 1;
      int after = 1;
      for (int other = 0; other < x.length; other++) {
        boolean both = !Double.isNaN(x[other]) && !Double.isNaN(y[other]);
        if (both && sameYear(cases.get(row), cases.get(other))) {
          before += x[other] > x[row] ? 1 : 0;
          after += y[other] > y[row] ? 1 : 0;
        }
      }
      shifts.add(new Shift(cases.get(row), x[row], y[row], before, after));
    }
    return List.copyOf(shifts);
  }

  /** Mean of the absolute numbers of places; {@code NaN} without shifts. */
  public double meanPlaces() {
    return shifts.stream().mapToInt(s -> Math.abs(s.places())).average().orElse(Double.NaN);
  }

  /**
   * The cases that move furthest, by places, then in the order of the first run; at most so many.
   */
  public List<Shift> furthest(int most) {
    return shifts.stream()
        .sorted(Comparator.comparingInt((Shift s) -> -Math.abs(s.places())))
        .limit(most)
        .toList();
  }
}

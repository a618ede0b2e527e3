package org.infostate.planning;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.infostate.assessment.Score;

/**
 * How fast countries move on the digital divide. The growth of a country is ln(I(t) / I(t - n)), I
 * its infostate, t the last year of the series, n = {@value #YEARS}; it is known where both years
 * have a score above zero.
 */
public final class Growth {

  /** Years that growth is measured over. */
  public static final int YEARS = 5;

  private static final double MEDIAN = 0.5;
  private static final double FASTEST_TENTH = 0.9;

  private Growth() {}

  /**
   * How far the growth of each country lies between the median of all (0) and their ninth decile
   * (1), cut to 0..1. Quantiles interpolate linearly (type 7). Where both are the same, nobody
   * closes faster than others: 0.
   *
   * @param series the whole index of all countries and years
   * @param lastYear the year t
   * @return by country; those whose growth is not known are left out
   */
  public static Map<String, Double> closing(List<Score> series, int lastYear) {
    Map<String, Double> growth = growth(series, lastYear);
    double[] sorted = growth.values().stream().mapToDouble(Double::doubleValue).sorted().toArray();
    Map<String, Double> closing = new HashMap<>();
    if (sorted.length > 0) {
      double median = quantile(sorted, MEDIAN);
      double fast = quantile(sorted, FASTEST_TENTH);
      growth.forEach(
          (iso3, g) ->
              closing.put(
                  iso3,
                  fast > median ? Math.min(1, Math.max(0, (g - median) / (fast - median))) : 0));
    }
    return closing;
  }

  static Map<String, Double> growth(List<Score> series, int lastYear) {
    Map<String, Double> before = at(series, lastYear - YEARS);
    Map<String, Double> growth = new HashMap<>();
    at(series, lastYear)
        .forEach(
            (iso3, now) -> {
              if (before.containsKey(iso3)) {
                growth.put(iso3, Math.log(now / before.get(iso3)));
              }
            });
    return growth;
  }

  private static Map<String, Double> at(List<Score> series, int year) {
    Map<String, Double> scores = new HashMap<>();
    for (Score score : series) {
      if (score.year() == year && score.score() != null && score.score() > 0) {
        scores.put(score.iso3(), score.score());
      }
    }
    return scores;
  }

  private static double quantile(double[] sorted, double p) {
    double h = (sorted.length - 1) * p;
    int below = (int) Math.floor(h);
    int above = Math.min(below + 1, sorted.length - 1);
    return sorted[below] + (h - below) * (sorted[above] - sorted[below]);
  }
}

package org.infostate.planning;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/**
 * How far a country serves as a place of staging and transit: the share of the other countries in
 * which fewer systems are seen to take part in attacks, those with as many counting half. Only the
 * order of the figures counts, so that it does not matter what their source calls a system.
 */
final class Staging {

  private Staging() {}

  /**
   * @param figures by country
   * @return by country, 0 to 1; nothing where there is no other country to compare with
   */
  static Map<String, Double> of(Map<String, Double> figures) {
    double[] sorted = figures.values().stream().mapToDouble(Double::doubleValue).sorted().toArray();
    Map<String, Double> staging = new HashMap<>();
    if (sorted.length > 1) {
      figures.forEach(
          (iso3, figure) -> {
            long fewer = Arrays.stream(sorted).filter(other -> other < figure).count();
            long same = Arrays.stream(sorted).filter(other -> other == figure).count() - 1;
            staging.put(iso3, (fewer + same / 2.0) / (sorted.length - 1));
          });
    }
    return staging;
  }
}

package org.infostate.portfolio;

import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The part of one country in an offer.
 *
 * @param id unique among all seats of a menu
 * @param country code of the country
 * @param cost of this country's part, in whole units of the currency; 0 or more
 * @param effects by key of a gap, how much of it this closes, in the unit of the gap; each above 0
 * @param needs ids of seats: of each set at least one must be chosen, in the same year or before
 */
public record Seat(
    String id, String country, long cost, Map<String, Double> effects, List<Set<String>> needs) {

  public Seat {
    effects = Map.copyOf(effects);
    needs = needs.stream().map(Set::copyOf).toList();
    if (cost < 0) {
      throw new IllegalArgumentException(id + " costs less than nothing: " + cost);
    }
    effects.forEach(
        (key, effect) -> {
          if (!(effect > 0) || effect.isInfinite()) {
            throw new IllegalArgumentException(id + " closes " + effect + " of " + key);
          }
        });
  }
}

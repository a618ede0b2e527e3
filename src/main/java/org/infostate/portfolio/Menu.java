package org.infostate.portfolio;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Everything that there is to choose from.
 *
 * @param offers in the order in which results list them
 * @param gaps by key, how much there is to close: effects on one gap add up until it is closed, and
 *     no further; each 0 or more
 */
public record Menu(List<Offer> offers, Map<String, Double> gaps) {

  public Menu {
    offers = List.copyOf(offers);
    gaps = Map.copyOf(gaps);
    Set<String> ids = new HashSet<>();
    Set<String> seats = new HashSet<>();
    for (Offer offer : offers) {
      if (!ids.add(offer.id())) {
        throw new IllegalArgumentException("Two offers are called " + offer.id());
      }
      for (Seat seat : offer.seats()) {
        if (!seats.add(seat.id())) {
          throw new IllegalArgumentException("Two seats are called " + seat.id());
        }
        if (!gaps.keySet().containsAll(seat.effects().keySet())) {
          throw new IllegalArgumentException(seat.id() + " closes a gap that is not there.");
        }
      }
    }
    for (Offer offer : offers) {
      for (Seat seat : offer.seats()) {
        if (!seat.needs().stream().allMatch(seats::containsAll)) {
          throw new IllegalArgumentException(seat.id() + " needs a seat that is not there.");
        }
      }
    }
  }

  /** The same offers where each gap, and what is closed of it, is so many times as large. */
  public Menu scaled(Map<String, Double> factors) {
    Map<String, Double> larger = new HashMap<>();
    gaps.forEach((key, gap) -> larger.put(key, gap * factors.getOrDefault(key, 1.0)));
    return new Menu(offers.stream().map(offer -> scaled(offer, factors)).toList(), larger);
  }

  private static Offer scaled(Offer offer, Map<String, Double> factors) {
    return new Offer(
        offer.id(),
        offer.kind(),
        offer.fixedCost(),
        offer.least(),
        offer.most(),
        offer.seats().stream().map(seat -> scaled(seat, factors)).toList());
  }

  private static Seat scaled(Seat seat, Map<String, Double> factors) {
    Map<String, Double> effects = new HashMap<>();
    seat.effects()
        .forEach(
            (key, effect) -> {
              double larger = effect * factors.getOrDefault(key, 1.0);
              if (larger > 0) {
                effects.put(key, larger);
              }
            });
    return new Seat(seat.id(), seat.country(), seat.cost(), effects, seat.needs());
  }
}

package org.infostate.portfolio;

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
}

package org.infostate.portfolio;

import java.util.List;

/**
 * A piece of assistance that can be given once: to one country, or to several together, who then
 * share its fixed cost (a regional course).
 *
 * @param id unique among the offers of a menu
 * @param kind what it is; a country is given each kind once at most
 * @param fixedCost what it costs once it takes place, in whole units of the currency
 * @param least countries that it takes place with
 * @param most countries that it has room for
 * @param seats the countries that it is offered to, one seat each
 */
public record Offer(String id, String kind, long fixedCost, int least, int most, List<Seat> seats) {

  public Offer {
    seats = List.copyOf(seats);
    if (fixedCost < 0 || least < 1 || most < least || seats.isEmpty()) {
      throw new IllegalArgumentException(
          id + ": " + fixedCost + ", from " + least + " to " + most + " of " + seats.size());
    }
    if (seats.stream().map(Seat::country).distinct().count() < seats.size()) {
      throw new IllegalArgumentException(id + " has two seats for one country.");
    }
  }

  /** An offer to one country alone. */
  public static Offer of(String kind, Seat seat) {
    return new Offer(seat.id(), kind, 0, 1, 1, List.of(seat));
  }

  /** Whether the only question is to give it or not. */
  boolean single() {
    return seats.size() == 1;
  }
}

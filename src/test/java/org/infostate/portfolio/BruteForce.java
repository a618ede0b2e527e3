package org.infostate.portfolio;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Tries every choice. Counts gains by itself, so that no mistake is shared. */
final class BruteForce {

  private final Menu menu;
  private final Terms terms;
  private final List<Portfolio.Choice> possible = new ArrayList<>();
  private double best;

  private BruteForce(Menu menu, Terms terms) {
    this.menu = menu;
    this.terms = terms;
  }

  /** The most that can be gained. */
  static double best(Menu menu, Terms terms) {
    BruteForce force = new BruteForce(menu, terms);
    List<Seat> seats = new ArrayList<>();
    List<Offer> offers = new ArrayList<>();
    for (Offer offer : menu.offers()) {
      for (Seat seat : offer.seats()) {
        offers.add(offer);
        seats.add(seat);
      }
    }
    force.from(0, offers, seats);
    return force.best;
  }

  private void from(int at, List<Offer> offers, List<Seat> seats) {
    if (at == seats.size()) {
      if (Verification.broken(menu, terms, possible).isEmpty()) {
        best = Math.max(best, gain());
      }
      return;
    }
    from(at + 1, offers, seats);
    for (int year = 1; year <= terms.years(); year++) {
      possible.add(new Portfolio.Choice(offers.get(at), seats.get(at), year));
      from(at + 1, offers, seats);
      possible.remove(possible.size() - 1);
    }
  }

  private double gain() {
    Map<String, Double> open = new HashMap<>(menu.gaps());
    double gain = 0;
    for (Portfolio.Choice choice : possible) {
      for (Map.Entry<String, Double> effect : choice.seat().effects().entrySet()) {
        double later = Math.pow(1 - terms.yearlyLoss(), choice.year() - 1);
        double closed = Math.min(open.get(effect.getKey()), effect.getValue() * later);
        open.merge(effect.getKey(), -closed, Double::sum);
        gain += closed;
      }
    }
    return gain;
  }
}

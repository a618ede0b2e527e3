package org.infostate.portfolio;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Counts again what a choice costs and gains, and holds it against every term, without regard to
 * how it was found.
 */
final class Verification {

  /** What shares may miss by, in units of the currency: costs are whole, shares are not. */
  private static final double ROUNDING = 1e-6;

  /** What a gain may be above its bound by rounding, as a share and in the unit of the gaps. */
  private static final double CLOSE = 1e-7;

  private final Menu menu;
  private final Terms terms;
  private final List<Portfolio.Choice> choices;

  private Verification(Menu menu, Terms terms, List<Portfolio.Choice> choices) {
    this.menu = menu;
    this.terms = terms;
    this.choices = choices;
  }

  /**
   * @param bound what a solver gives as bound; raised to the gain where it is less by rounding, and
   *     counted anew where it is less by more than that
   * @throws IllegalStateException with the terms that are broken: a fault of the solver
   */
  static Portfolio portfolio(
      Menu menu,
      Terms terms,
      List<Portfolio.Choice> choices,
      Bound bound,
      Portfolio.Method method) {
    List<String> broken = broken(menu, terms, choices);
    if (!broken.isEmpty()) {
      throw new IllegalStateException("Chosen against the terms: " + String.join("; ", broken));
    }
    Verification verification = new Verification(menu, terms, choices);
    Map<String, Double> gains = verification.gains();
    double gain = gains.values().stream().mapToDouble(Double::doubleValue).sum();
    // A choice that gains more than its bound shows that the bound was none.
    Bound held = gain > bound.value() * (1 + CLOSE) + CLOSE ? counted(menu, terms) : bound;
    return new Portfolio(
        choices,
        verification.costs(),
        gain,
        Math.max(held.value(), gain),
        held.basis(),
        method,
        gains);
  }

  /** See {@link Portfolio.Basis#COUNTED}; O(n log n) in the seats. */
  static Bound counted(Menu menu, Terms terms) {
    Map<String, Double> effects = new HashMap<>();
    List<Seat> seats = menu.offers().stream().flatMap(offer -> offer.seats().stream()).toList();
    seats.forEach(seat -> seat.effects().forEach((key, e) -> effects.merge(key, e, Double::sum)));
    double closed = 0;
    for (Map.Entry<String, Double> effect : effects.entrySet()) {
      closed += Math.min(effect.getValue(), menu.gaps().get(effect.getKey()));
    }
    double left = terms.budgets().stream().mapToDouble(Long::doubleValue).sum();
    double bought = 0;
    List<Seat> byReturn =
        seats.stream()
            .sorted(Comparator.comparingDouble(seat -> seat.cost() / effect(seat)))
            .toList();
    for (Seat seat : byReturn) {
      double part = seat.cost() <= left ? 1 : left / seat.cost();
      bought += part * effect(seat);
      left -= part * seat.cost();
    }
    return new Bound(Math.min(closed, bought), Portfolio.Basis.COUNTED);
  }

  private static double effect(Seat seat) {
    return seat.effects().values().stream().mapToDouble(Double::doubleValue).sum();
  }

  /** The terms that a choice breaks. */
  static List<String> broken(Menu menu, Terms terms, List<Portfolio.Choice> choices) {
    Verification verification = new Verification(menu, terms, choices);
    List<String> broken = new ArrayList<>();
    verification.checkSeats(broken);
    verification.checkOffers(broken);
    verification.checkBudgets(broken);
    verification.checkLimits(broken);
    verification.checkNeeds(broken);
    verification.checkFloors(broken);
    return broken;
  }

  private void checkSeats(List<String> broken) {
    Set<String> seats = new HashSet<>();
    for (Portfolio.Choice choice : choices) {
      if (!menu.offers().contains(choice.offer())
          || !choice.offer().seats().contains(choice.seat())) {
        broken.add(choice.seat().id() + " is not on the menu");
      }
      if (!seats.add(choice.seat().id())) {
        broken.add(choice.seat().id() + " is taken twice");
      }
      if (choice.year() < 1 || choice.year() > terms.years()) {
        broken.add(choice.seat().id() + " in year " + choice.year());
      }
    }
  }

  private void checkOffers(List<String> broken) {
    byOffer()
        .forEach(
            (offer, taken) -> {
              if (taken.size() < offer.least() || taken.size() > offer.most()) {
                broken.add(offer.id() + " with " + taken.size() + " countries");
              }
              if (taken.stream().map(Portfolio.Choice::year).distinct().count() > 1) {
                broken.add(offer.id() + " in two years");
              }
            });
  }

  private Map<Offer, List<Portfolio.Choice>> byOffer() {
    return choices.stream().collect(Collectors.groupingBy(Portfolio.Choice::offer));
  }

  private void checkBudgets(List<String> broken) {
    List<Long> costs = costs();
    for (int year = 0; year < costs.size(); year++) {
      if (costs.get(year) > terms.budgets().get(year)) {
        broken.add("year " + (year + 1) + " costs " + costs.get(year));
      }
    }
  }

  private List<Long> costs() {
    long[] costs = new long[terms.years()];
    choices.forEach(choice -> costs[choice.year() - 1] += choice.seat().cost());
    byOffer().forEach((offer, taken) -> costs[taken.get(0).year() - 1] += offer.fixedCost());
    return java.util.Arrays.stream(costs).boxed().toList();
  }

  private void checkLimits(List<String> broken) {
    Map<String, Integer> ofCountry = new HashMap<>();
    Map<String, Integer> ofKind = new HashMap<>();
    Map<List<String>, Integer> ofBoth = new HashMap<>();
    for (Portfolio.Choice choice : choices) {
      ofCountry.merge(choice.seat().country(), 1, Integer::sum);
      ofKind.merge(choice.offer().kind(), 1, Integer::sum);
      ofBoth.merge(List.of(choice.seat().country(), choice.offer().kind()), 1, Integer::sum);
    }
    ofCountry.forEach(
        (country, count) -> {
          if (terms.mostPerCountry() != null && count > terms.mostPerCountry()) {
            broken.add(country + " has " + count);
          }
        });
    ofKind.forEach(
        (kind, count) -> {
          if (count > terms.mostPerKind().getOrDefault(kind, Integer.MAX_VALUE)) {
            broken.add(kind + " is given " + count + " times");
          }
        });
    ofBoth.forEach(
        (both, count) -> {
          if (count > 1) {
            broken.add(both + " is given " + count + " times");
          }
        });
  }

  private void checkNeeds(List<String> broken) {
    Map<String, Integer> years = new HashMap<>();
    choices.forEach(choice -> years.put(choice.seat().id(), choice.year()));
    for (Portfolio.Choice choice : choices) {
      for (Set<String> need : choice.seat().needs()) {
        if (need.stream()
            .noneMatch(seat -> years.getOrDefault(seat, Integer.MAX_VALUE) <= choice.year())) {
          broken.add(choice.seat().id() + " lacks one of " + need);
        }
      }
    }
  }

  private void checkFloors(List<String> broken) {
    double all = costs().stream().mapToLong(Long::longValue).sum();
    for (Terms.Floor floor : terms.floors()) {
      double group = byOffer().keySet().stream().mapToDouble(floor::ofFixedCost).sum();
      for (Portfolio.Choice choice : choices) {
        group += floor.countries().contains(choice.seat().country()) ? choice.seat().cost() : 0;
      }
      if (group < floor.share() * all - ROUNDING) {
        broken.add(floor.name() + " has " + group + " of " + all);
      }
    }
  }

  /** What of the gaps is closed, by country. */
  private Map<String, Double> gains() {
    Map<String, Double> closed = new HashMap<>();
    Map<String, String> countries = new HashMap<>();
    for (Portfolio.Choice choice : choices) {
      choice
          .seat()
          .effects()
          .forEach(
              (key, effect) -> {
                closed.merge(key, effect * terms.left(choice.year()), Double::sum);
                countries.put(key, choice.seat().country());
              });
    }
    Map<String, Double> gains = new HashMap<>();
    closed.forEach(
        (key, sum) ->
            gains.merge(countries.get(key), Math.min(sum, menu.gaps().get(key)), Double::sum));
    return gains;
  }
}

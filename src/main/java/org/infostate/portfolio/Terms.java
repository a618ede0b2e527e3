package org.infostate.portfolio;

import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What a choice must keep to.
 *
 * @param budgets of each year, in whole units of the currency; one or more. What a year leaves does
 *     not go on to the next.
 * @param mostPerCountry seats that one country may have; null for any number
 * @param mostPerKind seats of one kind; kinds that are not in it may have any number
 * @param floors shares of the spending that groups of countries must have
 * @param yearlyLoss share of its effect that a seat loses for each year that it comes after the
 *     first, 0 to less than 1
 */
public record Terms(
    List<Long> budgets,
    Integer mostPerCountry,
    Map<String, Integer> mostPerKind,
    List<Floor> floors,
    double yearlyLoss) {

  /**
   * A least share of all that is spent. The fixed cost of an offer counts for a group by the share
   * of the group among the countries that it is offered to.
   *
   * @param countries codes of the group's countries
   * @param share 0 to 1
   */
  public record Floor(String name, Set<String> countries, double share) {

    public Floor {
      countries = Set.copyOf(countries);
      if (!(share >= 0 && share <= 1)) {
        throw new IllegalArgumentException(name + ": a share from 0 to 1, not " + share);
      }
    }

    /** What counts for the group of what an offer costs by itself. */
    double ofFixedCost(Offer offer) {
      long inside = offer.seats().stream().filter(s -> countries.contains(s.country())).count();
      return (double) offer.fixedCost() * inside / offer.seats().size();
    }
  }

  public Terms {
    budgets = List.copyOf(budgets);
    mostPerKind = Map.copyOf(mostPerKind);
    floors = List.copyOf(floors);
    if (budgets.isEmpty() || budgets.stream().anyMatch(budget -> budget < 0)) {
      throw new IllegalArgumentException("Budgets of 0 or more, not " + budgets);
    }
    if (mostPerCountry != null && mostPerCountry < 0
        || mostPerKind.values().stream().anyMatch(most -> most < 0)) {
      throw new IllegalArgumentException("At most 0 or more.");
    }
    if (!(yearlyLoss >= 0 && yearlyLoss < 1)) {
      throw new IllegalArgumentException("A yearly loss from 0 to 1, not " + yearlyLoss);
    }
  }

  /** A budget of one year and nothing else. */
  public static Terms of(long budget) {
    return new Terms(List.of(budget), null, Map.of(), List.of(), 0);
  }

  /** The same with more to spend in the first year. */
  public Terms with(long more) {
    List<Long> larger = new java.util.ArrayList<>(budgets);
    larger.set(0, larger.get(0) + more);
    return new Terms(larger, mostPerCountry, mostPerKind, floors, yearlyLoss);
  }

  public int years() {
    return budgets.size();
  }

  /** What is left of an effect in a year, 1 the first. */
  double left(int year) {
    return Math.pow(1 - yearlyLoss, year - 1);
  }
}

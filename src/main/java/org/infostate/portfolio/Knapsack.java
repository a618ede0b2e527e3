package org.infostate.portfolio;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The plain task, exactly: single offers, one budget, at most so many per country, no needs, no
 * shares, and gaps that cannot be closed twice. Dynamic programming over the budget in units of the
 * greatest common divisor of all costs: O(offers x limit x budget).
 */
final class Knapsack {

  /** Cells of the table, a bit each; more is left to the other solver. */
  private static final long MOST_CELLS = 400_000_000;

  /** Numbers that are held at a time, for all sizes of budget and counts of one country. */
  private static final long MOST_NUMBERS = 20_000_000;

  private static final double ROUNDING = 1e-12;

  private final List<Offer> offers;
  private final Menu menu;
  private final Terms terms;
  private final long unit;
  private final int capacity;
  private final int limit;

  private Knapsack(Menu menu, Terms terms, long unit) {
    this.menu = menu;
    this.terms = terms;
    this.unit = unit;
    long budget = terms.budgets().get(0);
    // No more than everything together costs is ever of use.
    long all = menu.offers().stream().mapToLong(Knapsack::cost).sum();
    this.capacity = Math.toIntExact(Math.min(budget, all) / unit);
    // At most so many of a country; the same table without counting where there is no limit.
    this.limit = terms.mostPerCountry() == null ? 1 : terms.mostPerCountry();
    Map<String, List<Offer>> byCountry = new LinkedHashMap<>();
    for (Offer offer : menu.offers()) {
      byCountry.computeIfAbsent(country(offer), c -> new ArrayList<>()).add(offer);
    }
    this.offers = byCountry.values().stream().flatMap(List::stream).toList();
  }

  private static long cost(Offer offer) {
    return offer.fixedCost() + offer.seats().get(0).cost();
  }

  private static String country(Offer offer) {
    return offer.seats().get(0).country();
  }

  /** Whether the task is plain, and small enough. */
  static boolean solves(Menu menu, Terms terms) {
    return terms.years() == 1
        && terms.floors().isEmpty()
        && terms.mostPerKind().isEmpty()
        && menu.offers().stream().allMatch(Offer::single)
        && menu.offers().stream().allMatch(offer -> offer.least() == 1)
        && menu.offers().stream().allMatch(offer -> offer.seats().get(0).needs().isEmpty())
        && eachKindOnce(menu)
        && gapsAreWideEnough(menu)
        && small(menu, terms);
  }

  private static boolean eachKindOnce(Menu menu) {
    Set<List<String>> seen = new HashSet<>();
    return menu.offers().stream().allMatch(o -> seen.add(List.of(country(o), o.kind())));
  }

  /** Whether all effects on a gap together do not close more than it. */
  private static boolean gapsAreWideEnough(Menu menu) {
    Map<String, Double> sums = new HashMap<>();
    menu.offers()
        .forEach(
            offer ->
                offer
                    .seats()
                    .get(0)
                    .effects()
                    .forEach((key, effect) -> sums.merge(key, effect, Double::sum)));
    return sums.entrySet().stream()
        .allMatch(sum -> sum.getValue() <= menu.gaps().get(sum.getKey()) * (1 + ROUNDING));
  }

  private static boolean small(Menu menu, Terms terms) {
    long all = menu.offers().stream().mapToLong(Knapsack::cost).sum();
    long budget = Math.min(terms.budgets().get(0), all) / unit(menu);
    int limit = terms.mostPerCountry() == null ? 1 : terms.mostPerCountry();
    BigInteger numbers = BigInteger.valueOf(budget + 1).multiply(BigInteger.valueOf(limit + 1L));
    return numbers.compareTo(BigInteger.valueOf(MOST_NUMBERS)) <= 0
        && numbers
                .multiply(BigInteger.valueOf(menu.offers().size()))
                .compareTo(BigInteger.valueOf(MOST_CELLS))
            <= 0;
  }

  private static long unit(Menu menu) {
    BigInteger unit = BigInteger.ZERO;
    for (Offer offer : menu.offers()) {
      unit = unit.gcd(BigInteger.valueOf(cost(offer)));
    }
    return Math.max(1, unit.longValue());
  }

  /**
   * @throws java.util.concurrent.CancellationException if it was ended
   */
  static Portfolio solve(Menu menu, Terms terms, Ending ending) {
    return new Knapsack(menu, terms, unit(menu)).portfolio(ending);
  }

  /**
   * {@code best[k][b]} is the most that can be gained for b units with at most k offers to the
   * country at hand (any number where countries have no limit: then all k are the same); between
   * countries all k start again from the last.
   */
  private Portfolio portfolio(Ending ending) {
    boolean counted = terms.mostPerCountry() != null;
    double[][] best = new double[limit + 1][capacity + 1];
    List<BitSet> taken = new ArrayList<>();
    String country = null;
    for (Offer offer : offers) {
      ending.check();
      if (!country(offer).equals(country)) {
        country = country(offer);
        for (int k = 0; k < limit; k++) {
          best[k] = best[limit].clone();
        }
      }
      taken.add(offer(offer, best, counted));
    }
    List<Portfolio.Choice> choices = choices(taken, counted);
    return Verification.portfolio(
        menu,
        terms,
        choices,
        new Bound(best[limit][capacity], Portfolio.Basis.EXACT),
        Portfolio.Method.EXACT);
  }

  private BitSet offer(Offer offer, double[][] best, boolean counted) {
    BitSet taken = new BitSet();
    long units = cost(offer) / unit;
    double gain = offer.seats().get(0).effects().values().stream().mapToDouble(e -> e).sum();
    for (int k = limit; k >= 1 && units <= capacity; k--) {
      double[] without = best[k];
      double[] before = counted ? best[k - 1] : best[k];
      for (int b = capacity; b >= units; b--) {
        double with = before[(int) (b - units)] + gain;
        if (with > without[b]) {
          without[b] = with;
          taken.set(k * (capacity + 1) + b);
        }
      }
    }
    return taken;
  }

  private List<Portfolio.Choice> choices(List<BitSet> taken, boolean counted) {
    Set<Offer> chosen = new HashSet<>();
    int b = capacity;
    int k = limit;
    for (int i = offers.size() - 1; i >= 0; i--) {
      Offer offer = offers.get(i);
      if (k > 0 && taken.get(i).get(k * (capacity + 1) + b)) {
        chosen.add(offer);
        b -= (int) (cost(offer) / unit);
        k -= counted ? 1 : 0;
      }
      if (i > 0 && !country(offers.get(i - 1)).equals(country(offer))) {
        k = limit;
      }
    }
    return menu.offers().stream()
        .filter(chosen::contains)
        .map(offer -> new Portfolio.Choice(offer, offer.seats().get(0), 1))
        .toList();
  }
}

package org.infostate.plan;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.infostate.planning.Assistance;
import org.infostate.planning.Catalogue;
import org.infostate.planning.Need;
import org.infostate.planning.Priorities;
import org.infostate.portfolio.Menu;
import org.infostate.portfolio.Offer;
import org.infostate.portfolio.Seat;

/**
 * What a catalogue can offer to countries with needs. With N the need that a country has in an
 * element, (missing + u * unknown) * factor as in {@link Priorities}, up to full capacity,
 * assistance closes effect * N of it, in points of need, but no more than is lacking to the target.
 *
 * <p>Assistance is offered to a country where it closes at least {@value #LEAST_POINTS} points and
 * what it needs is in place or on offer itself; what is shared also to all such countries of a
 * sub-region together.
 */
final class AssistanceMenu {

  /** Less is not worth a place in a plan. */
  static final double LEAST_POINTS = 0.05;

  private final Catalogue catalogue;
  private final Map<String, Map<String, Gap>> gaps;
  private final Map<String, String> subRegions;
  private final Map<String, Boolean> offered = new HashMap<>();

  /**
   * What a country needs in an element.
   *
   * @param points of need, up to the target
   * @param whole points of need up to full capacity, of which assistance closes its share
   * @param inPlace share of the element that is known to be in place, 0 to 1
   */
  record Gap(double points, double whole, double inPlace) {}

  /**
   * The gaps of a country by element.
   *
   * @param toTarget by the elements that the catalogue names
   * @param toTop likewise, up to full capacity
   * @param unknown what is not known counts so much of what is missing
   * @param factor of its priority
   */
  static Map<String, Gap> gaps(Need toTarget, Need toTop, double unknown, double factor) {
    Map<String, Need.Gap> whole =
        toTop.pillars().stream().collect(Collectors.toMap(Need.Gap::element, gap -> gap));
    Map<String, Gap> gaps = new HashMap<>();
    for (Need.Gap gap : toTarget.pillars()) {
      // What belongs to no element of the catalogue is under the empty name.
      if (!gap.element().isEmpty()) {
        Need.Gap top = whole.get(gap.element());
        gaps.put(
            gap.element(),
            new Gap(
                (gap.missing() + unknown * gap.unknown()) * factor,
                (top.missing() + unknown * top.unknown()) * factor,
                top.inPlace()));
      }
    }
    return gaps;
  }

  private AssistanceMenu(
      Catalogue catalogue, Map<String, Map<String, Gap>> gaps, Map<String, String> subRegions) {
    this.catalogue = catalogue;
    this.gaps = gaps;
    this.subRegions = subRegions;
  }

  /**
   * @param gaps by country and element
   * @param subRegions by country; countries that it lacks share nothing
   */
  static Menu of(
      Catalogue catalogue, Map<String, Map<String, Gap>> gaps, Map<String, String> subRegions) {
    return new AssistanceMenu(catalogue, gaps, subRegions).menu();
  }

  /** Key of a gap in the menu. */
  static String key(String iso3, String element) {
    return iso3 + "/" + element;
  }

  private Menu menu() {
    List<Offer> offers = new ArrayList<>();
    for (Assistance one : catalogue.assistance()) {
      for (String iso3 : countries(one)) {
        offers.add(Offer.of(one.code(), seat(one, iso3, one.cost(), alone(one, iso3))));
      }
      together(one).forEach((region, countries) -> offers.add(shared(one, region, countries)));
    }
    Map<String, Double> points = new HashMap<>();
    gaps.forEach(
        (iso3, elements) ->
            elements.forEach((element, gap) -> points.put(key(iso3, element), gap.points())));
    return new Menu(offers, points);
  }

  private List<String> countries(Assistance one) {
    return gaps.keySet().stream().filter(iso3 -> offered(one, iso3)).sorted().toList();
  }

  /** The countries that can be given it together, by sub-region. */
  private SortedMap<String, List<String>> together(Assistance one) {
    SortedMap<String, List<String>> regions = new TreeMap<>();
    if (one.shared() != null) {
      for (String iso3 : countries(one)) {
        if (subRegions.containsKey(iso3)) {
          regions.computeIfAbsent(subRegions.get(iso3), r -> new ArrayList<>()).add(iso3);
        }
      }
      regions.values().removeIf(countries -> countries.size() < one.shared().least());
    }
    return regions;
  }

  private boolean offered(Assistance one, String iso3) {
    Boolean known = offered.get(alone(one, iso3));
    if (known == null) {
      double points = effects(one, iso3).values().stream().mapToDouble(e -> e).sum();
      known =
          points >= LEAST_POINTS
              && one.needs().stream()
                  .allMatch(
                      need ->
                          inPlace(need, iso3)
                              || offered(catalogue.find(need.assistance()).orElseThrow(), iso3));
      offered.put(alone(one, iso3), known);
    }
    return known;
  }

  private boolean inPlace(Assistance.Need need, String iso3) {
    Gap gap = gaps.get(iso3).get(need.element());
    return gap != null && gap.inPlace() >= need.inPlace();
  }

  private Offer shared(Assistance one, String region, List<String> countries) {
    return new Offer(
        one.code() + ":" + region,
        one.code(),
        one.shared().fixed(),
        one.shared().least(),
        one.shared().most(),
        countries.stream()
            .map(iso3 -> seat(one, iso3, one.shared().cost(), together(one, iso3)))
            .toList());
  }

  private Seat seat(Assistance one, String iso3, long cost, String id) {
    List<Set<String>> needs = new ArrayList<>();
    for (Assistance.Need need : one.needs()) {
      if (!inPlace(need, iso3)) {
        needs.add(seats(catalogue.find(need.assistance()).orElseThrow(), iso3));
      }
    }
    return new Seat(id, iso3, cost, effects(one, iso3), needs);
  }

  /** Every seat that brings it to the country. */
  private Set<String> seats(Assistance one, String iso3) {
    boolean shared = together(one).values().stream().anyMatch(c -> c.contains(iso3));
    return shared ? Set.of(alone(one, iso3), together(one, iso3)) : Set.of(alone(one, iso3));
  }

  private Map<String, Double> effects(Assistance one, String iso3) {
    Map<String, Double> effects = new HashMap<>();
    one.effects()
        .forEach(
            (element, share) -> {
              Gap gap = gaps.get(iso3).get(element);
              if (gap != null && gap.points() > 0) {
                effects.put(key(iso3, element), Math.min(gap.points(), share * gap.whole()));
              }
            });
    return effects;
  }

  /** Id of the seat of a country that is given the assistance alone. */
  private static String alone(Assistance one, String iso3) {
    return one.code() + ":" + iso3;
  }

  /** Id of the seat of a country that is given the assistance with others. */
  private static String together(Assistance one, String iso3) {
    return one.code() + ":" + iso3 + ":shared";
  }
}

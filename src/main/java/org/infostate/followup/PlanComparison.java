package org.infostate.followup;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.infostate.plan.Plan;
import org.infostate.plan.PlanAction;
import org.infostate.plan.PlanCountry;
import org.infostate.plan.PlanOrder;
import org.infostate.planning.Target;

/**
 * How two plans differ. An action is the same where the same assistance goes to the same country,
 * in whatever year and whether alone or with others.
 *
 * @param onlyFirst actions that only the first has
 * @param onlySecond actions that only the second has
 * @param moved actions that both have, in different years
 * @param same how many actions both have in the same year
 * @param countries those that either plan spends or closes something for, by code
 * @param terms those that differ
 */
public record PlanComparison(
    Plan first,
    Plan second,
    List<PlanAction> onlyFirst,
    List<PlanAction> onlySecond,
    List<Moved> moved,
    int same,
    List<CountryLine> countries,
    List<TermLine> terms) {

  /** What is no term, but the name of a plan and what it follows; weights are terms one by one. */
  private static final String TARGETS = "targets";

  private static final Set<String> NO_TERMS = Set.of("title", "after", "weights");

  private static final String WEIGHT = "weight.";

  /** An action in the first plan and in the second. */
  public record Moved(PlanAction first, PlanAction second) {}

  /**
   * A country in both plans. Gains are null where they were not recorded.
   *
   * @param firstCost in whole units of the currency
   * @param firstGain points of need that are closed
   */
  public record CountryLine(
      String iso3, long firstCost, long secondCost, Double firstGain, Double secondGain) {

    /** What the second closes more; null where either is not known. */
    public Double moreGain() {
      return firstGain == null || secondGain == null ? null : secondGain - firstGain;
    }
  }

  /**
   * A term that differs.
   *
   * @param name as in an order, {@code weight.} with the name of a weight, or {@code catalogue}
   * @param first null where the term is not set
   */
  public record TermLine(String name, Object first, Object second) {}

  /** One of the plans with what was chosen. */
  public record Side(Plan plan, List<PlanAction> actions, List<PlanCountry> countries) {

    private Map<String, PlanAction> byKey() {
      return actions.stream().collect(Collectors.toMap(PlanComparison::key, Function.identity()));
    }

    private long cost(String iso3) {
      return actions.stream()
          .filter(action -> action.iso3().equals(iso3))
          .mapToLong(PlanAction::cost)
          .sum();
    }

    /** Null where the gains of the plan were not recorded. */
    private Double gain(String iso3) {
      if (countries.isEmpty()) {
        return actions.stream().anyMatch(action -> action.iso3().equals(iso3)) ? null : 0.0;
      }
      return countries.stream()
          .filter(country -> country.iso3().equals(iso3))
          .map(PlanCountry::gain)
          .findFirst()
          .orElse(0.0);
    }
  }

  private static String key(PlanAction action) {
    return action.assistance() + ":" + action.iso3();
  }

  static PlanComparison of(Side first, Side second) {
    Map<String, PlanAction> there = second.byKey();
    List<Moved> both =
        first.actions().stream()
            .filter(action -> there.containsKey(key(action)))
            .map(action -> new Moved(action, there.get(key(action))))
            .toList();
    List<Moved> moved =
        both.stream().filter(one -> one.first().year() != one.second().year()).toList();
    return new PlanComparison(
        first.plan(),
        second.plan(),
        missing(first, there.keySet()),
        missing(second, first.byKey().keySet()),
        moved,
        both.size() - moved.size(),
        countries(first, second),
        terms(first.plan(), second.plan()));
  }

  private static List<PlanAction> missing(Side here, Set<String> there) {
    return here.actions().stream().filter(action -> !there.contains(key(action))).toList();
  }

  private static List<CountryLine> countries(Side first, Side second) {
    Set<String> codes = new TreeSet<>();
    first.actions().forEach(action -> codes.add(action.iso3()));
    second.actions().forEach(action -> codes.add(action.iso3()));
    return codes.stream()
        .map(
            iso3 ->
                new CountryLine(
                    iso3, first.cost(iso3), second.cost(iso3), first.gain(iso3), second.gain(iso3)))
        .toList();
  }

  private static List<TermLine> terms(Plan first, Plan second) {
    List<TermLine> terms = new ArrayList<>();
    for (RecordComponent term : PlanOrder.class.getRecordComponents()) {
      if (!NO_TERMS.contains(term.getName())) {
        terms.add(
            new TermLine(term.getName(), value(term, first.order()), value(term, second.order())));
      }
    }
    Map<String, Double> there = second.weights().named();
    first
        .weights()
        .named()
        .forEach((name, one) -> terms.add(new TermLine(WEIGHT + name, one, there.get(name))));
    terms.add(new TermLine(TARGETS, targets(first), targets(second)));
    terms.add(new TermLine("catalogue", first.catalogueSha256(), second.catalogueSha256()));
    terms.removeIf(term -> Objects.equals(term.first(), term.second()));
    return List.copyOf(terms);
  }

  /** The number of the declared targets; null where gaps are measured to something else. */
  private static Integer targets(Plan plan) {
    return plan.target() == Target.DECLARED ? plan.targetsNumber() : null;
  }

  private static Object value(RecordComponent term, PlanOrder order) {
    try {
      return term.getAccessor().invoke(order);
    } catch (IllegalAccessException | InvocationTargetException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Whether both measure need in the same way, so that their gains can be compared. */
  public boolean sameNeeds() {
    return terms.stream()
        .noneMatch(
            term ->
                List.of("assessment", "target", TARGETS).contains(term.name())
                    || term.name().startsWith(WEIGHT));
  }
}

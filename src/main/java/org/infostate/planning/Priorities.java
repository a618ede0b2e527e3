package org.infostate.planning;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.infostate.scoring.Ranking;
import org.infostate.scoring.Ties;

/**
 * The list of priorities: need by info-state. {@code src/site/markdown/priorities.md} says why.
 *
 * <pre>
 * need = (missing + u * unknown) * (1 + sum of weight * value over the parts)
 * </pre>
 *
 * with missing and unknown in points of 100 ({@link Need}) and u and the weights those of {@link
 * PriorityWeights}; what lowers counts with a minus.
 */
public final class Priorities {

  /** Needs are compared as they are shown. */
  private static final int DECIMALS = 1;

  static final Ranking RANKING = new Ranking(Ties.BEST, DECIMALS);

  private Priorities() {}

  /**
   * @param exposures by country; {@link Exposure#NOT_KNOWN} for those that are not in it
   * @param demands by country; {@link Demand#NOT_KNOWN} for those that are not in it
   * @return the greatest need first; equal ones by code
   */
  public static List<Priority> rank(
      Collection<Need> needs,
      Map<String, Exposure> exposures,
      Map<String, Demand> demands,
      PriorityWeights weights) {
    List<Priority> unranked =
        needs.stream()
            .map(
                need ->
                    measured(
                        need,
                        exposures.getOrDefault(need.iso3(), Exposure.NOT_KNOWN),
                        demands.getOrDefault(need.iso3(), Demand.NOT_KNOWN),
                        weights))
            .sorted(
                Comparator.comparing(Priorities::rounded).reversed().thenComparing(Priority::iso3))
            .toList();
    List<Priority> ranked = new ArrayList<>();
    for (Priority one : unranked) {
      ranked.add(
          new Priority(
              1 + ahead(unranked, one, false),
              1 + ahead(unranked, one, true),
              one.gaps(),
              one.exposure(),
              one.demand(),
              one.parts(),
              one.factor(),
              one.need(),
              one.least(),
              one.most()));
    }
    return ranked;
  }

  private static Priority measured(
      Need need, Exposure exposure, Demand demand, PriorityWeights weights) {
    List<Priority.Part> parts = new ArrayList<>();
    double lowest = 1;
    double highest = 1;
    for (PriorityPart part : PriorityPart.values()) {
      Double value = value(part, need, exposure, demand, weights);
      double counted = value == null ? part.assumed() : value;
      double weight = part.sign() * weights.of(part);
      // Adding 0 makes of -0 a 0.
      parts.add(new Priority.Part(part, value, counted, weight * counted + 0.0));
      lowest += value == null ? Math.min(0, weight) : weight * value;
      highest += value == null ? Math.max(0, weight) : weight * value;
    }
    double factor = factor(parts);
    return new Priority(
        0,
        0,
        need,
        exposure,
        demand,
        parts,
        factor,
        (need.missing() + weights.unknown() * need.unknown()) * factor,
        need.missing() * Math.max(0, lowest),
        (need.missing() + need.unknown()) * highest);
  }

  private static double factor(List<Priority.Part> parts) {
    return Math.max(0, 1 + parts.stream().mapToDouble(Priority.Part::adds).sum());
  }

  private static Double value(
      PriorityPart part, Need need, Exposure exposure, Demand demand, PriorityWeights weights) {
    return switch (part) {
      case LOW_END -> exposure.lowEnd();
      case CLOSING -> exposure.closing();
      case STAGING -> exposure.staging();
      case DEMAND -> Demand.share(need, demand.asked(), weights.unknown());
      case READINESS -> need.readiness();
      case RECEIVED -> Demand.share(need, demand.received(), weights.unknown());
    };
  }

  private static int ahead(List<Priority> all, Priority one, boolean inSameInfoState) {
    return (int)
        all.stream()
            .filter(other -> rounded(other).compareTo(rounded(one)) > 0)
            .filter(
                other ->
                    !inSameInfoState
                        || Objects.equals(other.exposure().infoState(), one.exposure().infoState()))
            .count();
  }

  private static BigDecimal rounded(Priority priority) {
    return BigDecimal.valueOf(priority.need()).setScale(DECIMALS, RoundingMode.HALF_UP);
  }

  /** Means by info-state, from the highest; countries without one come last. */
  public static List<InfoStateNeed> byInfoState(List<Priority> priorities) {
    Map<Optional<Integer>, List<Priority>> groups =
        priorities.stream()
            .collect(Collectors.groupingBy(p -> Optional.ofNullable(p.exposure().infoState())));
    return groups.entrySet().stream()
        .map(
            group ->
                new InfoStateNeed(
                    group.getKey().orElse(null),
                    group.getValue().size(),
                    mean(group.getValue().stream().map(p -> p.gaps().missing()).toList()),
                    mean(group.getValue().stream().map(p -> p.gaps().unknown()).toList()),
                    mean(group.getValue().stream().map(Priority::need).toList())))
        .sorted(
            Comparator.comparing(
                InfoStateNeed::infoState, Comparator.nullsLast(Comparator.naturalOrder())))
        .toList();
  }

  private static double mean(List<Double> numbers) {
    return numbers.stream().mapToDouble(Double::doubleValue).average().orElse(Double.NaN);
  }
}

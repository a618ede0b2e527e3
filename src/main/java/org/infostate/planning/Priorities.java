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

/**
 * The list of priorities: need by info-state. {@code src/site/markdown/priorities.md} says why.
 *
 * <pre>
 * need = (missing + u * unknown) * (1 + a * L + b * V)
 * </pre>
 *
 * with missing and unknown in points of 100 ({@link Need}); u, a, b the {@link PriorityWeights}; L
 * how near the country's info-state is to the low end and V how fast the divide closes there
 * ({@link Exposure}).
 */
public final class Priorities {

  /** Needs are compared as they are shown. */
  private static final int DECIMALS = 1;

  private Priorities() {}

  /**
   * @param exposures by country; {@link Exposure#NOT_KNOWN} for those that are not in it
   * @return the greatest need first; equal ones by code
   */
  public static List<Priority> rank(
      Collection<Need> needs, Map<String, Exposure> exposures, PriorityWeights weights) {
    List<Priority> unranked =
        needs.stream()
            .map(need -> measured(need, exposure(exposures, need), weights))
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
              one.factor(),
              one.need(),
              one.least(),
              one.most()));
    }
    return ranked;
  }

  private static Exposure exposure(Map<String, Exposure> exposures, Need need) {
    return exposures.getOrDefault(need.iso3(), Exposure.NOT_KNOWN);
  }

  private static Priority measured(Need need, Exposure exposure, PriorityWeights weights) {
    double factor =
        1 + weights.lowEnd() * exposure.lowEnd() + weights.closing() * exposure.closingOrNone();
    return new Priority(
        0,
        0,
        need,
        exposure,
        factor,
        (need.missing() + weights.unknown() * need.unknown()) * factor,
        need.missing() * factor,
        (need.missing() + need.unknown()) * factor);
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

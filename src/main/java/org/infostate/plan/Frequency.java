package org.infostate.plan;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * How often some assistance to a country is chosen in the draws of a plan.
 *
 * @param share of the draws, 0 to 1
 * @param planned whether the plan itself gives it
 */
public record Frequency(String iso3, String assistance, double share, boolean planned) {

  /**
   * What is in the plan or in any of its draws, the most frequent first.
   *
   * @return empty where no draws were asked for
   */
  static List<Frequency> of(Plan plan, List<PlanAction> actions, List<PlanChoice> choices) {
    if (plan.drawTimeOuts() == null) {
      return List.of();
    }
    Map<List<String>, Frequency> all = new LinkedHashMap<>();
    for (PlanChoice choice : choices) {
      all.put(
          List.of(choice.iso3(), choice.assistance()),
          new Frequency(choice.iso3(), choice.assistance(), choice.share(), false));
    }
    for (PlanAction action : actions) {
      all.merge(
          List.of(action.iso3(), action.assistance()),
          new Frequency(action.iso3(), action.assistance(), 0, true),
          (drawn, planned) -> new Frequency(drawn.iso3, drawn.assistance, drawn.share, true));
    }
    List<Frequency> sorted = new ArrayList<>(all.values());
    sorted.sort(
        Comparator.comparingDouble(Frequency::share)
            .reversed()
            .thenComparing(Frequency::iso3)
            .thenComparing(Frequency::assistance));
    return List.copyOf(sorted);
  }
}

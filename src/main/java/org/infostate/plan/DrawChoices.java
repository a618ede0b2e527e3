package org.infostate.plan;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.infostate.planning.Catalogue;
import org.infostate.planning.Need;
import org.infostate.planning.NeedDraws;
import org.infostate.planning.Priority;
import org.infostate.planning.PriorityIntervals;
import org.infostate.planning.PriorityList;
import org.infostate.planning.PriorityWeights;
import org.infostate.portfolio.Menu;
import org.infostate.portfolio.Robustness;
import org.infostate.portfolio.Terms;

/**
 * How far a plan rests on numbers that could be others: the choice made anew with the needs of each
 * of the first draws of its uncertainty run. Catalogue, targets, terms and what is known of the
 * parts of a priority stay.
 */
@ApplicationScoped
public class DrawChoices {

  /** As for the intervals of priorities. */
  static final int MOST_DRAWS = PriorityIntervals.MOST_DRAWS;

  /** How long a choice that is not plain may take in one draw. */
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  @Inject private PriorityIntervals intervals;

  /**
   * @param plan with a run and draws
   * @param list that its own choice follows from
   * @param subRegions by country
   * @throws java.util.concurrent.CancellationException if it was cancelled
   */
  Robustness of(
      Plan plan,
      PriorityList list,
      Map<String, String> subRegions,
      Terms terms,
      PlanProgress progress) {
    NeedDraws draws = intervals.draws(plan.run(), list.targets());
    // Read once, not for each draw.
    Catalogue catalogue = plan.catalogue();
    PriorityWeights weights = plan.weights();
    return Robustness.of(
        terms,
        plan.draws(),
        number -> menu(catalogue, weights, list, subRegions, draws.draw(number)),
        PATIENCE,
        progress.ending(),
        progress::drawn);
  }

  private static Menu menu(
      Catalogue catalogue,
      PriorityWeights weights,
      PriorityList list,
      Map<String, String> subRegions,
      NeedDraws.Draw draw) {
    Set<String> elements = catalogue.elements();
    Map<String, Need> toTarget = draw.needs(elements);
    Map<String, Need> toTop = draw.whole(elements);
    Map<String, Map<String, AssistanceMenu.Gap>> gaps = new HashMap<>();
    for (Priority priority : list.priorities()) {
      Need need = toTarget.get(priority.iso3());
      if (need != null) {
        gaps.put(
            priority.iso3(),
            AssistanceMenu.gaps(
                need,
                toTop.get(priority.iso3()),
                draw.chance(priority.iso3(), PriorityWeights.UNKNOWN),
                PriorityIntervals.factor(priority, weights, draw)));
      }
    }
    return AssistanceMenu.of(catalogue, gaps, subRegions);
  }
}

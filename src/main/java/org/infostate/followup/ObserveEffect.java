package org.infostate.followup;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.infostate.assessment.Assessment;
import org.infostate.assessment.Assessments;
import org.infostate.assessment.ResultTables;
import org.infostate.assessment.Score;
import org.infostate.plan.Plan;
import org.infostate.plan.PlanAction;
import org.infostate.plan.Plans;
import org.infostate.planning.Catalogue;
import org.infostate.planning.Needs;
import org.infostate.problem.Place;
import org.infostate.problem.ProblemKind;
import org.infostate.scoring.Element;
import org.infostate.scoring.Index;
import org.infostate.scoring.Scale;

/** Finds what changed since a plan was composed, for the page and the API alike. */
@ApplicationScoped
public class ObserveEffect {

  @Inject private Plans plans;
  @Inject private Assessments assessments;
  @Inject private ResultTables tables;

  /**
   * The assessments that a plan can be looked at with: by the same index, over a round that was
   * opened later; the latest round first, in it one by the same method, then the newest.
   */
  List<Assessment> later(Plan plan) {
    Assessment before = plan.assessment();
    return assessments.done().stream()
        .filter(one -> one.indexCode().equals(before.indexCode()))
        .filter(one -> one.round() != null && one.round().openedAt() != null)
        .filter(one -> one.round().openedAt().isAfter(before.round().openedAt()))
        .sorted(
            Comparator.comparing((Assessment one) -> one.round().openedAt())
                .thenComparing(one -> one.sameMethodAs(before))
                .thenComparing(Assessment::id)
                .reversed())
        .toList();
  }

  /**
   * @param with id of a later assessment; null for the first that there is
   * @throws org.infostate.problem.ProblemException if the plan has no actions, or the assessment is
   *     no later one by the same index
   */
  PlanEffect of(long planId, Long with) {
    Plan plan = plans.requireComposed(planId);
    List<Assessment> possible = later(plan);
    Assessment later =
        with == null
            ? possible.stream().findFirst().orElse(null)
            : possible.stream()
                .filter(one -> one.id().equals(with))
                .findFirst()
                .orElseThrow(
                    () -> ProblemKind.PLAN_EFFECT.at(Place.question("with"), with).exception());
    Index index = plan.assessment().index().index();
    Map<String, Map<String, Score>> before = scores(plan.assessment());
    Map<String, Map<String, Score>> after = later == null ? Map.of() : scores(later);
    List<PlanEffect.Line> lines = lines(plan, index, before, after);
    return new PlanEffect(
        plan,
        later,
        later == null || later.sameMethodAs(plan.assessment()),
        lines,
        PlanEffect.elements(index.root().code(), lines, before, after));
  }

  private Map<String, Map<String, Score>> scores(Assessment assessment) {
    return tables.scores(assessment.id(), null).stream()
        .collect(
            Collectors.groupingBy(
                Score::iso3, Collectors.toMap(Score::element, Function.identity())));
  }

  private List<PlanEffect.Line> lines(
      Plan plan,
      Index index,
      Map<String, Map<String, Score>> before,
      Map<String, Map<String, Score>> after) {
    Catalogue catalogue = plan.catalogue();
    List<PlanEffect.Line> lines = new ArrayList<>();
    for (PlanAction action : plans.actions(plan.id())) {
      if (action.standing() != PlanAction.Standing.DROPPED) {
        catalogue
            .find(action.assistance())
            .orElseThrow()
            .effects()
            .forEach(
                (element, share) -> {
                  Score then = before.getOrDefault(action.iso3(), Map.of()).get(element);
                  lines.add(
                      new PlanEffect.Line(
                          action.place(),
                          action.assistance(),
                          action.iso3(),
                          action.year(),
                          action.standing().code(),
                          element,
                          share,
                          then,
                          after.getOrDefault(action.iso3(), Map.of()).get(element),
                          expected(then, share, top(index, element))));
                });
      }
    }
    return lines;
  }

  /** Null where the score or the top of its scale is not known. */
  static Double expected(Score before, double share, Double top) {
    return before == null || before.score() == null || top == null
        ? null
        : share * Math.max(0, top - before.score());
  }

  /**
   * The score of full capacity in an element: the top that the scales of all indicators at or below
   * it share. Null where they differ, as it then depends on how they are put together.
   */
  static Double top(Index index, String element) {
    Map<String, String> parents =
        index.elements().stream()
            .filter(one -> one.parent() != null)
            .collect(Collectors.toMap(Element::code, Element::parent));
    Set<Double> tops = new HashSet<>();
    for (Element indicator : index.indicators()) {
      for (String at = indicator.code(); at != null; at = parents.get(at)) {
        if (at.equals(element)) {
          tops.add(Needs.goalposts(index, indicator).map(Scale.Goalposts::scale).orElse(null));
        }
      }
    }
    return tops.size() == 1 ? tops.iterator().next() : null;
  }
}

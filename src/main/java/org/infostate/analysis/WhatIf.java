package org.infostate.analysis;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.ToDoubleFunction;
import org.infostate.assessment.SelfExpressions;
import org.infostate.cluster.Cuts;
import org.infostate.cluster.Grouping;
import org.infostate.diagnostics.Comparison;
import org.infostate.problem.Place;
import org.infostate.problem.Problem;
import org.infostate.problem.ProblemException;
import org.infostate.problem.ProblemKind;
import org.infostate.scoring.Element;
import org.infostate.scoring.Index;
import org.infostate.scoring.Result;
import org.infostate.scoring.Scoring;
import org.infostate.scoring.Weighting;

/**
 * What other weights would give. Nothing of it is stored.
 *
 * @param changed the weights that differ from those of the index, by element
 * @param comparison the assessment as it is (before) with what would be (after)
 * @param shifts of the year that is looked at, the best rank with the new weights first
 * @param groups number of groups of countries that lie close together, by exact breaks
 * @param group of each country of the year, 1 for the highest: before and after
 * @param overruled whether a step of the index gives weights of its own, so that those changed may
 *     count for nothing
 */
public record WhatIf(
    Map<String, Double> changed,
    Comparison comparison,
    List<Comparison.Shift> shifts,
    int groups,
    Map<String, int[]> group,
    boolean overruled) {

  private static final double HEAVIEST = 1e9;

  /**
   * @param weights by element; those that are not named stay
   * @param wanted number of groups; as the index declares if null, else {@value
   *     GroupsView#USUAL_GROUPS}
   * @throws ProblemException if an element is not in the index, a weight is negative or too large,
   *     or the number of groups is none from 2 to {@value GroupsView#MOST_GROUPS}
   */
  static WhatIf of(Subject subject, Map<String, Double> weights, Integer wanted) {
    Grouping declared = subject.declared(subject.index().root().code());
    int usual = declared == null ? GroupsView.USUAL_GROUPS : declared.count();
    int groups = wanted == null ? usual : wanted;
    if (wanted != null && (wanted < 2 || wanted > GroupsView.MOST_GROUPS)) {
      throw Subject.refused("groups", wanted);
    }
    Map<String, Double> changed = changed(subject.index(), weights);
    Result after =
        Scoring.run(
            with(subject.index(), changed), subject.result().input(), new SelfExpressions());
    String root = subject.index().root().code();
    Comparison comparison = Comparison.of(subject.result(), root, after, root);
    List<Comparison.Shift> shifts =
        comparison.shifts().stream()
            .filter(shift -> Objects.equals(shift.subject().year(), subject.year()))
            .sorted(java.util.Comparator.comparingInt(Comparison.Shift::rankAfter))
            .toList();
    boolean overruled =
        subject.index().steps().stream()
            .anyMatch(
                step -> step instanceof Weighting one && one.method() != Weighting.Method.GIVEN);
    return new WhatIf(changed, comparison, shifts, groups, group(shifts, groups), overruled);
  }

  private static Map<String, int[]> group(List<Comparison.Shift> shifts, int groups) {
    int[] before = group(shifts, Comparison.Shift::scoreBefore, groups);
    int[] after = group(shifts, Comparison.Shift::scoreAfter, groups);
    Map<String, int[]> group = new LinkedHashMap<>();
    for (int i = 0; i < before.length; i++) {
      group.put(shifts.get(i).subject().unit(), new int[] {before[i], after[i]});
    }
    return group;
  }

  private static int[] group(
      List<Comparison.Shift> shifts, ToDoubleFunction<Comparison.Shift> score, int groups) {
    return Cuts.breaks(shifts.stream().mapToDouble(score).toArray(), groups).group();
  }

  /** How many countries would be in another group. */
  public long moved() {
    return group.values().stream().filter(one -> one[0] != one[1]).count();
  }

  /** The weights that differ from those of the index. */
  static Map<String, Double> changed(Index index, Map<String, Double> weights) {
    List<Problem> problems = new ArrayList<>();
    Map<String, Double> changed = new LinkedHashMap<>();
    weights.forEach(
        (code, weight) -> {
          Element element = index.element(code).orElse(null);
          boolean usable = weight != null && weight >= 0 && weight <= HEAVIEST;
          if (element == null || element.parent() == null || !usable) {
            problems.add(
                ProblemKind.BAD_PARAMETER.at(Place.question("w." + code), code + " = " + weight));
          } else if (weight != element.weight()) {
            changed.put(code, weight);
          }
        });
    if (!problems.isEmpty()) {
      throw new ProblemException(problems);
    }
    return changed;
  }

  private static Index with(Index index, Map<String, Double> weights) {
    return index.withElements(
        index.elements().stream()
            .map(
                element ->
                    weights.containsKey(element.code())
                        ? element.weighing(weights.get(element.code()))
                        : element)
            .toList());
  }
}

package org.infostate.analysis;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.infostate.assessment.SelfExpressions;
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
 * @param overruled whether a step of the index gives weights of its own, so that those changed may
 *     count for nothing
 */
public record WhatIf(
    Map<String, Double> changed,
    Comparison comparison,
    List<Comparison.Shift> shifts,
    boolean overruled) {

  private static final double HEAVIEST = 1e9;

  /**
   * @param weights by element; those that are not named stay
   * @throws ProblemException if an element is not in the index or a weight is negative or too large
   */
  static WhatIf of(Subject subject, Map<String, Double> weights) {
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
    return new WhatIf(changed, comparison, shifts, overruled);
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

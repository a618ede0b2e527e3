package org.infostate.followup;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.stream.Collectors;
import org.infostate.assessment.Assessment;
import org.infostate.assessment.Score;
import org.infostate.plan.Plan;

/**
 * What changed in the elements that the actions of a plan were to improve, between the assessment
 * that it was composed from and a later one. It shows change, which is no proof of effect.
 *
 * @param later null where there is none yet
 * @param sameMethod whether definition and kind of answers are the same in both, so that no change
 *     comes from them; true where there is no later one
 * @param lines an action and an element that it was to improve; without dropped actions
 * @param elements the whole first, then each element that a line names
 */
public record PlanEffect(
    Plan plan, Assessment later, boolean sameMethod, List<Line> lines, List<ElementLine> elements) {

  /**
   * An action and an element that it was to improve. What is not known is null, never 0.
   *
   * @param place of the action in the plan
   * @param standing code
   * @param share of what is missing that the catalogue says it closes, above 0 to 1
   * @param before null where the element was not scored
   * @param expected rise of the score: the share of what was missing to the top of its scale; null
   *     where that is not known
   */
  public record Line(
      int place,
      String assistance,
      String iso3,
      int year,
      String standing,
      String element,
      double share,
      Score before,
      Score after,
      Double expected) {

    /** Change of the score; null unless it is known before and after. */
    public Double observed() {
      return change(before, after);
    }
  }

  /**
   * The mean change of the score of an element, with each country counted once. Only countries of
   * which the score is known before and after are counted.
   *
   * @param helped how many countries with an action on it are counted; of the whole, with any
   * @param helpedChange null where none is
   * @param unknown how many countries with such an action are not known before or after
   * @param others how many countries without any action are counted
   * @param othersChange null where none is
   */
  public record ElementLine(
      String element,
      int helped,
      Double helpedChange,
      int unknown,
      int others,
      Double othersChange) {}

  /**
   * @param whole code of the top of the index
   * @param before scores by country and element, of every country of the assessment
   * @param after likewise; empty where there is no later assessment
   */
  static List<ElementLine> elements(
      String whole,
      List<Line> lines,
      Map<String, Map<String, Score>> before,
      Map<String, Map<String, Score>> after) {
    Set<String> helped = countries(lines);
    List<String> others =
        before.keySet().stream().filter(iso3 -> !helped.contains(iso3)).sorted().toList();
    List<ElementLine> elements = new ArrayList<>();
    elements.add(element(whole, helped, others, before, after));
    lines.stream()
        .map(Line::element)
        .distinct()
        .sorted()
        .forEach(
            element ->
                elements.add(
                    element(
                        element,
                        countries(
                            lines.stream().filter(one -> one.element().equals(element)).toList()),
                        others,
                        before,
                        after)));
    return List.copyOf(elements);
  }

  private static Set<String> countries(List<Line> lines) {
    return lines.stream().map(Line::iso3).collect(Collectors.toCollection(LinkedHashSet::new));
  }

  private static ElementLine element(
      String element,
      Set<String> helped,
      List<String> others,
      Map<String, Map<String, Score>> before,
      Map<String, Map<String, Score>> after) {
    List<Double> with = changes(element, List.copyOf(helped), before, after);
    List<Double> without = changes(element, others, before, after);
    return new ElementLine(
        element,
        with.size(),
        mean(with),
        helped.size() - with.size(),
        without.size(),
        mean(without));
  }

  private static List<Double> changes(
      String element,
      List<String> countries,
      Map<String, Map<String, Score>> before,
      Map<String, Map<String, Score>> after) {
    return countries.stream()
        .map(
            iso3 ->
                change(
                    before.getOrDefault(iso3, Map.of()).get(element),
                    after.getOrDefault(iso3, Map.of()).get(element)))
        .filter(Objects::nonNull)
        .toList();
  }

  private static Double mean(List<Double> changes) {
    OptionalDouble mean = changes.stream().mapToDouble(change -> change).average();
    return mean.isPresent() ? mean.getAsDouble() : null;
  }

  private static Double change(Score before, Score after) {
    return before == null || after == null || before.score() == null || after.score() == null
        ? null
        : after.score() - before.score();
  }
}

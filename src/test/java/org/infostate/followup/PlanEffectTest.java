package org.infostate.followup;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.infostate.assessment.Score;
import org.infostate.scoring.State;
import org.junit.jupiter.api.Test;

/**
 * What changed in the elements of a plan.
 *
 * <ol>
 *   <li>A change is known only where both scores are; missing is not 0.
 *   <li>A country counts once, however many actions it has on an element.
 *   <li>Countries are compared with those that have no action at all.
 *   <li>Expected is the share of what was missing up to the top.
 * </ol>
 */
class PlanEffectTest {

  private static Score score(String iso3, String element, Double score) {
    return new Score(
        iso3,
        null,
        element,
        null,
        score,
        null,
        State.PRESENT,
        Set.of(),
        1.0,
        null,
        null,
        null,
        1,
        0,
        1,
        1.0);
  }

  private static Map<String, Score> country(String iso3, Double whole, Double law) {
    return Map.of("all", score(iso3, "all", whole), "law", score(iso3, "law", law));
  }

  private static PlanEffect.Line line(int place, String iso3, Score before, Score after) {
    return new PlanEffect.Line(place, "drafting", iso3, 1, "done", "law", 0.5, before, after, null);
  }

  private static final Map<String, Map<String, Score>> BEFORE =
      Map.of(
          "XAA", country("XAA", 40.0, 20.0),
          "XBA", country("XBA", 50.0, null),
          "XCA", country("XCA", 60.0, 70.0),
          "XDA", country("XDA", 80.0, 90.0));
  private static final Map<String, Map<String, Score>> AFTER =
      Map.of(
          "XAA", country("XAA", 46.0, 50.0),
          "XBA", country("XBA", null, 40.0),
          "XCA", country("XCA", 61.0, 72.0));

  @Test
  void meansCountEachCountryOnceAndOnlyWhereBothScoresAreKnown() {
    List<PlanEffect.Line> lines =
        List.of(line(1, "XAA", null, null), line(2, "XAA", null, null), line(3, "XBA", null, null));

    assertEquals(
        List.of(
            new PlanEffect.ElementLine("all", 1, 6.0, 1, 1, 1.0),
            new PlanEffect.ElementLine("law", 1, 30.0, 1, 1, 2.0)),
        PlanEffect.elements("all", lines, BEFORE, AFTER));
  }

  @Test
  void withoutALaterAssessmentNothingIsKnown() {
    assertEquals(
        List.of(
            new PlanEffect.ElementLine("all", 0, null, 1, 0, null),
            new PlanEffect.ElementLine("law", 0, null, 1, 0, null)),
        PlanEffect.elements("all", List.of(line(1, "XAA", null, null)), BEFORE, Map.of()));
  }

  @Test
  void whatIsMissingBeforeOrAfterIsNoChange() {
    Score known = score("XAA", "law", 20.0);

    assertNull(line(1, "XAA", known, null).observed());
    assertNull(line(1, "XAA", score("XAA", "law", null), known).observed());
    assertEquals(-5.0, line(1, "XAA", known, score("XAA", "law", 15.0)).observed());
  }

  @Test
  void expectedIsTheShareOfWhatWasMissing() {
    assertEquals(40.0, ObserveEffect.expected(score("XAA", "law", 20.0), 0.5, 100.0));
    assertEquals(0.0, ObserveEffect.expected(score("XAA", "law", 120.0), 0.5, 100.0));
    assertNull(ObserveEffect.expected(score("XAA", "law", null), 0.5, 100.0));
    assertNull(ObserveEffect.expected(score("XAA", "law", 20.0), 0.5, null));
  }
}

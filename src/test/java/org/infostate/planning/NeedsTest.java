package org.infostate.planning;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.infostate.assessment.ElementWeight;
import org.infostate.assessment.IndexFile;
import org.infostate.assessment.Score;
import org.infostate.scoring.Index;
import org.infostate.scoring.State;
import org.junit.jupiter.api.Test;

/**
 * Worked by hand: law (weight 1/2) of a and b, 1/4 each; experts (1/2) of c alone, whose scale ends
 * at 10 where that of the others ends at 100.
 */
class NeedsTest {

  static final String YAML =
      """
      index: small
      version: 1
      name: Small
      steps:
        - normalise: {method: goalposts, low: 0, high: 1}
        - aggregate: {mean: arithmetic}
      elements:
        - {code: total, name: Total}
        - {code: law, parent: total, name: Law}
        - {code: a, parent: law, name: A, source: {answers: "${a}"}}
        - {code: b, parent: law, name: B, source: {answers: "${b}"}}
        - {code: experts, parent: total, name: Experts}
        - code: c
          parent: experts
          name: C
          source: {answers: "${c}"}
          normalise: {method: goalposts, low: 0, high: 1, scale: 10}
      """;

  private static final List<ElementWeight> WEIGHTS =
      List.of(
          new ElementWeight("total", 1, 1),
          new ElementWeight("law", 0.5, 0.5),
          new ElementWeight("a", 0.5, 0.25),
          new ElementWeight("b", 0.5, 0.25),
          new ElementWeight("experts", 0.5, 0.5),
          new ElementWeight("c", 1, 0.5));

  private static Index index(String yaml) {
    return IndexFile.read(yaml).index();
  }

  private static Score score(String element, Double score, State state) {
    return new Score(
        "XAA", null, element, null, score, null, state, Set.of(), null, null, null, null, 0, 0, 0,
        null);
  }

  private static Score known(String element, double score) {
    return score(element, score, State.PRESENT);
  }

  private static Optional<Need> need(Score... scores) {
    return new Needs(index(YAML), WEIGHTS).of("XAA", List.of(scores));
  }

  /** Missing: a 0.25 * 0.4 = 0.10 and c 0.5 * 0.7 = 0.35; b is in place. */
  @Test
  void whatIsMissingIsTheGapToTheTopOfEachScaleByWeight() {
    Need need = need(known("a", 60), known("b", 100), known("c", 3), known("total", 1)).get();
    assertEquals(45, need.missing(), 1e-9);
    assertEquals(0, need.unknown());
    assertEquals(55, need.inPlace(), 1e-9);
    assertEquals("experts", need.largestGap().get().element());
    assertEquals(35, need.largestGap().get().missing(), 1e-9);
  }

  @Test
  void whatIsUnknownStandsApartAndIsNeitherMissingNorInPlace() {
    Need need = need(known("a", 60), score("b", null, State.UNKNOWN), known("c", 10)).get();
    assertEquals(10, need.missing(), 1e-9);
    assertEquals(25, need.unknown(), 1e-9);
    assertEquals(65, need.inPlace(), 1e-9);
    assertEquals(
        List.of(new Need.Gap("law", 50, 10, 25, 10), new Need.Gap("experts", 50, 0, 0, 0)),
        need.pillars());
    assertEquals(0.3, need.pillars().get(0).inPlace(), 1e-9);
  }

  /** Of 0.25 + 0.5 applicable: a lacks 0.25 * 0.4 / 0.75 = 13.33... */
  @Test
  void whatDoesNotApplyLeavesTheDenominator() {
    Need need = need(known("a", 60), score("b", null, State.NOT_APPLICABLE), known("c", 10)).get();
    assertEquals(100.0 * 0.1 / 0.75, need.missing(), 1e-9);
    assertEquals(0, need.unknown());
  }

  @Test
  void whoeverPassesTheTopLacksNothingAndWhoeverIsBelowZeroLacksAll() {
    assertEquals(0, need(known("a", 130)).get().missing());
    assertEquals(100, need(known("a", -5)).get().missing());
  }

  /** a is begun and lacks 10; c is not and lacks 50. */
  @Test
  void readinessIsTheShareOfWhatIsMissingThatHasBeenBegun() {
    assertEquals(10.0 / 60, need(known("a", 60), known("b", 100), known("c", 0)).get().readiness());
    assertEquals(0, need(known("a", 100), known("b", 100), known("c", 10)).get().readiness());
  }

  @Test
  void ofWhomNothingIsKnownNothingIsSaid() {
    assertTrue(need(score("a", null, State.UNANSWERED)).isEmpty());
    assertTrue(need().isEmpty());
  }

  @Test
  void onlyFixedScalesHaveAFullCapacity() {
    assertTrue(Needs.measurable(index(YAML)));
    Index relative = index(YAML.replace("method: goalposts, low: 0, high: 1}", "method: z-score}"));
    assertFalse(Needs.measurable(relative));
    assertThrows(IllegalArgumentException.class, () -> new Needs(relative, WEIGHTS));
  }
}

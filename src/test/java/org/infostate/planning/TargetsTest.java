package org.infostate.planning;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.infostate.assessment.ElementWeight;
import org.infostate.assessment.IndexFile;
import org.infostate.assessment.Score;
import org.infostate.scoring.Index;
import org.infostate.scoring.State;
import org.junit.jupiter.api.Test;

/** One indicator with levels of 0, 1/4, 1/2 and 1, on a scale to 100; one without, to 10. */
class TargetsTest {

  private static final Index INDEX =
      IndexFile.read(
              """
              index: small
              version: 1
              name: Small
              steps:
                - normalise: {method: goalposts, low: 0, high: 1, scale: 100}
                - aggregate: {mean: arithmetic}
              elements:
                - {code: total, name: Total}
                - {code: law, parent: total, name: Law}
                - code: a
                  parent: law
                  name: A
                  source: {answers: "${a}", levels: {full: 1, half: 0.5, draft: 0.25, none: 0}}
                - code: c
                  parent: total
                  name: C
                  source: {answers: "${c}"}
                  normalise: {method: goalposts, low: 20, high: 60, scale: 10}
              """)
          .index();

  private static Score score(String iso3, String element, Double score) {
    return new Score(
        iso3,
        null,
        element,
        null,
        score,
        null,
        score == null ? State.UNANSWERED : State.PRESENT,
        Set.of(),
        null,
        null,
        null,
        null,
        0,
        0,
        0,
        null);
  }

  private static Targets targets(Target target, List<Score> scores, DeclaredTargets declared) {
    return Targets.of(
        target, INDEX, scores, Map.of("XAA", 1, "XBM", 1, "XRU", 1, "XZE", 2), declared);
  }

  private static double next(String element, Double score, double top) {
    return targets(Target.NEXT_LEVEL, List.of(score("XAA", element, score)), DeclaredTargets.NONE)
        .of("XAA", element, top);
  }

  @Test
  void theNextLevelIsTheNextThatIsDeclaredOrTheNextQuarter() {
    assertEquals(25, next("a", 0.0, 100));
    assertEquals(50, next("a", 25.0, 100));
    assertEquals(50, next("a", 25.0 - 1e-12, 100));
    assertEquals(100, next("a", 50.0, 100));
    assertEquals(100, next("a", 100.0, 100));
    assertEquals(25, next("a", null, 100));
    assertEquals(5, next("c", 2.6, 10));
    assertEquals(2.5, next("c", null, 10));
  }

  @Test
  void theMedianIsThatOfTheInfoStateAndOfAllWhereItIsSmall() {
    List<Score> scores =
        new ArrayList<>(
            List.of(
                score("XAA", "a", 10.0),
                score("XBM", "a", 40.0),
                score("XRU", "a", 60.0),
                score("XZE", "a", 100.0)));
    Targets median = targets(Target.MEDIAN, scores, DeclaredTargets.NONE);
    assertEquals(40, median.of("XAA", "a", 100));
    assertEquals(50, median.of("XZE", "a", 100));
    scores.set(2, score("XRU", "a", null));
    Targets fewer = targets(Target.MEDIAN, scores, DeclaredTargets.NONE);
    assertEquals(40, fewer.of("XAA", "a", 100));
    assertEquals(40, fewer.of("XRU", "a", 100));
  }

  @Test
  void aDeclaredTargetIsTheNearestAndTheCountrysOwnGoesFirst() {
    DeclaredTargets declared =
        DeclaredTargets.of(
            List.of(
                new DeclaredTargets.Line("", "law", 0.8),
                new DeclaredTargets.Line("XAA", "total", 0.6),
                new DeclaredTargets.Line("XBM", "a", 0.5),
                new DeclaredTargets.Line("XBM", "law", 0.9)));
    List<Score> scores =
        List.of(
            score("XAA", "a", 0.0),
            score("XBM", "a", 0.0),
            score("XRU", "a", 0.0),
            score("XRU", "c", 0.0));
    Targets targets = targets(Target.DECLARED, scores, declared);
    assertEquals(60, targets.of("XAA", "a", 100));
    assertEquals(50, targets.of("XBM", "a", 100));
    assertEquals(80, targets.of("XRU", "a", 100));
    assertEquals(10, targets.of("XRU", "c", 10));
  }

  /** Halves: law of a, and c. To the next level a lacks 25 of 100; of the unknown c a quarter. */
  @Test
  void needsAreMeasuredToTheTarget() {
    List<Score> scores = List.of(score("XAA", "a", 25.0), score("XAA", "c", null));
    List<ElementWeight> weights =
        List.of(
            new ElementWeight("total", 1, 1),
            new ElementWeight("law", 0.5, 0.5),
            new ElementWeight("a", 1, 0.5),
            new ElementWeight("c", 0.5, 0.5));
    Need need =
        new Needs(INDEX, weights, targets(Target.NEXT_LEVEL, scores, DeclaredTargets.NONE))
            .of("XAA", scores)
            .orElseThrow();
    assertEquals(12.5, need.missing(), 1e-9);
    assertEquals(12.5, need.unknown(), 1e-9);
    Need full = new Needs(INDEX, weights).of("XAA", scores).orElseThrow();
    assertEquals(37.5, full.missing(), 1e-9);
    assertEquals(50, full.unknown(), 1e-9);
  }
}

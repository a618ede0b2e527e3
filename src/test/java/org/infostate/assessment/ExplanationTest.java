package org.infostate.assessment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.util.List;
import org.infostate.scoring.Aggregation;
import org.infostate.scoring.Case;
import org.infostate.scoring.Index;
import org.infostate.scoring.Result;
import org.infostate.scoring.Scoring;
import org.infostate.scoring.State;
import org.infostate.scoring.Table;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ExplanationTest {

  private static final String INDEX =
      """
      index: two-pillars
      version: 1
      name: Two pillars
      steps:
        - normalise: {method: goalposts, low: 0, high: 1}
        - aggregate: {mean: %s, minimum: 0.5, power: 2}
        - rank: {ties: best}
      elements:
        - {code: total, name: Total}
        - {code: law, parent: total, weight: 3, name: Law}
        - {code: a, parent: law, name: A, source: {columns: "${a}"}}
        - {code: experts, parent: total, name: Experts}
        - {code: b, parent: law, name: B, source: {columns: "${b}"}}
        - {code: c, parent: experts, name: C, source: {columns: "${c}"}}
      """;

  private static final Table TABLE =
      Table.builder(List.of(Case.of("XAA"), Case.of("XRU")), List.of("a", "b", "c"))
          .set("XAA", null, "a", 0.8)
          .set("XAA", null, "b", 0.4)
          .set("XAA", null, "c", 0.5)
          .set("XRU", null, "a", 0.2)
          .missing("XRU", null, "b", State.UNKNOWN)
          .set("XRU", null, "c", 0.9)
          .build();

  private static Explanation explanation(String mean, int row) {
    Index index = Indices.read(INDEX.formatted(mean)).index();
    Result result = Scoring.run(index, TABLE);
    return Explanation.of(index, Score.of(result, row));
  }

  /** Law (80 + 40) / 2 = 60, whole (3 * 60 + 50) / 4 = 57.5; of these a has 30, b 15, c 12.5. */
  @Test
  void pointsAreWorkedByHand() {
    Explanation explanation = explanation("arithmetic", 0);
    assertEquals(57.5, explanation.total().score(), 1e-12);
    assertEquals(57.5, explanation.sum(), 1e-12);
    assertEquals(
        List.of("total", "law", "a", "b", "experts", "c"),
        explanation.parts().stream().map(part -> part.score().element()).toList());
    assertEquals(
        List.of(0, 1, 2, 2, 1, 2),
        explanation.parts().stream().map(Explanation.Part::depth).toList());
    List<Double> points = explanation.parts().stream().map(part -> part.score().points()).toList();
    assertEquals(45, points.get(1), 1e-12);
    assertEquals(30, points.get(2), 1e-12);
    assertEquals(15, points.get(3), 1e-12);
    assertEquals(12.5, points.get(5), 1e-12);
  }

  @ParameterizedTest
  @EnumSource(value = Aggregation.Mean.class, names = "COPELAND", mode = EnumSource.Mode.EXCLUDE)
  void pointsOfTheIndicatorsAddUpToTheWholeEvenWhereOneIsMissing(Aggregation.Mean mean) {
    for (int row = 0; row < 2; row++) {
      Explanation explanation = explanation(Keys.spelled(mean), row);
      assertEquals(explanation.total().score(), explanation.sum(), 1e-9, mean + " of row " + row);
    }
  }

  @Test
  void whatIsMissingIsNamedWithItsReasonAndHasNoPoints() {
    Explanation explanation = explanation("arithmetic", 1);
    assertEquals(List.of("b"), explanation.missing().stream().map(Score::element).toList());
    assertEquals(State.UNKNOWN, explanation.missing().get(0).state());
    assertEquals(2, explanation.total().observed());
    assertEquals(3, explanation.total().applicable());
  }

  /** As good as the best: a 80 for 20 adds 3/4 * 60; c is the best itself. */
  @Test
  void chancesAreTheKnownIndicatorsWithAGain() {
    Explanation explanation = explanation("arithmetic", 1);
    assertEquals(List.of("a"), explanation.chances(5).stream().map(Score::element).toList());
    assertEquals(45, explanation.chances(5).get(0).gain(), 1e-12);
    assertEquals(List.of(), explanation.chances(0));
  }

  @Test
  void withoutAWholeScoreThereIsNoSum() {
    Index index = Indices.read(INDEX.formatted("arithmetic")).index();
    Table nothing =
        Table.builder(List.of(Case.of("XAA"), Case.of("XRU")), List.of("a", "b", "c")).build();
    Explanation explanation = Explanation.of(index, Score.of(Scoring.run(index, nothing), 0));
    assertNull(explanation.sum());
    assertEquals(3, explanation.missing().size());
  }
}

package org.infostate.planning;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.infostate.assessment.Doubts;
import org.infostate.assessment.IndexFile;
import org.infostate.assessment.SelfExpressions;
import org.infostate.scoring.Case;
import org.infostate.scoring.Index;
import org.infostate.scoring.Mark;
import org.infostate.scoring.State;
import org.infostate.scoring.Table;
import org.infostate.uncertainty.Factor;
import org.junit.jupiter.api.Test;

/** The index of {@link NeedsTest}, drawn. */
class NeedDrawsTest {

  private static final Index INDEX = IndexFile.read(NeedsTest.YAML).index();

  /** XAA lacks 10 of law and 35 of experts; of XBM b is unknown, and its a is not verified. */
  private static Table table() {
    Table.Builder table =
        Table.builder(
            List.of(new Case("XAA", null, Map.of()), new Case("XBM", null, Map.of())),
            List.of("a", "b", "c"));
    table.set("XAA", null, "a", 0.6);
    table.set("XAA", null, "b", 1);
    table.set("XAA", null, "c", 0.3);
    table.set("XBM", null, "a", 0.8, Mark.UNVERIFIED);
    table.missing("XBM", null, "b", State.UNKNOWN);
    table.set("XBM", null, "c", 1);
    return table.build();
  }

  private static NeedDraws draws(long seed, Factor... factors) {
    return new NeedDraws(
        INDEX, table(), new SelfExpressions(), List.of(factors), seed, Targets.FULL);
  }

  private static Factor weights() {
    return new Factor.Weights(Doubts.WEIGHTS, 0.25, Set.of());
  }

  @Test
  void withNothingVariedTheNeedsAreThoseOfTheAssessment() {
    Map<String, Need> needs = draws(1).draw(3).needs(Set.of());
    assertEquals(45, needs.get("XAA").missing(), 1e-9);
    assertEquals(5, needs.get("XBM").missing(), 1e-9);
    assertEquals(25, needs.get("XBM").unknown(), 1e-9);
  }

  @Test
  void otherWeightsMakeOtherNeedsWhosePartsStillAddUp() {
    NeedDraws draws = draws(1, weights());
    double[] missing =
        IntStream.range(0, 50)
            .mapToDouble(number -> draws.draw(number).needs(Set.of()).get("XAA").missing())
            .toArray();
    assertTrue(IntStream.range(0, 50).mapToDouble(i -> missing[i]).distinct().count() > 40);
    for (double one : missing) {
      // Law of 0.4 (a) and experts of 0.7 (c), whatever their weights.
      assertTrue(one > 38 && one < 52, one + "");
    }
    for (int number = 0; number < 10; number++) {
      Need need = draws.draw(number).needs(Set.of()).get("XBM");
      assertEquals(100, need.pillars().stream().mapToDouble(Need.Gap::applicable).sum(), 1e-9);
      assertEquals(
          need.missing(), need.pillars().stream().mapToDouble(Need.Gap::missing).sum(), 1e-9);
    }
  }

  @Test
  void answersThatNobodyHasConfirmedMoveAndOthersStay() {
    NeedDraws draws = draws(1, new Factor.Unverified(Doubts.UNVERIFIED, 0.5));
    assertNotEquals(5, draws.draw(1).needs(Set.of()).get("XBM").missing(), 1e-9);
    assertEquals(45, draws.draw(1).needs(Set.of()).get("XAA").missing(), 1e-9);
  }

  @Test
  void whatIsLeftOutIsNeitherMissingNorApplicable() {
    NeedDraws draws = draws(1, new Factor.LeavingOut(Doubts.LEAVE_OUT, List.of("experts")));
    List<Double> missing =
        IntStream.range(0, 8)
            .mapToObj(number -> draws.draw(number).needs(Set.of()).get("XAA").missing())
            .map(one -> Math.rint(one * 1e6) / 1e6)
            .distinct()
            .sorted()
            .toList();
    assertEquals(List.of(20.0, 45.0), missing);
  }

  /** Without a fixed scale there would be no full capacity to lack. */
  @Test
  void theScaleStays() {
    Factor scale =
        Doubts.of(IndexFile.read(NeedsTest.YAML), table()).stream()
            .filter(factor -> factor.name().equals("normalise"))
            .findFirst()
            .orElseThrow();
    assertEquals(45, draws(1, scale).draw(1).needs(Set.of()).get("XAA").missing(), 1e-9);
  }

  @Test
  void theSameDrawIsTheSameAgainAndAnotherSeedMakesAnother() {
    assertEquals(
        draws(1, weights()).draw(7).needs(Set.of("law", "c")),
        draws(1, weights()).draw(7).needs(Set.of("law", "c")));
    assertNotEquals(
        draws(1, weights()).draw(7).needs(Set.of()), draws(2, weights()).draw(7).needs(Set.of()));
  }

  @Test
  void chancesFillTheUnitEvenly() {
    NeedDraws draws = draws(5);
    double[] chances =
        IntStream.range(0, 400).mapToDouble(n -> draws.draw(n).chance("XAA", "unknown")).toArray();
    for (int tenth = 0; tenth < 10; tenth++) {
      double from = tenth / 10.0;
      long inside =
          IntStream.range(0, 400)
              .filter(i -> chances[i] >= from && chances[i] < from + 0.1)
              .count();
      assertTrue(inside > 15 && inside < 70, from + ": " + inside);
    }
    assertNotEquals(chances[0], draws.draw(0).chance("XBM", "unknown"));
    assertNotEquals(chances[0], draws.draw(0).chance("XAA", "growth"));
  }
}

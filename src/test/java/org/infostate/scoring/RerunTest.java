package org.infostate.scoring;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.infostate.scoring.Aggregation.Mean;
import org.junit.jupiter.api.Test;

class RerunTest {

  private static final List<Step> STEPS =
      List.of(
          new Denomination(),
          Imputation.of(Imputation.Method.MEDIAN),
          Treatment.DEFAULT,
          Normalisation.of(new Scale.MinMax(1, 100)),
          Weighting.of(Weighting.Method.GIVEN),
          Aggregation.of(Mean.ARITHMETIC),
          Ranking.DEFAULT);

  @Test
  void withNothingChangedTheScoresAreTheNominalOnes() {
    Rerun rerun = rerun();
    assertArrayEquals(
        rerun.nominal().scores().values("INDEX"), rerun.scores(Variation.NONE, "INDEX"));
    assertArrayEquals(rerun.nominal().scores().values("P3"), rerun.scores(Variation.NONE, "P3"));
  }

  @Test
  void anotherStepGivesWhatAWholeRunWithItGives() {
    Map<Integer, Step> others =
        Map.of(
            1, Imputation.byGroup(Imputation.Method.GROUP_MEAN, "Region"),
            2, new Treatment(2, 3.5, 0, Treatment.Transform.BOX_COX, Double.NaN, Scope.ALL),
            3, Normalisation.of(new Scale.PercentileRank(Ties.AVERAGE)),
            4, Weighting.of(Weighting.Method.EQUAL),
            5, Aggregation.of(Mean.MEDIAN));
    Rerun rerun = rerun();
    for (Map.Entry<Integer, Step> other : others.entrySet()) {
      List<Step> steps = new ArrayList<>(STEPS);
      steps.set(other.getKey(), other.getValue());
      assertArrayEquals(
          Scoring.run(Reference.index(steps.toArray(Step[]::new)), Reference.data())
              .scores()
              .values("INDEX"),
          rerun.scores(
              new Variation(Map.of(other.getKey(), other.getValue()), Map.of(), Set.of(), null),
              "INDEX"),
          other.getValue().name());
    }
  }

  @Test
  void weightsTimesSomethingGiveWhatAnIndexWithThemGives() {
    Map<String, Double> factors = Map.of("I04", 3.0, "P2", 0.0, "S1", 0.5);
    List<Element> elements =
        Reference.elements().stream()
            .map(e -> e.weighing(e.weight() * factors.getOrDefault(e.code(), 1.0)))
            .toList();
    assertArrayEquals(
        Scoring.run(Index.of("other", elements, STEPS), Reference.data()).scores().values("INDEX"),
        rerun().scores(new Variation(Map.of(), factors, Set.of(), null), "INDEX"));
  }

  @Test
  void leavingOutGivesWhatAnIndexWithoutGives() {
    for (String code : List.of("I07", "P5", "S1")) {
      List<Element> elements =
          Reference.elements().stream()
              .filter(e -> !e.code().equals(code))
              .filter(e -> !code.equals(e.parent()))
              .filter(e -> !(code.equals("S1") && isBelow(e, Set.of("P1", "P2", "P3"))))
              .toList();
      assertArrayEquals(
          Scoring.run(Index.of("other", elements, STEPS), Reference.data())
              .scores()
              .values("INDEX"),
          rerun().scores(new Variation(Map.of(), Map.of(), Set.of(code), null), "INDEX"),
          code);
    }
  }

  private static boolean isBelow(Element element, Set<String> codes) {
    return codes.contains(element.code()) || codes.contains(String.valueOf(element.parent()));
  }

  @Test
  void otherValuesGiveWhatARunOverThemGives() {
    Table data = Reference.data();
    Table.Builder builder = Table.builder(data.cases(), data.columns());
    for (int row = 0; row < data.cases().size(); row++) {
      for (int column = 0; column < data.columns().size(); column++) {
        if (data.state(row, column).present()) {
          builder.set(row, column, data.value(row, column) * (1 + row % 3));
        }
      }
    }
    Table other = builder.build();
    assertArrayEquals(
        Scoring.run(Reference.index(STEPS.toArray(Step[]::new)), other).scores().values("INDEX"),
        rerun().scores(new Variation(Map.of(), Map.of(), Set.of(), other), "INDEX"));
  }

  @Test
  void whoIsScreenedOutInAReplicationHasNoScoreInIt() {
    Step keepAll = new Screening(Screening.Rule.MISSING, 0, 0, Set.of(), Set.of());
    Step strict = new Screening(Screening.Rule.MISSING, 1, 0, Set.of(), Set.of());
    Rerun rerun =
        new Rerun(
            Tables.flat(List.of(keepAll, Aggregation.of(Mean.ARITHMETIC)), "x", "y"),
            Tables.of(
                """
                     x y
                XAA  1 .
                XBB  3 5
                """),
            Expressions.NONE);
    assertArrayEquals(
        new double[] {Double.NaN, 4},
        rerun.scores(new Variation(Map.of(0, strict), Map.of(), Set.of(), null), "total"));
  }

  @Test
  void whatDoesNotFitIsRefused() {
    Rerun rerun = rerun();
    assertThrows(IllegalArgumentException.class, () -> rerun.scores(Variation.NONE, "nothing"));
    for (int position : new int[] {-1, 0, 7}) {
      Variation wrong =
          new Variation(Map.of(position, Treatment.DEFAULT), Map.of(), Set.of(), null);
      assertThrows(IllegalArgumentException.class, () -> rerun.scores(wrong, "INDEX"));
    }
    Variation unknown = new Variation(Map.of(), Map.of("nothing", 2.0), Set.of(), null);
    assertThrows(IllegalArgumentException.class, () -> rerun.scores(unknown, "INDEX"));
    assertEquals(64, rerun.input().cases().size());
  }

  private static Rerun rerun() {
    return new Rerun(
        Reference.index(STEPS.toArray(Step[]::new)), Reference.data(), Expressions.NONE);
  }
}

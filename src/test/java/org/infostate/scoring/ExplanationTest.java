package org.infostate.scoring;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.infostate.scoring.Aggregation.Mean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ExplanationTest {

  /** Points by element of: a = (x, y) with weights 1, 3; b = (z); the top with 1, 1. */
  @Test
  void pointsOfAnArithmeticIndexAreWeightTimesScore() {
    Map<String, Contribution> all = contributions(Mean.ARITHMETIC, 0, "4 8 6");
    assertEquals(0.5 * 0.25 * 4, all.get("x").points(), 1e-12);
    assertEquals(0.5 * 0.75 * 8, all.get("y").points(), 1e-12);
    assertEquals(0.5 * 6, all.get("z").points(), 1e-12);
    assertEquals(0.375, all.get("y").weight(), 1e-12);
    assertEquals(6.5, all.get("top").points(), 1e-12);
  }

  @ParameterizedTest
  @EnumSource(value = Mean.class, names = "COPELAND", mode = EnumSource.Mode.EXCLUDE)
  void pointsOfTheIndicatorsAddUpToTheScore(Mean mean) {
    for (Step scale :
        List.of(
            Normalisation.of(new Scale.MinMax(1, 100)),
            Normalisation.of(new Scale.Goalposts(-1e3, 1e3, 10, true)))) {
      Result result =
          Scoring.run(
              Reference.index(new Denomination(), scale, new Aggregation(mean, -2, 0, Map.of())),
              Reference.data());
      for (int row = 0; row < 64; row++) {
        double sum = 0;
        double weights = 0;
        for (Contribution one : result.explanation(row)) {
          if (one.element().startsWith("I")
              && one.state().present()
              && one.element().length() == 3) {
            sum += one.points();
            weights += one.weight();
          }
        }
        double score = result.scores().value(row, result.scores().column("INDEX"));
        assertEquals(score, sum, 1e-9 * Math.abs(score), mean + " row " + row);
        assertEquals(1, weights, 1e-12);
      }
    }
  }

  @Test
  void aZeroUnderAGeometricMeanLeavesNoPointsAndAGainForItself() {
    Map<String, Contribution> all = contributions(Mean.GEOMETRIC, 0, "0 8 6");
    assertEquals(0, all.get("top").score());
    assertEquals(0, all.get("x").points());
    assertEquals(0, all.get("z").points());
    assertTrue(all.get("x").gain() > 0);
    assertEquals(0, all.get("y").gain());
  }

  @Test
  void aMissingElementHasNoWeightAndWhatItWouldAddIsSaid() {
    Map<String, Contribution> all = contributions(Mean.ARITHMETIC, 0, "4 . 6");
    assertEquals(0, all.get("y").weight());
    assertEquals(0.5, all.get("x").weight(), 1e-12);
    assertEquals(State.UNANSWERED, all.get("y").state());
    // The best y is 20, of XBB: a would be (4 + 3 * 20) / 4 = 16 for 4, and half of it counts.
    assertEquals(20, all.get("y").best());
    assertEquals(6, all.get("y").gain(), 1e-12);
  }

  @Test
  void theGainIsWhatARunWithTheBestValueGives() {
    for (Mean mean : List.of(Mean.ARITHMETIC, Mean.GEOMETRIC, Mean.MAZZIOTTA_PARETO)) {
      Map<String, Contribution> all = contributions(mean, 0, "4 8 6");
      double before = all.get("top").score();
      double after = contributions(mean, 0, "10 8 6").get("top").score();
      assertEquals(after - before, all.get("x").gain(), 1e-12, mean.toString());
      assertEquals(10, all.get("x").best());
    }
  }

  @Test
  void completenessCountsByNumberAndByWeight() {
    Index index =
        index(
            List.of(
                Imputation.byGroup(Imputation.Method.GROUP_MEAN, "region"),
                mean(Mean.ARITHMETIC, 0)));
    Result result =
        Scoring.run(
            index,
            Tables.of(
                """
                            x    y    z
                XAA@north   1    .    3
                XBB@north   2    2    .
                XCC         1    .  n/a
                XDD       n/a  n/a  n/a
                """));
    assertEquals(new Completeness(2, 1, 3, 0.625), result.completeness(0, "top"));
    assertEquals(new Completeness(1, 1, 2, 0.25), result.completeness(0, "a"));
    assertEquals(new Completeness(1, 0, 2, 0.25), result.completeness(2, "top"));
    assertEquals(new Completeness(0, 0, 0, Double.NaN), result.completeness(3, "top"));
    assertEquals(new Completeness(1, 0, 1, 1), result.completeness(1, "x"));
  }

  private static Step mean(Mean mean, double minimum) {
    return new Aggregation(mean, 1, minimum, Map.of());
  }

  private static Index index(List<Step> steps) {
    return Index.of(
        "explained",
        List.of(
            Element.aggregate("top", null, 1),
            Element.aggregate("a", "top", 1),
            Element.aggregate("b", "top", 1),
            Element.indicator("x", "a", 1, 1),
            Element.indicator("y", "a", 1, 3),
            Element.indicator("z", "b", 1, 1)),
        steps);
  }

  private static Map<String, Contribution> contributions(Mean mean, double minimum, String row) {
    Result result =
        Scoring.run(
            index(List.of(mean(mean, minimum))), Tables.of("x y z\nXAA " + row + "\nXBB 10 20 30"));
    Map<String, Contribution> all = new java.util.HashMap<>();
    List<Contribution> list = new ArrayList<>(result.explanation(0));
    list.forEach(c -> all.put(c.element(), c));
    assertTrue(all.size() == 6);
    return all;
  }
}

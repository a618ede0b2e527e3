package org.infostate.planning;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.infostate.problem.ProblemException;
import org.junit.jupiter.api.Test;

class PrioritiesTest {

  private static final PriorityWeights WEIGHTS = PriorityWeights.USUAL;

  private static Need need(String iso3, double missing, double unknown) {
    return new Need(iso3, missing, unknown, List.of(new Need.Gap("law", 100, missing, unknown, 0)));
  }

  private static Exposure exposure(Integer infoState, Double closing) {
    return new Exposure(infoState, 5, closing, null);
  }

  private static List<String> order(List<Priority> priorities) {
    return priorities.stream().map(p -> p.rank() + " " + p.iso3()).toList();
  }

  /**
   * XAA: (30 + 0.5 * 10) * (1 + 0.5 * 0 + 0.25 * 0) = 35.0; XRU, lowest of five: (24 + 0) * (1 +
   * 0.5 + 0) = 36.0; XBM, fourth of five and half way to the fastest: (20 + 0.5 * 20) * (1 + 0.375
   * + 0.125) = 45.0; XZE, of unknown info-state: 40 * (1 + 0.25) = 50.0.
   */
  @Test
  void needIsGapTimesExposure() {
    List<Priority> priorities =
        Priorities.rank(
            List.of(
                need("XAA", 30, 10), need("XRU", 24, 0), need("XBM", 20, 20), need("XZE", 40, 0)),
            Map.of("XAA", exposure(1, 0.0), "XRU", exposure(5, null), "XBM", exposure(4, 0.5)),
            Map.of(),
            WEIGHTS);
    assertEquals(List.of("1 XZE", "2 XBM", "3 XRU", "4 XAA"), order(priorities));
    assertEquals(List.of(50.0, 45.0, 36.0, 35.0), priorities.stream().map(Priority::need).toList());
    Priority bromaris = priorities.get(1);
    assertEquals(1.5, bromaris.factor(), 1e-12);
    // What is not known: help already there could take off 0.25, staging and demand could add 0.5.
    assertEquals(20 * 1.25, bromaris.least(), 1e-12);
    assertEquals(40 * 2, bromaris.most(), 1e-12);
  }

  @Test
  void needsThatLookAlikeShareTheBestRank() {
    List<Priority> priorities =
        Priorities.rank(
            List.of(
                need("XRU", 20.04, 0), need("XAA", 20.0, 0), need("XBM", 30, 0), need("XZE", 1, 0)),
            Map.of(
                "XRU", exposure(1, 0.0),
                "XAA", exposure(1, 0.0),
                "XBM", exposure(2, 0.0),
                "XZE", exposure(1, 0.0)),
            Map.of(),
            WEIGHTS);
    assertEquals(List.of("1 XBM", "2 XAA", "2 XRU", "4 XZE"), order(priorities));
    assertEquals(List.of(1, 1, 1, 3), priorities.stream().map(Priority::rankInInfoState).toList());
  }

  @Test
  void theOrderOfTheCountriesDoesNotMatter() {
    List<Need> needs = new ArrayList<>();
    Random chance = new Random(7);
    for (char c = 'A'; c <= 'Z'; c++) {
      needs.add(need("X" + c + "A", chance.nextInt(60), chance.nextInt(40)));
    }
    List<String> expected = order(Priorities.rank(needs, Map.of(), Map.of(), WEIGHTS));
    Collections.shuffle(needs, chance);
    assertEquals(expected, order(Priorities.rank(needs, Map.of(), Map.of(), WEIGHTS)));
  }

  @Test
  void lackingMoreNeverLowersTheNeed() {
    Random chance = new Random(11);
    for (int i = 0; i < 1000; i++) {
      double missing = chance.nextDouble() * 50;
      double unknown = chance.nextDouble() * 40;
      Map<String, Exposure> exposures =
          Map.of("XAA", exposure(1 + chance.nextInt(5), chance.nextDouble()));
      double before =
          Priorities.rank(List.of(need("XAA", missing, unknown)), exposures, Map.of(), WEIGHTS)
              .get(0)
              .need();
      double after =
          Priorities.rank(List.of(need("XAA", missing + 1, unknown)), exposures, Map.of(), WEIGHTS)
              .get(0)
              .need();
      assertTrue(after > before);
    }
  }

  @Test
  void theLowEndRunsInEqualStepsFromTheHighestInfoStateToTheLowest() {
    assertEquals(0, exposure(1, null).lowEnd());
    assertEquals(0.25, exposure(2, null).lowEnd());
    assertEquals(1, exposure(5, null).lowEnd());
    assertNull(Exposure.NOT_KNOWN.lowEnd());
    assertEquals(0, new Exposure(1, 1, null, null).lowEnd());
  }

  @Test
  void infoStatesHaveTheMeansOfTheirCountries() {
    List<Priority> priorities =
        Priorities.rank(
            List.of(need("XAA", 30, 10), need("XRU", 10, 20), need("XBM", 50, 0)),
            Map.of("XAA", exposure(1, 0.0), "XRU", exposure(1, 0.0)),
            Map.of(),
            WEIGHTS);
    assertEquals(
        List.of(new InfoStateNeed(1, 2, 20, 15, 27.5), new InfoStateNeed(null, 1, 50, 0, 62.5)),
        Priorities.byInfoState(priorities));
  }

  /**
   * Law lacks 30, 10 of it begun; experts lack 10 and 20 are not known, which count 10: 50 in all.
   * Asked for experts: 20 / 50; begun 10 / 40; helped with law: 30 / 50; more systems attack than
   * in a fifth of the others. 1 + 0.5 * 0.25 + 0.25 * 0.2 + 0.25 * 0.4 + 0.25 * 0.25 - 0.25 * 0.6 =
   * 1.1875.
   */
  @Test
  void demandReadinessHelpAndStagingCountWithTheirShareOfTheGap() {
    Need need =
        new Need(
            "XAA",
            40,
            20,
            List.of(new Need.Gap("law", 50, 30, 0, 10), new Need.Gap("experts", 50, 10, 20, 0)));
    Priority one =
        Priorities.rank(
                List.of(need),
                Map.of("XAA", new Exposure(2, 5, 0.0, 0.2)),
                Map.of("XAA", new Demand(Set.of("experts"), Set.of("law"))),
                WEIGHTS)
            .get(0);
    assertEquals(0.4, one.part(PriorityPart.DEMAND).value(), 1e-12);
    assertEquals(0.25, one.part(PriorityPart.READINESS).value(), 1e-12);
    assertEquals(-0.15, one.part(PriorityPart.RECEIVED).adds(), 1e-12);
    assertEquals(1.1875, one.factor(), 1e-12);
    assertEquals(50 * 1.1875, one.need(), 1e-9);
    assertEquals(40 * 1.1875, one.least(), 1e-9);
    assertEquals(60 * 1.1875, one.most(), 1e-9);
  }

  @Test
  void whatIsNotKnownIsSaidAndLiesBetweenItsEnds() {
    Priority one = Priorities.rank(List.of(need("XAA", 40, 0)), Map.of(), Map.of(), WEIGHTS).get(0);
    assertNull(one.part(PriorityPart.DEMAND).value());
    assertNull(one.part(PriorityPart.LOW_END).value());
    assertEquals(0.5, one.part(PriorityPart.LOW_END).counted());
    assertEquals(1.25, one.factor(), 1e-12);
    assertEquals(40 * 0.75, one.least(), 1e-12);
    assertEquals(40 * 2.25, one.most(), 1e-12);
    assertTrue(one.least() <= one.need() && one.need() <= one.most());
  }

  @Test
  void helpThatCountsFullyTakesAwayTheNeedButNoMore() {
    PriorityWeights weights =
        PriorityWeights.of(Map.of("received", 1.0, "lowEnd", 0.0, "demand", 0.0));
    Priority one =
        Priorities.rank(
                List.of(need("XAA", 40, 0)),
                Map.of("XAA", exposure(1, 0.0)),
                Map.of("XAA", new Demand(Set.of(), Set.of("law"))),
                weights)
            .get(0);
    assertEquals(0, one.need());
  }

  @Test
  void onlyTheOrderOfTheFiguresOfStagingCounts() {
    assertEquals(
        Map.of("XAA", 0.0, "XBM", 0.5, "XRU", 0.5, "XZE", 1.0),
        Staging.of(Map.of("XAA", 1.0, "XBM", 7.0, "XRU", 7.0, "XZE", 9000.0)));
    assertEquals(Map.of(), Staging.of(Map.of("XAA", 1.0)));
  }

  @Test
  void weightsOutOfTheirBoundsAreRefusedEachByItsName() {
    assertEquals(
        List.of("closing", "demand", "lowEnd", "received", "unknown", "weather"),
        assertThrows(
                ProblemException.class,
                () ->
                    PriorityWeights.of(
                        Map.of(
                            "unknown", 1.1,
                            "lowEnd", -0.1,
                            "closing", 5.1,
                            "received", 1.5,
                            "demand", Double.NaN,
                            "weather", 0.5,
                            "staging", 5.0)))
            .problems()
            .stream()
            .map(problem -> problem.place().question())
            .sorted()
            .toList());
  }

  @Test
  void weightsComeBackFromTheStoreAndPartsThatItDoesNotNameCountNothing() {
    PriorityWeights weights = PriorityWeights.of(Map.of("unknown", 0.25, "staging", 1e-7));
    assertEquals(weights, PriorityWeights.parse(weights.text()));
    PriorityWeights before = PriorityWeights.parse("unknown=0.5 lowEnd=0.5 closing=0.25");
    assertEquals(0.5, before.of(PriorityPart.LOW_END));
    assertEquals(0, before.of(PriorityPart.DEMAND));
  }
}

package org.infostate.planning;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

class PrioritiesTest {

  private static final PriorityWeights WEIGHTS = new PriorityWeights(0.5, 0.5, 0.25);

  private static Need need(String iso3, double missing, double unknown) {
    return new Need(iso3, missing, unknown, List.of(new Need.Gap("law", 100, missing, unknown)));
  }

  private static Exposure exposure(Integer infoState, Double closing) {
    return new Exposure(infoState, 5, closing);
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
            WEIGHTS);
    assertEquals(List.of("1 XZE", "2 XBM", "3 XRU", "4 XAA"), order(priorities));
    assertEquals(List.of(50.0, 45.0, 36.0, 35.0), priorities.stream().map(Priority::need).toList());
    Priority bromaris = priorities.get(1);
    assertEquals(1.5, bromaris.factor(), 1e-12);
    assertEquals(30, bromaris.least(), 1e-12);
    assertEquals(60, bromaris.most(), 1e-12);
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
    List<String> expected = order(Priorities.rank(needs, Map.of(), WEIGHTS));
    Collections.shuffle(needs, chance);
    assertEquals(expected, order(Priorities.rank(needs, Map.of(), WEIGHTS)));
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
          Priorities.rank(List.of(need("XAA", missing, unknown)), exposures, WEIGHTS).get(0).need();
      double after =
          Priorities.rank(List.of(need("XAA", missing + 1, unknown)), exposures, WEIGHTS)
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
    assertEquals(0.5, Exposure.NOT_KNOWN.lowEnd());
    assertEquals(0, new Exposure(1, 1, null).lowEnd());
  }

  @Test
  void infoStatesHaveTheMeansOfTheirCountries() {
    List<Priority> priorities =
        Priorities.rank(
            List.of(need("XAA", 30, 10), need("XRU", 10, 20), need("XBM", 50, 0)),
            Map.of("XAA", exposure(1, 0.0), "XRU", exposure(1, 0.0)),
            WEIGHTS);
    assertEquals(
        List.of(new InfoStateNeed(1, 2, 20, 15, 27.5), new InfoStateNeed(null, 1, 50, 0, 62.5)),
        Priorities.byInfoState(priorities));
  }

  @Test
  void weightsOutOfTheirBoundsAreRefused() {
    assertThrows(IllegalArgumentException.class, () -> new PriorityWeights(1.1, 0, 0));
    assertThrows(IllegalArgumentException.class, () -> new PriorityWeights(0, -0.1, 0));
    assertThrows(IllegalArgumentException.class, () -> new PriorityWeights(0, 0, 5.1));
    assertThrows(IllegalArgumentException.class, () -> new PriorityWeights(Double.NaN, 0, 0));
  }
}

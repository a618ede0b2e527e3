package org.infostate.planning;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.infostate.assessment.Score;
import org.infostate.scoring.State;
import org.junit.jupiter.api.Test;

class GrowthTest {

  private static Score score(String iso3, int year, Double score) {
    return new Score(
        iso3,
        year,
        "infostate",
        null,
        score,
        null,
        score == null ? State.INSUFFICIENT : State.PRESENT,
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

  /** From 100 five years ago, by country to the number given. */
  private static List<Score> series(double... now) {
    List<Score> series = new ArrayList<>();
    for (int i = 0; i < now.length; i++) {
      series.add(score("X" + (char) ('A' + i) + "A", 2013, 100.0));
      series.add(score("X" + (char) ('A' + i) + "A", 2016, 1.0));
      series.add(score("X" + (char) ('A' + i) + "A", 2018, now[i]));
    }
    return series;
  }

  /** Growth 0, 1, 2, 3, 4 (in natural logarithms): median 2, ninth decile 3.6. */
  @Test
  void closingIsHowFarGrowthLiesBetweenTheMedianAndTheFastestTenth() {
    Map<String, Double> closing =
        Growth.closing(
            series(100, 100 * Math.E, 100 * Math.exp(2), 100 * Math.exp(3), 100 * Math.exp(4)),
            2018);
    assertEquals(0, closing.get("XAA"), 1e-12);
    assertEquals(0, closing.get("XBA"), 1e-12);
    assertEquals(0, closing.get("XCA"), 1e-12);
    assertEquals(1 / 1.6, closing.get("XDA"), 1e-9);
    assertEquals(1, closing.get("XEA"), 1e-12);
  }

  @Test
  void whereAllGrowAlikeNobodyClosesFaster() {
    assertEquals(Map.of("XAA", 0.0, "XBA", 0.0), Growth.closing(series(200, 200), 2018));
  }

  @Test
  void withoutBothYearsOrAboveZeroGrowthIsNotKnown() {
    List<Score> series = series(200, 300);
    series.add(score("XXA", 2018, 50.0));
    series.add(score("XYA", 2013, null));
    series.add(score("XYA", 2018, 50.0));
    series.add(score("XZA", 2013, 0.0));
    series.add(score("XZA", 2018, 50.0));
    assertEquals(Set.of("XAA", "XBA"), Growth.closing(series, 2018).keySet());
    assertEquals(Map.of(), Growth.closing(List.of(), 2018));
  }
}

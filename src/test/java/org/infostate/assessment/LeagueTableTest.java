package org.infostate.assessment;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Set;
import org.infostate.scoring.Index;
import org.infostate.scoring.State;
import org.junit.jupiter.api.Test;

class LeagueTableTest {

  private static final Index INDEX =
      Indices.read(
              """
              index: small
              version: 1
              name: Small
              steps:
                - aggregate: {mean: arithmetic}
              elements:
                - {code: total, name: Total}
                - {code: law, parent: total, name: Law}
                - {code: a, parent: law, name: A, source: {columns: "${a}"}}
                - {code: b, parent: total, name: B, source: {columns: "${b}"}}
              """)
          .index();

  private static Score score(String iso3, String element, Double score, Double rank, double known) {
    return new Score(
        iso3,
        null,
        element,
        null,
        score,
        rank,
        score == null ? State.INSUFFICIENT : State.PRESENT,
        Set.of(),
        null,
        null,
        null,
        null,
        1,
        0,
        2,
        known);
  }

  private static AssessedCase assessed(String iso3, Integer group) {
    return new AssessedCase(
        iso3, null, AssessedCase.Basis.ACCEPTED, 1L, group, group == null ? null : 2018);
  }

  private static LeagueTable league() {
    return LeagueTable.of(
        INDEX,
        List.of(
            score("XAA", "total", 70.0, 1.0, 1),
            score("XAA", "law", 60.0, 2.0, 1),
            score("XAA", "a", 60.0, 2.0, 1),
            score("XRU", "total", 50.0, 2.0, 0.5),
            score("XRU", "law", 90.0, 1.0, 1),
            score("XBM", "total", null, null, 0.1),
            score("XBM", "law", 10.0, 3.0, 0.2)),
        List.of(assessed("XRU", 2), assessed("XZE", 3), assessed("XBM", null), assessed("XAA", 2)));
  }

  private static List<String> order(LeagueTable table) {
    return table.lines().stream().map(LeagueTable.Line::iso3).toList();
  }

  @Test
  void pillarsAreTheElementsRightBelowTheWhole() {
    assertEquals(List.of("law", "b"), league().pillars());
  }

  @Test
  void countriesStandByRankAndThoseWithoutOneLast() {
    assertEquals(List.of("XAA", "XRU", "XBM", "XZE"), order(league()));
  }

  @Test
  void whatIsMissingStandsLastInBothDirections() {
    LeagueTable league = league();
    assertEquals(
        List.of("XRU", "XAA", "XBM", "XZE"),
        order(league.sorted("law", true, LeagueTable.Line::iso3)));
    assertEquals(
        List.of("XBM", "XAA", "XRU", "XZE"),
        order(league.sorted("law", false, LeagueTable.Line::iso3)));
    assertEquals(
        List.of("XZE", "XAA", "XRU", "XBM"),
        order(league.sorted(LeagueTable.INFO_STATE, true, LeagueTable.Line::iso3)));
    assertEquals(
        List.of("XBM", "XRU", "XAA", "XZE"),
        order(league.sorted(LeagueTable.COMPLETENESS, false, LeagueTable.Line::iso3)));
  }

  @Test
  void countriesCanBeSortedByName() {
    assertEquals(
        List.of("XZE", "XRU", "XBM", "XAA"),
        order(league().sorted(LeagueTable.COUNTRY, true, LeagueTable.Line::iso3)));
  }

  @Test
  void oneInfoStateCanBeLookedAt() {
    assertEquals(List.of("XAA", "XRU"), order(league().in(2)));
    assertEquals(4, league().in(null).lines().size());
  }

  @Test
  void aHeadingTurnsTheOrderRound() {
    LeagueOrder order = new LeagueOrder("/assessments/7", 2018, "law", false, 2);
    assertEquals("/assessments/7?sort=law&order=desc&year=2018&group=2", order.by("law"));
    assertEquals("/assessments/7?sort=rank&year=2018&group=2", order.by("rank"));
    assertEquals("ascending", order.ariaSort("law"));
    assertEquals(null, order.ariaSort("rank"));
  }
}

package org.infostate.round;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.infostate.Suite;
import org.infostate.account.Actor;
import org.infostate.account.Role;
import org.infostate.country.Countries;
import org.infostate.country.CountryTable;
import org.infostate.problem.ProblemException;
import org.infostate.problem.ProblemKind;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.extension.ExtendWith;

/** The store of rounds, inside the server: who sees which, and when. */
@ExtendWith(ArquillianExtension.class)
@EnabledIf(value = Suite.READY, disabledReason = Suite.WHY)
public class StoredRoundsIT {

  private static final Instant NOW = Instant.parse("2026-12-01T08:00:00Z");
  private static final Instant DEADLINE = NOW.plus(Duration.ofDays(900));
  private static final Actor ARCADIA = new Actor(null, "a", "a", Role.FOCAL_POINT, "XAA");
  private static final Actor ZUBROWKA = new Actor(null, "z", "z", Role.FOCAL_POINT, "XZZ");
  private static final Actor PLANNER = new Actor(null, "p", "p", Role.PLANNER, null);

  @Inject private Countries countries;
  @Inject private PlanRound planRound;
  @Inject private Rounds rounds;

  @BeforeEach
  public void keepCountries() {
    countries.keep(CountryTable.invented());
  }

  private void plan(String code) {
    planRound.plan(code, "Title", DEADLINE, List.of("units/1"), List.of("XRU", "XAA", "XAA"), NOW);
  }

  private static List<String> codes(List<Round> rounds) {
    return rounds.stream().map(Round::code).filter(code -> code.startsWith("seen-")).toList();
  }

  @Test
  public void aRoundComesBackAsItWasPlanned() {
    plan("kept-1");

    Round round = rounds.find("kept-1", PLANNER).orElseThrow();

    assertEquals(Round.State.PLANNED, round.state());
    assertEquals(DEADLINE, round.deadline());
    assertEquals("units", round.versions().get(0).code());
    assertEquals(
        List.of("XAA", "XRU"),
        round.countries().stream().map(RoundCountry::iso3).sorted().toList());
  }

  @Test
  public void aCodeIsTakenOnce() {
    plan("kept-2");

    ProblemException refusal = assertThrows(ProblemException.class, () -> plan("kept-2"));

    assertEquals(ProblemKind.ROUND_CODE_TAKEN, refusal.first().kind());
  }

  @Test
  public void aCountrySeesItsRoundsOnceTheyAreOpenAndNoOther() {
    plan("seen-1");
    assertTrue(rounds.find("seen-1", ARCADIA).isEmpty());
    assertEquals(List.of(), codes(rounds.all(ARCADIA)));
    assertEquals(List.of("seen-1"), codes(rounds.all(PLANNER)));

    planRound.open("seen-1", false, NOW);

    assertEquals(Round.State.OPEN, rounds.find("seen-1", ARCADIA).orElseThrow().state());
    assertEquals(List.of("seen-1"), codes(rounds.all(ARCADIA)));
    assertTrue(rounds.find("seen-1", ZUBROWKA).isEmpty());
    assertEquals(List.of(), codes(rounds.all(ZUBROWKA)));
  }
}

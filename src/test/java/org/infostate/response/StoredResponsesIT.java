package org.infostate.response;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.inject.Inject;
import jakarta.persistence.OptimisticLockException;
import jakarta.transaction.UserTransaction;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.infostate.Suite;
import org.infostate.account.Actor;
import org.infostate.account.Role;
import org.infostate.country.Countries;
import org.infostate.country.CountryTable;
import org.infostate.problem.ProblemException;
import org.infostate.problem.ProblemKind;
import org.infostate.round.PlanRound;
import org.infostate.text.Language;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.extension.ExtendWith;

/** The store of responses, inside the server: who finds what, and two who write at once. */
@ExtendWith(ArquillianExtension.class)
@EnabledIf(value = Suite.READY, disabledReason = Suite.WHY)
public class StoredResponsesIT {

  private static final String ROUND = "stored";
  private static final AnswerKey STATUS = new AnswerKey("unit_247_status", 0);

  private static final Actor ARCADIA = person("focal-xaa", Role.FOCAL_POINT, "XAA");
  private static final Actor CONTRIBUTOR = person("contributor-xaa", Role.CONTRIBUTOR, "XAA");
  private static final Actor SECOND = person("second-xaa", Role.FOCAL_POINT, "XAA");
  private static final Actor RURITANIA = person("focal-xru", Role.FOCAL_POINT, "XRU");
  private static final Actor PLANNER = person("planner", Role.PLANNER, null);
  private static final Actor RESEARCHER = person("researcher", Role.RESEARCHER, null);

  @Inject private Countries countries;
  @Inject private PlanRound planRound;
  @Inject private Responses responses;
  @Inject private SaveAnswers saveAnswers;
  @Resource private ManagedExecutorService executor;
  @Resource private UserTransaction transaction;

  private static Actor person(String login, String role, String iso3) {
    return new Actor(null, login, login, role, iso3);
  }

  @BeforeEach
  void openARound() {
    if (responses.find(ROUND, "XAA", PLANNER).isEmpty()) {
      Instant now = Instant.parse("2026-12-01T08:00:00Z");
      countries.keep(CountryTable.invented());
      planRound.plan(
          ROUND,
          "Stored",
          now.plus(Duration.ofDays(900)),
          List.of("units/1"),
          List.of("XAA", "XRU"),
          now);
      planRound.open(ROUND, false, now);
    }
  }

  @Test
  void peopleOfACountryFindItsResponseAndNoOther() {
    for (Actor actor : List.of(ARCADIA, CONTRIBUTOR)) {
      assertTrue(responses.find(ROUND, "XAA", actor).isPresent(), actor.login());
      assertTrue(responses.find(ROUND, "XRU", actor).isEmpty(), actor.login());
    }
    assertTrue(responses.find(ROUND, "XRU", RURITANIA).isPresent());
    assertTrue(responses.find(ROUND, "XAA", RURITANIA).isEmpty());
  }

  @Test
  void plannersFindAllAndResearchersAndNobodyFindNone() {
    for (String iso3 : List.of("XAA", "XRU")) {
      assertTrue(responses.find(ROUND, iso3, PLANNER).isPresent());
      assertTrue(responses.find(ROUND, iso3, RESEARCHER).isEmpty());
      assertTrue(responses.find(ROUND, iso3, Actor.NOBODY).isEmpty());
    }
  }

  @Test
  void anAnswerEditedFromAnOldRevisionIsRefused() {
    Response response = responses.require(ROUND, "XRU", RURITANIA);
    save(response, RURITANIA, "operating", 0);

    ProblemException stale =
        assertThrows(
            ProblemException.class, () -> save(response, RURITANIA, "planned", 0).orThrow());

    assertEquals(ProblemKind.ANSWER_STALE, stale.first().kind());
    assertEquals("operating", responses.held(response).get(STATUS).value());
  }

  @Test
  void ofTwoWhoWriteAtOnceTheSecondLoses() throws Exception {
    Response response = responses.require(ROUND, "XAA", ARCADIA);
    save(response, ARCADIA, "operating", 0).orThrow();

    transaction.begin();
    responses.answers(response, Set.of(STATUS.question()));
    executor.submit(() -> save(response, SECOND, "set_up", 1).orThrow()).get(20, TimeUnit.SECONDS);
    Exception lost =
        assertThrows(
            Exception.class,
            () -> {
              save(response, ARCADIA, "planned", 1).orThrow();
              transaction.commit();
            });

    assertTrue(
        Stream.iterate((Throwable) lost, cause -> cause != null, Throwable::getCause)
            .anyMatch(OptimisticLockException.class::isInstance),
        () -> "lost by " + lost);
    assertEquals("set_up", responses.held(response).get(STATUS).value());
  }

  private SaveAnswers.Outcome save(Response response, Actor actor, String value, int base) {
    return saveAnswers.save(
        response,
        Map.of(STATUS, Given.value(value)),
        Map.of(STATUS, base),
        actor,
        Via.API,
        Language.EN,
        Instant.parse("2026-12-02T08:00:00Z"));
  }
}

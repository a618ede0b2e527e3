package org.infostate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.http.HttpResponse;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/**
 * Pages that are locked say why and who can unlock them; times stand in the zone that the reader
 * chose.
 */
class LockedPagesIT {

  private static final AtomicInteger ROUNDS = new AtomicInteger();
  private static final long SHORT_SECONDS = 30;

  private static String code() {
    return "locked-" + ROUNDS.incrementAndGet();
  }

  private static String section(TestRound round, String login) {
    return round
        .caller(login)
        .get("/rounds/" + round.code() + "/responses/XAA/unit_contact_point?lang=en")
        .body();
  }

  private static void assertLocked(String page, String why) {
    assertTrue(page.contains(why), page);
    assertTrue(page.contains("data-editable=\"false\""), "nothing can be filled in");
  }

  @Test
  void whatIsNotYoursIsReadAndNotChanged() {
    TestRound round = TestRound.open(Server.sample(), code(), "XAA", "XRU");
    assertLocked(section(round, "planner"), "only the people of the country answer");
    assertTrue(section(round, "focal-xaa").contains("data-editable=\"true\""));
    Caller foreign = round.caller("focal-xru");
    String page = "/rounds/" + round.code() + "/responses/XAA";
    assertEquals(404, foreign.get(page).statusCode());
    assertEquals(404, foreign.get(page + "/unit_contact_point").statusCode());
    Caller contributor = round.caller("contributor-xaa");
    assertEquals(403, contributor.get(page + "/unit_contact_point").statusCode());
  }

  @Test
  void whatIsSubmittedAcceptedOrClosedSaysSo() {
    TestRound round = TestRound.open(Server.sample(), code(), "XAA");
    round.submit("XAA");
    assertLocked(section(round, "focal-xaa"), "The reviewer can open them again by returning");
    round.caller("reviewer").post(round.api() + "XAA/acceptance", "{}");
    assertLocked(section(round, "focal-xaa"), "The reviewer can reopen them, giving a reason");

    TestRound closed = TestRound.open(Server.sample(), code(), "XAA");
    closed.caller("planner").post("/api/v1/rounds/" + closed.code() + "/closing", null);
    assertLocked(section(closed, "focal-xaa"), "This round is closed");
  }

  /** More time is given with the return, or the country could change nothing. */
  @Test
  void afterTheDeadlineAResponseIsReturnedTogetherWithMoreTime() throws InterruptedException {
    Instant deadline = Instant.now().plusSeconds(SHORT_SECONDS);
    TestRound round = TestRound.until(Server.sample(), code(), deadline, "XAA");
    Caller reviewer = round.caller("reviewer");
    String response = "/rounds/" + round.code() + "/responses/XAA";
    assertEquals(200, round.submit("XAA").statusCode());
    assertFalse(reviewer.get(response).body().contains("name=\"until\""), "there is time yet");
    while (!Instant.now().isAfter(deadline)) {
      Thread.sleep(500);
    }
    String late = reviewer.get(response + "?lang=en").body();
    assertTrue(late.contains("without more time the country can change nothing"), late);
    assertTrue(late.contains("name=\"until\""), late);

    HttpResponse<String> past =
        reviewer.submit(response + "/return", "comment", "See 3.", "until", "2020-01-01");
    assertEquals(422, past.statusCode());
    assertTrue(
        reviewer.get(round.api() + "XAA").body().contains("\"submitted\""), "all or nothing");
    String until = LocalDate.now(ZoneOffset.UTC).plusDays(9).toString();
    HttpResponse<String> returned =
        reviewer.submit(response + "/return", "comment", "See 3.", "until", until);
    assertEquals(303, returned.statusCode(), returned.body());
    assertTrue(section(round, "focal-xaa").contains("data-editable=\"true\""));
    String letters =
        round.caller("planner").get("/outbox?purpose=extension&round=" + round.code()).body();
    assertTrue(letters.contains("See 3."), letters);
  }

  @Test
  void timesStandInTheZoneThatTheReaderChose() {
    TestRound round = TestRound.open(Server.sample(), code(), "XRU");
    Caller focalPoint = round.caller("focal-xru");
    String page = "/rounds/" + round.code() + "/responses/XRU";
    assertTrue(focalPoint.get(page + "?lang=en").body().contains(" UTC"));

    HttpResponse<String> chosen =
        focalPoint.submit("/account/zone", "zone", "Asia/Tokyo", "to", page);
    assertEquals(303, chosen.statusCode(), chosen.body());
    String shown = focalPoint.get(page + "?lang=en").body();
    assertTrue(shown.contains("data-zone=\"Asia/Tokyo\""), shown);
    assertFalse(shown.matches("(?s).*Deadline: [^<]* UTC.*"), shown);
    HttpResponse<String> unknown =
        focalPoint.submit("/account/zone", "zone", "Middle/Earth", "to", page);
    assertEquals(422, unknown.statusCode());
    assertTrue(unknown.body().contains("1488"), unknown.body());
    HttpResponse<String> elsewhere =
        focalPoint.submit("/account/zone", "zone", "UTC", "to", "https://elsewhere.example/");
    assertFalse(
        elsewhere.headers().firstValue("Location").orElse("").contains("elsewhere.example"));
    focalPoint.submit("/account/zone", "zone", "UTC", "to", page);
  }
}

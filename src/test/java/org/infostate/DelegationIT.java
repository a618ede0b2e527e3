package org.infostate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.http.HttpResponse;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Sections handed over by e-mail, on both databases.
 *
 * <ol>
 *   <li>A contributor sees the sections handed over and threads about them, nothing else.
 *   <li>A new address gets an account of the country and a one-time link; planners do not see the
 *       link. The address of another account is refused (1460).
 *   <li>A section is complete when nothing in it stands in the way of submitting; that can be
 *       undone, by the contributor and by the focal point.
 *   <li>What was taken back is no longer seen.
 * </ol>
 */
@ParameterizedClass
@EnumSource(Database.class)
class DelegationIT {

  private static final AtomicInteger ROUNDS = new AtomicInteger();
  private static final Pattern ID = Pattern.compile("\"id\":(\\d+)");
  private static final Pattern SECTION = Pattern.compile("\"section\":\"(\\w+)\"");

  @Parameter private Database database;

  private TestRound round;
  private String response;
  private Caller focalPoint;
  private Caller contributor;
  private String section;

  @BeforeEach
  void openARound() {
    round = TestRound.open(database.sample(), "hand-" + ROUNDS.incrementAndGet(), "XAA", "XRU");
    response = round.api() + "XAA";
    focalPoint = round.caller("focal-xaa");
    contributor = round.caller("contributor-xaa");
    Matcher first = SECTION.matcher(focalPoint.get(response).body());
    assertTrue(first.find());
    section = first.group(1);
  }

  private HttpResponse<String> hand(String email) {
    return focalPoint.post(
        response + "/delegations",
        "{\"sections\":[\"%s\"],\"email\":\"%s\",\"language\":\"fr\"}".formatted(section, email));
  }

  private String handed(String email) {
    HttpResponse<String> reply = hand(email);
    assertEquals(201, reply.statusCode(), reply.body());
    Matcher id = ID.matcher(reply.body());
    assertTrue(id.find(), reply.body());
    return response + "/delegations/" + id.group(1);
  }

  private String emailOfContributor() {
    String handing = round.caller("admin").get("/accounts").body();
    Matcher email = Pattern.compile("contributor-xaa@[\\w.]+").matcher(handing);
    assertTrue(email.find(), handing);
    return email.group();
  }

  @Test
  void aContributorSeesWhatWasHandedOverUntilItIsTakenBack() {
    String page = "/rounds/" + round.code() + "/responses/XAA/" + section;
    assertEquals(403, contributor.get(page).statusCode());

    String delegation = handed(emailOfContributor());
    assertEquals(200, contributor.get(page).statusCode());
    String sections = contributor.get(response).body();
    assertEquals(1, SECTION.matcher(sections).results().count(), sections);
    assertTrue(
        round
            .caller("planner")
            .get("/api/v1/outbox?round=" + round.code())
            .body()
            .contains("\"delegation\""));

    assertEquals(404, round.caller("focal-xru").get(response + "/delegations").statusCode());
    assertEquals(204, focalPoint.send("DELETE", delegation, null, null).statusCode());
    assertEquals(403, contributor.get(page).statusCode());
    String history = focalPoint.get(response + "/delegations/history").body();
    assertTrue(history.contains("\"handed\"") && history.contains("\"taken_back\""), history);
  }

  @Test
  void aContributorSeesThreadsOfHerSectionsOnly() {
    handed(emailOfContributor());
    assertEquals(200, round.submit("XAA").statusCode());
    Caller reviewer = round.caller("reviewer");
    String all = reviewer.get(response + "/answers").body();
    Matcher question = Pattern.compile("\"question\":\"(\\w+)\"").matcher(all);
    String own = contributor.get(response + "/answers").body();
    String foreign = null;
    while (foreign == null && question.find()) {
      foreign = own.contains('"' + question.group(1) + '"') ? null : question.group(1);
    }
    Matcher ownQuestion = Pattern.compile("\"question\":\"(\\w+)\"").matcher(own);
    assertTrue(ownQuestion.find(), own);
    for (String about : new String[] {foreign, ownQuestion.group(1)}) {
      HttpResponse<String> asked =
          reviewer.post(
              response + "/clarifications",
              "{\"question\":\"%s\",\"message\":\"About %s\"}".formatted(about, about));
      assertEquals(201, asked.statusCode(), asked.body());
    }

    String seen = contributor.get(response + "/clarifications").body();
    assertTrue(seen.contains("About " + ownQuestion.group(1)), seen);
    assertFalse(seen.contains("About " + foreign), seen);
  }

  @Test
  void aNewAddressGetsAnAccountAndALinkThatPlannersDoNotSee() {
    String email = "New." + round.code() + "@ministry.example";
    handed(email);
    handed(email);

    String accounts = round.caller("admin").get("/accounts").body();
    assertTrue(accounts.contains(email), accounts);
    String planners = round.caller("planner").get("/api/v1/outbox?round=" + round.code()).body();
    assertFalse(planners.contains(email), planners);
    String secret = round.caller("admin").get("/api/v1/outbox?round=" + round.code()).body();
    Matcher link = Pattern.compile("/welcome/([\\w-]+)").matcher(secret);
    assertTrue(link.find(), secret);
    assertTrue(
        Caller.nobody(round.server())
            .get("/welcome/" + link.group(1))
            .body()
            .contains(email.toLowerCase(Locale.ROOT)));
    assertEquals(1, ID.matcher(focalPoint.get(response + "/delegations").body()).results().count());
  }

  @Test
  void theAddressOfAnotherAccountIsRefused() {
    String accounts = round.caller("admin").get("/accounts").body();
    Matcher planner = Pattern.compile("planner@[\\w.]+").matcher(accounts);
    assertTrue(planner.find(), accounts);
    assertEquals(1460, Caller.problem(hand(planner.group())));
    assertEquals(1107, Caller.problem(hand("nonsense")));
    section = "no_such_section";
    assertEquals(1010, Caller.problem(hand("somebody@ministry.example")));
  }

  @Test
  void aSectionIsCompleteWhenNothingIsMissingAndCanBeReopened() {
    String delegation = handed(emailOfContributor());
    HttpResponse<String> early = contributor.post(delegation + "/completion", null);
    assertEquals(1410, Caller.problem(early), early.body());

    Pattern missing = Pattern.compile("\"question\":\"(\\w+)\"");
    HttpResponse<String> done = early;
    for (int pass = 0; pass < 8 && done.statusCode() == 422; pass++) {
      missing
          .matcher(done.body())
          .results()
          .map(found -> found.group(1))
          .distinct()
          .forEach(
              question ->
                  contributor.put(
                      round.answer("XAA", question),
                      "{\"status\":\"unknown\"}",
                      "If-None-Match",
                      "*"));
      done = contributor.post(delegation + "/completion", null);
    }
    assertEquals(200, done.statusCode(), done.body());
    assertTrue(done.body().contains("\"complete\":true"), done.body());

    assertEquals(
        204, contributor.send("DELETE", delegation + "/completion", null, null).statusCode());
    assertEquals(200, contributor.post(delegation + "/completion", null).statusCode());
    assertEquals(
        403, contributor.post(delegation + "/reopening", "{\"comment\":\"x\"}").statusCode());
    HttpResponse<String> reopened =
        focalPoint.post(delegation + "/reopening", "{\"comment\":\"The year is missing.\"}");
    assertTrue(reopened.body().contains("\"complete\":false"), reopened.body());
    assertTrue(
        focalPoint.get(response + "/delegations/history").body().contains("The year is missing."));
  }
}

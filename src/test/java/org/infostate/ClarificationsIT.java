package org.infostate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.http.HttpResponse;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * What reviewer and country say to each other about answers, on both databases.
 *
 * <ol>
 *   <li>The reviewer asks, the country replies, the reviewer resolves; both are told by mail.
 *   <li>Another country sees nothing of it, a contributor only what is about her sections.
 *   <li>A marked question is told of when the response is returned, and not before.
 *   <li>A verdict stands beside the declared answer, which stays as it is.
 *   <li>A response with an open clarification is not accepted; an accepted one is reopened with a
 *       reason.
 * </ol>
 */
@ParameterizedClass
@EnumSource(Database.class)
class ClarificationsIT {

  private static final AtomicInteger ROUNDS = new AtomicInteger();
  private static final Pattern ID = Pattern.compile("\"id\":(\\d+)");
  private static final String ASKED = "unit_247_status";

  @Parameter private Database database;

  private TestRound round;
  private String response;
  private Caller focalPoint;
  private Caller reviewer;

  @BeforeEach
  void submitAResponse() {
    round = TestRound.open(database.sample(), "clarify-" + ROUNDS.incrementAndGet(), "XAA", "XRU");
    response = round.api() + "XAA";
    focalPoint = round.caller("focal-xaa");
    reviewer = round.caller("reviewer");
    focalPoint.put(round.answer("XAA", ASKED), "{\"value\":\"operating\"}", "If-None-Match", "*");
    HttpResponse<String> submitted = round.submit("XAA");
    assertEquals(200, submitted.statusCode(), submitted.body());
  }

  private String ask(String message, boolean marked) {
    HttpResponse<String> asked =
        reviewer.post(
            response + "/clarifications",
            """
            {"question": "%s", "message": "%s", "marked": %s}
            """
                .formatted(ASKED, message, marked));
    assertEquals(201, asked.statusCode(), asked.body());
    Matcher id = ID.matcher(asked.body());
    assertTrue(id.find(), asked.body());
    return response + "/clarifications/" + id.group(1);
  }

  private static void assertOk(HttpResponse<String> reply) {
    assertEquals(200, reply.statusCode(), reply.body());
  }

  @Test
  void theReviewerAsksTheCountryRepliesAndBothAreTold() {
    String thread = ask("Since which month?", false);
    assertTrue(focalPoint.get(response + "/clarifications").body().contains("Since which month?"));

    assertEquals(1015, Caller.problem(focalPoint.post(thread + "/messages", "{}")));
    HttpResponse<String> replied =
        focalPoint.post(thread + "/messages", "{\"message\":\"Since \u0645\u0627\u064a\u0648.\"}");
    assertTrue(replied.body().contains("\"answered\""), replied.body());

    String written = round.caller("planner").get("/outbox").body();
    assertTrue(written.contains("Since which month?"), "told the country");
    assertTrue(written.contains("Since \u0645\u0627\u064a\u0648."), "told the reviewer");

    assertEquals(1441, Caller.problem(reviewer.post(response + "/acceptance", "{}")));
    assertEquals(403, focalPoint.post(thread + "/resolution", null).statusCode());
    assertOk(reviewer.post(thread + "/resolution", null));
    assertEquals(
        1440, Caller.problem(focalPoint.post(thread + "/messages", "{\"message\":\"more\"}")));
    assertOk(reviewer.post(response + "/acceptance", "{}"));
  }

  @Test
  void nobodyElseSeesIt() {
    String thread = ask("Only for Arcadia.", false);

    Caller stranger = round.caller("focal-xru");
    assertEquals(404, stranger.get(response + "/clarifications").statusCode());
    assertEquals(404, stranger.post(thread + "/messages", "{\"message\":\"hello\"}").statusCode());
    assertEquals(404, stranger.get(response + "/verifications").statusCode());
    String own = round.api() + "XRU";
    assertFalse(stranger.get(own + "/clarifications").body().contains("Arcadia"));
    String elsewhere = thread.replace("/XAA/", "/XRU/");
    assertEquals(
        404, stranger.post(elsewhere + "/messages", "{\"message\":\"hello\"}").statusCode());

    Caller contributor = round.caller("contributor-xaa");
    assertEquals("[]", contributor.get(response + "/clarifications").body());
    assertEquals(
        404, contributor.post(thread + "/messages", "{\"message\":\"hello\"}").statusCode());
    assertEquals(
        403, focalPoint.post(response + "/clarifications", "{\"message\":\"x\"}").statusCode());
  }

  @Test
  void aMarkedQuestionIsToldOfWhenTheResponseIsReturned() {
    ask("Please correct the status.", true);
    assertEquals("[]", focalPoint.get(response + "/clarifications").body());

    assertOk(
        reviewer.post(
            response + "/return",
            """
            {"comment": "Two things.",
             "questions": [{"question": "unit_247_authority", "message": "Which ministry?"}]}
            """));

    String seen = focalPoint.get(response + "/clarifications").body();
    assertTrue(seen.contains("Please correct the status."), seen);
    assertTrue(seen.contains("Which ministry?"), seen);
    String overview = focalPoint.get("/rounds/" + round.code() + "/responses/XAA").body();
    assertTrue(overview.contains("To be changed"), overview);
  }

  @Test
  void aReturnThatMarksAQuestionThatIsNotThereReturnsNothing() {
    HttpResponse<String> refused =
        reviewer.post(
            response + "/return",
            "{\"comment\":\"x\",\"questions\":[{\"question\":\"no_such\",\"message\":\"y\"}]}");

    assertEquals(1421, Caller.problem(refused), refused.body());
    assertTrue(focalPoint.get(response).body().contains("\"submitted\""));
  }

  @Test
  void aVerdictStandsBesideWhatWasDeclared() {
    String verification = round.answer("XAA", ASKED) + "/verification";
    String partly = "{\"verdict\":\"partly\",\"value\":\"set_up\",\"comment\":\"Seen in May.\"}";
    assertEquals(1409, Caller.problem(reviewer.put(verification, partly)));
    assertEquals(403, focalPoint.put(verification, partly, "If-None-Match", "*").statusCode());
    assertEquals(
        1443,
        Caller.problem(
            reviewer.put(verification, "{\"verdict\":\"perhaps\"}", "If-None-Match", "*")));
    assertEquals(
        1445,
        Caller.problem(
            reviewer.put(verification, "{\"verdict\":\"partly\"}", "If-None-Match", "*")));
    assertEquals(
        1404,
        Caller.problem(
            reviewer.put(verification, partly.replace("set_up", "perhaps"), "If-None-Match", "*")));

    HttpResponse<String> judged = reviewer.put(verification, partly, "If-None-Match", "*");
    assertOk(judged);
    assertEquals("\"1\"", judged.headers().firstValue("ETag").orElse(""));
    assertEquals(1447, Caller.problem(reviewer.put(verification, partly, "If-Match", "\"7\"")));

    assertTrue(focalPoint.get(verification).body().contains("\"set_up\""));
    String declared = focalPoint.get(round.answer("XAA", ASKED)).body();
    assertTrue(declared.contains("\"value\":\"operating\""), declared);
    assertTrue(declared.contains("\"revision\":1"), declared);

    HttpResponse<String> withdrawn =
        reviewer.send("DELETE", verification, null, null, "If-Match", "\"1\"");
    assertEquals(204, withdrawn.statusCode(), withdrawn.body());
    assertEquals(404, reviewer.get(verification).statusCode());
    String history = focalPoint.get(verification + "/history").body();
    assertTrue(history.contains("\"partly\"") && history.contains("\"withdrawn\""), history);
  }

  @Test
  void anAcceptedResponseIsReopenedWithAReason() {
    assertEquals(
        1416,
        Caller.problem(reviewer.post(response + "/reopening", "{\"comment\":\"too early\"}")));
    assertOk(reviewer.post(response + "/acceptance", "{}"));
    assertEquals(1448, Caller.problem(reviewer.post(response + "/reopening", "{}")));
    assertEquals(403, focalPoint.post(response + "/reopening", "{\"comment\":\"x\"}").statusCode());
    assertOk(reviewer.post(response + "/reopening", "{\"comment\":\"A figure was wrong.\"}"));
    assertTrue(focalPoint.get(response + "/history").body().contains("A figure was wrong."));
    assertOk(reviewer.post(response + "/return", "{\"comment\":\"Please mend it.\"}"));
  }
}

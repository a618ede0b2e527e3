package org.infostate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.http.HttpResponse;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * A round that begins with the accepted answers of the last, on both databases.
 *
 * <ol>
 *   <li>Answers, their comments and the rows of rosters are there, each waiting.
 *   <li>Nothing is submitted while an answer waits (1450); what is confirmed or changed does not.
 *   <li>A section is confirmed at once; the share of what was confirmed unchanged can be read.
 *   <li>A country that had no accepted response begins with nothing; so does a round that was
 *       opened without carrying forward.
 * </ol>
 */
class CarryForwardIT {

  private static final AtomicInteger ROUNDS = new AtomicInteger();

  @ParameterizedTest
  @EnumSource(Database.class)
  void theNextRoundBeginsWithWhatWasAccepted(Database database) {
    Server server = database.sample();
    int number = ROUNDS.incrementAndGet();
    TestRound before = TestRound.open(server, "before-" + number, "XAA");
    Caller focalPoint = before.caller("focal-xaa");
    focalPoint.put(
        before.answer("XAA", "unit_247_status"),
        "{\"value\":\"operating\",\"comment\":\"Since spring.\"}",
        "If-None-Match",
        "*");
    focalPoint.put(
        before.answer("XAA", "unit_247_authority"), "{\"value\":\"Police\"}", "If-None-Match", "*");
    assertEquals(200, before.submit("XAA").statusCode());
    assertEquals(
        200, before.caller("reviewer").post(before.api() + "XAA/acceptance", "{}").statusCode());

    TestRound round = TestRound.carry(server, "after-" + number, "XAA");
    String response = round.api() + "XAA";
    String status = focalPoint.get(round.answer("XAA", "unit_247_status")).body();
    assertTrue(status.contains("\"value\":\"operating\""), status);
    assertTrue(status.contains("Since spring."), status);
    assertTrue(focalPoint.get(response).body().contains("\"invited\""));
    assertTrue(waits(focalPoint, response, "unit_247_status"));

    HttpResponse<String> refused = focalPoint.post(response + "/submission", null);
    assertTrue(Caller.problems(refused).contains(1450), refused.body());

    Caller reviewer = round.caller("reviewer");
    String confirmation = round.answer("XAA", "unit_247_status") + "/confirmation";
    assertEquals(403, reviewer.post(confirmation, null).statusCode());
    assertEquals(404, round.caller("focal-xru").post(confirmation, null).statusCode());
    assertEquals(403, round.caller("contributor-xaa").post(confirmation, null).statusCode());
    assertEquals(204, focalPoint.post(confirmation, null).statusCode());
    assertFalse(waits(focalPoint, response, "unit_247_status"));

    String authority = round.answer("XAA", "unit_247_authority");
    HttpResponse<String> changed =
        focalPoint.put(authority, "{\"value\":\"Ministry\"}", "If-Match", "\"1\"");
    assertEquals(200, changed.statusCode(), changed.body());
    assertFalse(waits(focalPoint, response, "unit_247_authority"));

    confirmEverySection(focalPoint, round);
    HttpResponse<String> submitted = round.submit("XAA");
    assertEquals(200, submitted.statusCode(), submitted.body());
    String share = reviewer.get(response + "/carried").body();
    assertTrue(share.contains("\"waiting\":0"), share);
    assertTrue(share.contains("\"changed\":1"), share);
  }

  private static boolean waits(Caller caller, String response, String question) {
    String carried = caller.get(response + "/carried").body();
    int at = carried.indexOf("\"question\":\"" + question + "\"");
    assertTrue(at > 0, carried);
    return carried.substring(at, carried.indexOf('}', at)).contains("\"state\":\"waiting\"");
  }

  private static void confirmEverySection(Caller focalPoint, TestRound round) {
    String response = round.api() + "XAA";
    Pattern.compile("\"section\":\"(\\w+)\"")
        .matcher(focalPoint.get(response).body())
        .results()
        .map(found -> found.group(1))
        .forEach(
            section ->
                assertEquals(
                    200,
                    focalPoint
                        .post(response + "/sections/" + section + "/confirmation", null)
                        .statusCode()));
  }

  @ParameterizedTest
  @EnumSource(Database.class)
  void aRoundThatDoesNotCarryForwardBeginsEmpty(Database database) {
    TestRound round = TestRound.open(database.sample(), "empty-" + ROUNDS.incrementAndGet(), "XAA");
    Caller focalPoint = round.caller("focal-xaa");

    assertEquals("[]", focalPoint.get(round.api() + "XAA/answers").body());
    HttpResponse<String> refused =
        focalPoint.post(round.answer("XAA", "unit_247_status") + "/confirmation", null);
    assertEquals(1451, Caller.problem(refused), refused.body());
  }
}

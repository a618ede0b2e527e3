package org.infostate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.http.HttpResponse;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * A response on its way through the API, from the first answer to acceptance, on both databases.
 */
class ReviewIT {

  @ParameterizedTest
  @EnumSource(Database.class)
  void aResponseIsSubmittedReturnedSubmittedAgainAndAccepted(Database database) {
    TestRound round = TestRound.open(database.sample(), "review", "XAA", "XRU");
    Caller focalPoint = round.caller("focal-xaa");
    Caller reviewer = round.caller("reviewer");
    String response = round.api() + "XAA";

    HttpResponse<String> refused = focalPoint.post(response + "/submission", null);
    assertEquals(422, refused.statusCode(), refused.body());
    assertEquals(List.of(1410), Caller.problems(refused));

    HttpResponse<String> submitted = round.submit("XAA");
    assertEquals(200, submitted.statusCode(), submitted.body());
    assertTrue(submitted.body().contains("\"submitted\""), submitted.body());
    assertEquals(1415, Caller.problem(change(focalPoint, round)));

    assertEquals(1417, Caller.problem(reviewer.post(response + "/return", "{}")));
    HttpResponse<String> returned =
        reviewer.post(response + "/return", "{\"comment\":\"Please check the staff.\"}");
    assertTrue(returned.body().contains("\"returned\""), returned.body());
    assertTrue(focalPoint.get(response + "/history").body().contains("Please check the staff."));
    assertEquals(200, change(focalPoint, round).statusCode());

    assertEquals(200, focalPoint.post(response + "/submission", null).statusCode());
    HttpResponse<String> accepted = reviewer.post(response + "/acceptance", "{}");
    assertTrue(accepted.body().contains("\"accepted\""), accepted.body());
    assertEquals(1416, Caller.problem(reviewer.post(response + "/acceptance", "{}")));
    assertEquals(1415, Caller.problem(change(focalPoint, round)));
    assertFalse(round.caller("focal-xru").get(response).statusCode() == 200);
  }

  private static HttpResponse<String> change(Caller focalPoint, TestRound round) {
    String address = round.answer("XAA", "unit_247_status");
    HttpResponse<String> held = focalPoint.get(address);
    return focalPoint.put(
        address,
        "{\"value\":\"planned\",\"comment\":\"checked\"}",
        "If-Match",
        held.headers().firstValue("ETag").orElseThrow());
  }
}

package org.infostate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * What a reviewer found instead of an answer is scored where a planner orders so, and stands beside
 * the answer wherever a score is unfolded; on both databases.
 */
class VerifiedAnswersIT {

  private static final String QUESTION = "unit_247_status";
  private static final Duration PATIENCE = Duration.ofMinutes(1);

  @ParameterizedTest
  @EnumSource(Database.class)
  void anAssessmentTakesWhatWasDeclaredOrWhatWasVerified(Database database)
      throws InterruptedException {
    TestRound round = TestRound.open(database.sample(), "verified", "XAA");
    Caller planner = round.caller("planner");
    Caller focalPoint = round.caller("focal-xaa");
    String address = round.answer("XAA", QUESTION);
    focalPoint.put(
        address, "{\"value\":\"none\",\"confidentiality\":\"confidential\"}", "If-None-Match", "*");
    focalPoint.post(
        round.api() + "XAA/evidence/links?question=" + QUESTION,
        "{\"url\":\"https://example.org/decree\",\"title\":\"Decree\",\"accessed\":\"2026-11-01\"}");
    assertEquals(200, round.submit("XAA").statusCode());
    HttpResponse<String> verdict =
        round
            .caller("reviewer")
            .put(
                address + "/verification",
                "{\"verdict\":\"not_confirmed\",\"value\":\"planned\",\"comment\":\"The law says so.\"}",
                "If-None-Match",
                "*");
    assertEquals(200, verdict.statusCode(), verdict.body());
    assertEquals(
        200, round.caller("reviewer").post(round.api() + "XAA/acceptance", "{}").statusCode());

    String declared = run(planner, "/api/v1/assessments", order("declared"));
    String verified = run(planner, "/api/v1/assessments", order("verified"));

    assertEquals(0, measured(planner, declared), declared);
    assertTrue(measured(planner, verified) > 0, verified);
    assertTrue(cell(planner, declared).contains("unverified"), "nobody confirmed what is read");
    assertFalse(cell(planner, verified).contains("unverified"), "the reviewer's own value is read");
    assertTrue(planner.get(verified).body().contains("\"values\":\"verified\""));
    assertEquals(1010, Caller.problem(planner.post("/api/v1/assessments", order("guessed"))));

    String explained = planner.get(verified + "/explanation/XAA").body();
    assertTrue(explained.contains("\"verdict\":\"not_confirmed\""), explained);
    assertTrue(explained.contains("\"used\":true"), explained);
    assertTrue(explained.contains("\"confidentiality\":\"confidential\""), explained);
    assertTrue(explained.contains("\"url\":\"https://example.org/decree\""), explained);
    String other = planner.get(declared + "/explanation/XAA").body();
    assertTrue(other.contains("\"verdict\":\"not_confirmed\""), other);
    assertFalse(other.contains("\"used\":true"), other);

    String page = verified.substring("/api/v1".length()) + "/countries/XAA";
    String shown = planner.get(page).body();
    assertTrue(shown.contains("Not confirmed"), shown);
    assertTrue(shown.contains(">Decree<"), shown);
    assertEquals(403, focalPoint.get(page).statusCode());
    assertEquals(403, focalPoint.get(verified + "/explanation/XAA").statusCode());

    String tried = run(planner, verified + "/uncertainty", "{\"replications\":10}");
    String tooFewAnswers = tried.replaceFirst("/uncertainty/(\\d+)$", "/charts/ranks.svg?run=$1");
    assertEquals(422, planner.get(tooFewAnswers).statusCode());
    assertEquals(200, planner.get(tried.substring("/api/v1".length())).statusCode());
  }

  private static String order(String values) {
    return "{\"index\":\"capacity\",\"round\":\"verified\",\"values\":\"" + values + "\"}";
  }

  /** Runs it to its end; gives its address. */
  private static String run(Caller planner, String path, String order) throws InterruptedException {
    HttpResponse<String> accepted = planner.post(path, order);
    assertEquals(202, accepted.statusCode(), accepted.body());
    String address =
        accepted.headers().firstValue("Location").orElseThrow().replaceFirst("^.*?/api", "/api");
    Instant end = Instant.now().plus(PATIENCE);
    while (!planner.get(address).body().contains("\"done\"")) {
      assertTrue(Instant.now().isBefore(end), planner.get(address).body());
      Thread.sleep(200);
    }
    return address;
  }

  /** Figure, state and marks of one cell of the table that went in. */
  private static String cell(Caller planner, String assessment) {
    Matcher cell =
        Pattern.compile("XAA,,poc_status,([^\r\n]*)")
            .matcher(planner.get(assessment + "/tables/0.csv").body());
    assertTrue(cell.find(), assessment);
    return cell.group(1);
  }

  private static double measured(Caller planner, String assessment) {
    return Double.parseDouble(cell(planner, assessment).split(",")[0]);
  }
}

package org.infostate;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.net.http.HttpResponse;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A round that a test opens for itself, so that no test sees what another did.
 *
 * @param api address of its responses
 */
record TestRound(Server server, String code, String api) {

  private static final Pattern MISSING = Pattern.compile("\"question\":\"(\\w+)\"");

  static TestRound open(Server server, String code, String... countries) {
    return open(server, code, "units/1", false, countries);
  }

  /** One that asks another version: {@code code/version}. */
  static TestRound asking(Server server, String code, String version, String... countries) {
    return open(server, code, version, false, countries);
  }

  /** One that begins with the accepted answers of the last round. */
  static TestRound carry(Server server, String code, String... countries) {
    return open(server, code, "units/1", true, countries);
  }

  /** One whose deadline comes sooner than in a month. */
  static TestRound until(Server server, String code, Instant deadline, String... countries) {
    return open(server, code, "units/1", false, deadline, countries);
  }

  private static TestRound open(
      Server server, String code, String version, boolean carryForward, String... countries) {
    Instant deadline = Instant.now().plus(30, ChronoUnit.DAYS);
    return open(server, code, version, carryForward, deadline, countries);
  }

  private static TestRound open(
      Server server,
      String code,
      String version,
      boolean carryForward,
      Instant deadline,
      String... countries) {
    Caller planner = Caller.of(server, "planner");
    String list =
        Stream.of(countries).map(iso3 -> '"' + iso3 + '"').collect(Collectors.joining(","));
    HttpResponse<String> planned =
        planner.post(
            "/api/v1/rounds",
            """
            {"code": "%s", "title": "Round %s", "deadline": "%s",
             "versions": ["%s"], "countries": [%s]}
            """
                .formatted(code, code, deadline, version, list));
    assertEquals(201, planned.statusCode(), planned.body());
    HttpResponse<String> opened =
        planner.post("/api/v1/rounds/" + code + "/opening?carryForward=" + carryForward, null);
    assertEquals(200, opened.statusCode(), opened.body());
    return new TestRound(server, code, "/api/v1/rounds/" + code + "/responses/");
  }

  Caller caller(String login) {
    return Caller.of(server, login);
  }

  /**
   * Submits a country's answers, after saying of each question that stands in the way that the
   * figure is not available.
   */
  HttpResponse<String> submit(String iso3) {
    Caller focalPoint = caller("focal-" + iso3.toLowerCase(Locale.ROOT));
    HttpResponse<String> reply = focalPoint.post(api + iso3 + "/submission", null);
    for (int pass = 0; pass < 8 && reply.statusCode() == 422; pass++) {
      MISSING
          .matcher(reply.body())
          .results()
          .map(found -> found.group(1))
          .distinct()
          .forEach(
              question ->
                  focalPoint.put(
                      answer(iso3, question),
                      "{\"status\":\"not_available\"}",
                      "If-None-Match",
                      "*"));
      reply = focalPoint.post(api + iso3 + "/submission", null);
    }
    return reply;
  }

  String answer(String iso3, String question) {
    return api + iso3 + "/answers/" + question;
  }
}

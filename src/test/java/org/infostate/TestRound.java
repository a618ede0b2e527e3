package org.infostate;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.net.http.HttpResponse;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A round that a test opens for itself, so that no test sees what another did.
 *
 * @param api address of its responses
 */
record TestRound(Server server, String code, String api) {

  static TestRound open(Server server, String code, String... countries) {
    Caller planner = Caller.of(server, "planner");
    String list =
        Stream.of(countries).map(iso3 -> '"' + iso3 + '"').collect(Collectors.joining(","));
    HttpResponse<String> planned =
        planner.post(
            "/api/v1/rounds",
            """
            {"code": "%s", "title": "Round %s", "deadline": "%s",
             "versions": ["units/1"], "countries": [%s]}
            """
                .formatted(code, code, Instant.now().plus(30, ChronoUnit.DAYS), list));
    assertEquals(201, planned.statusCode(), planned.body());
    HttpResponse<String> opened = planner.post("/api/v1/rounds/" + code + "/opening", null);
    assertEquals(200, opened.statusCode(), opened.body());
    return new TestRound(server, code, "/api/v1/rounds/" + code + "/responses/");
  }

  Caller caller(String login) {
    return Caller.of(server, login);
  }

  String answer(String iso3, String question) {
    return api + iso3 + "/answers/" + question;
  }
}

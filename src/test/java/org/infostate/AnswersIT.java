package org.infostate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Answers over the API, on both databases.
 *
 * <ol>
 *   <li>A first answer says {@code If-None-Match: *}, a later one {@code If-Match} with the
 *       revision that it was edited from; without either it is refused (1409).
 *   <li>A stale edit is refused (1408) with 412 and what is stored stays.
 *   <li>What is not of the question's type is refused, each with its number.
 *   <li>No body is answered with a 500.
 * </ol>
 */
@ParameterizedClass
@EnumSource(Database.class)
class AnswersIT {

  private static final String NEW = "If-None-Match";
  private static final AtomicInteger ROUNDS = new AtomicInteger();

  @Parameter private Database database;

  private Caller focalPoint;
  private TestRound round;

  @BeforeEach
  void openARound() {
    round = TestRound.open(database.sample(), "answers-" + ROUNDS.incrementAndGet(), "XAA");
    focalPoint = round.caller("focal-xaa");
  }

  private HttpResponse<String> give(String question, String json, String... headers) {
    return focalPoint.put(round.answer("XAA", question), json, headers);
  }

  @Test
  void anAnswerIsSavedAndReadBackWithItsRevision() {
    HttpResponse<String> saved =
        give(
            "unit_247_status",
            "{\"value\":\"operating\",\"comment\":\"since \u0627\u0644\u0639\u0627\u0645\"}",
            NEW,
            "*");
    assertEquals(200, saved.statusCode(), saved.body());
    assertEquals("\"1\"", saved.headers().firstValue("ETag").orElse(""));

    HttpResponse<String> read = focalPoint.get(round.answer("XAA", "unit_247_status"));
    assertEquals("\"1\"", read.headers().firstValue("ETag").orElse(""));
    assertTrue(read.body().contains("\"value\":\"operating\""), read.body());
    assertTrue(read.body().contains("since \u0627\u0644\u0639\u0627\u0645"), read.body());
  }

  @Test
  void aStaleEditIsRefusedAndNothingIsLost() {
    give("unit_247_status", "{\"value\":\"operating\"}", NEW, "*");
    HttpResponse<String> second =
        give("unit_247_status", "{\"value\":\"set_up\"}", "If-Match", "\"1\"");
    assertEquals(200, second.statusCode(), second.body());

    HttpResponse<String> stale =
        give("unit_247_status", "{\"value\":\"planned\"}", "If-Match", "\"1\"");
    HttpResponse<String> again = give("unit_247_status", "{\"value\":\"planned\"}", NEW, "*");

    assertEquals(412, stale.statusCode());
    assertEquals(1408, Caller.problem(stale));
    assertEquals(1408, Caller.problem(again));
    String read = focalPoint.get(round.answer("XAA", "unit_247_status")).body();
    assertTrue(read.contains("\"value\":\"set_up\""), read);
  }

  @Test
  void anAnswerWithoutPreconditionIsRefused() {
    HttpResponse<String> reply = give("unit_247_status", "{\"value\":\"operating\"}");

    assertEquals(428, reply.statusCode());
    assertEquals(1409, Caller.problem(reply));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          unit_247_status    | {"value":"perhaps"}                   | 422 | 1404
          unit_247_since     | {"value":"last year"}                 | 422 | 1401
          unit_247_since     | {"value":2010.5}                      | 422 | 1402
          unit_247_since     | {"value":1066}                        | 422 | 1405
          unit_247_networks  | {"value":["none","no_such_network"]}  | 422 | 1404
          unit_247_staff     | {"value":3}                           | 422 | 1407
          unit_247_status    | {"status":"guessed"}                  | 422 | 1411
          unit_247_status    | {"value":{"deep":1}}                  | 400 | 1010
          no_such_question   | {"value":"x"}                         | 404 | 1421
          unit_247_status    | not json                              | 400 | 1009
          unit_247_status    | [1, 2]                                | 400 | 1009
          """)
  void whatIsWrongIsRefusedWithItsNumber(String question, String json, int status, int number) {
    HttpResponse<String> reply = give(question, json, NEW, "*");

    assertEquals(number, Caller.problem(reply), reply.statusCode() + " " + reply.body());
    assertEquals(status, reply.statusCode());
    assertEquals("application/problem+json", reply.headers().firstValue("Content-Type").orElse(""));
  }

  @Test
  void oneMegabyteOfTextIsRefusedWithANumber() {
    HttpResponse<String> reply =
        give("unit_247_authority", "{\"value\":\"" + "x".repeat(1 << 20) + "\"}", NEW, "*");

    assertTrue(
        List.of(1406, 1008).contains(Caller.problem(reply)),
        () -> reply.statusCode() + " " + reply.body());
  }
}

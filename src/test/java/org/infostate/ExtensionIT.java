package org.infostate;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.net.http.HttpResponse;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.junit.jupiter.api.Test;

/** More time for one country: later than the round's own deadline, with a reason, while it runs. */
class ExtensionIT {

  private static HttpResponse<String> extend(TestRound round, long days, String reason) {
    return round
        .caller("planner")
        .post(
            "/api/v1/rounds/" + round.code() + "/countries/XAA/extension",
            "{\"deadline\":\"%s\",\"reason\":\"%s\"}"
                .formatted(Instant.now().plus(days, ChronoUnit.DAYS), reason));
  }

  @Test
  void anExtensionGivesMoreTimeAndNeverLess() {
    TestRound round = TestRound.open(Server.sample(), "extended", "XAA");

    assertEquals(1322, Caller.problem(extend(round, 29, "A storm.")));
    assertEquals(1304, Caller.problem(extend(round, -1, "A storm.")));
    assertEquals(1015, Caller.problem(extend(round, 31, " ")));
    assertEquals(1016, Caller.problem(extend(round, 31, "x".repeat(501))));
    assertEquals(200, extend(round, 31, "A storm.").statusCode());

    round.caller("planner").post("/api/v1/rounds/extended/closing", null);
    assertEquals(1306, Caller.problem(extend(round, 40, "A storm.")));
  }
}

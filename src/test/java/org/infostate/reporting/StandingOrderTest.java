package org.infostate.reporting;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Set;
import org.infostate.problem.ProblemKind;
import org.infostate.reporting.StandingOrder.Rhythm;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** When a standing order is due, with the time as an argument. */
class StandingOrderTest {

  private static StandingOrder order(Rhythm rhythm, String first) {
    return new StandingOrder(
        new ReportOrder("round", "2026", null, null, "en"),
        rhythm,
        LocalDate.parse(first),
        Set.of(1L),
        "planner");
  }

  @Test
  void itIsDueFromMidnightOfItsFirstDay() {
    StandingOrder order = order(Rhythm.WEEKLY, "2026-12-01");
    assertFalse(order.due(Instant.parse("2026-11-30T23:59:59Z")));
    assertTrue(order.due(Instant.parse("2026-12-01T00:00:00Z")));
  }

  @ParameterizedTest
  @CsvSource({
    "WEEKLY, 2026-12-01, 2026-12-01T00:00:10Z, 2026-12-08T00:00:00Z",
    "MONTHLY, 2026-12-01, 2026-12-01T09:00:00Z, 2027-01-01T00:00:00Z",
    "QUARTERLY, 2026-11-30, 2026-11-30T00:00:00Z, 2027-02-28T00:00:00Z",
    // The last day of a month stays the last day, whatever short months are in between.
    "MONTHLY, 2026-12-31, 2027-02-28T00:00:00Z, 2027-03-31T00:00:00Z",
    // A server that stood still makes it once, not once for each time it missed.
    "WEEKLY, 2026-12-01, 2027-06-02T12:00:00Z, 2027-06-08T00:00:00Z"
  })
  void theNextTimeIsTheFirstAfterNow(Rhythm rhythm, String first, Instant now, Instant next) {
    StandingOrder order = order(rhythm, first);
    order.ordered(now);
    assertEquals(next, order.nextAt());
    assertFalse(order.due(now));
  }

  @Test
  void aFailureIsRememberedUntilItWorksAgain() {
    StandingOrder order = order(Rhythm.WEEKLY, "2026-12-01");
    order.refused(ProblemKind.REPORT_SUBJECT, Instant.parse("2026-12-01T00:01:00Z"));
    assertEquals(1811, order.failureNumber());
    assertEquals(Instant.parse("2026-12-08T00:00:00Z"), order.nextAt());
    order.ordered(Instant.parse("2026-12-08T00:01:00Z"));
    assertNull(order.failureNumber());
  }
}

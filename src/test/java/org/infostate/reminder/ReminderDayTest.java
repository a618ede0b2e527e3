package org.infostate.reminder;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Which reminder is due.
 *
 * <ol>
 *   <li>The last whose moment has come; none before the first.
 *   <li>None after the deadline.
 *   <li>None whose moment had passed when the round was opened, or when the day was set.
 *   <li>An extension moves the moments.
 * </ol>
 */
class ReminderDayTest {

  private static final Instant OPENED = Instant.parse("2026-03-01T09:00:00Z");
  private static final Instant DEADLINE = Instant.parse("2026-04-30T23:59:59Z");

  private static final List<ReminderDay> DAYS =
      Stream.of(30, 7, 1).map(days -> new ReminderDay(1L, days, OPENED)).toList();

  private static int due(List<ReminderDay> days, Instant deadline, Instant opened, String now) {
    return ReminderDay.due(days, deadline, opened, Instant.parse(now))
        .map(ReminderDay::daysBefore)
        .orElse(0);
  }

  @Test
  void theLastWhoseMomentHasComeIsDue() {
    assertEquals(0, due(DAYS, DEADLINE, OPENED, "2026-03-31T23:59:58Z"));
    assertEquals(30, due(DAYS, DEADLINE, OPENED, "2026-03-31T23:59:59Z"));
    assertEquals(30, due(DAYS, DEADLINE, OPENED, "2026-04-20T12:00:00Z"));
    assertEquals(7, due(DAYS, DEADLINE, OPENED, "2026-04-24T00:00:00Z"));
    assertEquals(1, due(DAYS, DEADLINE, OPENED, "2026-04-30T12:00:00Z"));
  }

  @Test
  void nothingIsDueAfterTheDeadline() {
    assertEquals(1, due(DAYS, DEADLINE, OPENED, "2026-04-30T23:59:59Z"));
    assertEquals(0, due(DAYS, DEADLINE, OPENED, "2026-05-01T00:00:00Z"));
  }

  @Test
  void aRoundThatOpensLateSkipsWhatHasPassed() {
    Instant late = DEADLINE.minus(Duration.ofDays(5));

    assertEquals(0, due(DAYS, DEADLINE, late, "2026-04-27T00:00:00Z"));
    assertEquals(1, due(DAYS, DEADLINE, late, "2026-04-30T12:00:00Z"));
  }

  @Test
  void aDayThatIsSetTooLateIsSkipped() {
    List<ReminderDay> late = List.of(new ReminderDay(1L, 7, DEADLINE.minus(Duration.ofDays(6))));

    assertEquals(0, due(late, DEADLINE, OPENED, "2026-04-28T00:00:00Z"));
  }

  @Test
  void anExtensionMovesTheMoments() {
    Instant extended = DEADLINE.plus(Duration.ofDays(10));

    assertEquals(30, due(DAYS, extended, OPENED, "2026-04-30T12:00:00Z"));
    assertEquals(7, due(DAYS, extended, OPENED, "2026-05-04T00:00:00Z"));
  }
}

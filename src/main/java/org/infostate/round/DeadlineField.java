package org.infostate.round;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;

/** A deadline as people give it in a form: a day, of which the last second counts. */
public final class DeadlineField {

  private DeadlineField() {}

  /** The last second of the day in UTC; null where this is no date. */
  public static Instant endOfDay(String date) {
    try {
      return date == null
          ? null
          : LocalDate.parse(date.strip())
              .atTime(LocalTime.of(23, 59, 59))
              .toInstant(ZoneOffset.UTC);
    } catch (DateTimeException e) {
      return null;
    }
  }
}

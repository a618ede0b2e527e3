package org.infostate.country;

import java.time.LocalDate;

/**
 * A stretch of time, as ISO 8601-2 writes it: {@code 2010-10-10/..}.
 *
 * @param from first day; null where the beginning is open or not recorded
 * @param until first day after it; null where it has not ended
 */
public record Period(LocalDate from, LocalDate until) {

  public static final Period ALWAYS = new Period(null, null);

  private static final String OPEN = "..";

  public Period {
    if (from != null && until != null && !from.isBefore(until)) {
      throw new IllegalArgumentException("a period that ends before it begins: " + from);
    }
  }

  /**
   * @throws IllegalArgumentException unless the text has two parts with a slash between
   * @throws java.time.DateTimeException where a part is neither an ISO date nor two dots
   */
  public static Period of(String text) {
    String[] ends = text.split("/", -1);
    if (ends.length != 2) {
      throw new IllegalArgumentException("not a period: " + text);
    }
    return new Period(end(ends[0]), end(ends[1]));
  }

  private static LocalDate end(String text) {
    return text.equals(OPEN) ? null : LocalDate.parse(text);
  }

  public boolean covers(LocalDate day) {
    return (from == null || !day.isBefore(from)) && (until == null || day.isBefore(until));
  }

  /** What {@link #of} reads. */
  public String text() {
    return (from == null ? OPEN : from) + "/" + (until == null ? OPEN : until);
  }
}

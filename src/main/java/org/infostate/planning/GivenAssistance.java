package org.infostate.planning;

import java.time.LocalDate;

/**
 * Assistance that somebody gives, or gave, to a country.
 *
 * @param assistance code in the catalogue
 * @param provider who gives it, as it was written
 * @param to last day; null where it goes on or no end is known
 * @param cost in whole units of the catalogue's currency; null where it is not known
 * @param source where it is known from; null where nobody said
 */
public record GivenAssistance(
    String iso3,
    String assistance,
    String provider,
    LocalDate from,
    LocalDate to,
    Long cost,
    String source) {

  /** Help that ended longer ago no longer counts as help that is there. */
  static final int MONTHS = 24;

  /** Whether it counts as help that is there on a day: begun, and not ended long before. */
  public boolean counts(LocalDate day) {
    return !from.isAfter(day) && (to == null || !to.isBefore(day.minusMonths(MONTHS)));
  }
}

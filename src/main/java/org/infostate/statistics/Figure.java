package org.infostate.statistics;

import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * A figure of a country for a year.
 *
 * @param indicator code of an {@link Indicator}
 * @param value in the unit of the indicator; at most 20 digits before the decimal point and 20
 *     after it (more are rounded half to even), no zeros at the end
 * @param note what the publisher says about this figure, in the publisher's language; null where
 *     nothing
 */
public record Figure(String iso3, String indicator, int year, BigDecimal value, String note) {

  static final int NOTE_LENGTH = 4000;

  private static final int DIGITS = 20;
  private static final int LEAST_EXPONENT = -400;

  public Figure {
    if (!storable(value)) {
      throw new IllegalArgumentException("too large or too small: " + value);
    }
    BigDecimal rounded =
        value.scale() > DIGITS ? value.setScale(DIGITS, RoundingMode.HALF_EVEN) : value;
    BigDecimal bare = rounded.stripTrailingZeros();
    value = bare.scale() < 0 ? bare.setScale(0) : bare;
    note = note == null || note.length() <= NOTE_LENGTH ? note : note.substring(0, NOTE_LENGTH);
  }

  /** Whether a number has an order of magnitude that any figure could have. */
  static boolean storable(BigDecimal value) {
    long integerDigits = (long) value.precision() - value.scale();
    return integerDigits <= DIGITS && integerDigits >= LEAST_EXPONENT;
  }
}

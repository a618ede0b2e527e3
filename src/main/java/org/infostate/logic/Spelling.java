package org.infostate.logic;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;
import java.util.regex.Pattern;

/** How texts spell numbers and dates: with ASCII digits, a point and no exponent; yyyy-mm-dd. */
final class Spelling {

  private static final Pattern NUMBER =
      Pattern.compile("-?(\\d{1,400}(\\.\\d{0,400})?|\\.\\d{1,400})");

  private Spelling() {}

  static Optional<BigDecimal> number(String text) {
    String plain = text.strip();
    return NUMBER.matcher(plain).matches()
        ? Value.of(new BigDecimal(plain)).number()
        : Optional.empty();
  }

  static Optional<LocalDate> date(String text) {
    String plain = text.strip();
    if (plain.length() != 10) {
      return Optional.empty();
    }
    try {
      return Optional.of(LocalDate.parse(plain));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }
}

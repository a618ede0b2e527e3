package org.infostate.report;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.regex.Pattern;

/**
 * A value as a cell of a worksheet. Text is written as text, whatever it begins with: a spreadsheet
 * never takes it for a formula. What is missing ({@code null}, NaN) is an empty cell.
 */
final class CellValue {

  /** What Excel stores in a cell, less the ellipsis. */
  private static final int LONGEST = 32_766;

  private static final LocalDate DAY_ZERO = LocalDate.of(1899, 12, 30);
  private static final int DAYS_TO_1904 = 1462;
  private static final Pattern ESCAPE = Pattern.compile("_(?=x[0-9A-Fa-f]{4}_)");

  private CellValue() {}

  /**
   * Writes a cell.
   *
   * @param style index of the style; null for none
   * @param value text, number, boolean, date or instant (in UTC); anything else as its text
   */
  static String xml(String address, String style, Object value, boolean date1904) {
    String start = "<c r=\"" + address + "\"" + (style == null ? "" : " s=\"" + style + "\"");
    if (value instanceof Boolean truth) {
      return start + " t=\"b\"><v>" + (truth ? 1 : 0) + "</v></c>";
    }
    String number = number(value, date1904);
    if (number != null) {
      return start + "><v>" + number + "</v></c>";
    }
    String text = missing(value) ? "" : value.toString();
    if (text.isEmpty()) {
      return start + "/>";
    }
    return start
        + " t=\"inlineStr\"><is><t xml:space=\"preserve\">"
        + XmlCopy.escape(ESCAPE.matcher(shortened(text)).replaceAll("_x005F_"))
        + "</t></is></c>";
  }

  private static boolean missing(Object value) {
    return value == null
        || value instanceof Double number && number.isNaN()
        || value instanceof Float single && single.isNaN();
  }

  /** The number that a cell holds; null if the value is none. */
  private static String number(Object value, boolean date1904) {
    if (value instanceof Integer
        || value instanceof Long
        || value instanceof Short
        || value instanceof Byte
        || value instanceof BigDecimal
        || value instanceof BigInteger) {
      return value.toString();
    }
    if (value instanceof Double || value instanceof Float) {
      double number = ((Number) value).doubleValue();
      return Double.isFinite(number) ? Double.toString(number) : null;
    }
    if (value instanceof LocalDate date) {
      return Long.toString(days(date, date1904));
    }
    if (value instanceof Instant instant) {
      LocalDateTime time = LocalDateTime.ofInstant(instant, ZoneOffset.UTC);
      long seconds = Duration.between(time.toLocalDate().atStartOfDay(), time).toSeconds();
      return Double.toString(days(time.toLocalDate(), date1904) + seconds / 86_400.0);
    }
    return null;
  }

  private static long days(LocalDate date, boolean date1904) {
    return ChronoUnit.DAYS.between(DAY_ZERO, date) - (date1904 ? DAYS_TO_1904 : 0);
  }

  private static String shortened(String text) {
    if (text.length() <= LONGEST + 1) {
      return text;
    }
    int end = Character.isHighSurrogate(text.charAt(LONGEST - 1)) ? LONGEST - 1 : LONGEST;
    return text.substring(0, end) + "…";
  }
}

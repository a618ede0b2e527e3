package org.infostate.logic;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.format.TextStyle;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The functions that take texts apart and make new ones. Characters are Unicode code points. */
final class TextFunctions {

  private TextFunctions() {}

  static Value apply(Builtin function, String text, List<Value> arguments) {
    String second = arguments.size() > 1 ? arguments.get(1).text() : "";
    int found = text.indexOf(second);
    return switch (function) {
      case SUBSTR -> substr(text, arguments);
      case SUBSTRING_BEFORE -> Value.of(found < 0 ? "" : text.substring(0, found));
      case SUBSTRING_AFTER -> Value.of(found < 0 ? "" : text.substring(found + second.length()));
      case TRANSLATE -> Value.of(translate(text, second, arguments.get(2).text()));
      default -> Value.of(text.strip().replaceAll("\\s+", " "));
    };
  }

  /** From an index, counted from 0, to before another; a negative one counts from the end. */
  private static Value substr(String text, List<Value> arguments) {
    int length = text.codePointCount(0, text.length());
    Optional<Integer> start = bound(arguments.get(1), length);
    Optional<Integer> end =
        arguments.size() > 2 ? bound(arguments.get(2), length) : Optional.of(length);
    if (start.isEmpty() || end.isEmpty()) {
      return Value.UNKNOWN;
    }
    int from = text.offsetByCodePoints(0, start.get());
    int to = text.offsetByCodePoints(0, end.get());
    return Value.of(from < to ? text.substring(from, to) : "");
  }

  private static Optional<Integer> bound(Value value, int length) {
    return value
        .number()
        .map(number -> number.setScale(0, RoundingMode.DOWN))
        .map(number -> number.signum() < 0 ? number.add(BigDecimal.valueOf(length)) : number)
        .map(number -> number.max(BigDecimal.ZERO).min(BigDecimal.valueOf(length)).intValue());
  }

  private static String translate(String text, String from, String to) {
    int[] old = from.codePoints().toArray();
    int[] fresh = to.codePoints().toArray();
    StringBuilder result = new StringBuilder();
    text.codePoints()
        .forEach(
            c -> {
              int index = 0;
              while (index < old.length && old[index] != c) {
                index++;
              }
              if (index == old.length) {
                result.appendCodePoint(c);
              } else if (index < fresh.length) {
                result.appendCodePoint(fresh[index]);
              }
            });
    return result.toString();
  }

  /** Names of months and days are English in every language: what is computed is data. */
  static Value format(LocalDate day, String format) {
    StringBuilder shown = new StringBuilder();
    for (int i = 0; i < format.length(); i++) {
      char c = format.charAt(i);
      if (c != '%') {
        shown.append(c);
      } else if (++i == format.length()) {
        return Value.UNKNOWN;
      } else {
        Optional<String> part = part(day, format.charAt(i));
        if (part.isEmpty()) {
          return Value.UNKNOWN;
        }
        shown.append(part.get());
      }
    }
    return Value.of(shown.toString());
  }

  private static Optional<String> part(LocalDate day, char letter) {
    return Optional.ofNullable(
        switch (letter) {
          case '%' -> "%";
          case 'Y' -> digits(day.getYear(), 4);
          case 'y' -> digits(Math.floorMod(day.getYear(), 100), 2);
          case 'm' -> digits(day.getMonthValue(), 2);
          case 'n' -> digits(day.getMonthValue(), 1);
          case 'b' -> day.getMonth().getDisplayName(TextStyle.SHORT, Locale.ENGLISH);
          case 'd' -> digits(day.getDayOfMonth(), 2);
          case 'e' -> digits(day.getDayOfMonth(), 1);
          case 'a' -> day.getDayOfWeek().getDisplayName(TextStyle.SHORT, Locale.ENGLISH);
          default -> null;
        });
  }

  private static String digits(int number, int width) {
    return String.format(Locale.ROOT, "%0" + width + "d", number);
  }
}

package org.infostate.xlsform;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.infostate.problem.Place;

/**
 * YAML being written, one line for each cell that it comes from, so that a line leads back to it.
 */
final class YamlLines {

  /** What YAML, old or new, takes for nothing but text. */
  private static final Pattern PLAIN = Pattern.compile("[a-z][a-z0-9]*(_[a-z0-9]+)*");

  private static final Pattern SPECIAL =
      Pattern.compile("y|n|yes|no|on|off|true|false|null", Pattern.CASE_INSENSITIVE);

  private final StringBuilder text = new StringBuilder();
  private final List<Place> origins = new ArrayList<>();

  /** A line as it stands. */
  void line(int indent, String line, Place origin) {
    text.append("  ".repeat(indent)).append(line).append('\n');
    origins.add(origin);
  }

  /** A key with a value; nothing for an empty one. */
  void entry(int indent, String key, Entry value) {
    if (value.filled()) {
      line(indent, key + ": " + scalar(value.text()), value.place());
    }
  }

  /** Where the line comes from. */
  Place origin(int line) {
    return origins.get(Math.min(Math.max(line, 1), origins.size()) - 1);
  }

  @Override
  public String toString() {
    return text.toString();
  }

  /** The text so that it is read as itself, on one line. */
  static String scalar(String text) {
    if (PLAIN.matcher(text).matches() && !SPECIAL.matcher(text).matches()) {
      return text;
    }
    StringBuilder quoted = new StringBuilder("\"");
    text.codePoints().forEach(point -> quoted.append(escaped(point)));
    return quoted.append('"').toString();
  }

  private static String escaped(int point) {
    return switch (point) {
      case '"' -> "\\\"";
      case '\\' -> "\\\\";
      case '\n' -> "\\n";
      case '\r' -> "\\r";
      case '\t' -> "\\t";
      default ->
          printable(point)
              ? Character.toString(point)
              : point > 0xffff ? "\\U%08x".formatted(point) : "\\u%04x".formatted(point);
    };
  }

  /** Letters and signs of any language; not what controls, ends lines or is no character. */
  private static boolean printable(int point) {
    int type = Character.getType(point);
    return point == ' '
        || type != Character.CONTROL
            && type != Character.LINE_SEPARATOR
            && type != Character.PARAGRAPH_SEPARATOR
            && type != Character.SURROGATE
            && type != Character.UNASSIGNED
            && type != Character.PRIVATE_USE
            && type != Character.FORMAT;
  }
}

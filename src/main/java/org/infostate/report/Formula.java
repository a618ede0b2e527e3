package org.infostate.report;

import java.util.Locale;
import java.util.Optional;

/**
 * Rewrites the references in a formula and leaves everything else as it is: texts, functions,
 * names. Knows cells, ranges of cells, ranges of whole rows, sheets before them, and columns of
 * tables.
 */
final class Formula {

  /** What becomes of references. A sheet is null where the formula names none. */
  interface Change {

    /** A single cell; may become a range. */
    String cell(String sheet, CellAddress cell);

    String range(String sheet, CellAddress from, CellAddress to);

    /** Whole rows, such as {@code $4:$4}. */
    default String rows(String sheet, int from, int to, boolean fixed) {
      String mark = fixed ? "$" : "";
      return mark + from + ":" + mark + to;
    }

    default String sheet(String sheet) {
      return sheet;
    }

    /** Heading of a column of a table. */
    default String column(String table, String heading) {
      return heading;
    }
  }

  private static final String NAME_MARKS = "_.\\?$";

  private final String text;
  private final Change change;
  private final StringBuilder out = new StringBuilder();
  private int at;

  private Formula(String text, Change change) {
    this.text = text;
    this.change = change;
  }

  static String rewrite(String formula, Change change) {
    Formula reading = new Formula(formula, change);
    while (reading.at < formula.length()) {
      reading.step();
    }
    return reading.out.toString();
  }

  /** The formula as Excel would fill it down and to the right. */
  static String filled(String formula, int down, int right) {
    return down == 0 && right == 0
        ? formula
        : rewrite(
            formula,
            new Change() {
              @Override
              public String cell(String sheet, CellAddress cell) {
                return cell.filled(down, right).toString();
              }

              @Override
              public String range(String sheet, CellAddress from, CellAddress to) {
                return from.filled(down, right) + ":" + to.filled(down, right);
              }
            });
  }

  private void step() {
    char c = text.charAt(at);
    if (c == '"') {
      copyTo(closing('"'));
    } else if (c == '\'') {
      int end = closing('\'');
      String written = text.substring(at, end);
      at = end;
      afterSheet(written.substring(1, written.length() - 1).replace("''", "'"), written);
    } else if (c == '[') {
      specifier("");
    } else if (part(c)) {
      word();
    } else {
      copyTo(at + 1);
    }
  }

  private void copyTo(int end) {
    out.append(text, at, end);
    at = end;
  }

  /** Past the quote that closes the one that stands here; doubled quotes are content. */
  private int closing(char quote) {
    int end = at + 1;
    while (end < text.length()) {
      if (text.charAt(end) == quote) {
        if (end + 1 < text.length() && text.charAt(end + 1) == quote) {
          end++;
        } else {
          return end + 1;
        }
      }
      end++;
    }
    return text.length();
  }

  private static boolean part(char c) {
    return Character.isLetterOrDigit(c) || NAME_MARKS.indexOf(c) >= 0;
  }

  private String wordHere() {
    int end = at;
    while (end < text.length() && part(text.charAt(end))) {
      end++;
    }
    return text.substring(at, end);
  }

  private boolean next(int place, char wanted) {
    return place < text.length() && text.charAt(place) == wanted;
  }

  private void word() {
    String word = wordHere();
    int end = at + word.length();
    if (next(end, '!')) {
      at = end;
      afterSheet(word, word);
    } else if (next(end, '[')) {
      copyTo(end);
      specifier(word);
    } else if (!reference(null)) {
      copyTo(end);
    }
  }

  /** Stands at the exclamation mark. */
  private void afterSheet(String sheet, String written) {
    String renamed = change.sheet(sheet);
    out.append(renamed.equals(sheet) ? written : quoted(renamed));
    if (next(at, '!')) {
      copyTo(at + 1);
      if (!reference(sheet)) {
        copyTo(at + wordHere().length());
      }
    }
  }

  static String quoted(String sheet) {
    return "'" + sheet.replace("'", "''") + "'";
  }

  /** Rewrites the cell or range that stands here; false where there is none. */
  private boolean reference(String sheet) {
    String word = wordHere();
    int end = at + word.length();
    String other = "";
    if (next(end, ':')) {
      at = end + 1;
      other = wordHere();
      at = end - word.length();
    }
    Optional<CellAddress> from = CellAddress.of(word);
    Optional<CellAddress> to = CellAddress.of(other);
    int after = end + 1 + other.length();
    if (from.isPresent() && to.isPresent() && !next(after, '(')) {
      out.append(change.range(sheet, from.get(), to.get()));
      at = after;
      return true;
    }
    if (from.isPresent() && !next(end, '(')) {
      out.append(change.cell(sheet, from.get()));
      at = end;
      return true;
    }
    if (wholeRow(word) && wholeRow(other)) {
      out.append(change.rows(sheet, row(word), row(other), word.startsWith("$")));
      at = after;
      return true;
    }
    return false;
  }

  private static boolean wholeRow(String word) {
    return word.matches("\\$?[1-9][0-9]{0,6}");
  }

  private static int row(String word) {
    return Integer.parseInt(word.replace("$", ""));
  }

  /** What stands in brackets behind the name of a table: items and columns, which may nest. */
  private void specifier(String table) {
    int depth = 0;
    int start = at;
    do {
      char c = text.charAt(at);
      if (c == '\'' && at + 1 < text.length()) {
        at++;
      } else if (c == '[' || c == ']') {
        depth += c == '[' ? 1 : -1;
        if (c == ']' && text.charAt(start) == '[') {
          String heading = text.substring(start + 1, at);
          out.append('[').append(heading(table, heading));
          start = at;
        } else {
          out.append(text, start, at);
          start = at;
        }
      }
      at++;
    } while (at < text.length() && depth > 0);
    out.append(text, start, at);
  }

  private String heading(String table, String written) {
    if (written.startsWith("#") || written.isEmpty()) {
      return written;
    }
    String row = written.startsWith("@") ? "@" : "";
    String heading = written.substring(row.length()).replaceAll("'(.)", "$1");
    return row
        + change.column(table.toLowerCase(Locale.ROOT), heading).replaceAll("(['\\[\\]#@])", "'$1");
  }
}

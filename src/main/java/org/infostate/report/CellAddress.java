package org.infostate.report;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A cell as formulas name it.
 *
 * @param column from 1 (A)
 * @param row from 1
 * @param fixedColumn written with {@code $}
 * @param fixedRow written with {@code $}
 */
record CellAddress(int column, int row, boolean fixedColumn, boolean fixedRow) {

  static final int ROWS = 1_048_576;
  private static final int COLUMNS = 16_384;
  private static final Pattern FORM =
      Pattern.compile("(\\$?)([A-Za-z]{1,3})(\\$?)([1-9][0-9]{0,6})");

  /** The cell, if this is the name of one: {@code $C$12}. */
  static Optional<CellAddress> of(String text) {
    Matcher matcher = FORM.matcher(text);
    if (!matcher.matches()) {
      return Optional.empty();
    }
    int column = column(matcher.group(2));
    int row = Integer.parseInt(matcher.group(4));
    return column > COLUMNS || row > ROWS
        ? Optional.empty()
        : Optional.of(
            new CellAddress(column, row, !matcher.group(1).isEmpty(), !matcher.group(3).isEmpty()));
  }

  private static int column(String letters) {
    int column = 0;
    for (char letter : letters.toUpperCase(java.util.Locale.ROOT).toCharArray()) {
      column = column * 26 + letter - 'A' + 1;
    }
    return column;
  }

  static String letters(int column) {
    StringBuilder letters = new StringBuilder();
    for (int rest = column; rest > 0; rest = (rest - 1) / 26) {
      letters.insert(0, (char) ('A' + (rest - 1) % 26));
    }
    return letters.toString();
  }

  CellAddress inRow(int other) {
    return new CellAddress(column, other, fixedColumn, fixedRow);
  }

  /** Moved by so many rows and columns where it is not fixed, as Excel fills formulas. */
  CellAddress filled(int down, int right) {
    return new CellAddress(
        fixedColumn ? column : column + right, fixedRow ? row : row + down, fixedColumn, fixedRow);
  }

  @Override
  public String toString() {
    return (fixedColumn ? "$" : "") + letters(column) + (fixedRow ? "$" : "") + row;
  }
}

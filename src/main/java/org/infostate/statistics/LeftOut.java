package org.infostate.statistics;

import java.util.Locale;

/**
 * Something of a file that did not become figures.
 *
 * @param sheet name of the worksheet; empty in a text file
 * @param row number of the row, or the first of several, from 1
 * @param rows how many rows with this text are meant; at least 1
 * @param text what stands there: the name or code of a country or series, the letters of a column
 */
public record LeftOut(String sheet, int row, int rows, String text, Reason reason) {

  static final int TEXT_LENGTH = 500;

  /** Why it did not; the text {@code statistics.reason.<code>} says so. */
  public enum Reason {
    COUNTRY_UNKNOWN,
    CODE_AND_NAME_DIFFER,
    AGGREGATE,
    SERIES_UNKNOWN,
    SERIES_IN_ANOTHER_FILE,
    COLUMN_WITHOUT_HEADING,
    SHEET_UNKNOWN,
    LEGEND;

    public String code() {
      return name().toLowerCase(Locale.ROOT);
    }

    /** Whether a person should look: it may have been a country. */
    public boolean unmatched() {
      return this == COUNTRY_UNKNOWN || this == CODE_AND_NAME_DIFFER;
    }
  }

  public LeftOut {
    text = text.length() <= TEXT_LENGTH ? text : text.substring(0, TEXT_LENGTH - 1) + "…";
  }

  /** The same with one row more. */
  LeftOut oneMore() {
    return new LeftOut(sheet, row, rows + 1, text, reason);
  }
}

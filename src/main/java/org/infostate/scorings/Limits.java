package org.infostate.scorings;

import java.time.Duration;

/** What one request may ask for; {@code scorings.md} states the same figures. */
public final class Limits {

  /** Of the part {@code data}, as of each of the others. */
  public static final int MOST_MEGABYTES = 10;

  /** Rows of the data: units, in a panel units times years. */
  public static final int MOST_CASES = 5_000;

  /** Columns of a table that comes in. */
  public static final int MOST_COLUMNS = 1_000;

  /** Rows of a table of points. */
  public static final int MOST_EXPERTS = 1_000;

  /** Cases times elements times steps. */
  public static final long MOST_CELLS = 5_000_000;

  /** Characters of the code or the name of a unit, of a heading, of the name of a group. */
  public static final int LONGEST_NAME = 200;

  /** Figures beyond this, or below its negative, are refused: their squares are no numbers. */
  public static final double LARGEST_FIGURE = 1e100;

  /** Problems that are told at once. */
  public static final int MOST_PROBLEMS = 100;

  /** How long a run may compute. */
  public static final Duration LONGEST_RUN = Duration.ofSeconds(20);

  /** Runs at the same time on one node. */
  public static final int MOST_RUNS = 2;

  /** Rows that a sheet of a workbook holds, headings included. */
  public static final int MOST_SHEET_ROWS = 1_048_576;

  private Limits() {}
}

package org.infostate.problem;

/**
 * Where a problem is. Every part may be null; what is known is shown.
 *
 * @param question name of the question, section or form field
 * @param row number of the roster row, from 1
 * @param sheet name of the worksheet
 * @param cell address in the sheet, such as {@code C12}
 * @param line line in a text file, from 1
 * @param column column in that line, from 1
 */
public record Place(
    String question, Integer row, String sheet, String cell, Integer line, Integer column) {

  public static final Place NOWHERE = new Place(null, null, null, null, null, null);

  public static Place question(String name) {
    return new Place(name, null, null, null, null, null);
  }

  public static Place row(String question, int row) {
    return new Place(question, row == 0 ? null : row, null, null, null, null);
  }

  public static Place cell(String sheet, String cell) {
    return new Place(null, null, sheet, cell, null, null);
  }

  public static Place line(int line, int column) {
    return new Place(null, null, null, null, line, column);
  }

  /** The same place, in this sheet and cell. */
  public Place inCell(String sheet, String cell) {
    return new Place(question, row, sheet, cell, line, column);
  }
}

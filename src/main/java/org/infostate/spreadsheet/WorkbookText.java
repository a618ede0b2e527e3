package org.infostate.spreadsheet;

import java.util.regex.Pattern;
import org.apache.poi.ss.usermodel.Cell;

/** Puts text into cells so that it comes back as it was. */
public final class WorkbookText {

  /** What the file format would take for an escaped character, such as {@code _x000A_}. */
  private static final Pattern ESCAPED = Pattern.compile("_(?=x[0-9A-Fa-f]{4}_)");

  /** What XML has no way to write, or would change. */
  private static final Pattern UNWRITABLE =
      Pattern.compile("[\\x00-\\x08\\x0B-\\x1F\\uFFFE\\uFFFF]");

  private WorkbookText() {}

  public static void put(Cell cell, String text) {
    String literal = ESCAPED.matcher(text).replaceAll("_x005F_");
    cell.setCellValue(
        UNWRITABLE
            .matcher(literal)
            .replaceAll(found -> "_x%04X_".formatted((int) found.group().charAt(0))));
  }
}

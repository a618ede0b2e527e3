package org.infostate.workbook;

import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.xssf.usermodel.XSSFCell;
import org.apache.poi.xssf.usermodel.XSSFRow;

/**
 * Heights of rows, estimated from their texts: programs fit a row when somebody edits it, but not
 * all of them when they open a file.
 */
final class WorkbookHeights {

  /** Height of a line by the size of its letters. */
  private static final double LINE = 1.36;

  private static final double PADDING = 5;
  private static final double LARGEST = 409;
  private static final double WIDTH_UNITS = 256;

  /** Letters are a little narrower than the digits that widths of columns are given in. */
  private static final double LETTER = 0.9;

  /** Narrow columns lose more where words are broken. */
  private static final double NARROW = 26;

  private static final double LOSS = 1.35;

  private static final int USUAL_POINTS = 11;
  private static final int HINT_POINTS = 9;

  private WorkbookHeights() {}

  /** Makes the row as high as the highest of its wrapped texts needs. */
  static void fit(XSSFRow row) {
    double height = 0;
    for (Cell cell : row) {
      if (cell.getCellType() == CellType.STRING && cell.getCellStyle().getWrapText()) {
        height = Math.max(height, height((XSSFCell) cell));
      }
    }
    if (height > 0) {
      row.getCTRow().setHt(Math.min(LARGEST, Math.max(height + PADDING, row.getHeightInPoints())));
      // Not a height of one's own: it may grow with what is written.
      row.getCTRow().setCustomHeight(false);
    }
  }

  private static double height(XSSFCell cell) {
    double width = cell.getSheet().getColumnWidth(cell.getColumnIndex()) / WIDTH_UNITS - 1;
    boolean hinted = cell.getRichStringCellValue().hasFormatting();
    int points = cell.getCellStyle().getFont().getFontHeightInPoints();
    double height = 0;
    for (String paragraph : cell.getStringCellValue().split("\n", -1)) {
      double needed = width(paragraph) * points / USUAL_POINTS * (width < NARROW ? LOSS : 1);
      height += Math.max(1, Math.ceil(needed / width)) * points * LINE;
      points = hinted ? HINT_POINTS : points;
    }
    return height;
  }

  /** In digits; Chinese characters are twice as wide. */
  private static double width(String text) {
    return text.codePoints()
        .mapToDouble(c -> Character.isIdeographic(c) || c >= 0xFF00 && c <= 0xFF60 ? 2 : LETTER)
        .sum();
  }
}

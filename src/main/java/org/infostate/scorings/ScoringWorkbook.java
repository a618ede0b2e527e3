package org.infostate.scorings;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.xssf.streaming.SXSSFSheet;
import org.apache.poi.xssf.streaming.SXSSFWorkbook;
import org.infostate.problem.ProblemKind;

/** A run as a workbook, a sheet for each table; only a window of rows is held in memory. */
final class ScoringWorkbook {

  private static final int WINDOW = 100;
  private static final int KEY_WIDTH = 14 * 256;

  private ScoringWorkbook() {}

  /**
   * The stream stays open.
   *
   * @throws org.infostate.problem.ProblemException if a table has more rows than a sheet holds;
   *     nothing is written then
   */
  static void write(List<Sheet> sheets, OutputStream out) throws IOException {
    try (SXSSFWorkbook book = new SXSSFWorkbook(WINDOW)) {
      book.setCompressTempFiles(true);
      for (Sheet sheet : sheets) {
        fill(book.createSheet(sheet.name()), sheet);
      }
      book.write(out);
      out.flush();
    }
  }

  private static void fill(SXSSFSheet page, Sheet sheet) {
    page.createFreezePane(1, 1);
    page.setColumnWidth(0, KEY_WIDTH);
    fill(page.createRow(0), sheet.columns().toArray());
    int[] next = {1};
    sheet
        .rows()
        .accept(
            row -> {
              if (next[0] == Limits.MOST_SHEET_ROWS) {
                throw ProblemKind.SCORING_SHEET_TOO_LONG.exception(
                    sheet.name(), Limits.MOST_SHEET_ROWS);
              }
              fill(page.createRow(next[0]++), row);
            });
  }

  private static void fill(Row line, Object[] row) {
    for (int column = 0; column < row.length; column++) {
      if (row[column] instanceof Double number && number.isNaN() || row[column] == null) {
        continue;
      }
      Cell cell = line.createCell(column);
      if (row[column] instanceof Number number) {
        cell.setCellValue(number.doubleValue());
      } else {
        cell.setCellValue((String) row[column]);
      }
    }
  }
}

package org.infostate.scorings;

import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.List;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.util.DefaultTempFileCreationStrategy;
import org.apache.poi.util.TempFile;
import org.apache.poi.xssf.streaming.SXSSFSheet;
import org.apache.poi.xssf.streaming.SXSSFWorkbook;
import org.infostate.problem.ProblemKind;

/** A run as a workbook, a sheet for each table; only a window of its rows is held in memory. */
final class ScoringWorkbook {

  private static final int WINDOW = 100;
  private static final int KEY_WIDTH = 14 * 256;

  // POI's usual folder belongs to whoever used it first on this machine; nobody else may write
  // there.
  static {
    try {
      File own = Files.createTempDirectory("infostate").toFile();
      own.deleteOnExit();
      TempFile.setTempFileCreationStrategy(new DefaultTempFileCreationStrategy(own));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private final SXSSFWorkbook book;

  private ScoringWorkbook(SXSSFWorkbook book) {
    this.book = book;
  }

  /**
   * Fills a workbook, so that what cannot be done is said before a reply begins.
   *
   * @param mostRows of a sheet, its headings included
   * @throws org.infostate.problem.ProblemException if a table has more rows than a sheet holds
   */
  static ScoringWorkbook of(List<Sheet> sheets, int mostRows) {
    SXSSFWorkbook book = new SXSSFWorkbook(WINDOW);
    book.setCompressTempFiles(true);
    try {
      for (Sheet sheet : sheets) {
        fill(book.createSheet(sheet.name()), sheet, mostRows);
      }
      return new ScoringWorkbook(book);
    } catch (RuntimeException e) {
      close(book);
      throw e;
    }
  }

  /** Writes it and deletes what it kept on disk. The stream stays open. */
  void write(OutputStream out) throws IOException {
    try {
      book.write(out);
      out.flush();
    } finally {
      close(book);
    }
  }

  private static void close(SXSSFWorkbook book) {
    try {
      book.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void fill(SXSSFSheet page, Sheet sheet, int mostRows) {
    page.createFreezePane(1, 1);
    page.setColumnWidth(0, KEY_WIDTH);
    fill(page.createRow(0), sheet.columns().toArray());
    int[] next = {1};
    sheet
        .rows()
        .accept(
            row -> {
              if (next[0] == mostRows) {
                throw ProblemKind.SCORING_SHEET_TOO_LONG.exception(sheet.name(), mostRows);
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

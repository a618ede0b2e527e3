package org.infostate;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.function.Consumer;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/**
 * A workbook of a response in the hands of somebody who fills it in. Rows and columns are found by
 * the identities that they carry, whatever the language.
 */
final class FilledWorkbook {

  static final String XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

  private final XSSFWorkbook workbook;

  private FilledWorkbook(XSSFWorkbook workbook) {
    this.workbook = workbook;
  }

  /** What becomes of a workbook through what somebody does to it. */
  static byte[] of(byte[] content, Consumer<FilledWorkbook> deed) {
    try (XSSFWorkbook workbook = new XSSFWorkbook(new ByteArrayInputStream(content))) {
      deed.accept(new FilledWorkbook(workbook));
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      workbook.write(out);
      return out.toByteArray();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  XSSFWorkbook workbook() {
    return workbook;
  }

  /** Writes an answer to a question. */
  FilledWorkbook answer(String question, String value) {
    cell(question, "answer").setCellValue(value);
    return this;
  }

  /** The cell of a row in a column, both by their identities. */
  Cell cell(String id, String key) {
    Row row = row(id);
    for (Row keys : row.getSheet()) {
      if (text(keys, 0).startsWith("infostate:")) {
        for (Cell each : keys) {
          if (each.toString().equals(key)) {
            return row.getCell(each.getColumnIndex(), Row.MissingCellPolicy.CREATE_NULL_AS_BLANK);
          }
        }
      }
    }
    throw new AssertionError("no column " + key);
  }

  Row row(String id) {
    for (Sheet sheet : workbook) {
      for (Row row : sheet) {
        if (text(row, 0).equals(id)) {
          return row;
        }
      }
    }
    throw new AssertionError("no row " + id);
  }

  /** The value beside a key on the hidden sheet that says whose workbook this is. */
  Cell identity(String key) {
    for (Row row : workbook.getSheet("infostate-identity")) {
      if (text(row, 0).equals(key)) {
        return row.getCell(1);
      }
    }
    throw new AssertionError("no " + key);
  }

  private static String text(Row row, int column) {
    Cell cell = row.getCell(column);
    return cell == null ? "" : cell.toString();
  }
}

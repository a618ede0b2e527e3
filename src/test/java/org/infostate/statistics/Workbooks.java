package org.infostate.statistics;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.Font;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/**
 * Makes small workbooks from text: a line for a row, a bar between cells. What looks like a number
 * becomes one, what stands between apostrophes stays text, between underscores becomes italic; an
 * equals sign begins a formula.
 */
final class Workbooks {

  private static final Instant SAVED = Instant.parse("2019-08-27T13:05:02Z");

  private Workbooks() {}

  /** An Excel 97-2003 workbook, last saved on 27 August 2019. */
  static byte[] xls(Map<String, String> sheets) {
    try (HSSFWorkbook workbook = new HSSFWorkbook()) {
      workbook.createInformationProperties();
      workbook.getSummaryInformation().setLastSaveDateTime(Date.from(SAVED));
      return filled(workbook, sheets);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A workbook of Excel 2007 and later, last saved on 27 August 2019. */
  static byte[] xlsx(Map<String, String> sheets) {
    try (XSSFWorkbook workbook = new XSSFWorkbook()) {
      workbook.getProperties().getCoreProperties().setModified(Optional.of(Date.from(SAVED)));
      return filled(workbook, sheets);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static byte[] filled(Workbook workbook, Map<String, String> sheets) throws IOException {
    Font slanted = workbook.createFont();
    slanted.setItalic(true);
    CellStyle italic = workbook.createCellStyle();
    italic.setFont(slanted);
    sheets.forEach((name, text) -> fill(workbook.createSheet(name), text, italic));
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    workbook.write(out);
    return out.toByteArray();
  }

  private static void fill(Sheet sheet, String text, CellStyle italic) {
    int number = 0;
    for (String line : text.lines().toList()) {
      Row row = sheet.createRow(number++);
      int column = 0;
      for (String value : line.split("\\|", -1)) {
        fill(row.createCell(column++), value.strip(), italic);
      }
    }
  }

  private static void fill(Cell cell, String value, CellStyle italic) {
    if (value.startsWith("=")) {
      cell.setCellFormula(value.substring(1));
    } else if (value.startsWith("'")) {
      cell.setCellValue(value.substring(1, value.length() - 1));
    } else if (value.startsWith("_")) {
      cell.setCellStyle(italic);
      cell.setCellValue(value.substring(1, value.length() - 1));
    } else if (value.matches("-?\\d+(\\.\\d+)?(E-?\\d+)?")) {
      cell.setCellValue(Double.parseDouble(value));
    } else if (!value.isEmpty()) {
      cell.setCellValue(value);
    }
  }

  /** A zip file of texts by name. */
  static byte[] zip(Map<String, String> entries) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(out)) {
      for (Map.Entry<String, String> entry : entries.entrySet()) {
        zip.putNextEntry(new ZipEntry(entry.getKey()));
        zip.write(entry.getValue().getBytes(StandardCharsets.UTF_8));
        zip.closeEntry();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toByteArray();
  }

  /** The entries of a zip file as texts, with one of them replaced or added. */
  static byte[] rezipped(byte[] file, String name, byte[] content) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    List<String> seen = new ArrayList<>();
    try (java.util.zip.ZipInputStream in =
            new java.util.zip.ZipInputStream(new java.io.ByteArrayInputStream(file));
        ZipOutputStream zip = new ZipOutputStream(out)) {
      for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
        zip.putNextEntry(new ZipEntry(entry.getName()));
        zip.write(entry.getName().equals(name) ? content : in.readAllBytes());
        zip.closeEntry();
        seen.add(entry.getName());
      }
      if (!seen.contains(name)) {
        zip.putNextEntry(new ZipEntry(name));
        zip.write(content);
        zip.closeEntry();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toByteArray();
  }
}

package org.infostate.xlsform;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import org.apache.poi.ss.usermodel.BuiltinFormats;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.VerticalAlignment;
import org.apache.poi.xssf.usermodel.XSSFCellStyle;
import org.apache.poi.xssf.usermodel.XSSFFont;
import org.apache.poi.xssf.usermodel.XSSFRow;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.infostate.spreadsheet.WorkbookText;

/** Writes sheets of text as a workbook that people edit in Excel. Every cell is text. */
final class FormWorkbook {

  private static final int UNIT = 256;
  private static final int NARROW = 18 * UNIT;
  private static final int WIDE = 44 * UNIT;

  private FormWorkbook() {}

  static void write(List<FormSheets.Sheet> sheets, OutputStream out) throws IOException {
    try (XSSFWorkbook workbook = new XSSFWorkbook()) {
      XSSFCellStyle text = style(workbook, false);
      XSSFCellStyle heading = style(workbook, true);
      for (FormSheets.Sheet sheet : sheets) {
        write(workbook.createSheet(sheet.name()), sheet.rows(), text, heading);
      }
      workbook.write(out);
    }
  }

  private static XSSFCellStyle style(XSSFWorkbook workbook, boolean heading) {
    XSSFCellStyle style = workbook.createCellStyle();
    // Text, so that Excel makes no date of 1-2 and no formula of =.
    style.setDataFormat((short) BuiltinFormats.getBuiltinFormat("@"));
    style.setVerticalAlignment(VerticalAlignment.TOP);
    style.setWrapText(!heading);
    if (heading) {
      XSSFFont bold = workbook.createFont();
      bold.setBold(true);
      style.setFont(bold);
    }
    return style;
  }

  private static void write(
      XSSFSheet sheet, List<List<String>> rows, XSSFCellStyle text, XSSFCellStyle heading) {
    for (int i = 0; i < rows.size(); i++) {
      XSSFRow row = sheet.createRow(i);
      List<String> cells = rows.get(i);
      for (int j = 0; j < cells.size(); j++) {
        if (!cells.get(j).isEmpty()) {
          Cell cell = row.createCell(j);
          cell.setCellStyle(i == 0 ? heading : text);
          WorkbookText.put(cell, cells.get(j));
        }
      }
    }
    List<String> headings = rows.get(0);
    for (int j = 0; j < headings.size(); j++) {
      boolean wide = headings.get(j).contains("::") || headings.get(j).equals("description");
      sheet.setColumnWidth(j, wide ? WIDE : NARROW);
      sheet.setDefaultColumnStyle(j, text);
    }
    sheet.createFreezePane(sheet.getSheetName().equals("survey") ? 2 : 0, 1);
  }
}

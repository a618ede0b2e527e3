package org.infostate.spreadsheet;

import java.util.HashMap;
import java.util.Map;
import org.apache.poi.ss.usermodel.DateUtil;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.ss.util.CellReference;
import org.apache.poi.xssf.eventusermodel.ReadOnlySharedStringsTable;
import org.apache.poi.xssf.model.StylesTable;
import org.apache.poi.xssf.usermodel.XSSFCellStyle;
import org.apache.poi.xssf.usermodel.XSSFRichTextString;
import org.infostate.problem.ProblemKind;
import org.infostate.spreadsheet.WorkbookCell.Format;
import org.infostate.spreadsheet.WorkbookCell.Type;
import org.xml.sax.Attributes;
import org.xml.sax.helpers.DefaultHandler;

/** Reads the stream of one sheet; stops with a problem when it holds too much. */
final class WorkbookSheetReader extends DefaultHandler {

  private final WorkbookSheet sheet;
  private final ReadOnlySharedStringsTable strings;
  private final StylesTable styles;
  private final int mostCells;
  private final int mostMerged;
  private final Map<String, Format> formats = new HashMap<>();
  private final StringBuilder text = new StringBuilder();
  private int count;
  private int merged;
  private int row = -1;
  private int column = -1;
  private String type;
  private Format format;
  private boolean formula;
  private boolean reading;
  private boolean phonetic;

  WorkbookSheetReader(
      WorkbookSheet sheet,
      ReadOnlySharedStringsTable strings,
      StylesTable styles,
      int mostCells,
      int mostMerged) {
    this.sheet = sheet;
    this.strings = strings;
    this.styles = styles;
    this.mostCells = mostCells;
    this.mostMerged = mostMerged;
  }

  WorkbookSheet sheet() {
    return sheet;
  }

  /** Cells that are not empty. */
  int count() {
    return count;
  }

  @Override
  public void startElement(String uri, String local, String qualified, Attributes attributes) {
    reading = false;
    switch (local) {
      case "row" -> {
        String number = attributes.getValue("r");
        row = number == null ? row + 1 : Integer.parseInt(number) - 1;
        column = -1;
      }
      case "c" -> cell(attributes);
      case "f" -> formula = true;
      case "rPh" -> phonetic = true;
      case "v", "t" -> reading = !phonetic;
      case "mergeCell" -> merge(attributes.getValue("ref"));
      default -> {
        // Nothing that we read.
      }
    }
  }

  private void cell(Attributes attributes) {
    String address = attributes.getValue("r");
    if (address == null) {
      column++;
    } else {
      CellReference at = new CellReference(address);
      row = at.getRow();
      column = at.getCol();
    }
    type = attributes.getValue("t") == null ? "n" : attributes.getValue("t");
    String style = attributes.getValue("s");
    format = style == null ? Format.PLAIN : formats.computeIfAbsent(style, this::format);
    formula = false;
    phonetic = false;
    text.setLength(0);
  }

  private Format format(String style) {
    int index = Integer.parseInt(style);
    if (index < 0 || index >= styles.getNumCellStyles()) {
      return Format.PLAIN;
    }
    XSSFCellStyle look = styles.getStyleAt(index);
    String pattern = look.getDataFormatString();
    if (pattern != null && pattern.replaceAll("\"[^\"]*\"|\\\\.", "").contains("%")) {
      return Format.PERCENT;
    }
    return pattern != null && DateUtil.isADateFormat(look.getDataFormat(), pattern)
        ? Format.DATE
        : Format.PLAIN;
  }

  private void merge(String area) {
    if (++merged > mostMerged) {
      throw tooLarge();
    }
    sheet.merge(CellRangeAddress.valueOf(area));
  }

  private static RuntimeException tooLarge() {
    return ProblemKind.WORKBOOK_TOO_LARGE.exception(WorkbookFile.MOST_MEGABYTES);
  }

  @Override
  public void characters(char[] characters, int start, int length) {
    if (reading) {
      text.append(characters, start, length);
    }
  }

  @Override
  public void endElement(String uri, String local, String qualified) {
    reading = false;
    if (local.equals("rPh")) {
      phonetic = false;
    } else if (local.equals("c") && (formula || !text.isEmpty())) {
      if (++count > mostCells) {
        throw tooLarge();
      }
      sheet.put(row, column, read());
    }
  }

  private WorkbookCell read() {
    String value = text.toString();
    return switch (type) {
      case "n" -> new WorkbookCell(Type.NUMBER, value, format, formula);
      case "s" -> new WorkbookCell(Type.TEXT, shared(value), format, formula);
      case "b" -> new WorkbookCell(Type.TRUTH, truth(value), format, formula);
      case "e" -> new WorkbookCell(Type.ERROR, value, format, formula);
      default -> new WorkbookCell(Type.TEXT, decoded(value), format, formula);
    };
  }

  private static String truth(String value) {
    return value.strip().equals("1") || value.strip().equals("true") ? "TRUE" : "FALSE";
  }

  private String shared(String index) {
    return strings.getItemAt(Integer.parseInt(index.strip())).getString();
  }

  private static String decoded(String value) {
    return new XSSFRichTextString(value).getString();
  }
}

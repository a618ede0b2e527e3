package org.infostate.workbook;

import java.util.EnumMap;
import java.util.Map;
import org.apache.poi.ss.usermodel.BorderStyle;
import org.apache.poi.ss.usermodel.FillPatternType;
import org.apache.poi.ss.usermodel.FontUnderline;
import org.apache.poi.ss.usermodel.HorizontalAlignment;
import org.apache.poi.ss.usermodel.ReadingOrder;
import org.apache.poi.ss.usermodel.VerticalAlignment;
import org.apache.poi.xssf.usermodel.XSSFCellStyle;
import org.apache.poi.xssf.usermodel.XSSFColor;
import org.apache.poi.xssf.usermodel.XSSFFont;
import org.apache.poi.xssf.usermodel.XSSFRichTextString;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/** How the cells of a workbook look: the colours of the pages, and one look for each use. */
final class WorkbookStyles {

  static final String ACCENT = "1C5A7D";
  static final String ACCENT_GROUND = "E6F0F6";
  static final String INK = "1B2430";
  static final String QUIET = "55606E";
  static final String LINE = "C9D1DA";
  static final String ANSWER_GROUND = "FFF9E3";
  static final String GREY_GROUND = "ECEEF1";
  static final String GREY_INK = "A3ACB7";

  private static final String FONT = "Calibri";

  /** Format of what nobody should see: identities do not even spill into print. */
  private static final String NOTHING = ";;;";

  private static final String DATE = "yyyy-mm-dd";

  /** What a cell is for. */
  enum Look {
    TITLE,
    LEAD,
    HEADING,
    PLAIN,
    STRONG,
    QUIET,
    LINK,
    ID,
    NUMBER,
    HEAD,
    HINT,
    LABEL,
    MARK_LABEL,
    /** Label of a note: more a paragraph than a question. */
    NOTE,
    TEXT,
    CHOICE,
    INTEGER,
    DECIMAL,
    DATE,
    REMARK,
    COMPUTED,
    COMPUTED_DATE,
    CLOSED,
    GREYED
  }

  private final XSSFWorkbook workbook;
  private final Map<Look, XSSFCellStyle> styles = new EnumMap<>(Look.class);
  private final boolean rightToLeft;
  private final XSSFFont label;
  private final XSSFFont hint;
  private final XSSFFont star;

  WorkbookStyles(XSSFWorkbook workbook, boolean rightToLeft) {
    this.workbook = workbook;
    this.rightToLeft = rightToLeft;
    label = font(11, INK, false);
    hint = font(9, QUIET, false);
    star = font(11, ACCENT, true);
    text(Look.TITLE, font(18, ACCENT, true), false);
    text(Look.LEAD, font(10, QUIET, false), false);
    text(Look.HEADING, font(13, ACCENT, true), false);
    text(Look.PLAIN, label, true);
    text(Look.STRONG, font(11, INK, true), true);
    text(Look.QUIET, font(10, QUIET, false), true);
    XSSFFont link = font(11, ACCENT, false);
    link.setUnderline(FontUnderline.SINGLE);
    text(Look.LINK, link, true);
    text(Look.ID, font(8, "FFFFFF", false), false).setDataFormat(format(NOTHING));
    XSSFCellStyle number = text(Look.NUMBER, hint, false);
    number.setAlignment(HorizontalAlignment.CENTER);
    head();
    boxed(Look.HINT, hint, ACCENT_GROUND, false).setVerticalAlignment(VerticalAlignment.BOTTOM);
    boxed(Look.LABEL, label, null, false);
    XSSFCellStyle mark = boxed(Look.MARK_LABEL, label, null, false);
    mark.setAlignment(rightToLeft ? HorizontalAlignment.RIGHT : HorizontalAlignment.LEFT);
    mark.setIndention((short) 2);
    boxed(Look.NOTE, font(11, QUIET, false), null, false);
    boxed(Look.TEXT, label, ANSWER_GROUND, true).setDataFormat(format("@"));
    boxed(Look.CHOICE, label, ANSWER_GROUND, true).setDataFormat(format("@"));
    open(Look.INTEGER, "0");
    open(Look.DECIMAL, "General");
    open(Look.DATE, DATE);
    boxed(Look.REMARK, label, ANSWER_GROUND, true).setDataFormat(format("@"));
    boxed(Look.COMPUTED, font(11, ACCENT, true), ACCENT_GROUND, false)
        .setAlignment(HorizontalAlignment.CENTER);
    XSSFCellStyle computedDate = boxed(Look.COMPUTED_DATE, label, ACCENT_GROUND, false);
    computedDate.setDataFormat(format(DATE));
    boxed(Look.CLOSED, font(10, QUIET, false), null, false);
    boxed(Look.GREYED, font(10, GREY_INK, false), GREY_GROUND, false);
  }

  XSSFCellStyle of(Look look) {
    return styles.get(look);
  }

  /** A label with a star where an answer is required, and its hint below in small letters. */
  XSSFRichTextString labelled(String text, boolean required, String hintText) {
    XSSFRichTextString rich = new XSSFRichTextString();
    rich.append(text, label);
    if (required) {
      rich.append(REQUIRED, star);
    }
    if (!hintText.isEmpty()) {
      rich.append("\n" + hintText, hint);
    }
    return rich;
  }

  static final String REQUIRED = " *";

  static XSSFColor colour(String rgb) {
    return new XSSFColor(java.util.HexFormat.of().parseHex(rgb), null);
  }

  private XSSFFont font(int points, String rgb, boolean bold) {
    XSSFFont font = workbook.createFont();
    font.setFontName(FONT);
    font.setFontHeightInPoints((short) points);
    font.setColor(colour(rgb));
    font.setBold(bold);
    return font;
  }

  private short format(String format) {
    return workbook.createDataFormat().getFormat(format);
  }

  private XSSFCellStyle text(Look look, XSSFFont font, boolean wrapped) {
    XSSFCellStyle style = workbook.createCellStyle();
    style.setFont(font);
    style.setWrapText(wrapped);
    style.setVerticalAlignment(VerticalAlignment.TOP);
    if (rightToLeft) {
      // Programs choose by the first letter otherwise, and many an answer begins with a digit.
      style.setReadingOrder(ReadingOrder.RIGHT_TO_LEFT);
      style.setAlignment(HorizontalAlignment.RIGHT);
    }
    styles.put(look, style);
    return style;
  }

  private XSSFCellStyle boxed(Look look, XSSFFont font, String ground, boolean open) {
    XSSFCellStyle style = text(look, font, true);
    style.setLocked(!open);
    if (ground != null) {
      style.setFillForegroundColor(colour(ground));
      style.setFillPattern(FillPatternType.SOLID_FOREGROUND);
    }
    style.setBorderTop(BorderStyle.THIN);
    style.setBorderBottom(BorderStyle.THIN);
    style.setBorderLeft(BorderStyle.THIN);
    style.setBorderRight(BorderStyle.THIN);
    XSSFColor line = colour(LINE);
    style.setTopBorderColor(line);
    style.setBottomBorderColor(line);
    style.setLeftBorderColor(line);
    style.setRightBorderColor(line);
    return style;
  }

  private void open(Look look, String format) {
    XSSFCellStyle style = boxed(look, label, ANSWER_GROUND, true);
    style.setDataFormat(format(format));
    style.setAlignment(HorizontalAlignment.CENTER);
  }

  private void head() {
    XSSFCellStyle head = boxed(Look.HEAD, font(11, "FFFFFF", true), ACCENT, false);
    head.setVerticalAlignment(VerticalAlignment.CENTER);
  }
}

package org.infostate.spreadsheet;

import java.math.BigDecimal;
import java.math.MathContext;
import java.time.LocalDate;
import java.util.Optional;
import org.apache.poi.ss.usermodel.DateUtil;

/**
 * What stands in one cell of an uploaded workbook.
 *
 * @param text as the file has it; numbers in the file's own notation
 * @param formula whether a formula stands there; the text is then what it came to
 */
public record WorkbookCell(Type type, String text, Format format, boolean formula) {

  /** Significant digits that spreadsheet programs keep of a number. */
  public static final int DIGITS = 15;

  public static final WorkbookCell EMPTY = new WorkbookCell(Type.TEXT, "", Format.PLAIN, false);

  public enum Type {
    TEXT,
    NUMBER,
    TRUTH,
    /** Such as {@code #REF!}. */
    ERROR
  }

  /** What the format of a cell makes of its number. */
  public enum Format {
    PLAIN,
    DATE,
    PERCENT
  }

  public boolean blank() {
    return text.isBlank() && !formula;
  }

  /** The number, with as many digits as spreadsheet programs keep. Empty where it is none. */
  public Optional<BigDecimal> number() {
    try {
      double number = Double.parseDouble(text.strip());
      return type == Type.NUMBER && Double.isFinite(number)
          ? Optional.of(plain(new BigDecimal(number, new MathContext(DIGITS))))
          : Optional.empty();
    } catch (NumberFormatException e) {
      return Optional.empty();
    }
  }

  private static BigDecimal plain(BigDecimal number) {
    BigDecimal stripped = number.stripTrailingZeros();
    return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
  }

  /** The day that the number of a date stands for; its time of day is left out. */
  public Optional<LocalDate> date(boolean from1904) {
    return number()
        .map(BigDecimal::doubleValue)
        .filter(DateUtil::isValidExcelDate)
        .map(number -> DateUtil.getLocalDateTime(number, from1904).toLocalDate());
  }
}

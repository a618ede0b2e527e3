package org.infostate.statistics;

import java.math.BigDecimal;

/**
 * A cell that holds something.
 *
 * @param number null where the cell holds text
 * @param text what stands there; of a number, its digits; of a formula, an equals sign, because
 *     nothing tells when it was calculated and from what
 * @param italic whether it is written in italics, with which some publishers mark estimates
 */
record GridCell(BigDecimal number, String text, boolean italic) {

  private static final String CALCULATED = "=";

  static GridCell number(double value, boolean italic) {
    if (!Double.isFinite(value)) {
      return text(Double.toString(value), italic);
    }
    // The shortest digits that give this number: what the publisher typed.
    BigDecimal number = new BigDecimal(Double.toString(value));
    String digits =
        Figure.storable(number) ? number.stripTrailingZeros().toPlainString() : number.toString();
    return new GridCell(number, digits, italic);
  }

  static GridCell text(String text, boolean italic) {
    return new GridCell(null, text.strip(), italic);
  }

  static GridCell formula() {
    return text(CALCULATED, false);
  }
}

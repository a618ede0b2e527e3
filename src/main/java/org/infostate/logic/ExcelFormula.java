package org.infostate.logic;

import java.util.Optional;
import java.util.function.Function;

/**
 * An expression as a formula for a workbook, in Excel's English notation, without the equals sign;
 * or why there is none. Only functions that Excel 2007 and LibreOffice have are used.
 *
 * <p>A blank cell is unknown, as an unanswered question is: within a formula an unknown value is an
 * error such as {@code #N/A}, and each condition is written twice, as what makes it true and what
 * makes it false, so that neither holds where it is unknown.
 *
 * <p>Excel's own limits remain: numbers have 15 digits; a validation made by hand holds 255
 * characters.
 *
 * @param formula the formula; empty where there is an obstacle
 * @param obstacle what Excel cannot say, with its place in the expression
 */
public record ExcelFormula(Optional<String> formula, Optional<Finding> obstacle) {

  /** Characters that Excel takes in a formula. */
  static final int LONGEST = 8_192;

  /** Levels of brackets that Excel takes. */
  static final int DEEPEST = 64;

  /** A condition that is TRUE where the expression is true: for what is asked. */
  public static ExcelFormula of(Expression expression, Function<String, String> cellOf) {
    return of(
        expression,
        new Cells() {
          @Override
          public Optional<String> cell(String question) {
            return Optional.ofNullable(cellOf.apply(question));
          }

          @Override
          public Optional<Kind> kind(String question) {
            return Optional.empty();
          }
        });
  }

  /** A condition that is TRUE where the expression is true, FALSE where it is false or unknown. */
  public static ExcelFormula of(Expression expression, Cells cells) {
    return written(writer -> writer.surely(expression.tree()), cells);
  }

  /** A condition that is FALSE where the expression is false, TRUE otherwise: for validation. */
  public static ExcelFormula unlessFalse(Expression expression, Cells cells) {
    return written(writer -> ExcelWriter.not(writer.surelyNot(expression.tree())), cells);
  }

  /** What the expression comes to; an empty text where that is unknown: for calculated cells. */
  public static ExcelFormula value(Expression expression, Cells cells) {
    return written(writer -> "IFERROR(" + writer.value(expression.tree()) + ",\"\")", cells);
  }

  private static ExcelFormula written(Function<ExcelWriter, String> writing, Cells cells) {
    try {
      String formula = writing.apply(new ExcelWriter(cells));
      if (formula.length() > LONGEST || depth(formula) > DEEPEST) {
        return none(Finding.warning(0, "excel.too-large"));
      }
      return new ExcelFormula(Optional.of(formula), Optional.empty());
    } catch (ExcelWriter.Obstacle e) {
      return none(e.finding());
    }
  }

  private static ExcelFormula none(Finding finding) {
    return new ExcelFormula(Optional.empty(), Optional.of(finding));
  }

  private static int depth(String formula) {
    int depth = 0;
    int deepest = 0;
    boolean quoted = false;
    for (char c : formula.toCharArray()) {
      quoted ^= c == '"';
      depth += quoted ? 0 : c == '(' ? 1 : c == ')' ? -1 : 0;
      deepest = Math.max(deepest, depth);
    }
    return deepest;
  }
}

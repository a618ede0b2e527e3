package org.infostate.scoring;

import java.util.Map;

/**
 * Where the value of an indicator or a denominator comes from. The engine does not read it: whoever
 * fills the table does.
 *
 * @param kind what the names in the expression mean
 * @param expression in the XLSForm expression language; {@code ${name}} is a question, a statistic,
 *     a register or a column, by kind
 * @param levels number of each choice where the expression gives the name of a choice; empty where
 *     it gives a number
 */
public record Source(Kind kind, String expression, Map<String, Double> levels) {

  /** What the names in an expression mean. */
  public enum Kind {
    /** Questions of a round, with the rows of rosters as in the questionnaires. */
    ANSWERS,
    /** Published statistics by their code. */
    STATISTICS,
    /** Registers of the inventory. */
    INVENTORY,
    /** Columns of a table that the user brings. */
    COLUMNS
  }

  public Source {
    levels = Map.copyOf(levels);
  }

  /** The column with the code of the element. */
  public static Source column(String name) {
    return new Source(Kind.COLUMNS, "${" + name + "}", Map.of());
  }

  /** The number of a choice, or {@code NaN} if the scale does not name it. */
  public double level(String choice) {
    return levels.getOrDefault(choice, Double.NaN);
  }
}

package org.infostate.scoring;

import java.util.function.DoubleUnaryOperator;

/** Reads the expressions of a {@link Transformation}; the engine itself knows no language. */
@FunctionalInterface
public interface Expressions {

  /** For an index that has no such transformation. */
  Expressions NONE =
      expression -> {
        throw new IllegalArgumentException("Nothing here reads the expression " + expression + ".");
      };

  /**
   * The function that an expression is of the value {@code .}.
   *
   * @return gives {@code NaN} where the expression has no number
   * @throws IllegalArgumentException if it is no expression
   */
  DoubleUnaryOperator compile(String expression);
}

package org.infostate.logic;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Optional;

/** Decimal arithmetic with 34 digits. What has no result, such as division by zero, is unknown. */
final class Arithmetic {

  private Arithmetic() {}

  static Value calculate(Operator operator, Value left, Value right) {
    Optional<BigDecimal> a = left.number();
    Optional<BigDecimal> b = right.number();
    return a.isEmpty() || b.isEmpty() ? Value.UNKNOWN : calculate(operator, a.get(), b.get());
  }

  private static Value calculate(Operator operator, BigDecimal a, BigDecimal b) {
    boolean divides = operator == Operator.DIV || operator == Operator.MOD;
    if (divides && b.signum() == 0) {
      return Value.UNKNOWN;
    }
    return switch (operator) {
      case PLUS -> Value.of(a.add(b, MathContext.DECIMAL128));
      case MINUS -> Value.of(a.subtract(b, MathContext.DECIMAL128));
      case TIMES -> Value.of(a.multiply(b, MathContext.DECIMAL128));
      case DIV -> Value.of(a.divide(b, MathContext.DECIMAL128));
      // The sign is that of the dividend, as in XPath; the exponents are bounded by Value.
      case MOD -> Value.of(a.remainder(b));
      default -> throw new IllegalStateException(operator + " does not calculate");
    };
  }
}

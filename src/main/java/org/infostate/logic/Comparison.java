package org.infostate.logic;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Optional;

/**
 * Compares two known values. For equality, in this order: where one is a truth value both are taken
 * as such; where one is a number, as numbers; where one is a date, as dates; where one is a
 * selection, as sets of codes; else as texts. For order: as dates where both are or spell one; else
 * as numbers, and where one is none the answer is unknown.
 */
final class Comparison {

  private Comparison() {}

  static Value compare(Operator operator, Value left, Value right) {
    return operator.equates()
        ? Value.of(equal(left, right) == (operator == Operator.EQUAL))
        : order(operator, left, right);
  }

  private static boolean equal(Value left, Value right) {
    if (left instanceof Value.Truth || right instanceof Value.Truth) {
      return left.isTrue() == right.isTrue();
    }
    if (left instanceof Value.Decimal || right instanceof Value.Decimal) {
      return both(left.number(), right.number());
    }
    if (left instanceof Value.Day || right instanceof Value.Day) {
      return both(left.date(), right.date());
    }
    if (left instanceof Value.Choices || right instanceof Value.Choices) {
      return left.codes().equals(right.codes());
    }
    return left.text().equals(right.text());
  }

  private static <T extends Comparable<? super T>> boolean both(Optional<T> a, Optional<T> b) {
    return a.isPresent() && b.isPresent() && a.get().compareTo(b.get()) == 0;
  }

  private static Value order(Operator operator, Value left, Value right) {
    Optional<LocalDate> leftDate = left.date();
    Optional<LocalDate> rightDate = right.date();
    if (leftDate.isPresent() && rightDate.isPresent()) {
      return Value.of(holds(operator, leftDate.get().compareTo(rightDate.get())));
    }
    Optional<BigDecimal> a = left.number();
    Optional<BigDecimal> b = right.number();
    return a.isEmpty() || b.isEmpty()
        ? Value.UNKNOWN
        : Value.of(holds(operator, a.get().compareTo(b.get())));
  }

  static boolean holds(Operator operator, int sign) {
    return switch (operator) {
      case EQUAL -> sign == 0;
      case NOT_EQUAL -> sign != 0;
      case LESS -> sign < 0;
      case AT_MOST -> sign <= 0;
      case GREATER -> sign > 0;
      case AT_LEAST -> sign >= 0;
      default -> throw new IllegalStateException(operator + " does not compare");
    };
  }
}

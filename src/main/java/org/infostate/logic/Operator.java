package org.infostate.logic;

/** What stands between two operands, with how tightly it binds. */
public enum Operator {
  OR("or", 1),
  AND("and", 2),
  EQUAL("=", 3),
  NOT_EQUAL("!=", 3),
  LESS("<", 4),
  AT_MOST("<=", 4),
  GREATER(">", 4),
  AT_LEAST(">=", 4),
  PLUS("+", 5),
  MINUS("-", 5),
  TIMES("*", 6),
  DIV("div", 6),
  MOD("mod", 6);

  private final String symbol;
  private final int binding;

  Operator(String symbol, int binding) {
    this.symbol = symbol;
    this.binding = binding;
  }

  /** As it is written. */
  public String symbol() {
    return symbol;
  }

  /** The higher, the tighter; operators that bind alike group from the left. */
  int binding() {
    return binding;
  }

  boolean joins() {
    return this == OR || this == AND;
  }

  boolean equates() {
    return binding == EQUAL.binding;
  }

  boolean orders() {
    return binding == LESS.binding;
  }

  boolean calculates() {
    return binding >= PLUS.binding;
  }

  /** The comparison that holds just when this one fails, both sides being known. */
  Operator opposite() {
    return switch (this) {
      case EQUAL -> NOT_EQUAL;
      case NOT_EQUAL -> EQUAL;
      case LESS -> AT_LEAST;
      case AT_LEAST -> LESS;
      case GREATER -> AT_MOST;
      case AT_MOST -> GREATER;
      default -> throw new IllegalStateException(symbol + " has no opposite");
    };
  }

  /** The comparison that says the same with its sides exchanged. */
  Operator mirrored() {
    return switch (this) {
      case LESS -> GREATER;
      case GREATER -> LESS;
      case AT_MOST -> AT_LEAST;
      case AT_LEAST -> AT_MOST;
      default -> this;
    };
  }
}

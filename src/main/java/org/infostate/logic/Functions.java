package org.infostate.logic;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.DoubleUnaryOperator;

/**
 * What the functions do. But for {@code if}, {@code coalesce}, {@code once}, {@code count} and
 * {@code count-non-empty}, a function of something unknown is unknown.
 */
final class Functions {

  private static final BigDecimal FARTHEST_PLACE = BigDecimal.valueOf(1_000);
  private static final int HIGHEST_POWER = 1_000;

  private Functions() {}

  /**
   * @param arguments as many as the function takes; rows come in as {@link Value.Rows}
   */
  static Value apply(Builtin function, List<Value> arguments, Answers answers) {
    switch (function) {
      case TRUE:
        return Value.TRUE;
      case FALSE:
        return Value.FALSE;
      case TODAY:
        return Value.of(answers.today());
      case PI:
        return Value.of(BigDecimal.valueOf(Math.PI));
      case POSITION:
        return answers.position() > 0 ? Value.of(answers.position()) : Value.UNKNOWN;
      case COALESCE:
        return arguments.get(0).isEmpty() ? arguments.get(1) : arguments.get(0);
      case ONCE:
        return answers.self().isEmpty() ? arguments.get(0) : answers.self();
      case COUNT:
        return Value.of(spread(arguments, true).size());
      case COUNT_NON_EMPTY:
        return Value.of(spread(arguments, true).stream().filter(v -> !v.isEmpty()).count());
      case IF:
        return arguments
            .get(0)
            .truth()
            .map(holds -> arguments.get(holds ? 1 : 2))
            .orElse(Value.UNKNOWN);
      default:
        return spread(arguments, false).stream().anyMatch(Value::isUnknown)
            ? Value.UNKNOWN
            : known(function, arguments);
    }
  }

  /** All values, those of rows one by one. */
  private static List<Value> spread(List<Value> arguments, boolean droppingUnknown) {
    List<Value> values = new ArrayList<>();
    for (Value argument : arguments) {
      if (argument instanceof Value.Rows rows) {
        values.addAll(rows.values());
      } else if (!droppingUnknown || !argument.isUnknown()) {
        values.add(argument);
      }
    }
    return values;
  }

  private static Value known(Builtin function, List<Value> arguments) {
    Value first = arguments.get(0);
    String text = first.text();
    String second = arguments.size() > 1 ? arguments.get(1).text() : "";
    return switch (function) {
      case NOT -> Value.of(first.isFalse());
      case BOOLEAN -> Value.of(first.isTrue());
      case BOOLEAN_FROM_STRING -> Value.of(text.equalsIgnoreCase("true") || text.equals("1"));
      case SELECTED -> Value.of(first.codes().contains(second.strip()));
      case SELECTED_AT ->
          index(arguments.get(1), 0, first.codes().size())
              .map(i -> Value.of(List.copyOf(first.codes()).get(i)))
              .orElse(Value.of(""));
      case COUNT_SELECTED -> Value.of(first.codes().size());
      case SUM, MIN, MAX -> total(function, spread(arguments, false));
      case JOIN -> joined(text, spread(arguments.subList(1, arguments.size()), false));
      case CONCAT -> joined("", spread(arguments, false));
      case STRING -> Value.of(text);
      case STRING_LENGTH -> Value.of(text.codePointCount(0, text.length()));
      case SUBSTR, SUBSTRING_BEFORE, SUBSTRING_AFTER, TRANSLATE, NORMALIZE_SPACE ->
          TextFunctions.apply(function, text, arguments);
      case CONTAINS -> Value.of(text.contains(second));
      case STARTS_WITH -> Value.of(text.startsWith(second));
      case ENDS_WITH -> Value.of(text.endsWith(second));
      case REGEX -> BoundedRegex.matches(second, text).map(Value::of).orElse(Value.UNKNOWN);
      case DATE_OF -> date(first);
      case DECIMAL_DATE_TIME ->
          first.date().map(day -> Value.of(day.toEpochDay())).orElse(Value.UNKNOWN);
      case FORMAT_DATE ->
          first.date().map(day -> TextFunctions.format(day, second)).orElse(Value.UNKNOWN);
      default ->
          first.number().map(number -> number(function, number, arguments)).orElse(Value.UNKNOWN);
    };
  }

  /**
   * A position as a whole number counted from {@code base}, turned into an index from 0; empty
   * where it is unknown, not whole or outside the size.
   */
  static Optional<Integer> index(Value position, int base, int size) {
    return position
        .number()
        .map(number -> number.subtract(BigDecimal.valueOf(base)))
        .filter(number -> number.stripTrailingZeros().scale() <= 0)
        .filter(number -> number.signum() >= 0)
        .filter(number -> number.compareTo(BigDecimal.valueOf(size)) < 0)
        .map(BigDecimal::intValueExact);
  }

  /** The sum of nothing is zero; nothing has neither smallest nor largest. */
  private static Value total(Builtin function, List<Value> values) {
    BigDecimal total = null;
    for (Value value : values) {
      Optional<BigDecimal> number = value.number();
      if (number.isEmpty()) {
        return Value.UNKNOWN;
      }
      BigDecimal next = number.get();
      if (total == null) {
        total = next;
      } else if (function == Builtin.SUM) {
        total = total.add(next, MathContext.DECIMAL128);
      } else {
        total = function == Builtin.MIN ? total.min(next) : total.max(next);
      }
    }
    if (total == null) {
      return function == Builtin.SUM ? Value.of(0) : Value.UNKNOWN;
    }
    boolean dates =
        function != Builtin.SUM && values.stream().allMatch(Value.Day.class::isInstance);
    return dates ? Value.of(LocalDate.ofEpochDay(total.longValueExact())) : Value.of(total);
  }

  private static Value joined(String separator, List<Value> values) {
    StringBuilder joined = new StringBuilder();
    for (int i = 0; i < values.size(); i++) {
      joined.append(i == 0 ? "" : separator).append(values.get(i).text());
      if (joined.length() > Value.LONGEST_TEXT) {
        return Value.UNKNOWN;
      }
    }
    return Value.of(joined.toString());
  }

  /**
   * A date is itself; a text spells one; a number counts days since 1970-01-01, its decimals cut
   * off.
   */
  private static Value date(Value value) {
    if (value.date().isPresent()) {
      return Value.of(value.date().get());
    }
    try {
      return value
          .number()
          .map(days -> days.setScale(0, RoundingMode.DOWN).longValueExact())
          .map(days -> Value.of(LocalDate.ofEpochDay(days)))
          .orElse(Value.UNKNOWN);
    } catch (ArithmeticException | DateTimeException e) {
      return Value.UNKNOWN;
    }
  }

  private static Value number(Builtin function, BigDecimal number, List<Value> arguments) {
    return switch (function) {
      case NUMBER_OF -> Value.of(number);
      case INT -> Value.of(number.setScale(0, RoundingMode.DOWN));
      case ABS -> Value.of(number.abs());
      case ROUND -> round(number, arguments.size() > 1 ? arguments.get(1) : Value.of(0));
      case POW -> arguments.get(1).number().map(p -> power(number, p)).orElse(Value.UNKNOWN);
      case SQRT ->
          number.signum() < 0 ? Value.UNKNOWN : Value.of(number.sqrt(MathContext.DECIMAL128));
      case EXP -> real(number.doubleValue(), StrictMath::exp);
      case LOG -> real(number.doubleValue(), StrictMath::log);
      case LOG10 -> real(number.doubleValue(), StrictMath::log10);
      default -> throw new IllegalStateException(function + " is not known");
    };
  }

  /** Half away from zero, as in Excel; negative places round to tens, hundreds and so on. */
  private static Value round(BigDecimal number, Value places) {
    return places
        .number()
        .map(p -> p.max(FARTHEST_PLACE.negate()).min(FARTHEST_PLACE).intValue())
        .map(p -> p < number.scale() ? number.setScale(p, RoundingMode.HALF_UP) : number)
        .map(Value::of)
        .orElse(Value.UNKNOWN);
  }

  /** Exact with 34 digits for whole powers; by double precision for others. */
  private static Value power(BigDecimal number, BigDecimal power) {
    boolean whole = power.stripTrailingZeros().scale() <= 0;
    boolean small = power.abs().compareTo(BigDecimal.valueOf(HIGHEST_POWER)) <= 0;
    if (number.signum() == 0 && power.signum() < 0) {
      return Value.UNKNOWN;
    }
    return whole && small
        ? Value.of(number.pow(power.intValue(), MathContext.DECIMAL128))
        : real(power.doubleValue(), p -> StrictMath.pow(number.doubleValue(), p));
  }

  private static Value real(double argument, DoubleUnaryOperator function) {
    double result = function.applyAsDouble(argument);
    return Double.isFinite(result) ? Value.of(BigDecimal.valueOf(result)) : Value.UNKNOWN;
  }
}

package org.infostate.logic;

import java.math.BigDecimal;
import java.math.MathContext;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What an expression comes to. Unknown is a value of its own: it says that a question is not
 * answered, or that the result depends on one that is not, or that there is no such result
 * (division by zero, a number beyond {@value #LARGEST_EXPONENT} digits, a text beyond {@value
 * #LONGEST_TEXT} characters).
 *
 * <p>As a condition, a number is true unless zero, a text and a selection unless empty, a date
 * always. Unknown is neither true nor false.
 */
public sealed interface Value {

  /** Numbers whose decimal exponent is above this are unknown; below its negative they are zero. */
  int LARGEST_EXPONENT = 308;

  /** What a cell of a workbook can hold. */
  int LONGEST_TEXT = 32_767;

  Value UNKNOWN = new Unknown();
  Value TRUE = new Truth(true);
  Value FALSE = new Truth(false);

  /** Not known: the only instance is {@link Value#UNKNOWN}. */
  record Unknown() implements Value {}

  record Truth(boolean value) implements Value {}

  /** A decimal number without trailing zeros. */
  record Decimal(BigDecimal value) implements Value {}

  record Text(String value) implements Value {}

  record Day(LocalDate value) implements Value {}

  /** The codes that are selected, in their order. */
  record Choices(Set<String> codes) implements Value {
    public Choices {
      codes = Collections.unmodifiableSet(new LinkedHashSet<>(codes));
    }
  }

  /** One value for each row of a roster; only the functions over rosters take it. */
  record Rows(List<Value> values) implements Value {
    public Rows {
      values = List.copyOf(values);
    }
  }

  static Value of(boolean value) {
    return value ? TRUE : FALSE;
  }

  /** A number; unknown where its magnitude is out of bounds. */
  static Value of(BigDecimal value) {
    BigDecimal plain = value.stripTrailingZeros();
    if (plain.signum() == 0) {
      return new Decimal(BigDecimal.ZERO);
    }
    long exponent = (long) plain.precision() - plain.scale();
    if (exponent > LARGEST_EXPONENT) {
      return UNKNOWN;
    }
    return new Decimal(
        exponent < -LARGEST_EXPONENT ? BigDecimal.ZERO : plain.round(MathContext.DECIMAL128));
  }

  static Value of(long value) {
    return of(BigDecimal.valueOf(value));
  }

  /** A text; unknown where it is too long. */
  static Value of(String value) {
    return value.length() > LONGEST_TEXT ? UNKNOWN : new Text(value);
  }

  static Value of(LocalDate value) {
    return new Day(value);
  }

  static Value ofChoices(Collection<String> codes) {
    return new Choices(new LinkedHashSet<>(codes));
  }

  default boolean isUnknown() {
    return this == UNKNOWN || this instanceof Unknown;
  }

  /** Whether this holds as a condition; unknown does not. */
  default boolean isTrue() {
    return truth().orElse(false);
  }

  /** Whether this fails as a condition; unknown does not. */
  default boolean isFalse() {
    return !truth().orElse(true);
  }

  /** This as a condition; empty where it is unknown. */
  default Optional<Boolean> truth() {
    if (this instanceof Truth truth) {
      return Optional.of(truth.value);
    }
    if (this instanceof Decimal number) {
      return Optional.of(number.value.signum() != 0);
    }
    return isUnknown() ? Optional.empty() : Optional.of(!isEmpty());
  }

  /** Whether nothing is there: unknown, an empty text, nothing selected, no rows. */
  default boolean isEmpty() {
    return isUnknown()
        || this instanceof Text text && text.value.isEmpty()
        || this instanceof Choices choices && choices.codes.isEmpty()
        || this instanceof Rows rows && rows.values.isEmpty();
  }

  /**
   * This as a number: a date gives its days since 1970-01-01, true 1, false 0, a text the number it
   * spells. Empty where it is unknown or spells none.
   */
  default Optional<BigDecimal> number() {
    if (this instanceof Decimal number) {
      return Optional.of(number.value);
    }
    if (this instanceof Truth truth) {
      return Optional.of(truth.value ? BigDecimal.ONE : BigDecimal.ZERO);
    }
    if (this instanceof Day day) {
      return Optional.of(BigDecimal.valueOf(day.value.toEpochDay()));
    }
    return isUnknown() ? Optional.empty() : Spelling.number(text());
  }

  /** This as a date: one, or a text that spells one as {@code yyyy-mm-dd}. */
  default Optional<LocalDate> date() {
    if (this instanceof Day day) {
      return Optional.of(day.value);
    }
    return this instanceof Text text ? Spelling.date(text.value) : Optional.empty();
  }

  /** The codes that are selected: of a text, its words. */
  default Set<String> codes() {
    if (this instanceof Choices choices) {
      return choices.codes;
    }
    return Arrays.stream(text().strip().split("\\s+"))
        .filter(code -> !code.isEmpty())
        .collect(Collectors.toCollection(LinkedHashSet::new));
  }

  /**
   * This as text: numbers with a point and no exponent, dates as {@code yyyy-mm-dd}, codes with a
   * space between, {@code true} and {@code false}; unknown is empty.
   */
  default String text() {
    if (this instanceof Text text) {
      return text.value;
    }
    if (this instanceof Decimal number) {
      return number.value.toPlainString();
    }
    if (this instanceof Truth truth) {
      return Boolean.toString(truth.value);
    }
    if (this instanceof Day day) {
      return day.value.toString();
    }
    if (this instanceof Choices choices) {
      return String.join(" ", choices.codes);
    }
    if (this instanceof Rows rows) {
      return rows.values.stream().map(Value::text).collect(Collectors.joining(" "));
    }
    return "";
  }
}

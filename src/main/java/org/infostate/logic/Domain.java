package org.infostate.logic;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * What a question, or a term such as {@code count-selected(${a})}, can still be, after some
 * conditions on it are taken to hold. It may claim too much, never too little: what it excludes is
 * impossible.
 */
final class Domain {

  /** The most whole numbers that are tried one by one. */
  private static final int FEW = 1_000;

  private final Sort sort;
  private final boolean several;
  private boolean whole;
  private BigDecimal low;
  private BigDecimal high;
  private final Set<BigDecimal> notNumbers = new TreeSet<>();

  /** The texts or codes that are left; null where any is. */
  private Set<String> texts;

  private final Set<String> notTexts = new HashSet<>();
  private final Set<String> with = new HashSet<>();
  private final Set<String> without = new HashSet<>();
  private Optional<Boolean> answered = Optional.empty();
  private boolean impossible;

  /**
   * @param several whether several codes may be selected
   * @param choices the codes there are; empty where they are not known
   */
  Domain(Sort sort, boolean several, Set<String> choices) {
    this.sort = sort;
    this.several = several;
    this.texts = choices.isEmpty() ? null : new HashSet<>(choices);
  }

  private Domain(Domain other) {
    sort = other.sort;
    several = other.several;
    whole = other.whole;
    low = other.low;
    high = other.high;
    notNumbers.addAll(other.notNumbers);
    texts = other.texts == null ? null : new HashSet<>(other.texts);
    notTexts.addAll(other.notTexts);
    with.addAll(other.with);
    without.addAll(other.without);
    answered = other.answered;
    impossible = other.impossible;
  }

  Domain copy() {
    return new Domain(this);
  }

  Domain whole() {
    whole = true;
    return this;
  }

  Domain atLeast(long bound) {
    low = BigDecimal.valueOf(bound);
    return this;
  }

  Domain atMost(long bound) {
    high = BigDecimal.valueOf(bound);
    return this;
  }

  /** It is answered, or it is not. */
  void answered(boolean known) {
    impossible |= answered.isPresent() && answered.get() != known;
    answered = Optional.of(known);
  }

  /** A code is among those selected, or is not. */
  void selected(String code, boolean wanted) {
    if (sort != Sort.CHOICES) {
      return;
    }
    if (!several) {
      compare(wanted ? Operator.EQUAL : Operator.NOT_EQUAL, Value.of(code));
      return;
    }
    (wanted ? with : without).add(code);
    impossible |= wanted && texts != null && !texts.contains(code);
  }

  /** It compares so with a value. */
  void compare(Operator operator, Value value) {
    if (sort == Sort.ANY || sort == Sort.TRUTH || sort == Sort.ROWS) {
      // As a condition, different numbers and texts are the same: nothing can be told.
      return;
    }
    if (several) {
      selection(operator, value);
    } else if (sort == Sort.CHOICES && texts != null) {
      texts.removeIf(code -> !Comparison.compare(operator, Value.of(code), value).isTrue());
    } else {
      Optional<BigDecimal> number = number(operator, value);
      if (number.isPresent()) {
        number(operator, number.get());
      } else {
        text(operator, value.text());
      }
    }
  }

  /** The number that the comparison goes by: of dates, their days. */
  private Optional<BigDecimal> number(Operator operator, Value value) {
    boolean dated = sort == Sort.DATE || operator.orders();
    if (value.date().isPresent() && dated) {
      return value.date().map(day -> BigDecimal.valueOf(day.toEpochDay()));
    }
    boolean asText = operator.equates() && value instanceof Value.Text && sort != Sort.NUMBER;
    return asText ? Optional.empty() : value.number();
  }

  private void selection(Operator operator, Value value) {
    if (operator == Operator.EQUAL && value instanceof Value.Text) {
      value.codes().forEach(code -> selected(code, true));
      if (texts != null) {
        texts.stream().filter(code -> !value.codes().contains(code)).forEach(without::add);
      }
    }
  }

  private void number(Operator operator, BigDecimal number) {
    switch (operator) {
      case EQUAL -> {
        raise(number);
        lower(number);
      }
      case NOT_EQUAL -> notNumbers.add(number.stripTrailingZeros());
      case GREATER -> {
        notNumbers.add(number.stripTrailingZeros());
        raise(number);
      }
      case LESS -> {
        notNumbers.add(number.stripTrailingZeros());
        lower(number);
      }
      case AT_LEAST -> raise(number);
      default -> lower(number);
    }
  }

  private void raise(BigDecimal bound) {
    low = low == null ? bound : low.max(bound);
  }

  private void lower(BigDecimal bound) {
    high = high == null ? bound : high.min(bound);
  }

  private void text(Operator operator, String text) {
    if (operator == Operator.NOT_EQUAL) {
      notTexts.add(text);
    } else if (operator == Operator.EQUAL && texts == null) {
      texts = new HashSet<>(Set.of(text));
    } else if (operator == Operator.EQUAL) {
      texts.retainAll(Set.of(text));
    } else {
      // A text that is no number has no order: the comparison is unknown.
      impossible = true;
    }
  }

  /** Whether nothing is left for it to be. */
  boolean isEmpty() {
    return impossible
        || with.stream().anyMatch(without::contains)
        || several && texts != null && without.containsAll(texts) && isAnswered()
        || !several && texts != null && notTexts.containsAll(texts) && isAnswered()
        || noNumber();
  }

  private boolean isAnswered() {
    return answered.orElse(true);
  }

  private boolean noNumber() {
    if (low == null || high == null) {
      return false;
    }
    BigDecimal first = whole ? low.setScale(0, RoundingMode.CEILING) : low;
    BigDecimal last = whole ? high.setScale(0, RoundingMode.FLOOR) : high;
    int sign = first.compareTo(last);
    if (sign >= 0) {
      return sign > 0 || notNumbers.contains(first.stripTrailingZeros());
    }
    if (!whole || last.subtract(first).compareTo(BigDecimal.valueOf(FEW)) > 0) {
      return false;
    }
    for (BigDecimal n = first; n.compareTo(last) <= 0; n = n.add(BigDecimal.ONE)) {
      if (!notNumbers.contains(n.stripTrailingZeros())) {
        return false;
      }
    }
    return true;
  }
}

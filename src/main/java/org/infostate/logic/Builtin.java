package org.infostate.logic;

import static org.infostate.logic.Sort.ANY;
import static org.infostate.logic.Sort.CHOICES;
import static org.infostate.logic.Sort.DATE;
import static org.infostate.logic.Sort.NUMBER;
import static org.infostate.logic.Sort.ROWS;
import static org.infostate.logic.Sort.TEXT;
import static org.infostate.logic.Sort.TRUTH;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * The functions of the language: ODK's names, numbers of arguments and, but for what is unknown,
 * ODK's results. What they do stands in {@link Functions}.
 */
public enum Builtin {
  // conditions
  IF("if", ANY, 3, 3, TRUTH, ANY),
  NOT("not", TRUTH, 1, 1, TRUTH),
  TRUE("true", TRUTH, 0, 0),
  FALSE("false", TRUTH, 0, 0),
  BOOLEAN("boolean", TRUTH, 1, 1, ANY),
  BOOLEAN_FROM_STRING("boolean-from-string", TRUTH, 1, 1, TEXT),
  COALESCE("coalesce", ANY, 2, 2, ANY),
  ONCE("once", ANY, 1, 1, ANY),
  // selections
  SELECTED("selected", TRUTH, 2, 2, CHOICES, TEXT),
  SELECTED_AT("selected-at", TEXT, 2, 2, CHOICES, NUMBER),
  COUNT_SELECTED("count-selected", NUMBER, 1, 1, CHOICES),
  // rosters
  COUNT("count", NUMBER, 1, 1, ROWS),
  COUNT_NON_EMPTY("count-non-empty", NUMBER, 1, 1, ROWS),
  SUM("sum", NUMBER, 1, 1, ROWS),
  MIN("min", NUMBER, 1, Builtin.MANY, ROWS),
  MAX("max", NUMBER, 1, Builtin.MANY, ROWS),
  JOIN("join", TEXT, 2, Builtin.MANY, TEXT, ROWS),
  INDEXED_REPEAT("indexed-repeat", ANY, 3, 3, ROWS, ROWS, NUMBER),
  POSITION("position", NUMBER, 0, 0),
  // texts
  STRING("string", TEXT, 1, 1, ANY),
  STRING_LENGTH("string-length", NUMBER, 0, 1, TEXT),
  CONCAT("concat", TEXT, 1, Builtin.MANY, ROWS),
  SUBSTR("substr", TEXT, 2, 3, TEXT, NUMBER),
  SUBSTRING_BEFORE("substring-before", TEXT, 2, 2, TEXT),
  SUBSTRING_AFTER("substring-after", TEXT, 2, 2, TEXT),
  CONTAINS("contains", TRUTH, 2, 2, TEXT),
  STARTS_WITH("starts-with", TRUTH, 2, 2, TEXT),
  ENDS_WITH("ends-with", TRUTH, 2, 2, TEXT),
  TRANSLATE("translate", TEXT, 3, 3, TEXT),
  NORMALIZE_SPACE("normalize-space", TEXT, 0, 1, TEXT),
  REGEX("regex", TRUTH, 2, 2, TEXT),
  // numbers
  NUMBER_OF("number", NUMBER, 1, 1, ANY),
  INT("int", NUMBER, 1, 1, NUMBER),
  ROUND("round", NUMBER, 1, 2, NUMBER),
  ABS("abs", NUMBER, 1, 1, NUMBER),
  POW("pow", NUMBER, 2, 2, NUMBER),
  SQRT("sqrt", NUMBER, 1, 1, NUMBER),
  EXP("exp", NUMBER, 1, 1, NUMBER),
  LOG("log", NUMBER, 1, 1, NUMBER),
  LOG10("log10", NUMBER, 1, 1, NUMBER),
  PI("pi", NUMBER, 0, 0),
  // dates
  TODAY("today", DATE, 0, 0),
  DATE_OF("date", DATE, 1, 1, ANY),
  DECIMAL_DATE_TIME("decimal-date-time", NUMBER, 1, 1, DATE),
  FORMAT_DATE("format-date", TEXT, 2, 2, DATE, TEXT);

  static final int MANY = 1_000;

  private static final Map<String, Builtin> BY_NAME =
      Arrays.stream(values()).collect(Collectors.toMap(Builtin::symbol, Function.identity()));

  private final String symbol;
  private final Sort result;
  private final int fewest;
  private final int most;
  private final List<Sort> parameters;

  Builtin(String symbol, Sort result, int fewest, int most, Sort... parameters) {
    this.symbol = symbol;
    this.result = result;
    this.fewest = fewest;
    this.most = most;
    this.parameters = List.of(parameters);
  }

  static Optional<Builtin> of(String name) {
    return Optional.ofNullable(BY_NAME.get(name));
  }

  /** Its name, as it is written. */
  public String symbol() {
    return symbol;
  }

  /** What it gives; {@code ANY} where that depends on its arguments. */
  Sort result() {
    return result;
  }

  /** Whether it takes the value of the question itself where no argument is given. */
  boolean defaultsToSelf() {
    return this == STRING_LENGTH || this == NORMALIZE_SPACE;
  }

  /** Whether it makes sense of nothing but rows: the others also take several single values. */
  boolean onlyRows() {
    return this == COUNT || this == COUNT_NON_EMPTY || this == SUM;
  }

  /** Whether it may come to something although an argument is unknown. */
  boolean mayIgnoreUnknown() {
    return this == IF || this == COALESCE || this == ONCE || parameter(0) == ROWS || this == JOIN;
  }

  int fewest() {
    return fewest;
  }

  int most() {
    return most;
  }

  /**
   * What it takes. The last parameter stands for all further arguments; rows may be given as one
   * value where the function takes several arguments.
   */
  Sort parameter(int index) {
    if (parameters.isEmpty()) {
      return ANY;
    }
    return parameters.get(Math.min(index, parameters.size() - 1));
  }
}

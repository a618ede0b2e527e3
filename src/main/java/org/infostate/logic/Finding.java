package org.infostate.logic;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Something about an expression that its author must change, or had better look at.
 *
 * @param position where in the source, from 0
 * @param code stable name, such as {@code expression.unknown-question}; the phrases of {@link
 *     Words} have a text for each
 * @param arguments what that text names, in the order of its placeholders
 * @param suggestion what to write instead, where that can be told
 */
public record Finding(
    Severity severity,
    int position,
    String code,
    List<String> arguments,
    Optional<String> suggestion) {

  /** An error refuses the form; a warning is shown to its author. */
  public enum Severity {
    ERROR,
    WARNING
  }

  public Finding {
    arguments = List.copyOf(arguments);
  }

  static Finding error(int position, String code, String... arguments) {
    return new Finding(Severity.ERROR, position, code, List.of(arguments), Optional.empty());
  }

  static Finding warning(int position, String code, String... arguments) {
    return new Finding(Severity.WARNING, position, code, List.of(arguments), Optional.empty());
  }

  Finding suggesting(Optional<String> other) {
    return new Finding(severity, position, code, arguments, other);
  }

  public boolean isError() {
    return severity == Severity.ERROR;
  }

  /** What it says in English, with the place and the suggestion. */
  public String message() {
    return Words.of(this, Words.phrases(Locale.ENGLISH));
  }
}

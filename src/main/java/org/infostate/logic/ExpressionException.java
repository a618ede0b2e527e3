package org.infostate.logic;

import java.util.List;
import java.util.Optional;

/**
 * A text is not an expression of the language. The message is English, for logs; readers are shown
 * the phrase of the {@link #code()} in their language.
 */
public final class ExpressionException extends RuntimeException {

  private static final long serialVersionUID = 1;

  private final transient Finding finding;

  ExpressionException(Finding finding) {
    super(finding.message());
    this.finding = finding;
  }

  /** Stable name of what is wrong, such as {@code expression.unknown-function}. */
  public String code() {
    return finding.code();
  }

  /** What the phrase of the code names, in the order of its placeholders. */
  public List<String> arguments() {
    return finding.arguments();
  }

  /**
   * Where in the source, from 0; the length of the source where something is missing at its end.
   */
  public int position() {
    return finding.position();
  }

  /** What to write there instead, where that can be told. */
  public Optional<String> suggestion() {
    return finding.suggestion();
  }

  /** The same as a finding, like those of {@link Expression#check}. */
  public Finding finding() {
    return finding;
  }
}

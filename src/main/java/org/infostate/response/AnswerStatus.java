package org.infostate.response;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** How an answer stands. Only the first two carry a value. */
public enum AnswerStatus {
  ANSWERED,
  /** A value that may still change. */
  PROVISIONAL,
  /** The country does not have the figure. */
  NOT_AVAILABLE,
  /** The question does not fit the country; it leaves the denominator. */
  NOT_APPLICABLE,
  /** Nobody asked so far knows. */
  UNKNOWN,
  /** There was an answer and it was taken back: as if never answered. */
  CLEARED;

  public static Optional<AnswerStatus> of(String code) {
    return Arrays.stream(values()).filter(status -> status.code().equals(code)).findFirst();
  }

  /** As it stands in files and addresses. */
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  public boolean hasValue() {
    return this == ANSWERED || this == PROVISIONAL;
  }

  /** Whether the question counts as dealt with. */
  public boolean given() {
    return this != CLEARED;
  }
}

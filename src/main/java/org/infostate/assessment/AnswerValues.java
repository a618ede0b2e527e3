package org.infostate.assessment;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** Which value of an answer a run over a round takes. */
public enum AnswerValues {
  /** What the country said. */
  DECLARED,
  /**
   * What a reviewer found instead, where there is such a value and the answer is still the one that
   * was judged; else what the country said.
   */
  VERIFIED;

  static Optional<AnswerValues> of(String code) {
    return Arrays.stream(values()).filter(one -> one.code().equals(code)).findFirst();
  }

  /** As it stands in orders, replies and keys of texts. */
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }
}

package org.infostate.review;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What a reviewer could confirm of an answer. */
public enum Verdict {
  CONFIRMED,
  PARTLY,
  NOT_CONFIRMED,
  EVIDENCE_MISSING,
  /** There was a verdict and it was taken back: as if never judged. */
  WITHDRAWN;

  /** Those that a reviewer can give, in the order in which they are offered. */
  public static final List<Verdict> OFFERED =
      List.of(CONFIRMED, PARTLY, NOT_CONFIRMED, EVIDENCE_MISSING);

  /** One of those that can be given. */
  public static Optional<Verdict> of(String code) {
    return OFFERED.stream().filter(verdict -> verdict.code().equals(code)).findFirst();
  }

  /** The codes of all that can be given, for messages. */
  static String codes() {
    return String.join(", ", OFFERED.stream().map(Verdict::code).toList());
  }

  /** As it stands in files, addresses and keys of texts. */
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Whether it may come with a value that the reviewer found instead. */
  public boolean takesValue() {
    return Arrays.asList(PARTLY, NOT_CONFIRMED).contains(this);
  }
}

package org.infostate.planning;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What the gap of an indicator is measured to. */
public enum Target {
  /** The top of its scale: full capacity. */
  FULL,
  /**
   * The next of the levels that the index declares for it, above where the country stands; the next
   * quarter of its scale where it has no levels. Where it is not known, the first above nothing.
   */
  NEXT_LEVEL,
  /**
   * The median of the countries of the same info-state of which the indicator is known; of all
   * countries where these are fewer than {@value Targets#FEWEST}.
   */
  MEDIAN,
  /** What was declared as a target, nearest to the indicator; full capacity where nothing was. */
  DECLARED;

  static Optional<Target> of(String code) {
    return Arrays.stream(values()).filter(one -> one.code().equals(code)).findFirst();
  }

  /** As it stands in addresses, orders, replies and keys of texts. */
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }
}

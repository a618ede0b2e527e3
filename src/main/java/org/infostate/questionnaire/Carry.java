package org.infostate.questionnaire;

import java.util.Locale;

/**
 * What happens to an answer of an earlier version when a country begins the next round with it, the
 * mildest first. The check of the later version is asked in any case: what it refuses is not
 * carried.
 */
public enum Carry {
  /** Taken over as it is. */
  KEEP,
  /** Taken over, and the country is asked to look at it again. */
  CONFIRM,
  /** Left behind: the question begins without an answer. */
  DROP;

  /** As it stands in addresses and keys of texts. */
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The stricter of the two. */
  Carry and(Carry other) {
    return compareTo(other) >= 0 ? this : other;
  }
}

package org.infostate.questionnaire;

import java.util.Locale;

/** What a change does to the series of figures over the versions. */
public enum Series {
  /** Figures of both versions may be compared. */
  CONTINUES,
  /** Figures before and after are not about the same thing or the same group. */
  BREAKS,
  /** There are figures from this version on. */
  STARTS,
  /** There are no figures from this version on. */
  ENDS;

  /** As it stands in addresses and keys of texts. */
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }
}

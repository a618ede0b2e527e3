package org.infostate.questionnaire;

/** What a change does to the series of figures over the versions. */
public enum Series {
  /** Figures of both versions may be compared. */
  CONTINUES,
  /** Figures before and after are not about the same thing or the same group. */
  BREAKS,
  /** There are figures from this version on. */
  STARTS,
  /** There are no figures from this version on. */
  ENDS
}

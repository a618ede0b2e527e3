package org.infostate.scoring;

import java.util.EnumSet;
import java.util.Set;

/** What happened to a value on its way. An aggregate carries the marks of all that went into it. */
public enum Mark {
  /** Declared as provisional by its source. */
  PROVISIONAL,
  /** Declared by the country and not confirmed by a reviewer. */
  UNVERIFIED,
  /** Filled in by an {@link Imputation}. */
  IMPUTED,
  /** Drawn in to the next value by a {@link Treatment}. */
  WINSORISED,
  /** Transformed with its whole column by a {@link Treatment}. */
  TRANSFORMED,
  /** Cut to the limits of its {@link Normalisation}. */
  CAPPED,
  /** Raised to the floor of its {@link Normalisation}. */
  FLOORED;

  byte bit() {
    return (byte) (1 << ordinal());
  }

  static Set<Mark> of(byte bits) {
    EnumSet<Mark> marks = EnumSet.noneOf(Mark.class);
    for (Mark mark : values()) {
      if ((bits & mark.bit()) != 0) {
        marks.add(mark);
      }
    }
    return marks;
  }
}

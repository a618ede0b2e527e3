package org.infostate.logic;

/** What a name in an expression stands for. */
public enum Kind {
  TEXT(Sort.TEXT),
  INTEGER(Sort.NUMBER),
  DECIMAL(Sort.NUMBER),
  DATE(Sort.DATE),
  SELECT_ONE(Sort.CHOICES),
  SELECT_MULTIPLE(Sort.CHOICES),
  /** Computed: may be anything. */
  CALCULATE(Sort.ANY),
  /** A file: only whether there is one can be asked. */
  FILE(Sort.TEXT),
  /** Shows a text: it never has a value. */
  NOTE(Sort.ANY),
  /** A table question: only functions over rows take it. */
  ROSTER(Sort.ROWS),
  /** A section: it has no value. */
  SECTION(Sort.ANY);

  private final Sort sort;

  Kind(Sort sort) {
    this.sort = sort;
  }

  Sort sort() {
    return sort;
  }
}

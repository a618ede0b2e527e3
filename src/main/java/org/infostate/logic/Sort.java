package org.infostate.logic;

/** What sort of value a part of an expression gives, as far as it can be told without answers. */
enum Sort {
  TRUTH,
  NUMBER,
  TEXT,
  DATE,
  /** Codes of choices: an answer to a select question. */
  CHOICES,
  /** The rows of a roster. */
  ROWS,
  /** Any of these: nothing is claimed. */
  ANY
}

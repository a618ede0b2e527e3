package org.infostate.logic;

/** What an expression is used for in a form. */
public enum Use {
  /** Whether something is asked. */
  RELEVANT,
  /** Whether an answer is needed to submit. */
  REQUIRED,
  /** What an answer must fulfil: only here has {@code .} a value. */
  CONSTRAINT,
  /** What a calculate question is. */
  CALCULATION,
  /** Whether a choice is offered: only here do bare names mean columns. */
  CHOICE_FILTER,
  /** Not known: nothing that depends on the use is checked. */
  ANY;

  boolean isCondition() {
    return this != CALCULATION && this != ANY;
  }
}

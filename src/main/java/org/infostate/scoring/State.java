package org.infostate.scoring;

/** Whether a cell of a {@link Table} has a value, and if not, why not. */
public enum State {
  /** There is a value: declared, published, imputed or computed. */
  PRESENT(true, true),
  /** The country says that it has no such figure. */
  NOT_AVAILABLE(false, true),
  /** The country says that it does not know. */
  UNKNOWN(false, true),
  /** Asked and not answered, or not in the source. */
  UNANSWERED(false, true),
  /** The question does not arise there: leaves every denominator. */
  NOT_APPLICABLE(false, false),
  /** An aggregate of which less is present than its threshold asks for. */
  INSUFFICIENT(false, true),
  /** A value that a method cannot take, such as the logarithm of zero; a note says which. */
  UNDEFINED(false, true),
  /** A column in which all values are equal, left out because it tells nobody from anybody. */
  CONSTANT(false, false);

  private static final State[] ALL = values();

  private final boolean present;
  private final boolean applicable;

  State(boolean present, boolean applicable) {
    this.present = present;
    this.applicable = applicable;
  }

  /** True if the cell has a number. */
  public boolean present() {
    return present;
  }

  /** True if the cell counts in a denominator: it has a value or ought to have one. */
  public boolean applicable() {
    return applicable;
  }

  static State of(byte ordinal) {
    return ALL[ordinal];
  }
}

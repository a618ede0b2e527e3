package org.infostate.logic;

import java.util.Optional;

/**
 * Where the answers are in a workbook, seen from the place of the formula: addresses such as {@code
 * $C$12} or {@code 'Units'!$C12}, as they are written in a formula.
 */
public interface Cells {

  /** The cell of a question: its own row's where the formula stands in a row of the same roster. */
  Optional<String> cell(String question);

  /** What a question holds; where that is empty, the formula guesses from how it is used. */
  Optional<Kind> kind(String question);

  /** The cell of the question that the expression belongs to. */
  default Optional<String> self() {
    return Optional.empty();
  }

  /** The question that the expression belongs to, for its kind and its choices. */
  default Optional<String> selfName() {
    return Optional.empty();
  }

  /** The cells of a roster's question in all rows, {@code Units!$D$5:$D$104}. */
  default Optional<String> range(String question) {
    return Optional.empty();
  }

  /**
   * A formula for how many rows of a roster are in use.
   *
   * @param name of the roster or of a question in it
   */
  default Optional<String> rowCount(String name) {
    return Optional.empty();
  }

  /** A formula for the number of the row that the formula stands in, from 1. */
  default Optional<String> position() {
    return Optional.empty();
  }

  /** Whether the cells of a select question show labels instead of codes. */
  default boolean labelled(String question) {
    return false;
  }

  /** What the cell of a select question shows for a code: the code, or its label. */
  default String choice(String question, String code) {
    return code;
  }

  /** A condition for whether a code is selected, where each code has a cell of its own. */
  default Optional<String> selected(String question, String code) {
    return Optional.empty();
  }

  /** How many codes are selected, where each code has a cell of its own. */
  default Optional<String> countSelected(String question) {
    return Optional.empty();
  }

  /** What stands between the codes, where several share a cell. */
  default String separator() {
    return " ";
  }
}

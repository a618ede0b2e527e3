package org.infostate.xlsform;

import org.infostate.problem.Place;

/**
 * What stands in a cell.
 *
 * @param text the empty string where nothing does
 */
record Entry(String text, Place place) {

  boolean filled() {
    return !text.isEmpty();
  }

  /** Without the gaps around it. */
  String word() {
    return text.strip();
  }

  /** Another text that comes from the same cell. */
  Entry with(String other) {
    return new Entry(other, place);
  }
}

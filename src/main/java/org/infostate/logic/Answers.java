package org.infostate.logic;

import java.time.LocalDate;
import java.util.List;

/**
 * What an expression reads, seen from one place: from outside the rosters or from a row of one.
 *
 * <p>Implementations answer every name, also names that no question has, and never throw.
 */
public interface Answers {

  /**
   * The value of a question: inside a row, a question of that roster gives the value of the row,
   * any other looks outward. {@link Value#UNKNOWN} where it is not answered, not asked, or stands
   * in a roster that this place is not inside.
   */
  Value value(String question);

  /**
   * All rows of a roster, in order, whatever the place.
   *
   * @param name of the roster, or of a question that stands in it
   * @return empty where there is no row, or no such roster
   */
  List<Answers> rows(String name);

  /** The date that {@code today()} gives. */
  LocalDate today();

  /** The value of the question that the expression belongs to: {@code .} in the expression. */
  Value self();

  /**
   * Whether a question is asked in this place. Rows in which it is not asked take no part in {@code
   * sum}, {@code count} and the like; rows in which it is asked and not answered make a sum
   * unknown.
   */
  default boolean asked(String question) {
    return true;
  }

  /** The number of this row, from 1; 0 outside rosters. It is what {@code position(..)} gives. */
  default int position() {
    return 0;
  }

  /** A column of the choice that a choice filter is deciding on; in a filter, a bare name. */
  default Value column(String name) {
    return value(name);
  }
}

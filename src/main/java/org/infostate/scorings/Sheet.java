package org.infostate.scorings;

import java.util.List;
import java.util.function.Consumer;

/**
 * A table that goes out.
 *
 * @param name of the file or the sheet, without blanks
 * @param rows hands each row on: texts, {@code Double} ({@code NaN} for what is missing), {@code
 *     Integer} or null, as many as columns
 */
record Sheet(String name, List<String> columns, Consumer<Consumer<Object[]>> rows) {

  Sheet {
    columns = List.copyOf(columns);
  }
}

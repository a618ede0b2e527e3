package org.infostate.report;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * A table that a report template can ask for.
 *
 * @param name as the Excel table is called, case aside
 * @param columns names as the template's headings give them
 * @param headings what stands above the columns in the filled workbook, in the reader's language;
 *     as many as columns, no two the same
 * @param rows a value for each column: text, number, boolean, date, instant, or null for missing.
 *     The list may make its rows as it is read; it is read once, in order
 * @param spare names of columns that this filling has no use for: they are hidden in the workbook
 */
public record Dataset(
    String name,
    List<String> columns,
    List<String> headings,
    List<List<Object>> rows,
    Set<String> spare) {

  public Dataset {
    columns = List.copyOf(columns);
    headings = List.copyOf(headings);
    spare = Set.copyOf(spare);
    Set<String> seen = new HashSet<>();
    if (headings.size() != columns.size()
        || headings.stream().anyMatch(each -> !seen.add(each.toLowerCase(Locale.ROOT)))) {
      throw new IllegalArgumentException(name + ": headings " + headings);
    }
  }

  /** A dataset that uses all of its columns. */
  public Dataset(
      String name, List<String> columns, List<String> headings, List<List<Object>> rows) {
    this(name, columns, headings, rows, Set.of());
  }

  /** A dataset whose headings are the names of its columns. */
  public Dataset(String name, List<String> columns, List<List<Object>> rows) {
    this(name, columns, columns, rows);
  }

  /** Place of a column by the heading that the template gives it; -1 for none. */
  int column(String templateHeading) {
    for (int i = 0; i < columns.size(); i++) {
      if (columns.get(i).equalsIgnoreCase(templateHeading.strip())) {
        return i;
      }
    }
    return -1;
  }

  /** Whether the column with this heading of the template has nothing in it and is hidden. */
  boolean hides(String templateHeading) {
    int column = column(templateHeading);
    return column >= 0 && spare.contains(columns.get(column));
  }
}

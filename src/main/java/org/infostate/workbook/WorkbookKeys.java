package org.infostate.workbook;

import java.util.LinkedHashMap;
import java.util.Map;
import org.infostate.spreadsheet.WorkbookSheet;

/**
 * The row of keys of an uploaded sheet, wherever it stands now: which column holds what.
 *
 * @param idColumn the column of the marker, in which the rows carry their identities
 * @param columns by key
 */
record WorkbookKeys(String marker, int row, int idColumn, Map<String, Integer> columns) {

  /** Null for a sheet that has none: it is not ours, or was made unreadable. */
  static WorkbookKeys of(WorkbookSheet sheet) {
    for (var row : sheet.rows().entrySet()) {
      for (var cell : row.getValue().entrySet()) {
        if (cell.getValue().text().startsWith(WorkbookPlan.MARKER)) {
          Map<String, Integer> columns = new LinkedHashMap<>();
          row.getValue()
              .tailMap(cell.getKey(), false)
              .forEach((column, key) -> columns.putIfAbsent(key.text().strip(), column));
          return new WorkbookKeys(
              cell.getValue().text().strip(), row.getKey(), cell.getKey(), columns);
        }
      }
    }
    return null;
  }
}

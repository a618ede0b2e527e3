package org.infostate.opendata;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What the tables of the open data say of themselves. */
class DatasetTableTest {

  @Test
  void columnsAreNamedOnceAndHaveTypesOfTableSchema() {
    Set<String> types = Set.of("string", "integer", "number", "boolean", "year");
    for (DatasetTable table : DatasetTable.values()) {
      Set<String> names = new HashSet<>(table.headings());
      assertEquals(table.columns().size(), names.size(), table.name());
      for (DatasetTable.Column column : table.columns()) {
        assertTrue(types.contains(column.type()), column.toString());
      }
      assertEquals(table, DatasetTable.of(table.fileName()).orElseThrow());
    }
  }
}

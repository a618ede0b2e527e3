package org.infostate.report;

import java.util.Comparator;
import java.util.List;

/**
 * Where the rows of a sheet stand after the tables on it were filled. Rows count from 1.
 *
 * <p>A table's data rows {@code first} to {@code last} of the template become {@code filled} rows;
 * what stands below moves. A range that ends with the last data row ends with the last filled row.
 */
record Growth(List<Stretch> stretches) {

  static final Growth NONE = new Growth(List.of());

  /**
   * The data rows of one table.
   *
   * @param filled at least 1: Excel has no table without a row
   */
  record Stretch(int first, int last, int filled) {

    int added() {
      return filled - (last - first + 1);
    }

    boolean holds(int row) {
      return row >= first && row <= last;
    }
  }

  Growth {
    stretches = stretches.stream().sorted(Comparator.comparingInt(Stretch::first)).toList();
  }

  /** Where a row, or the first row of a range, stands. */
  int row(int row) {
    int moved = 0;
    for (Stretch stretch : stretches) {
      if (stretch.holds(row)) {
        return moved + Math.min(row, stretch.first() + stretch.filled() - 1);
      }
      moved += row > stretch.last() ? stretch.added() : 0;
    }
    return row + moved;
  }

  /** Where the last row of a range stands. */
  int end(int row) {
    int moved = 0;
    for (Stretch stretch : stretches) {
      if (row == stretch.last()) {
        return moved + stretch.first() + stretch.filled() - 1;
      }
      if (stretch.holds(row)) {
        return moved + Math.min(row, stretch.first() + stretch.filled() - 1);
      }
      moved += row > stretch.last() ? stretch.added() : 0;
    }
    return row + moved;
  }

  /** Whether the data rows of a table begin here. */
  boolean begins(int row) {
    return stretches.stream().anyMatch(each -> each.first() == row);
  }

  /** Whether the only data row of a table is this one. */
  boolean onlyDataRow(int row) {
    return stretches.stream().anyMatch(each -> each.first() == row && each.last() == row);
  }
}

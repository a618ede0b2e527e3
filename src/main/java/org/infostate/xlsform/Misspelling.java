package org.infostate.xlsform;

import java.util.Optional;

/** Headings that are nearly one that we read: dropped in silence, they would drop logic. */
final class Misspelling {

  private static final int SHORTEST = 5;
  private static final int MOST_STEPS = 2;

  private Misspelling() {}

  /** The heading that was meant. */
  static Optional<String> of(String heading, FormColumns columns) {
    String plain = FormColumns.plain(heading);
    return columns.columns().stream()
        .filter(column -> column.treatment() != FormColumns.Treatment.LEFT_OUT)
        .map(FormColumns.Column::name)
        .filter(name -> name.length() >= SHORTEST && steps(plain, name) <= MOST_STEPS)
        .findFirst();
  }

  /** Letters to add, take away or change; counted no further than needed. */
  private static int steps(String a, String b) {
    if (Math.abs(a.length() - b.length()) > MOST_STEPS) {
      return MOST_STEPS + 1;
    }
    int[] row = new int[b.length() + 1];
    for (int j = 0; j <= b.length(); j++) {
      row[j] = j;
    }
    for (int i = 1; i <= a.length(); i++) {
      int corner = row[0];
      row[0] = i;
      for (int j = 1; j <= b.length(); j++) {
        int changed = corner + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
        corner = row[j];
        row[j] = Math.min(changed, 1 + Math.min(row[j], row[j - 1]));
      }
    }
    return row[b.length()];
  }
}

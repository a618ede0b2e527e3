package org.infostate.scoring;

/**
 * Which cases a step looks at for its mean, minimum, deviation and the like.
 *
 * @param kind all cases of the table, those of one year, or for each year its own
 * @param year the base year, null unless the kind asks for one
 */
public record Scope(Kind kind, Integer year) {

  /** Which cases. */
  public enum Kind {
    /** All years pooled; the same as the whole table where there are no years. */
    ALL,
    /** The cases of one base year. */
    YEAR,
    /** For each case the cases of its own year: scores of two years cannot then be compared. */
    EACH_YEAR
  }

  public static final Scope ALL = new Scope(Kind.ALL, null);
  public static final Scope EACH_YEAR = new Scope(Kind.EACH_YEAR, null);

  public Scope {
    if ((kind == Kind.YEAR) != (year != null)) {
      throw new IllegalArgumentException("A base year belongs to the scope of one year only.");
    }
  }

  public static Scope year(int year) {
    return new Scope(Kind.YEAR, year);
  }

  /** Parts of the table: for each the rows that are looked at and the rows that are worked on. */
  record Part(int[] from, int[] to) {}

  Part[] parts(Table table) {
    int[] all = new int[table.cases().size()];
    for (int i = 0; i < all.length; i++) {
      all[i] = i;
    }
    if (kind == Kind.ALL || !table.panel()) {
      return new Part[] {new Part(all, all)};
    }
    if (kind == Kind.YEAR) {
      int[] base = table.rowsByYear().getOrDefault(year, new int[0]);
      return new Part[] {new Part(base, all)};
    }
    if (table.cases().isEmpty()) {
      return new Part[0];
    }
    return table.rowsByYear().values().stream().map(r -> new Part(r, r)).toArray(Part[]::new);
  }
}

package org.infostate.scoring;

import java.util.ArrayList;
import java.util.List;

/** Runs an {@link Index} over a {@link Table}. */
public final class Scoring {

  private static final String EACH_YEAR =
      "Each year is looked at by itself: scores of two years can not be compared.";

  private Scoring() {}

  /**
   * Takes the steps of the index in their order.
   *
   * @param table must have a column for every indicator and denominator; others are ignored
   * @throws IllegalArgumentException if a column is missing, see {@link #missingColumns}
   */
  public static Result run(Index index, Table table) {
    return run(index, table, Expressions.NONE);
  }

  /**
   * Takes the steps of an index that has transformations by expression.
   *
   * @throws IllegalArgumentException if a column is missing or an expression cannot be read
   */
  public static Result run(Index index, Table table, Expressions expressions) {
    return run(index, table, expressions, () -> {});
  }

  /**
   * The same for a caller with little time.
   *
   * @param pulse run again and again while the steps are taken, at least once a column; what it
   *     throws stops the run
   */
  public static Result run(Index index, Table table, Expressions expressions, Runnable pulse) {
    List<String> missing = missingColumns(index, table);
    if (!missing.isEmpty()) {
      throw new IllegalArgumentException(
          "The table lacks the columns " + String.join(", ", missing) + ".");
    }
    Work work = new Work(index, new Tree(index), table, expressions);
    work.pulse = pulse;
    if (table.panel()) {
      index.eachYear().forEach(step -> work.note(step, null, null, "each-year", EACH_YEAR));
    }
    List<Result.Made> made = new ArrayList<>();
    for (Step step : index.steps()) {
      Table next = step.take(work);
      made.add(new Result.Made(step, next));
      if (!(step instanceof Ranking)) {
        work.table = next;
      }
    }
    return new Result(work, table, made);
  }

  /** Indicators and denominators that the table has no column for, in the order of the index. */
  public static List<String> missingColumns(Index index, Table table) {
    List<String> missing = new ArrayList<>();
    index.indicators().forEach(e -> require(table, e.code(), missing));
    index.denominators().keySet().forEach(code -> require(table, code, missing));
    return missing;
  }

  private static void require(Table table, String column, List<String> missing) {
    if (table.column(column) < 0) {
      missing.add(column);
    }
  }
}

package org.infostate.assessment;

import java.util.Set;
import org.infostate.logic.Value;
import org.infostate.scoring.Mark;
import org.infostate.scoring.Source;
import org.infostate.scoring.State;
import org.infostate.scoring.Table;

/**
 * What a source came to for one case.
 *
 * @param figure {@code NaN} exactly where the state is not {@link State#PRESENT}
 */
public record Measured(double figure, State state, Set<Mark> marks) {

  public Measured {
    marks = Set.copyOf(marks);
  }

  public static Measured missing(State state) {
    return new Measured(Double.NaN, state, Set.of());
  }

  /** Puts this into a table. */
  public void into(Table.Builder table, int row, int column) {
    if (state.present()) {
      table.set(row, column, figure, marks.toArray(Mark[]::new));
    } else {
      table.missing(row, column, state);
    }
  }

  /**
   * The number of a value that is known: by the levels of the source where it has any, else as it
   * is. What is no number, or a choice that the levels do not name, is {@link State#UNDEFINED}.
   */
  public static Measured of(Source source, Value value, Set<Mark> marks) {
    double figure =
        source.levels().isEmpty()
            ? value.number().map(Number::doubleValue).orElse(Double.NaN)
            : source.level(value.text());
    return Double.isFinite(figure)
        ? new Measured(figure, State.PRESENT, marks)
        : missing(State.UNDEFINED);
  }
}

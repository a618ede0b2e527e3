package org.infostate.assessment;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.function.ToDoubleFunction;
import org.infostate.logic.Answers;
import org.infostate.logic.Expression;
import org.infostate.logic.Value;
import org.infostate.scoring.Source;
import org.infostate.scoring.State;
import org.infostate.statistics.FigureTable;

/**
 * The published figures of one country for one year, as the sources of an index read them. A figure
 * that nobody published is {@link State#UNANSWERED}.
 *
 * @param figures by code of the indicator; {@code NaN} where there is none
 */
record FigureSource(ToDoubleFunction<String> figures, int year) implements Answers {

  /** The figures of the year itself. */
  static FigureSource of(FigureTable table, String iso3, int year) {
    return new FigureSource(code -> table.figure(iso3, code, year), year);
  }

  /** The newest figures that there were in the year. */
  static FigureSource until(FigureTable table, String iso3, int year) {
    return new FigureSource(code -> newest(table, iso3, code, year), year);
  }

  private static double newest(FigureTable table, String iso3, String code, int year) {
    double newest = Double.NaN;
    for (int one : table.years()) {
      double figure = table.figure(iso3, code, one);
      if (one <= year && !Double.isNaN(figure)) {
        newest = figure;
      }
    }
    return newest;
  }

  Measured read(Source source, Expression expression) {
    Value value = expression.evaluate(this);
    if (!value.isUnknown()) {
      return Measured.of(source, value, Set.of());
    }
    boolean published =
        expression.references().stream()
            .noneMatch(code -> Double.isNaN(figures.applyAsDouble(code)));
    return Measured.missing(published ? State.UNDEFINED : State.UNANSWERED);
  }

  @Override
  public Value value(String code) {
    double figure = figures.applyAsDouble(code);
    return Double.isNaN(figure) ? Value.UNKNOWN : Value.of(BigDecimal.valueOf(figure));
  }

  @Override
  public List<Answers> rows(String name) {
    return List.of();
  }

  @Override
  public LocalDate today() {
    return LocalDate.of(year, 12, 31);
  }

  @Override
  public Value self() {
    return Value.UNKNOWN;
  }
}

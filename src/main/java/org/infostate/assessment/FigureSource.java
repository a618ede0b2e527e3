package org.infostate.assessment;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.infostate.logic.Answers;
import org.infostate.logic.Expression;
import org.infostate.logic.Value;
import org.infostate.scoring.Source;
import org.infostate.scoring.State;

/**
 * The published figures of one country for one year, as the sources of an index read them. A figure
 * that nobody published is {@link State#UNANSWERED}.
 *
 * @param figures by code of the indicator
 */
record FigureSource(Function<String, Optional<BigDecimal>> figures, int year) implements Answers {

  /** The figures of the year itself. */
  static FigureSource of(FigureBook book, String iso3, int year) {
    return new FigureSource(code -> book.of(iso3, code, year), year);
  }

  /** The newest figures that there were in the year. */
  static FigureSource until(FigureBook book, String iso3, int year) {
    return new FigureSource(code -> book.until(iso3, code, year), year);
  }

  Measured read(Source source, Expression expression) {
    Value value = expression.evaluate(this);
    if (!value.isUnknown()) {
      return Measured.of(source, value, Set.of());
    }
    boolean published =
        expression.references().stream().allMatch(code -> figures.apply(code).isPresent());
    return Measured.missing(published ? State.UNDEFINED : State.UNANSWERED);
  }

  @Override
  public Value value(String code) {
    return figures.apply(code).map(Value::of).orElse(Value.UNKNOWN);
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

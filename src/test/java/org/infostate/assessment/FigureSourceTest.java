package org.infostate.assessment;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.infostate.logic.Expression;
import org.infostate.scoring.Source;
import org.infostate.scoring.State;
import org.infostate.statistics.Figure;
import org.infostate.statistics.FigureTable;
import org.junit.jupiter.api.Test;

class FigureSourceTest {

  private static final FigureTable FIGURES =
      new FigureTable(
          List.of(
              figure("XAA", "internet_users_pct", 2016, "71.5"),
              figure("XAA", "population", 2015, "4000000"),
              figure("XAA", "population", 2017, "4100000"),
              figure("XAA", "gdp_usd", 2016, "0")));

  private static Figure figure(String iso3, String indicator, int year, String value) {
    return new Figure(iso3, indicator, year, new BigDecimal(value), null);
  }

  private static Measured read(FigureSource figures, String expression) {
    return figures.read(
        new Source(Source.Kind.STATISTICS, expression, Map.of()), Expression.parse(expression));
  }

  @Test
  void aFigureIsThatOfItsYear() {
    assertEquals(
        71.5, read(FigureSource.of(FIGURES, "XAA", 2016), "${internet_users_pct}").figure());
  }

  @Test
  void whatNobodyPublishedIsMissingAndNotZero() {
    assertEquals(
        Measured.missing(State.UNANSWERED),
        read(FigureSource.of(FIGURES, "XAA", 2015), "${internet_users_pct}"));
    assertEquals(
        State.UNANSWERED, read(FigureSource.of(FIGURES, "XRU", 2016), "${population}").state());
  }

  @Test
  void besideARoundStandsTheNewestFigureThatThereWas() {
    assertEquals(4.1e6, read(FigureSource.until(FIGURES, "XAA", 2026), "${population}").figure());
    assertEquals(4.0e6, read(FigureSource.until(FIGURES, "XAA", 2016), "${population}").figure());
    assertEquals(
        State.UNANSWERED, read(FigureSource.until(FIGURES, "XAA", 2014), "${population}").state());
  }

  @Test
  void figuresThatGiveNoResultAreUndefined() {
    assertEquals(
        State.UNDEFINED,
        read(FigureSource.of(FIGURES, "XAA", 2016), "${internet_users_pct} div ${gdp_usd}")
            .state());
  }
}

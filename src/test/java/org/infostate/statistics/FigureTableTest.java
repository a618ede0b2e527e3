package org.infostate.statistics;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;

class FigureTableTest {

  private static Figure figure(String iso3, String indicator, int year, String value) {
    return new Figure(iso3, indicator, year, new BigDecimal(value), null);
  }

  @Test
  void theMatrixIsInTheOrderAskedForAndWhatIsMissingIsNotANumber() {
    FigureTable table =
        new FigureTable(
            List.of(
                figure("XRU", "population", 2018, "0"),
                figure("XAA", "population", 2018, "2"),
                figure("XAA", "gdp_usd", 2017, "3")));
    assertEquals(List.of("XAA", "XRU"), table.countries());
    assertEquals(List.of(2017, 2018), table.years());
    double[][] matrix =
        table.matrix(List.of("XRU", "XAA", "XZE"), List.of("gdp_usd", "population"), 2018);
    assertArrayEquals(new double[] {Double.NaN, 0}, matrix[0]);
    assertArrayEquals(new double[] {Double.NaN, 2}, matrix[1]);
    assertArrayEquals(new double[] {Double.NaN, Double.NaN}, matrix[2]);
  }

  @Test
  void twoFiguresOfTheSameThingAreRefused() {
    Figure figure = figure("XAA", "population", 2018, "2");
    assertThrows(IllegalArgumentException.class, () -> new FigureTable(List.of(figure, figure)));
  }

  @Test
  void aFigureHasNoZerosAtItsEndAndAtMostTwentyDecimals() {
    assertEquals("120", figure("XAA", "population", 2018, "1.2E+2").value().toString());
    assertEquals("1.5", figure("XAA", "population", 2018, "1.500").value().toString());
    assertEquals("0", figure("XAA", "population", 2018, "0.0000").value().toString());
    assertEquals(
        "0.33333333333333333333",
        figure("XAA", "population", 2018, "0." + "3".repeat(30)).value().toPlainString());
    assertThrows(IllegalArgumentException.class, () -> figure("XAA", "population", 2018, "1E+20"));
  }
}

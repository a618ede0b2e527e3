package org.infostate.statistics;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * Figures by country, indicator and year, as scoring wants them. What there is no figure for is
 * NaN.
 *
 * <p>Immutable.
 */
public final class FigureTable {

  private record Key(String iso3, String indicator, int year) {}

  private final Map<Key, Double> figures = new HashMap<>();
  private final SortedSet<Integer> years = new TreeSet<>();
  private final SortedSet<String> countries = new TreeSet<>();

  /**
   * @param figures at most one of a country, indicator and year
   * @throws IllegalArgumentException where there are two
   */
  public FigureTable(List<Figure> figures) {
    for (Figure figure : figures) {
      Key key = new Key(figure.iso3(), figure.indicator(), figure.year());
      if (this.figures.put(key, figure.value().doubleValue()) != null) {
        throw new IllegalArgumentException("two figures: " + key);
      }
      years.add(figure.year());
      countries.add(figure.iso3());
    }
  }

  /** The years with a figure, rising. */
  public List<Integer> years() {
    return List.copyOf(years);
  }

  /** The countries with a figure in any year, by code. */
  public List<String> countries() {
    return List.copyOf(countries);
  }

  /** The figure; NaN where there is none. */
  public double figure(String iso3, String indicator, int year) {
    return figures.getOrDefault(new Key(iso3, indicator, year), Double.NaN);
  }

  /**
   * The figures of a year.
   *
   * @return as many rows as countries, as many columns as indicators, in their order; NaN where
   *     there is none
   */
  public double[][] matrix(List<String> countries, List<String> indicators, int year) {
    double[][] matrix = new double[countries.size()][indicators.size()];
    for (int row = 0; row < matrix.length; row++) {
      for (int column = 0; column < matrix[row].length; column++) {
        matrix[row][column] = figure(countries.get(row), indicators.get(column), year);
      }
    }
    return matrix;
  }
}

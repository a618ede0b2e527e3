package org.infostate.diagnostics;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.infostate.scoring.Case;
import org.infostate.scoring.Table;

/**
 * How one column of a unit went over the years.
 *
 * @param years with a value, ascending
 * @param first value of the first of them
 * @param last value of the last of them
 * @param perYear slope of the straight line nearest to all of them (least squares); {@code NaN} for
 *     fewer than two years
 * @param growth compound annual growth rate, (last / first)^(1 / years between) - 1; {@code NaN}
 *     for fewer than two years or values that are not above zero
 */
public record Trend(
    String unit, List<Integer> years, double first, double last, double perYear, double growth) {

  public Trend {
    years = List.copyOf(years);
  }

  /**
   * The trends of all units that have a value in some year, in the order of their first row.
   *
   * @throws IllegalArgumentException if the table has no such column, or no years
   */
  public static List<Trend> of(Table table, String column) {
    if (!table.panel()) {
      throw new IllegalArgumentException("A trend needs a table with years.");
    }
    double[] values = table.values(column);
    Map<String, TreeMap<Integer, Double>> series = new java.util.LinkedHashMap<>();
    for (int row = 0; row < values.length; row++) {
      Case one = table.cases().get(row);
      if (!Double.isNaN(values[row])) {
        series.computeIfAbsent(one.unit(), u -> new TreeMap<>()).put(one.year(), values[row]);
      }
    }
    List<Trend> trends = new ArrayList<>();
    series.forEach((unit, byYear) -> trends.add(of(unit, byYear)));
    return trends;
  }

  private static Trend of(String unit, TreeMap<Integer, Double> series) {
    double first = series.firstEntry().getValue();
    double last = series.lastEntry().getValue();
    int span = series.lastKey() - series.firstKey();
    boolean positive = span > 0 && first > 0 && last > 0;
    return new Trend(
        unit,
        List.copyOf(series.keySet()),
        first,
        last,
        slope(series),
        positive ? Math.pow(last / first, 1.0 / span) - 1 : Double.NaN);
  }

  private static double slope(TreeMap<Integer, Double> series) {
    double years = series.keySet().stream().mapToInt(Integer::intValue).average().orElseThrow();
    double mean = series.values().stream().mapToDouble(Double::doubleValue).average().orElseThrow();
    double products = 0;
    double squares = 0;
    for (Map.Entry<Integer, Double> point : series.entrySet()) {
      products += (point.getKey() - years) * (point.getValue() - mean);
      squares += (point.getKey() - years) * (point.getKey() - years);
    }
    return products / squares;
  }
}

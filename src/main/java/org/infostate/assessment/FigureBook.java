package org.infostate.assessment;

import java.math.BigDecimal;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.infostate.statistics.Figure;

/** Published figures by country, indicator and year. */
final class FigureBook {

  private final Map<String, Map<String, TreeMap<Integer, BigDecimal>>> byCountry = new HashMap<>();

  /**
   * @param figures at most one for a country, an indicator and a year
   */
  FigureBook(Collection<Figure> figures) {
    for (Figure figure : figures) {
      byCountry
          .computeIfAbsent(figure.iso3(), iso3 -> new HashMap<>())
          .computeIfAbsent(figure.indicator(), code -> new TreeMap<>())
          .put(figure.year(), figure.value());
    }
  }

  /** The countries that have a figure for a year from the first to the last, in order. */
  Set<String> countries(int firstYear, int lastYear) {
    Set<String> found = new TreeSet<>();
    byCountry.forEach(
        (iso3, series) -> {
          if (series.values().stream()
              .anyMatch(years -> !years.subMap(firstYear, true, lastYear, true).isEmpty())) {
            found.add(iso3);
          }
        });
    return found;
  }

  /** The figure of this very year. */
  Optional<BigDecimal> of(String iso3, String indicator, int year) {
    return Optional.ofNullable(series(iso3, indicator).get(year));
  }

  /** The figure of this year, else that of the last year before that has one. */
  Optional<BigDecimal> until(String iso3, String indicator, int year) {
    return Optional.ofNullable(series(iso3, indicator).floorEntry(year)).map(Map.Entry::getValue);
  }

  private TreeMap<Integer, BigDecimal> series(String iso3, String indicator) {
    return byCountry.getOrDefault(iso3, Map.of()).getOrDefault(indicator, new TreeMap<>());
  }
}

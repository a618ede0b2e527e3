package org.infostate.chart;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/**
 * A map of the world of squares of one size, one for each country or area, so that small ones are
 * seen as well as large ones. It says about where each lies beside its neighbours, and nothing
 * about borders. The arrangement is that of {@code tiles.txt}, a line for each row.
 */
final class TileGrid {

  /** From the left upper corner, from 0. */
  record Place(int column, int row) {}

  private static final String BLANK = "...";
  private static final List<List<String>> ROWS = read();
  private static final Map<String, Place> PLACES = places();

  static final int COLUMNS = ROWS.stream().mapToInt(List::size).max().orElseThrow();

  private TileGrid() {}

  private static List<List<String>> read() {
    try (BufferedReader reader =
        new BufferedReader(
            new InputStreamReader(
                TileGrid.class.getResourceAsStream("tiles.txt"), StandardCharsets.UTF_8))) {
      return reader.lines().map(line -> List.of(line.split(" "))).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Map<String, Place> places() {
    Map<String, Place> places = new LinkedHashMap<>();
    for (int row = 0; row < ROWS.size(); row++) {
      for (int column = 0; column < ROWS.get(row).size(); column++) {
        String code = ROWS.get(row).get(column);
        if (!code.equals(BLANK) && places.put(code, new Place(column, row)) != null) {
          throw new IllegalStateException(code + " has two tiles");
        }
      }
    }
    return places;
  }

  /**
   * Where these stand; those that are on no map of the world, by code in rows of their own below.
   */
  static Map<String, Place> of(Collection<String> iso3s) {
    Map<String, Place> places = new LinkedHashMap<>();
    int beside = 0;
    for (String iso3 : new TreeSet<>(iso3s)) {
      Place place = PLACES.get(iso3);
      if (place == null) {
        place = new Place(beside % COLUMNS, ROWS.size() + 1 + beside / COLUMNS);
        beside++;
      }
      places.put(iso3, place);
    }
    return places;
  }

  /** Whether it has a tile on the map of the world. */
  static boolean has(String iso3) {
    return PLACES.containsKey(iso3);
  }
}

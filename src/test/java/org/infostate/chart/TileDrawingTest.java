package org.infostate.chart;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.infostate.chart.Figure.Series;
import org.infostate.chart.TileDrawing.Tiles;
import org.infostate.chart.TileGrid.Place;
import org.infostate.country.Country;
import org.infostate.country.CountryTable;
import org.infostate.text.Language;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * The tile-grid map.
 *
 * <ol>
 *   <li>Every country of our table has a tile, and no two the same.
 *   <li>Neighbours lie about where they lie; who is on no map has a row of his own.
 *   <li>A tile without a value is none of the shades, and what was not assessed is neither.
 *   <li>The first info-state is the darkest.
 *   <li>Each tile has its code as text, in every language at the same place.
 * </ol>
 */
class TileDrawingTest {

  private static Tiles tiles(Language language, List<String> groups, Double... values) {
    Figure figure =
        new Figure(
            "Readiness",
            List.of("Algeria", "Arcadia", "Zambia"),
            "Score",
            groups.isEmpty() ? 0 : 1,
            groups.isEmpty() ? 100 : groups.size(),
            List.of(new Series("Score", List.of(values))),
            language);
    return new Tiles(figure, List.of("DZA", "XAA", "ZMB"), List.of("CHN", "FJI"), groups);
  }

  private static String svg(Double... values) {
    return new TileDrawing(tiles(Language.EN, List.of(), values)).svg();
  }

  @Test
  void everyCountryHasATileOfItsOwn() {
    List<String> all = CountryTable.published().stream().map(Country::iso3).toList();
    assertTrue(all.size() > 200, all.size() + " countries");
    assertEquals(List.of(), all.stream().filter(iso3 -> !TileGrid.has(iso3)).toList());
    Map<String, Place> places = TileGrid.of(all);
    assertEquals(all.size(), new HashSet<>(places.values()).size());
  }

  @ParameterizedTest
  @CsvSource({"CAN, USA", "NOR, DNK", "LBY, ZAF", "MNG, CHN", "COL, CHL", "PHL, AUS", "EGY, SDN"})
  void theFirstLiesNorthOfTheSecond(String north, String south) {
    Map<String, Place> places = TileGrid.of(List.of(north, south));
    assertTrue(places.get(north).row() < places.get(south).row());
  }

  @ParameterizedTest
  @CsvSource({"PRT, ESP", "USA, FRA", "SEN, SOM", "IND, VNM", "PER, BRA", "MAR, EGY", "CHN, JPN"})
  void theFirstLiesWestOfTheSecond(String west, String east) {
    Map<String, Place> places = TileGrid.of(List.of(west, east));
    assertTrue(places.get(west).column() < places.get(east).column());
  }

  @Test
  void inventedCountriesStandBelowTheWorld() {
    List<String> world = CountryTable.published().stream().map(Country::iso3).toList();
    int last = TileGrid.of(world).values().stream().mapToInt(Place::row).max().orElseThrow();
    Map<String, Place> places =
        TileGrid.of(Stream.concat(world.stream(), Stream.of("XRU", "XAA")).toList());
    assertEquals(new Place(0, last + 2), places.get("XAA"));
    assertEquals(new Place(1, last + 2), places.get("XRU"));
  }

  @Test
  void noDataIsNotALowValue() {
    String svg = svg(0.0, Double.NaN, 100.0);
    String low = "fill=\"" + HeatDrawing.shade(0) + "\" stroke=\"#55606e\"><title>Algeria: 0<";
    assertTrue(svg.contains(low), svg);
    assertTrue(svg.contains("fill=\"#ffffff\" stroke=\"#55606e\"><title>Arcadia: no data<"), svg);
    assertTrue(svg.contains(">no data</text>"), "the legend says so");
    assertTrue(svg.contains(">not assessed</text>"), "the legend says so");
    int strokes = svg.split("<line", -1).length;
    assertTrue(strokes > svg(0.0, 1.0, 100.0).split("<line", -1).length, "it is hatched");
  }

  @Test
  void theHighestInfoStateIsTheDarkest() {
    List<String> groups = List.of("Leaders", "Middle", "Low end");
    String svg = new TileDrawing(tiles(Language.EN, groups, 1.0, 2.0, 3.0)).svg();
    assertTrue(
        svg.contains(HeatDrawing.shade(1) + "\" stroke=\"#55606e\"><title>Algeria: Leaders"));
    assertTrue(svg.contains(HeatDrawing.shade(0) + "\" stroke=\"#55606e\"><title>Zambia: Low end"));
    assertTrue(svg.contains(">2 Middle</text>"), "the legend has numbers and names");
  }

  @ParameterizedTest
  @EnumSource(Language.class)
  void codesStandAtTheSamePlaceInEveryLanguage(Language language) {
    String svg = new TileDrawing(tiles(language, List.of(), 10.0, Double.NaN, 30.0)).svg();
    for (String code : List.of("DZA", "XAA", "ZMB", "CHN", "FJI")) {
      Pattern text =
          Pattern.compile("<text x=\"([0-9.]+)\" y=\"[0-9.]+\"[^>]*>" + code + "</text>");
      List<String> found = text.matcher(svg).results().map(match -> match.group(1)).toList();
      assertEquals(1, found.size(), code);
      TileGrid.Place place = TileGrid.of(List.of(code)).get(code);
      assertEquals(12 + place.column() * 30 + 14.5, Double.parseDouble(found.get(0)), code);
    }
    assertTrue(svg.contains("lang=\"" + language.tag() + "\""));
    assertFalse(svg.contains("chart.map"), "a text without translation");
    assertFalse(svg.contains("style="), "a strict content policy forbids styles");
  }
}

package org.infostate.statistics;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.infostate.country.CountryNames;

/**
 * A worksheet of ITU's time series: a row of titles, each above its first column; a row of years,
 * and of {@code Notes 2000} and {@code Source 2000} under the title of the metadata; then a row for
 * each country, with its name in the first column.
 */
final class ItuTimeSeries {

  private static final int LAST_TITLE_ROW = 9;
  private static final int NAMES = 0;
  private static final Pattern REMARK = Pattern.compile("(Notes|Source) (\\d{4})");
  private static final String METADATA = "metadata for ";

  private static final Map<String, Indicator> SERIES =
      Map.of(
          "fixed-telephone subscriptions", Indicator.FIXED_TELEPHONE_SUBSCRIPTIONS,
          "fixed-telephone subscriptions per 100 inhabitants", Indicator.FIXED_TELEPHONE_PER_100,
          "mobile-cellular telephone subscriptions", Indicator.MOBILE_CELLULAR_SUBSCRIPTIONS,
          "mobile-cellular telephone subscriptions per 100 inhabitants",
              Indicator.MOBILE_CELLULAR_PER_100,
          "fixed-broadband subscriptions", Indicator.FIXED_BROADBAND_SUBSCRIPTIONS,
          "fixed-broadband subscriptions per 100 inhabitants", Indicator.FIXED_BROADBAND_PER_100,
          "percentage of individuals using the internet", Indicator.INTERNET_USERS_PCT);

  private record Series(Indicator indicator, int year) {}

  private final Grid grid;
  private final int titleRow;
  private final CountryNames names;

  /** By column. */
  private final Map<Integer, Series> series = new LinkedHashMap<>();

  /** Columns of notes and sources by year. */
  private final Map<Integer, List<Integer>> remarks = new HashMap<>();

  /** First column and title of what is not known here. */
  private final NavigableMap<Integer, String> unknown = new TreeMap<>();

  private ItuTimeSeries(Grid grid, int titleRow, CountryNames names) {
    this.grid = grid;
    this.titleRow = titleRow;
    this.names = names;
    readHeadings();
  }

  /** The worksheet as time series, if it is that. */
  static Optional<ItuTimeSeries> of(Grid grid, CountryNames names) {
    return grid.rows().headMap(LAST_TITLE_ROW, true).entrySet().stream()
        .filter(
            row ->
                row.getValue().values().stream()
                    .anyMatch(cell -> SERIES.containsKey(plain(cell.text()))))
        .findFirst()
        .map(row -> new ItuTimeSeries(grid, row.getKey(), names))
        .filter(found -> !found.series.isEmpty());
  }

  private static String plain(String title) {
    return title.toLowerCase(Locale.ROOT).replaceAll("\\s+", " ");
  }

  private void readHeadings() {
    grid.row(titleRow + 1).forEach((column, cell) -> readHeading(column, cell.text()));
  }

  private void readHeading(int column, String heading) {
    Map.Entry<Integer, GridCell> above = grid.row(titleRow).floorEntry(column);
    if (above == null) {
      if (column != NAMES) {
        unknown.put(column, heading);
      }
      return;
    }
    String title = plain(above.getValue().text());
    Optional<Integer> year = ReadingBuilder.year(heading);
    Matcher remark = REMARK.matcher(heading);
    if (year.isPresent() && SERIES.containsKey(title)) {
      series.put(column, new Series(SERIES.get(title), year.get()));
    } else if (title.startsWith(METADATA) && remark.matches()) {
      remarks
          .computeIfAbsent(Integer.parseInt(remark.group(2)), y -> new ArrayList<>())
          .add(column);
    } else {
      unknown.put(above.getKey(), above.getValue().text());
    }
  }

  void read(ReadingBuilder into) {
    unknown
        .values()
        .forEach(
            title ->
                into.leaveOut(grid.name(), titleRow + 1, title, LeftOut.Reason.SERIES_UNKNOWN));
    leaveOutUnheaded(into);
    grid.rows().tailMap(titleRow + 1, false).keySet().forEach(row -> readRow(row, into));
  }

  private void leaveOutUnheaded(ReadingBuilder into) {
    Map<Integer, Integer> first = new TreeMap<>();
    Map<Integer, Integer> rows = new HashMap<>();
    grid.rows()
        .tailMap(titleRow + 1, false)
        .forEach(
            (row, cells) ->
                cells.keySet().stream()
                    .filter(column -> column != NAMES)
                    .filter(column -> grid.text(titleRow + 1, column).isEmpty())
                    .forEach(
                        column -> {
                          first.putIfAbsent(column, row);
                          rows.merge(column, 1, Integer::sum);
                        }));
    first.forEach(
        (column, row) ->
            into.leaveOutColumn(grid.name(), row + 1, rows.get(column), Grid.letters(column)));
  }

  private void readRow(int row, ReadingBuilder into) {
    if (row == titleRow + 1) {
      return;
    }
    String name = grid.text(row, NAMES);
    into.country(names.name(name), grid.name(), row + 1, name)
        .ifPresent(iso3 -> readFigures(row, iso3, into));
  }

  private void readFigures(int row, String iso3, ReadingBuilder into) {
    series.forEach(
        (column, what) ->
            into.figure(
                iso3,
                what.indicator(),
                what.year(),
                grid.text(row, column),
                note(row, what.year()),
                grid.place(row, column)));
  }

  /** Notes, then sources, as they stand; null where there are none. */
  private String note(int row, int year) {
    List<String> parts = new ArrayList<>();
    for (int column : remarks.getOrDefault(year, List.of())) {
      String text = grid.text(row, column);
      if (!text.isEmpty()) {
        boolean source = grid.text(titleRow + 1, column).startsWith("Source");
        parts.add(source ? "Source: " + text : text);
      }
    }
    return parts.isEmpty() ? null : String.join("\n", parts);
  }
}

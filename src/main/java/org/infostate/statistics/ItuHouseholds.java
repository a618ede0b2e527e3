package org.infostate.statistics;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.infostate.country.CountryNames;

/**
 * A worksheet of ITU's core household indicators: a row with the codes {@code (HH1)}, {@code
 * (HH2)}, ...; under each the figure of a country, to its right the number of a footnote and the
 * year of the figure; a legend at the end, with the footnotes in one cell.
 */
final class ItuHouseholds {

  private static final int LAST_CODE_ROW = 9;
  private static final Pattern CODE = Pattern.compile("\\(HH\\d+[a-z]?\\)");
  private static final String YEAR = "Year";
  private static final String LEGEND = "Note:";
  private static final String NOTHING = "-";
  private static final String ESTIMATE = "ITU estimate.";

  private static final Map<String, Indicator> SERIES =
      Map.of(
          "(HH1)", Indicator.HOUSEHOLDS_RADIO_PCT,
          "(HH2)", Indicator.HOUSEHOLDS_TV_PCT,
          "(HH3f)", Indicator.HOUSEHOLDS_FIXED_TELEPHONE_PCT,
          "(HH3m)", Indicator.HOUSEHOLDS_MOBILE_PCT,
          "(HH4)", Indicator.HOUSEHOLDS_COMPUTER_PCT,
          "(HH5)", Indicator.COMPUTER_USERS_PCT,
          "(HH6)", Indicator.HOUSEHOLDS_INTERNET_PCT,
          "(HH10)", Indicator.MOBILE_USERS_PCT);

  /** Individuals using the Internet: the time series has more years and more digits. */
  private static final String IN_THE_TIME_SERIES = "(HH7)";

  /** Where a series stands: the columns of its figure, its footnote and its year. */
  private record Series(Indicator indicator, int column, int yearColumn) {

    int noteColumn() {
      return column + 1;
    }
  }

  private final Grid grid;
  private final int codeRow;
  private final CountryNames names;
  private final List<Series> series = new ArrayList<>();
  private final NavigableMap<Integer, String> others = new TreeMap<>();
  private final Map<String, String> footnotes = new HashMap<>();
  private int firstCode;
  private int legendRow;

  private ItuHouseholds(Grid grid, int codeRow, CountryNames names) {
    this.grid = grid;
    this.codeRow = codeRow;
    this.names = names;
    readCodes();
    readLegend();
  }

  /** The worksheet as household indicators, if it is that. */
  static Optional<ItuHouseholds> of(Grid grid, CountryNames names) {
    return grid.rows().headMap(LAST_CODE_ROW, true).entrySet().stream()
        .filter(
            row ->
                row.getValue().values().stream().anyMatch(cell -> SERIES.containsKey(cell.text())))
        .findFirst()
        .map(row -> new ItuHouseholds(grid, row.getKey(), names))
        .filter(found -> !found.series.isEmpty());
  }

  private void readCodes() {
    firstCode = Integer.MAX_VALUE;
    grid.row(codeRow)
        .forEach(
            (column, cell) -> {
              if (CODE.matcher(cell.text()).matches()) {
                firstCode = Math.min(firstCode, column);
                readCode(column, cell.text());
              }
            });
  }

  private void readCode(int column, String code) {
    Optional<Integer> yearColumn =
        grid.row(codeRow).tailMap(column, false).entrySet().stream()
            .findFirst()
            .filter(next -> next.getValue().text().equals(YEAR))
            .map(Map.Entry::getKey);
    if (SERIES.containsKey(code) && yearColumn.isPresent()) {
      series.add(new Series(SERIES.get(code), column, yearColumn.get()));
    } else {
      others.put(column, code);
    }
  }

  private void readLegend() {
    legendRow =
        grid.rows().keySet().stream()
            .filter(row -> grid.text(row, 0).equals(LEGEND))
            .findFirst()
            .orElse(Integer.MAX_VALUE);
    grid.rows()
        .tailMap(legendRow, true)
        .values()
        .forEach(row -> row.values().forEach(cell -> readFootnotes(cell.text())));
  }

  /** Footnotes follow each other in one text: (1) ... (2) ...; numbers inside them do not count. */
  private void readFootnotes(String text) {
    int number = footnotes.size() + 1;
    int start = text.startsWith("(" + number + ")") ? 0 : -1;
    while (start >= 0) {
      int from = start + Integer.toString(number).length() + 2;
      int next = text.indexOf("(" + (number + 1) + ")", from);
      String note = text.substring(from, next < 0 ? text.length() : next);
      footnotes.put(Integer.toString(number), note.strip());
      number++;
      start = next;
    }
  }

  void read(ReadingBuilder into) {
    others.forEach(
        (column, code) ->
            into.leaveOut(
                grid.name(),
                codeRow + 1,
                code + " " + grid.text(codeRow + 1, column),
                code.equals(IN_THE_TIME_SERIES)
                    ? LeftOut.Reason.SERIES_IN_ANOTHER_FILE
                    : LeftOut.Reason.SERIES_UNKNOWN));
    for (int row : grid.rows().tailMap(codeRow, false).keySet()) {
      if (row >= legendRow) {
        String text = String.join(" ", texts(row));
        into.leaveOut(grid.name(), row + 1, text, LeftOut.Reason.LEGEND);
      } else if (row > codeRow + 1) {
        readRow(row, into);
      }
    }
  }

  private List<String> texts(int row) {
    return grid.row(row).values().stream().map(GridCell::text).toList();
  }

  private void readRow(int row, ReadingBuilder into) {
    String name =
        grid.row(row).headMap(firstCode, false).values().stream()
            .filter(cell -> cell.number() == null)
            .map(GridCell::text)
            .findFirst()
            .orElse("");
    into.country(names.name(name), grid.name(), row + 1, name)
        .ifPresent(iso3 -> series.forEach(one -> readFigure(row, iso3, one, into)));
  }

  private void readFigure(int row, String iso3, Series one, ReadingBuilder into) {
    GridCell cell = grid.row(row).get(one.column());
    if (cell == null || ReadingBuilder.missing(cell.text())) {
      return;
    }
    Optional<Integer> year = ReadingBuilder.year(grid.text(row, one.yearColumn()));
    if (year.isEmpty()) {
      into.invalid(grid.text(row, one.yearColumn()), grid.place(row, one.yearColumn()));
      return;
    }
    into.figure(
        iso3,
        one.indicator(),
        year.get(),
        cell.text().equals(NOTHING) ? "0" : cell.text(),
        note(cell, grid.text(row, one.noteColumn())),
        grid.place(row, one.column()));
  }

  /** Null where nothing is said about the figure. */
  private String note(GridCell cell, String footnote) {
    List<String> parts = new ArrayList<>();
    if (cell.text().equals(NOTHING)) {
      parts.add(legend(NOTHING));
    }
    if (cell.italic()) {
      parts.add(ESTIMATE);
    }
    for (String number : footnote.split("[^0-9]+")) {
      if (!number.isEmpty()) {
        parts.add(footnotes.getOrDefault(number, "(" + number + ")"));
      }
    }
    return parts.isEmpty() ? null : String.join("\n", parts);
  }

  /** What the legend says about a sign, else the sign. */
  private String legend(String sign) {
    return grid.rows().tailMap(legendRow, true).keySet().stream()
        .filter(row -> grid.text(row, 0).equals(sign))
        .map(row -> String.join(" ", texts(row).stream().skip(1).toList()))
        .findFirst()
        .orElse(sign);
  }
}

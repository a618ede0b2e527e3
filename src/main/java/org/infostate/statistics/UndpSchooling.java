package org.infostate.statistics;

import de.siegmar.fastcsv.reader.CsvRecord;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.infostate.country.CountryNames;

/**
 * Years of schooling from UNDP's Human Development Report, a line for each country and year: {@code
 * iso3,year,expected_years_of_schooling,mean_years_of_schooling}. The order of the columns does not
 * matter.
 */
final class UndpSchooling {

  static final String PUBLISHER = "UNDP";

  private static final String ISO3 = "iso3";
  private static final String YEAR = "year";

  private static final Map<String, Indicator> SERIES =
      Map.of(
          "expected_years_of_schooling", Indicator.EXPECTED_SCHOOLING_YEARS,
          "mean_years_of_schooling", Indicator.MEAN_SCHOOLING_YEARS);

  private final List<CsvRecord> lines;
  private final CountryNames names;
  private final int countryColumn;
  private final int yearColumn;

  /** By column. */
  private final Map<Integer, Indicator> series = new TreeMap<>();

  private UndpSchooling(List<CsvRecord> lines, List<String> heading, CountryNames names) {
    this.lines = lines;
    this.names = names;
    this.countryColumn = heading.indexOf(ISO3);
    this.yearColumn = heading.indexOf(YEAR);
    for (int column = 0; column < heading.size(); column++) {
      if (SERIES.containsKey(heading.get(column))) {
        series.put(column, SERIES.get(heading.get(column)));
      }
    }
  }

  /** The lines as such a table, if they are one. */
  static Optional<UndpSchooling> of(TextTable table, CountryNames names) {
    return table.lines().stream()
        .findFirst()
        .map(line -> new UndpSchooling(table.lines(), heading(line), names))
        .filter(
            found -> found.countryColumn >= 0 && found.yearColumn >= 0 && !found.series.isEmpty());
  }

  private static List<String> heading(CsvRecord line) {
    return line.getFields().stream().map(String::strip).toList();
  }

  void read(ReadingBuilder into) {
    leaveOutOtherColumns(into);
    lines.stream().skip(1).forEach(line -> readLine(line, into));
  }

  private void leaveOutOtherColumns(ReadingBuilder into) {
    heading(lines.get(0)).stream()
        .filter(name -> !name.equals(ISO3) && !name.equals(YEAR) && !SERIES.containsKey(name))
        .forEach(name -> into.leaveOut("", 1, name, LeftOut.Reason.SERIES_UNKNOWN));
  }

  private void readLine(CsvRecord line, ReadingBuilder into) {
    String code = TextTable.value(line, countryColumn);
    int number = TextTable.number(line);
    into.country(names.code(code), "", number, code)
        .ifPresent(iso3 -> readFigures(line, iso3, into));
  }

  private void readFigures(CsvRecord line, String iso3, ReadingBuilder into) {
    Optional<Integer> year = ReadingBuilder.year(TextTable.value(line, yearColumn));
    if (year.isEmpty()) {
      into.invalid(TextTable.value(line, yearColumn), TextTable.place(line, yearColumn));
      return;
    }
    series.forEach(
        (column, indicator) ->
            into.figure(
                iso3,
                indicator,
                year.get(),
                TextTable.value(line, column),
                null,
                TextTable.place(line, column)));
  }
}

package org.infostate.statistics;

import de.siegmar.fastcsv.reader.CsvRecord;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.infostate.country.CountryNames;

/**
 * The World Bank's download of an indicator: lines about the data, then a heading with the years,
 * then a line for each country and group of countries. The code of a country is believed, unless
 * its name says that it is another.
 */
final class WorldBankTable {

  static final String PUBLISHER = "World Bank";

  private static final List<String> HEADING =
      List.of("Country Name", "Country Code", "Indicator Name", "Indicator Code");
  private static final int NAME = 0;
  private static final int CODE = 1;
  private static final int SERIES_NAME = 2;
  private static final int SERIES_CODE = 3;
  private static final int LAST_HEADING_LINE = 10;
  private static final String UPDATED = "Last Updated Date";

  private static final Map<String, Indicator> SERIES =
      Map.of(
          "SP.POP.TOTL", Indicator.POPULATION,
          "NY.GDP.MKTP.CD", Indicator.GDP_USD,
          "IT.MLT.MAIN", Indicator.FIXED_TELEPHONE_SUBSCRIPTIONS,
          "IT.MLT.MAIN.P2", Indicator.FIXED_TELEPHONE_PER_100,
          "IT.CEL.SETS", Indicator.MOBILE_CELLULAR_SUBSCRIPTIONS,
          "IT.CEL.SETS.P2", Indicator.MOBILE_CELLULAR_PER_100,
          "IT.NET.BBND", Indicator.FIXED_BROADBAND_SUBSCRIPTIONS,
          "IT.NET.BBND.P2", Indicator.FIXED_BROADBAND_PER_100,
          "IT.NET.USER.ZS", Indicator.INTERNET_USERS_PCT);

  private final List<CsvRecord> lines;
  private final int heading;
  private final CountryNames names;
  private final Map<Integer, Integer> years = new TreeMap<>();

  private WorldBankTable(List<CsvRecord> lines, int heading, CountryNames names) {
    this.lines = lines;
    this.heading = heading;
    this.names = names;
    CsvRecord headings = lines.get(heading);
    for (int column = HEADING.size(); column < headings.getFieldCount(); column++) {
      int at = column;
      ReadingBuilder.year(TextTable.value(headings, column)).ifPresent(year -> years.put(at, year));
    }
  }

  /** The lines as such a download, if they are one. */
  static Optional<WorldBankTable> of(TextTable table, CountryNames names) {
    List<CsvRecord> lines = table.lines();
    for (int i = 0; i < Math.min(lines.size(), LAST_HEADING_LINE); i++) {
      if (lines.get(i).getFieldCount() > HEADING.size()
          && lines.get(i).getFields().subList(0, HEADING.size()).equals(HEADING)) {
        return Optional.of(new WorldBankTable(lines, i, names));
      }
    }
    return Optional.empty();
  }

  void read(ReadingBuilder into) {
    lines.stream().skip(heading + 1L).forEach(line -> readLine(line, into));
  }

  private void readLine(CsvRecord line, ReadingBuilder into) {
    Indicator indicator = SERIES.get(TextTable.value(line, SERIES_CODE));
    int number = TextTable.number(line);
    if (indicator == null) {
      String series =
          TextTable.value(line, SERIES_NAME) + " (" + TextTable.value(line, SERIES_CODE) + ")";
      into.leaveOut("", number, series, LeftOut.Reason.SERIES_UNKNOWN);
      return;
    }
    country(line, number, into)
        .ifPresent(
            iso3 ->
                years.forEach(
                    (column, year) ->
                        into.figure(
                            iso3,
                            indicator,
                            year,
                            TextTable.value(line, column),
                            null,
                            TextTable.place(line, column))));
  }

  private Optional<String> country(CsvRecord line, int number, ReadingBuilder into) {
    String name = TextTable.value(line, NAME);
    String code = TextTable.value(line, CODE);
    String both = name + " (" + code + ")";
    CountryNames.Match byCode = names.code(code);
    CountryNames.Match byName = names.name(name);
    if (byCode.contradicts(byName)) {
      into.leaveOut("", number, both, LeftOut.Reason.CODE_AND_NAME_DIFFER);
      return Optional.empty();
    }
    boolean known = byCode.kind() != CountryNames.Kind.UNKNOWN;
    return into.country(known ? byCode : byName, "", number, both);
  }

  /** When the data was last updated, as the file says; empty where it does not. */
  String edition() {
    return lines.stream()
        .limit(heading)
        .filter(line -> TextTable.value(line, 0).equals(UPDATED))
        .map(line -> TextTable.value(line, 1))
        .filter(WorldBankTable::isDate)
        .findFirst()
        .orElse("");
  }

  private static boolean isDate(String text) {
    try {
      LocalDate.parse(text);
      return true;
    } catch (DateTimeParseException e) {
      return false;
    }
  }
}

package org.infostate.planning;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.infostate.country.Country;
import org.infostate.problem.Place;
import org.infostate.problem.Problem;
import org.infostate.problem.ProblemException;
import org.infostate.problem.ProblemKind;
import org.infostate.scoring.Index;

/**
 * Reads the tables that planners bring. Reading is strict: everything that is wrong is told at
 * once, each with its line and column.
 */
final class PlanningTables {

  static final List<String> TARGETS = List.of("element", "country", "share", "source");
  static final List<String> GIVEN =
      List.of("country", "assistance", "provider", "from", "to", "cost", "source");

  private static final int MOST_LINES = 20_000;
  private static final int TEXT_LENGTH = 500;
  private static final long MOST_COST = 1_000_000_000_000L;
  private static final String BYTE_ORDER_MARK = "\ufeff";

  private final List<String> columns;
  private final List<Problem> problems = new ArrayList<>();
  private final Map<String, Integer> places = new HashMap<>();
  private final List<CsvRecord> rows = new ArrayList<>();
  private CsvRecord row;

  private PlanningTables(List<String> columns, String text) {
    this.columns = columns;
    String bare = text.startsWith(BYTE_ORDER_MARK) ? text.substring(1) : text;
    try (CsvReader<CsvRecord> csv =
        CsvReader.builder()
            .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
            .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
            .ofCsvRecord(bare)) {
      for (CsvRecord line : csv) {
        rows.add(line);
        if (rows.size() > MOST_LINES) {
          throw ProblemKind.PLANNING_TABLE_TOO_LONG.exception(MOST_LINES);
        }
      }
    } catch (ProblemException e) {
      throw e;
    } catch (Exception e) {
      // FastCSV names no kind of its own for quotes that do not close and lines without end.
      throw ProblemKind.PLANNING_FILE_UNREADABLE.exception();
    }
    headings();
  }

  /**
   * @param text with the columns {@link #TARGETS}: the element of an index, the country (blank for
   *     all), the share of the scale that is to be reached (0 to 1), where it was declared
   * @throws ProblemException with everything that is wrong
   */
  static List<DeclaredTargets.Line> targets(
      String text, Function<String, Optional<Country>> countries) {
    return targets(text, countries, null);
  }

  /**
   * @param index whose elements may be named; null for any
   */
  static List<DeclaredTargets.Line> targets(
      String text, Function<String, Optional<Country>> countries, Index index) {
    PlanningTables table = new PlanningTables(TARGETS, text);
    List<DeclaredTargets.Line> lines = new ArrayList<>();
    Map<String, Integer> seen = new HashMap<>();
    for (CsvRecord row : table.rows) {
      table.row = row;
      String element = table.required("element");
      if (index != null && !element.isEmpty() && index.element(element).isEmpty()) {
        table.refuse("element", "an element of " + index.code() + " " + index.version());
      }
      String iso3 = table.country(countries, false);
      double share = table.share();
      table.text("source");
      table.once(seen, iso3 + "/" + element);
      lines.add(new DeclaredTargets.Line(iso3, element, share));
    }
    table.end();
    return lines;
  }

  /**
   * @param text with the columns {@link #GIVEN}
   * @param catalogue whose assistance may be named
   * @throws ProblemException with everything that is wrong
   */
  static List<GivenAssistance> given(
      String text, Function<String, Optional<Country>> countries, Catalogue catalogue) {
    PlanningTables table = new PlanningTables(GIVEN, text);
    List<GivenAssistance> lines = new ArrayList<>();
    Map<String, Integer> seen = new HashMap<>();
    for (CsvRecord row : table.rows) {
      table.row = row;
      String iso3 = table.country(countries, true);
      String assistance = table.required("assistance");
      if (!assistance.isEmpty() && catalogue.find(assistance).isEmpty()) {
        table.refuse("assistance", String.join(", ", catalogue.codes()));
      }
      String provider = table.required("provider");
      table.text("provider");
      LocalDate from = table.date("from");
      LocalDate to = table.date("to");
      if (from == null && table.value("from").isEmpty()) {
        table.refuse("from", "2026-01-31");
      }
      if (from != null && to != null && to.isBefore(from)) {
        table.refuse("to", "≥ " + from);
      }
      Long cost = table.cost();
      String source = table.text("source");
      table.once(seen, String.join("\n", iso3, assistance, provider, String.valueOf(from)));
      lines.add(
          new GivenAssistance(
              iso3, assistance, provider, from, to, cost, source.isEmpty() ? null : source));
    }
    table.end();
    return lines;
  }

  private void headings() {
    if (!rows.isEmpty()) {
      CsvRecord heads = rows.remove(0);
      for (int i = 0; i < heads.getFieldCount(); i++) {
        places.putIfAbsent(heads.getField(i).strip(), i);
      }
    }
    for (String column : columns) {
      if (!places.containsKey(column)) {
        problems.add(
            ProblemKind.PLANNING_COLUMN_MISSING.at(
                Place.line(1, 1), column, String.join(",", columns)));
      }
    }
    end();
    rows.removeIf(line -> line.getFields().stream().allMatch(String::isBlank));
  }

  private void end() {
    if (!problems.isEmpty()) {
      throw new ProblemException(problems);
    }
  }

  private String value(String column) {
    int place = places.get(column);
    return place < row.getFieldCount() ? row.getField(place).strip() : "";
  }

  /**
   * @param expected what would fit
   */
  private void refuse(String column, String expected) {
    problems.add(
        ProblemKind.PLANNING_VALUE.at(
            Place.line(Math.toIntExact(row.getStartingLineNumber()), places.get(column) + 1),
            value(column),
            column,
            expected));
  }

  private String required(String column) {
    if (value(column).isEmpty()) {
      refuse(column, "…");
    }
    return value(column);
  }

  private String text(String column) {
    // A line break is most likely a quotation mark that does not close.
    if (value(column).length() > TEXT_LENGTH || value(column).indexOf('\n') >= 0) {
      refuse(column, "\"…\" ≤ " + TEXT_LENGTH);
    }
    return value(column);
  }

  private String country(Function<String, Optional<Country>> countries, boolean required) {
    String iso3 = required ? required("country") : value("country");
    if (!iso3.isEmpty() && countries.apply(iso3).isEmpty()) {
      refuse("country", "ISO 3166-1 alpha-3");
    }
    return iso3;
  }

  private double share() {
    try {
      double share = Double.parseDouble(value("share").replace(',', '.'));
      if (share >= 0 && share <= 1) {
        return share;
      }
    } catch (NumberFormatException e) {
      // Told below, as a number out of bounds is.
    }
    refuse("share", "0 … 1");
    return 1;
  }

  private LocalDate date(String column) {
    if (value(column).isEmpty()) {
      return null;
    }
    try {
      return LocalDate.parse(value(column));
    } catch (DateTimeParseException e) {
      refuse(column, "2026-01-31");
      return null;
    }
  }

  private Long cost() {
    String cost = value("cost");
    if (cost.isEmpty()) {
      return null;
    }
    if (cost.matches("\\d{1,13}") && Long.parseLong(cost) <= MOST_COST) {
      return Long.valueOf(cost);
    }
    refuse("cost", "0 … " + MOST_COST);
    return null;
  }

  private void once(Map<String, Integer> seen, String key) {
    int line = Math.toIntExact(row.getStartingLineNumber());
    Integer earlier = seen.putIfAbsent(key, line);
    if (earlier != null) {
      problems.add(ProblemKind.PLANNING_LINE_TWICE.at(Place.line(line, 1), earlier));
    }
  }
}

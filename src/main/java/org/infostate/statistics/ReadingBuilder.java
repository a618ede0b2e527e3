package org.infostate.statistics;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.infostate.country.CountryNames;
import org.infostate.problem.Place;
import org.infostate.problem.Problem;
import org.infostate.problem.ProblemException;
import org.infostate.problem.ProblemKind;

/**
 * Gathers what is read from one file. What can not be a figure is gathered too, and refuses the
 * file as a whole in the end.
 */
final class ReadingBuilder {

  private static final int FIRST_YEAR = 1900;
  private static final int LAST_YEAR = 2100;
  static final int MOST_FIGURES = 100_000;
  private static final int MOST_PROBLEMS = 50;
  private static final int LONGEST_NUMBER = 60;
  private static final int LONGEST_SHOWN = 100;

  /** What publishers write where there is no figure. */
  private static final Set<String> MISSING =
      Set.of("", "..", "...", "…", "n/a", "N/A", "n.a.", "NA", "na");

  private record Key(String iso3, Indicator indicator, int year) {}

  private final List<Figure> figures = new ArrayList<>();
  private final List<LeftOut> leftOut = new ArrayList<>();
  private final List<Problem> problems = new ArrayList<>();
  private final Map<Key, BigDecimal> seen = new HashMap<>();

  /** Whether the text says that there is no figure. */
  static boolean missing(String text) {
    return MISSING.contains(text);
  }

  /** The year that a heading is, if it is one. */
  static Optional<Integer> year(String text) {
    if (!text.matches("\\d{4}")) {
      return Optional.empty();
    }
    int year = Integer.parseInt(text);
    return year < FIRST_YEAR || year > LAST_YEAR ? Optional.empty() : Optional.of(year);
  }

  /** The country of a row; what is none is listed. */
  Optional<String> country(CountryNames.Match match, String sheet, int row, String text) {
    if (match.country()) {
      return Optional.of(match.iso3());
    }
    boolean aggregate = match.kind() == CountryNames.Kind.AGGREGATE;
    leaveOut(
        sheet, row, text, aggregate ? LeftOut.Reason.AGGREGATE : LeftOut.Reason.COUNTRY_UNKNOWN);
    return Optional.empty();
  }

  /** Lists what is left out; rows that follow each other with the same text become one entry. */
  void leaveOut(String sheet, int row, String text, LeftOut.Reason reason) {
    LeftOut next = new LeftOut(sheet, row, 1, text, reason);
    int last = leftOut.size() - 1;
    if (last >= 0) {
      LeftOut before = leftOut.get(last);
      if (before.sheet().equals(sheet)
          && before.reason() == reason
          && before.text().equals(next.text())
          && before.row() + before.rows() == row) {
        leftOut.set(last, before.oneMore());
        return;
      }
    }
    leftOut.add(next);
  }

  /** Lists a column with so many cells that nothing says what they are. */
  void leaveOutColumn(String sheet, int firstRow, int rows, String column) {
    leftOut.add(new LeftOut(sheet, firstRow, rows, column, LeftOut.Reason.COLUMN_WITHOUT_HEADING));
  }

  /** Takes a figure from its text; a text that says that there is none gives none. */
  void figure(String iso3, Indicator indicator, int year, String text, String note, Place place) {
    String number = text.strip();
    if (missing(number)) {
      return;
    }
    try {
      BigDecimal value = number.length() > LONGEST_NUMBER ? null : new BigDecimal(number);
      if (value != null) {
        figure(iso3, indicator, year, value, note, place);
        return;
      }
    } catch (NumberFormatException e) {
      // Told below, with its place.
    }
    invalid(number, place);
  }

  /** Takes a figure. */
  void figure(
      String iso3, Indicator indicator, int year, BigDecimal value, String note, Place place) {
    if (year < FIRST_YEAR
        || year > LAST_YEAR
        || !Figure.storable(value)
        || !indicator.unit().allows(value)) {
      invalid(shown(value), place);
      return;
    }
    BigDecimal before = seen.putIfAbsent(new Key(iso3, indicator, year), value);
    if (before == null) {
      figures.add(new Figure(iso3, indicator.code(), year, value, note));
    } else if (before.compareTo(value) != 0) {
      refuse(ProblemKind.STATISTICS_FIGURE_TWICE.at(place, iso3, indicator.code(), "" + year));
    }
    if (figures.size() > MOST_FIGURES) {
      throw ProblemKind.STATISTICS_TOO_LARGE.exception(PublishedFile.MOST_MEGABYTES, MOST_FIGURES);
    }
  }

  private static String shown(BigDecimal value) {
    return Figure.storable(value) ? value.toPlainString() : value.toString();
  }

  /** Refuses what is no figure of any series. */
  void invalid(String text, Place place) {
    String shown = text.length() <= LONGEST_SHOWN ? text : text.substring(0, LONGEST_SHOWN) + "…";
    refuse(ProblemKind.STATISTICS_ROW_INVALID.at(place, shown));
  }

  private void refuse(Problem problem) {
    problems.add(problem);
    if (problems.size() >= MOST_PROBLEMS) {
      throw new ProblemException(problems);
    }
  }

  /**
   * What was read.
   *
   * @param edition empty where the file does not tell
   * @throws ProblemException where something was no figure, or there was none at all
   */
  Reading reading(String publisher, String edition, String fileName) {
    if (!problems.isEmpty()) {
      throw new ProblemException(problems);
    }
    if (figures.isEmpty()) {
      throw ProblemKind.STATISTICS_EMPTY.exception(fileName);
    }
    Reading reading = new Reading(publisher, edition, figures, leftOut);
    return edition.isEmpty()
        ? new Reading(publisher, Integer.toString(reading.lastYear()), figures, leftOut)
        : reading;
  }
}

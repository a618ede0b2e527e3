package org.infostate.scorings;

import de.siegmar.fastcsv.reader.CsvRecord;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.infostate.assessment.Measured;
import org.infostate.logic.Answers;
import org.infostate.logic.Expression;
import org.infostate.logic.Value;
import org.infostate.problem.ProblemKind;
import org.infostate.scoring.Source;
import org.infostate.scoring.State;

/**
 * A source of an index, read from the columns of a table.
 *
 * <p>A source that is one column and nothing else has to have numbers there, or the choices that
 * its levels name: anything else is a finding. In a longer expression a value may be a text too.
 */
final class ColumnSource {

  private static final Pattern ONE_COLUMN = Pattern.compile("\\s*\\$\\{([^{}]+)}\\s*");

  private final String element;
  private final Source source;
  private final CsvPart csv;
  private final Expression expression;
  private final String only;
  private boolean unsupported;

  /** The expression was parsed when its file was read. */
  ColumnSource(String element, Source source, CsvPart csv) {
    this.element = element;
    this.source = source;
    this.csv = csv;
    Matcher one = ONE_COLUMN.matcher(source.expression());
    only = one.matches() ? one.group(1) : null;
    expression = only == null ? Expression.parse(source.expression()) : null;
  }

  /** The columns that it reads. */
  Set<String> columns() {
    return only == null ? expression.references() : Set.of(only);
  }

  /**
   * What it comes to in a row.
   *
   * @param year null where the table has no years
   */
  Measured read(CsvRecord row, Integer year, Findings findings) {
    if (only != null) {
      return readOnly(row, findings);
    }
    Value value = expression.evaluate(new Row(row, year));
    if (!value.isUnknown()) {
      Measured measured = Measured.of(source, value, Set.of());
      return Math.abs(measured.figure()) > Limits.LARGEST_FIGURE
          ? Measured.missing(State.UNDEFINED)
          : measured;
    }
    boolean notApplicable = false;
    for (String column : expression.references()) {
      String text = csv.value(row, column);
      if (CsvPart.missing(text)) {
        return Measured.missing(State.UNANSWERED);
      }
      notApplicable |= CsvPart.notApplicable(text);
    }
    return Measured.missing(notApplicable ? State.NOT_APPLICABLE : State.UNDEFINED);
  }

  private Measured readOnly(CsvRecord row, Findings findings) {
    String text = csv.value(row, only);
    boolean level = source.levels().containsKey(text);
    if (!level && CsvPart.missing(text)) {
      return Measured.missing(State.UNANSWERED);
    }
    if (!level && CsvPart.notApplicable(text)) {
      return Measured.missing(State.NOT_APPLICABLE);
    }
    double figure = source.levels().isEmpty() ? csv.number(text) : source.level(text);
    if (!Double.isNaN(figure)) {
      return new Measured(figure, State.PRESENT, Set.of());
    }
    if (source.levels().isEmpty()) {
      csv.fault(findings, row, only, ProblemKind.SCORING_NOT_A_NUMBER, shown(text), only);
    } else {
      csv.fault(
          findings,
          row,
          only,
          ProblemKind.SCORING_VALUE_UNKNOWN,
          shown(text),
          String.join(", ", source.levels().keySet().stream().sorted().toList()));
    }
    return Measured.missing(State.UNANSWERED);
  }

  private static String shown(String text) {
    return text.length() <= 40 ? text : text.substring(0, 40) + "…";
  }

  /** Notes if the expression asked for what a table has not: rows of a roster, or today. */
  void tellUnsupported(Findings findings) {
    if (unsupported) {
      findings.add(ScoringOrder.DEFINITION, ProblemKind.SCORING_SOURCE_UNSUPPORTED, element);
    }
  }

  /** One row as expressions read it. */
  private final class Row implements Answers {
    private final CsvRecord row;
    private final Integer year;

    Row(CsvRecord row, Integer year) {
      this.row = row;
      this.year = year;
    }

    @Override
    public Value value(String column) {
      String text = csv.value(row, column);
      if (CsvPart.missing(text) || CsvPart.notApplicable(text)) {
        return Value.UNKNOWN;
      }
      double number = csv.number(text);
      return Double.isNaN(number) ? Value.of(text) : Value.of(BigDecimal.valueOf(number));
    }

    @Override
    public List<Answers> rows(String name) {
      unsupported = true;
      return List.of();
    }

    /** The last day of the year, so that a table gives the same scores tomorrow. */
    @Override
    public LocalDate today() {
      unsupported |= year == null;
      return year == null ? LocalDate.EPOCH : LocalDate.of(Math.max(year, 1), 12, 31);
    }

    @Override
    public Value self() {
      unsupported = true;
      return Value.UNKNOWN;
    }
  }
}

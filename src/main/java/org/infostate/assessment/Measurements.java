package org.infostate.assessment;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.infostate.logic.Expression;
import org.infostate.scoring.Case;
import org.infostate.scoring.Element;
import org.infostate.scoring.Index;
import org.infostate.scoring.Mark;
import org.infostate.scoring.Source;
import org.infostate.scoring.Table;
import org.infostate.statistics.FigureTable;

/** The columns that an index measures, read for one case after another into the engine's table. */
final class Measurements {

  private record Column(Source source, Expression expression) {}

  private final Map<String, Column> columns = new LinkedHashMap<>();
  private final List<Case> cases = new ArrayList<>();
  private final List<List<Measured>> rows = new ArrayList<>();

  /**
   * @throws org.infostate.logic.ExpressionException if a source can not be read
   */
  Measurements(Index index) {
    for (Element indicator : index.indicators()) {
      add(indicator.code(), indicator.source());
    }
    index.denominators().forEach(this::add);
  }

  private void add(String code, Source source) {
    columns.putIfAbsent(code, new Column(source, Expression.parse(source.expression())));
  }

  /** The kinds of sources that the index has. */
  Set<Source.Kind> kinds() {
    return columns.values().stream().map(c -> c.source().kind()).collect(Collectors.toSet());
  }

  /** What the sources of this kind name, in the order of the index. */
  Set<String> names(Source.Kind kind) {
    Set<String> names = new LinkedHashSet<>();
    for (Column column : columns.values()) {
      if (column.source().kind() == kind) {
        names.addAll(column.expression().references());
      }
    }
    return names;
  }

  /** Adds the figures of a country for the year of the case. */
  void addFigures(Case subject, FigureTable figures) {
    FigureSource published = FigureSource.of(figures, subject.unit(), subject.year());
    cases.add(subject);
    rows.add(
        columns.values().stream().map(c -> published.read(c.source(), c.expression())).toList());
  }

  /** Adds the answers of a response; statistics are the newest of the year of its round. */
  void addAnswers(Case subject, AnswerSource answers, FigureTable figures, int year) {
    FigureSource published = FigureSource.until(figures, subject.unit(), year);
    cases.add(subject);
    rows.add(
        columns.values().stream()
            .map(
                c ->
                    c.source().kind() == Source.Kind.STATISTICS
                        ? published.read(c.source(), c.expression())
                        : answers.read(c.source(), c.expression()))
            .toList());
  }

  Table table() {
    Table.Builder table = Table.builder(cases, List.copyOf(columns.keySet()));
    for (int row = 0; row < rows.size(); row++) {
      for (int column = 0; column < columns.size(); column++) {
        rows.get(row).get(column).into(table, row, column);
      }
    }
    return table.build();
  }

  /**
   * SHA-256, in hexadecimal, of a table written as one line for each cell, case by case: {@code
   * unit;year;column;figure;state;marks}, ended by a line feed, UTF-8. The year and the figure are
   * empty where there is none; figures are as {@link Double#toString} writes them, marks in the
   * order of {@link Mark} with a comma between.
   */
  static String sha256(Table table) {
    Sha256 hash = new Sha256();
    for (int row = 0; row < table.cases().size(); row++) {
      Case subject = table.cases().get(row);
      String head = subject.unit() + ";" + (subject.year() == null ? "" : subject.year()) + ";";
      for (int column = 0; column < table.columns().size(); column++) {
        double figure = table.value(row, column);
        hash.add(
            head
                + String.join(
                    ";",
                    table.columns().get(column),
                    Double.isNaN(figure) ? "" : Double.toString(figure),
                    table.state(row, column).name(),
                    marks(table.marks(row, column)))
                + "\n");
      }
    }
    return hash.hex();
  }

  static String marks(Set<Mark> marks) {
    return marks.stream().sorted().map(Mark::name).collect(Collectors.joining(","));
  }
}

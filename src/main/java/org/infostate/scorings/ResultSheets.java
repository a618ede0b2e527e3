package org.infostate.scorings;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.infostate.cluster.Groups;
import org.infostate.scoring.Case;
import org.infostate.scoring.Completeness;
import org.infostate.scoring.Contribution;
import org.infostate.scoring.Element;
import org.infostate.scoring.Mark;
import org.infostate.scoring.Note;
import org.infostate.scoring.Result;
import org.infostate.scoring.State;
import org.infostate.scoring.Step;
import org.infostate.scoring.Table;
import org.infostate.scoring.Weighting;

/** The tables of a run as they go out: see {@code scorings.md} for each and its columns. */
final class ResultSheets {

  private final Scored scored;
  private final Result result;
  private final List<String> keys;

  private ResultSheets(Scored scored) {
    this.scored = scored;
    this.result = scored.result();
    this.keys = scored.panel() ? List.of("uCode", "Time") : List.of("uCode");
  }

  /**
   * All tables in the order in which they are read best.
   *
   * @param contributions whether to add what each element did to each score
   */
  static List<Sheet> of(Scored scored, boolean contributions) {
    ResultSheets sheets = new ResultSheets(scored);
    List<Sheet> all = new ArrayList<>();
    all.add(sheets.league());
    all.add(sheets.table("00_input", sheets.result.input()));
    int number = 1;
    for (Result.Made made : sheets.result.steps()) {
      if (!(made.step() instanceof Weighting)) {
        all.add(sheets.table(name(number, made.step()), made.table()));
      }
      number++;
    }
    all.add(sheets.weights());
    if (scored.grouping() != null) {
      all.add(sheets.groups());
    }
    if (contributions) {
      all.add(sheets.contributions());
    }
    all.add(sheets.cells());
    all.add(sheets.notes());
    return all;
  }

  private static String name(int number, Step step) {
    return String.format(Locale.ROOT, "%02d_%s", number, step.name());
  }

  private List<String> columns(String... more) {
    List<String> columns = new ArrayList<>(keys);
    columns.addAll(List.of(more));
    return columns;
  }

  /** A row that begins with unit and year. */
  private Object[] row(String unit, Integer year, Object... more) {
    Object[] row = new Object[keys.size() + more.length];
    row[0] = unit;
    if (keys.size() > 1) {
      row[1] = year;
    }
    System.arraycopy(more, 0, row, keys.size(), more.length);
    return row;
  }

  private Sheet league() {
    List<String> columns =
        columns(
            "uName", "rank", "score", "group", "observed", "imputed", "applicable", "weight_share");
    return new Sheet(
        "league",
        columns,
        taker -> {
          for (Scored.Line line : scored.league()) {
            Completeness c = line.completeness();
            taker.accept(
                row(
                    line.unit(),
                    line.year(),
                    line.name(),
                    line.rank(),
                    line.score(),
                    scored.group(line.group(), "en"),
                    c.observed(),
                    c.imputed(),
                    c.applicable(),
                    c.weightShare()));
          }
        });
  }

  private Sheet table(String name, Table table) {
    List<String> columns = columns(table.columns().toArray(String[]::new));
    return new Sheet(
        name,
        columns,
        taker -> {
          for (int r = 0; r < table.cases().size(); r++) {
            Object[] figures = new Object[table.columns().size()];
            for (int c = 0; c < figures.length; c++) {
              figures[c] = table.value(r, c);
            }
            Case subject = table.cases().get(r);
            taker.accept(row(subject.unit(), subject.year(), figures));
          }
        });
  }

  private Sheet weights() {
    return new Sheet(
        "weights",
        List.of("iCode", "iName", "Parent", "Level", "Share", "EffWeight"),
        taker -> {
          Map<String, Double> shares = result.shares();
          Map<String, Double> effective = result.effectiveWeights();
          Map<String, Integer> levels = result.index().levels();
          for (Element element : result.index().elements()) {
            String code = element.code();
            taker.accept(
                new Object[] {
                  code,
                  element.name("en"),
                  element.parent(),
                  levels.get(code),
                  shares.get(code),
                  effective.get(code)
                });
          }
        });
  }

  private Sheet groups() {
    return new Sheet(
        "groups",
        List.of("Time", "number", "name", "lower_limit", "members", "explained"),
        taker ->
            scored
                .groups()
                .forEach(
                    (year, groups) -> {
                      for (int number = 1; number <= groups.count(); number++) {
                        taker.accept(group(year, groups, number));
                      }
                    }));
  }

  private Object[] group(Integer year, Groups groups, int number) {
    int members = 0;
    for (int group : groups.group()) {
      members += group == number ? 1 : 0;
    }
    return new Object[] {
      year,
      number,
      scored.group(number, "en"),
      number < groups.count() ? groups.limits()[number - 1] : null,
      members,
      groups.explained()
    };
  }

  private Sheet contributions() {
    return new Sheet(
        "contributions",
        columns("iCode", "measured", "score", "weight", "points", "best", "gain"),
        taker -> {
          for (int r = 0; r < result.scores().cases().size(); r++) {
            Case subject = result.scores().cases().get(r);
            for (Contribution c : result.explanation(r)) {
              taker.accept(
                  row(
                      subject.unit(),
                      subject.year(),
                      c.element(),
                      c.measured(),
                      c.score(),
                      c.weight(),
                      c.points(),
                      c.best(),
                      c.gain()));
            }
          }
        });
  }

  /** What has no number, and what something happened to, where that is new in a table. */
  private Sheet cells() {
    return new Sheet(
        "cells",
        columns("table", "iCode", "state", "marks"),
        taker -> {
          Table before = null;
          int number = 0;
          cells("00_input", null, result.input(), taker);
          before = result.input();
          for (Result.Made made : result.steps()) {
            number++;
            if (!(made.step() instanceof Weighting)
                && !(made.step() instanceof org.infostate.scoring.Ranking)) {
              cells(name(number, made.step()), before, made.table(), taker);
              before = made.table();
            }
          }
        });
  }

  private void cells(String name, Table before, Table table, Consumer<Object[]> taker) {
    for (int r = 0; r < table.cases().size(); r++) {
      Case subject = table.cases().get(r);
      int there = before == null ? -1 : before.row(subject.unit(), subject.year());
      for (int c = 0; c < table.columns().size(); c++) {
        int column = before == null ? -1 : before.column(table.columns().get(c));
        boolean known = there >= 0 && column >= 0;
        State state = table.state(r, c);
        Set<Mark> marks = table.marks(r, c);
        State stateBefore = known ? before.state(there, column) : State.PRESENT;
        Set<Mark> marksBefore = known ? before.marks(there, column) : Set.of();
        if (state != stateBefore || !marks.equals(marksBefore)) {
          taker.accept(
              row(
                  subject.unit(),
                  subject.year(),
                  name,
                  table.columns().get(c),
                  code(state),
                  marks.stream()
                      .sorted()
                      .map(ResultSheets::code)
                      .collect(Collectors.joining(" "))));
        }
      }
    }
  }

  private Sheet notes() {
    return new Sheet(
        "notes",
        List.of("step", "iCode", "uCode", "Time", "code", "text"),
        taker -> {
          for (Note note : result.notes()) {
            Case subject = note.subject();
            taker.accept(
                new Object[] {
                  note.step(),
                  note.element(),
                  subject == null ? null : subject.unit(),
                  subject == null ? null : subject.year(),
                  note.code(),
                  note.text()
                });
          }
        });
  }

  private static String code(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT);
  }
}

package org.infostate.workbook;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.apache.poi.ss.util.CellReference;
import org.infostate.logic.Cells;
import org.infostate.logic.Kind;
import org.infostate.questionnaire.Question;
import org.infostate.questionnaire.QuestionType;

/**
 * Where the answers stand in a workbook, seen from one sheet: its own cells by their address, those
 * of other sheets by their name, because conditional formats may not point to other sheets.
 */
final class WorkbookCells {

  private final WorkbookPlan plan;
  private final Map<String, WorkbookPlan.Sheet> sheets;
  private final Map<String, Map<String, Integer>> places = new HashMap<>();

  WorkbookCells(WorkbookPlan plan) {
    this.plan = plan;
    this.sheets = plan.byName();
    for (WorkbookPlan.Sheet sheet : plan.sheets()) {
      sheet.form().questions().values().stream()
          .filter(question -> question.type() == QuestionType.SELECT_MULTIPLE)
          .forEach(
              question -> {
                Map<String, Integer> byCode = new HashMap<>();
                sheet
                    .form()
                    .choices(question)
                    .forEach(choice -> byCode.put(choice.name(), byCode.size() + 1));
                places.put(question.name(), byCode);
              });
    }
  }

  /**
   * As a formula sees them.
   *
   * @param sheet on which the formula stands
   * @param row index of its row
   * @param question that the formula belongs to; may be null
   */
  Cells from(WorkbookPlan.Sheet sheet, int row, String question) {
    return new Seen(sheet, row, question);
  }

  /** An area of a sheet, both corners fixed. */
  static String area(int firstRow, int firstColumn, int lastRow, int lastColumn) {
    return fixed(firstRow, firstColumn) + ":" + fixed(lastRow, lastColumn);
  }

  static String fixed(int row, int column) {
    return "$" + CellReference.convertNumToColString(column) + "$" + (row + 1);
  }

  /** The sheet name as formulas write it. */
  static String quoted(String sheet) {
    return "'" + sheet.replace("'", "''") + "'!";
  }

  private final class Seen implements Cells {

    private final WorkbookPlan.Sheet here;
    private final int row;
    private final String self;

    Seen(WorkbookPlan.Sheet here, int row, String self) {
      this.here = here;
      this.row = row;
      this.self = self;
    }

    private Optional<Question> question(String name) {
      return Optional.ofNullable(sheets.get(name)).map(sheet -> sheet.form().questions().get(name));
    }

    @Override
    public Optional<String> cell(String question) {
      return question(question)
          .filter(q -> q.type() != QuestionType.SELECT_MULTIPLE && q.type() != QuestionType.NOTE)
          .flatMap(q -> cell(question, 0));
    }

    /** The cell of a question, or of one of its choices. */
    private Optional<String> cell(String question, int place) {
      WorkbookPlan.Sheet sheet = sheets.get(question);
      if (sheet == null) {
        return Optional.empty();
      }
      if (sheet.roster() != null) {
        return sheet == here
            ? column(sheet, question, place).map(column -> sameRow(column.column()))
            : Optional.empty();
      }
      return sheet == here
          ? sheet.lines().stream()
              .filter(line -> is(line, question) && line.place() == place)
              .findFirst()
              .map(line -> fixed(line.row(), WorkbookPlan.ANSWER))
          : Optional.of(WorkbookPlan.answerName(question, place));
    }

    private String sameRow(int column) {
      return "$" + CellReference.convertNumToColString(column) + (row + 1);
    }

    private static boolean is(WorkbookPlan.Line line, String question) {
      return line.item().name().equals(question);
    }

    private static Optional<WorkbookPlan.Column> column(
        WorkbookPlan.Sheet sheet, String question, int place) {
      return sheet.columns().stream()
          .filter(c -> c.question().name().equals(question) && c.place() == place)
          .findFirst();
    }

    @Override
    public Optional<Kind> kind(String question) {
      return question(question).map(q -> Kind.valueOf(q.type().name()));
    }

    @Override
    public Optional<String> self() {
      return self == null ? Optional.empty() : cell(self);
    }

    @Override
    public Optional<String> selfName() {
      return Optional.ofNullable(self);
    }

    @Override
    public Optional<String> range(String question) {
      WorkbookPlan.Sheet sheet = sheets.get(question);
      if (sheet == null || sheet.roster() == null || sheet.roster().name().equals(question)) {
        return Optional.empty();
      }
      return column(sheet, question, 0).map(column -> range(sheet, column));
    }

    private String range(WorkbookPlan.Sheet sheet, WorkbookPlan.Column column) {
      return sheet == here
          ? area(WorkbookPlan.FIRST_ROW, column.column(), sheet.lastRow(), column.column())
          : WorkbookPlan.answerName(column.question().name(), column.place());
    }

    /** A row is in use when it was there or something is in it. */
    @Override
    public Optional<String> rowCount(String name) {
      WorkbookPlan.Sheet sheet = sheets.get(name);
      if (sheet == null || sheet.roster() == null) {
        return Optional.empty();
      }
      String used =
          sheet.columns().stream()
              .filter(column -> column.id() != null)
              .map(column -> "(" + range(sheet, column) + "<>\"\")")
              .collect(Collectors.joining("+"));
      String numbered = "ISNUMBER(" + numbers(sheet) + ")";
      return Optional.of("SUMPRODUCT(--(" + numbered + "+" + used + ">0))");
    }

    private String numbers(WorkbookPlan.Sheet sheet) {
      return sheet == here
          ? area(WorkbookPlan.FIRST_ROW, WorkbookPlan.NUMBER, sheet.lastRow(), WorkbookPlan.NUMBER)
          : numbersName(sheet);
    }

    @Override
    public Optional<String> position() {
      return here.roster() == null
          ? Optional.empty()
          : Optional.of("(ROW()-" + WorkbookPlan.FIRST_ROW + ")");
    }

    @Override
    public String choice(String question, String code) {
      Question asked = question(question).orElseThrow();
      return ChoiceLabels.of(sheets.get(question).form(), asked.list(), plan.language())
          .getOrDefault(code, code);
    }

    @Override
    public Optional<String> selected(String question, String code) {
      return Optional.ofNullable(places.get(question))
          .map(byCode -> byCode.getOrDefault(code, 0))
          .flatMap(place -> place == 0 ? Optional.of("FALSE") : cell(question, place))
          .map(cell -> cell.equals("FALSE") ? cell : "(" + cell + "<>\"\")");
    }

    @Override
    public Optional<String> countSelected(String question) {
      if (!places.containsKey(question) || !sheets.containsKey(question)) {
        return Optional.empty();
      }
      int count = places.get(question).size();
      WorkbookPlan.Sheet sheet = sheets.get(question);
      if (sheet.roster() != null && sheet != here) {
        return Optional.empty();
      }
      String marks =
          sheet == here
              ? cell(question, 1).orElseThrow() + ":" + cell(question, count).orElseThrow()
              : WorkbookPlan.answerName(question, 0);
      return Optional.of("SUMPRODUCT(--(" + marks + "<>\"\"))");
    }
  }

  /** The name of the column of row numbers of a table. */
  static String numbersName(WorkbookPlan.Sheet sheet) {
    return "n_" + sheet.roster().name();
  }
}

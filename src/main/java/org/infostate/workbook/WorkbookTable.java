package org.infostate.workbook;

import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.poi.ss.SpreadsheetVersion;
import org.apache.poi.ss.util.AreaReference;
import org.apache.poi.ss.util.CellReference;
import org.apache.poi.xssf.usermodel.XSSFCell;
import org.apache.poi.xssf.usermodel.XSSFTable;
import org.infostate.questionnaire.Question;
import org.infostate.questionnaire.QuestionType;
import org.infostate.questionnaire.Roster;
import org.infostate.response.Held;
import org.infostate.text.Texts;
import org.infostate.workbook.WorkbookPlan.Column;
import org.infostate.workbook.WorkbookStyles.Look;

/** Writes a sheet that is a table: one row each thing, one column each question. */
final class WorkbookTable {

  private static final int LONGEST_HEADING = 200;

  private final WorkbookFrame frame;
  private final WorkbookRules rules;
  private final WorkbookCells cells;
  private final Map<String, String> files;
  private final WorkbookConfirmations confirmations;
  private final WorkbookPlan.Sheet sheet;
  private final Roster roster;
  private final Texts texts;

  WorkbookTable(
      WorkbookFrame frame,
      WorkbookRules rules,
      WorkbookCells cells,
      Map<String, String> files,
      WorkbookConfirmations confirmations) {
    this.frame = frame;
    this.rules = rules;
    this.cells = cells;
    this.files = files;
    this.confirmations = confirmations;
    this.sheet = frame.sheet;
    this.roster = sheet.roster();
    this.texts = frame.texts;
  }

  void write() {
    String hint = frame.hint(roster.name());
    frame.title(
        frame.label(roster.name()),
        (hint + " " + texts.text("workbook.table.lead", Integer.toString(WorkbookPlan.SPARE_ROWS)))
            .strip());
    heads();
    for (int row = WorkbookPlan.FIRST_ROW; row <= sheet.lastRow(); row++) {
      row(row);
    }
    for (Column column : sheet.columns()) {
      column(column);
    }
    if (confirmations.needed()) {
      confirmations.write();
    }
    table();
  }

  private void heads() {
    frame.put(WorkbookPlan.HEAD_ROW, WorkbookPlan.ID, WorkbookPlan.UNREAD + "head", Look.ID);
    Set<String> taken = new HashSet<>(Set.of(WorkbookPlan.UNREAD + "head"));
    taken.add(ChoiceLabels.folded(confirmations.heading()));
    head(WorkbookPlan.NUMBER, texts.text("workbook.column.number"), taken);
    frame.put(WorkbookPlan.HINT_ROW, WorkbookPlan.NUMBER, "", Look.HINT);
    for (Column column : sheet.columns()) {
      String label = frame.label(column.question().name());
      head(column.column(), column.choice() == null ? label : label + ": " + label(column), taken);
      boolean first = column.place() <= 1;
      String hint = first ? frame.hint(column.question().name()) : "";
      frame.put(WorkbookPlan.HINT_ROW, column.column(), hint, Look.HINT);
      if (column.id() != null) {
        frame.key(column.column(), column.id());
      }
    }
  }

  private String label(Column column) {
    return ChoiceLabels.of(sheet.form(), column.question().list(), texts.language())
        .get(column.choice().name());
  }

  /** Headings of a table must differ, capitals aside. */
  private void head(int column, String text, Set<String> taken) {
    String heading = text.length() > LONGEST_HEADING ? text.substring(0, LONGEST_HEADING) : text;
    for (int i = 2; !taken.add(ChoiceLabels.folded(heading)); i++) {
      heading = text + " (" + i + ")";
    }
    frame.head(column, heading);
  }

  /** The number of a row that is there; -1 for an empty one. */
  private int place(int row) {
    int index = row - WorkbookPlan.FIRST_ROW;
    return index < sheet.rows().size() ? sheet.rows().get(index) : -1;
  }

  private void row(int row) {
    int place = place(row);
    int spare = row - WorkbookPlan.FIRST_ROW - sheet.rows().size() + 1;
    frame.id(row, roster.name() + "." + (place < 0 ? "+" + spare : place));
    XSSFCell number = frame.cell(row, WorkbookPlan.NUMBER, Look.NUMBER);
    if (place < 0) {
      number.setCellValue(texts.text("workbook.table.new"));
    } else {
      number.setCellValue(place);
    }
    for (Column column : sheet.columns()) {
      cell(row, place, column);
    }
  }

  private void cell(int row, int place, Column column) {
    Question question = column.question();
    Optional<Held> held =
        place < 0 ? Optional.empty() : sheet.filled().held(question.name(), place);
    if (question.type() == QuestionType.CALCULATE) {
      WorkbookQuestions.calculated(frame, cells, row, column.column(), question, place);
    } else if (question.type() == QuestionType.FILE) {
      String file = held.map(Held::value).map(value -> files.getOrDefault(value, value)).orElse("");
      frame.put(row, column.column(), file, Look.CLOSED);
    } else {
      XSSFCell cell = frame.cell(row, column.column(), WorkbookQuestions.look(question));
      held.filter(answer -> answer.status().given())
          .flatMap(answer -> shown(column, answer))
          .ifPresent(
              shown ->
                  WorkbookValues.answer(
                      cell,
                      held.get().status().hasValue() ? type(question) : QuestionType.TEXT,
                      shown));
    }
  }

  private static QuestionType type(Question question) {
    return question.type().select() ? QuestionType.TEXT : question.type();
  }

  /** What stands in a cell: the value, or the status in brackets; of several choices, the mark. */
  private Optional<String> shown(Column column, Held held) {
    if (!held.status().hasValue()) {
      return column.place() <= 1
          ? Optional.of(WorkbookStatuses.inTable(held.status(), texts))
          : Optional.empty();
    }
    if (column.choice() != null) {
      return WorkbookQuestions.marked(Optional.of(held), column.choice().name())
          ? Optional.of(WorkbookMarks.yes(texts))
          : Optional.empty();
    }
    return Optional.of(
        column.question().type() == QuestionType.SELECT_ONE
            ? ChoiceLabels.of(sheet.form(), column.question().list(), texts.language())
                .getOrDefault(held.value(), held.value())
            : held.value());
  }

  private void column(Column column) {
    int first = WorkbookPlan.FIRST_ROW;
    frame.width(column.column(), width(column));
    if (column.choice() != null) {
      rules.mark(first, sheet.lastRow(), column.column());
    } else if (column.id() != null) {
      rules.answers(column.question(), first, sheet.lastRow(), column.column());
    }
    rules.greyUnlessAsked(
        column.question(), first, sheet.lastRow(), column.column(), column.column());
  }

  private static double width(Column column) {
    return switch (column.question().type()) {
      case TEXT -> 30;
      case SELECT_ONE -> 24;
      case FILE -> 20;
      default -> 14;
    };
  }

  private void table() {
    AreaReference area =
        new AreaReference(
            new CellReference(WorkbookPlan.HEAD_ROW, WorkbookPlan.ID),
            new CellReference(
                sheet.lastRow(),
                confirmations.needed() ? confirmations.column() : sheet.lastColumn()),
            SpreadsheetVersion.EXCEL2007);
    XSSFTable table = frame.target.createTable(area);
    table.setName("table_" + roster.name());
    table.setDisplayName("table_" + roster.name());
    table.getCTTable().addNewAutoFilter().setRef(area.formatAsString());
    table.updateHeaders();
  }
}

package org.infostate.workbook;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.poi.common.usermodel.HyperlinkType;
import org.apache.poi.xssf.usermodel.XSSFCell;
import org.apache.poi.xssf.usermodel.XSSFHyperlink;
import org.infostate.logic.ExcelFormula;
import org.infostate.logic.Value;
import org.infostate.questionnaire.Question;
import org.infostate.response.Held;
import org.infostate.workbook.WorkbookPlan.Kind;
import org.infostate.workbook.WorkbookPlan.Line;
import org.infostate.workbook.WorkbookStyles.Look;

/** Writes a sheet of questions, one row each. */
final class WorkbookQuestions {

  private final WorkbookFrame frame;
  private final WorkbookRules rules;
  private final WorkbookPlan plan;
  private final WorkbookCells cells;
  private final Map<String, String> files;
  private final WorkbookConfirmations confirmations;
  private final WorkbookPlan.Sheet sheet;
  private int number;

  WorkbookQuestions(
      WorkbookFrame frame,
      WorkbookRules rules,
      WorkbookPlan plan,
      WorkbookCells cells,
      Map<String, String> files,
      WorkbookConfirmations confirmations) {
    this.frame = frame;
    this.rules = rules;
    this.plan = plan;
    this.cells = cells;
    this.files = files;
    this.confirmations = confirmations;
    this.sheet = frame.sheet;
  }

  void write() {
    frame.title(frame.label(sheet.section().name()), frame.hint(sheet.section().name()));
    for (int i = 0; i < WorkbookPlan.KEYS.size(); i++) {
      frame.key(WorkbookPlan.LABEL + i, WorkbookPlan.KEYS.get(i));
    }
    frame.id(WorkbookPlan.HEAD_ROW, WorkbookPlan.UNREAD + "head");
    frame.head(WorkbookPlan.NUMBER, frame.texts.text("workbook.column.number"));
    frame.head(WorkbookPlan.LABEL, frame.texts.text("workbook.column.question"));
    frame.head(WorkbookPlan.ANSWER, frame.texts.text("workbook.column.answer"));
    frame.head(WorkbookPlan.STATUS, frame.texts.text("workbook.column.status"));
    frame.head(WorkbookPlan.COMMENT, frame.texts.text("workbook.column.comment"));
    frame.head(WorkbookPlan.SOURCE, frame.texts.text("workbook.column.source"));
    frame.width(WorkbookPlan.LABEL, 62);
    frame.width(WorkbookPlan.ANSWER, 36);
    frame.width(WorkbookPlan.STATUS, 18);
    frame.width(WorkbookPlan.COMMENT, 32);
    frame.width(WorkbookPlan.SOURCE, 26);
    sheet.lines().forEach(this::line);
    if (confirmations.needed()) {
      confirmations.write();
    }
  }

  private void line(Line line) {
    frame.id(line.row(), line.id());
    if (line.kind() == Kind.MARK) {
      mark(line);
    } else {
      label(line);
      switch (line.kind()) {
        case ANSWER -> answer(line);
        case SEVERAL -> several(line);
        case FILE -> file(line);
        case CALCULATED -> calculated(line);
        case TABLE -> table(line);
        default -> closed(line, WorkbookPlan.ANSWER);
      }
    }
    rules.greyUnlessAsked(
        line.item(), line.row(), line.row(), WorkbookPlan.NUMBER, WorkbookPlan.SOURCE);
  }

  private void label(Line line) {
    boolean note = line.kind() == Kind.NOTE;
    number++;
    frame.put(
        line.row(), WorkbookPlan.NUMBER, note ? "" : sheet.number() + "." + number, Look.NUMBER);
    boolean required =
        line.item() instanceof Question question
            && question.required() != null
            && sheet.filled().required(question, 0);
    frame
        .cell(line.row(), WorkbookPlan.LABEL, note ? Look.NOTE : Look.LABEL)
        .setCellValue(
            frame.styles.labelled(
                frame.label(line.item().name()), required, frame.hint(line.item().name())));
    number -= note ? 1 : 0;
  }

  private Optional<Held> held(Line line) {
    return sheet.filled().held(line.item().name(), 0);
  }

  private void answer(Line line) {
    Question question = line.question();
    XSSFCell cell = frame.cell(line.row(), WorkbookPlan.ANSWER, look(question));
    held(line)
        .filter(held -> held.status().hasValue())
        .ifPresent(held -> WorkbookValues.answer(cell, question.type(), shown(question, held)));
    rules.answers(question, line.row(), line.row(), WorkbookPlan.ANSWER);
    remarks(line);
  }

  private String shown(Question question, Held held) {
    return question.type().select()
        ? ChoiceLabels.of(sheet.form(), question.list(), plan.language())
            .getOrDefault(held.value(), held.value())
        : held.value();
  }

  static Look look(Question question) {
    return switch (question.type()) {
      case INTEGER -> Look.INTEGER;
      case DECIMAL -> Look.DECIMAL;
      case DATE -> Look.DATE;
      case SELECT_ONE, SELECT_MULTIPLE -> Look.CHOICE;
      default -> Look.TEXT;
    };
  }

  private void several(Line line) {
    frame.put(
        line.row(),
        WorkbookPlan.ANSWER,
        frame.texts.text("workbook.several", WorkbookMarks.yes(frame.texts)),
        Look.CLOSED);
    remarks(line);
  }

  private void mark(Line line) {
    Question question = line.question();
    frame.put(line.row(), WorkbookPlan.NUMBER, "", Look.NUMBER);
    String label =
        ChoiceLabels.of(sheet.form(), question.list(), plan.language()).get(line.choice().name());
    frame.put(line.row(), WorkbookPlan.LABEL, label, Look.MARK_LABEL);
    XSSFCell cell = frame.cell(line.row(), WorkbookPlan.ANSWER, Look.CHOICE);
    if (marked(held(line), line.choice().name())) {
      WorkbookValues.text(cell, WorkbookMarks.yes(frame.texts));
    }
    rules.mark(line.row(), line.row(), WorkbookPlan.ANSWER);
    closed(line, WorkbookPlan.STATUS);
  }

  static boolean marked(Optional<Held> held, String code) {
    return held.filter(answer -> answer.status().hasValue())
        .filter(answer -> List.of(answer.value().split(" ")).contains(code))
        .isPresent();
  }

  private void file(Line line) {
    String name =
        held(line)
            .map(Held::value)
            .map(value -> files.getOrDefault(value, value))
            .orElse(frame.texts.text("workbook.file"));
    frame.put(line.row(), WorkbookPlan.ANSWER, name, Look.CLOSED);
    remarks(line);
  }

  /** Status, comment and source, as they are. */
  private void remarks(Line line) {
    Optional<Held> held = held(line);
    XSSFCell status = frame.cell(line.row(), WorkbookPlan.STATUS, Look.REMARK);
    held.map(Held::status)
        .filter(WorkbookStatuses.offered()::contains)
        .ifPresent(s -> WorkbookValues.text(status, WorkbookStatuses.word(s, frame.texts)));
    rules.status(line.row());
    remark(line, WorkbookPlan.COMMENT, held.map(Held::comment));
    remark(line, WorkbookPlan.SOURCE, held.map(Held::source));
  }

  private void remark(Line line, int column, Optional<String> text) {
    XSSFCell cell = frame.cell(line.row(), column, Look.REMARK);
    text.ifPresent(said -> WorkbookValues.text(cell, said));
    rules.remark(line.row(), column);
  }

  private void calculated(Line line) {
    Question question = line.question();
    calculated(frame, cells, line.row(), WorkbookPlan.ANSWER, question, 0);
    closed(line, WorkbookPlan.STATUS);
  }

  /** The formula of a calculated question with what it comes to now; that alone without one. */
  static void calculated(
      WorkbookFrame frame, WorkbookCells cells, int row, int column, Question question, int place) {
    Value value = place < 0 ? Value.UNKNOWN : frame.sheet.filled().calculated(question, place);
    XSSFCell cell =
        frame.cell(row, column, value instanceof Value.Day ? Look.COMPUTED_DATE : Look.COMPUTED);
    ExcelFormula.value(question.calculation(), cells.from(frame.sheet, row, question.name()))
        .formula()
        .ifPresent(formula -> cell.getCTCell().addNewF().setStringValue(formula));
    WorkbookValues.computed(cell, value);
  }

  private void table(Line line) {
    WorkbookPlan.Sheet table = plan.byName().get(line.item().name());
    XSSFCell cell = frame.cell(line.row(), WorkbookPlan.ANSWER, Look.LINK);
    WorkbookValues.text(cell, frame.texts.text("workbook.table.open", table.name()));
    link(cell, table.name());
    closed(line, WorkbookPlan.STATUS);
  }

  static void link(XSSFCell cell, String sheet) {
    XSSFHyperlink link =
        cell.getSheet().getWorkbook().getCreationHelper().createHyperlink(HyperlinkType.DOCUMENT);
    link.setAddress(WorkbookCells.quoted(sheet) + "A1");
    cell.setHyperlink(link);
  }

  private void closed(Line line, int firstColumn) {
    for (int column = firstColumn; column <= WorkbookPlan.SOURCE; column++) {
      frame.cell(line.row(), column, Look.CLOSED);
    }
  }
}

package org.infostate.workbook;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.infostate.problem.Place;
import org.infostate.problem.ProblemException;
import org.infostate.problem.ProblemKind;
import org.infostate.questionnaire.Question;
import org.infostate.response.AnswerKey;
import org.infostate.response.AnswerStatus;
import org.infostate.response.Given;
import org.infostate.spreadsheet.WorkbookCell;
import org.infostate.spreadsheet.WorkbookSheet;
import org.infostate.workbook.WorkbookPlan.Kind;
import org.infostate.workbook.WorkbookPlan.Line;

/** Reads the sheets of questions of an uploaded workbook: first where each row is, then what. */
final class WorkbookQuestionReader {

  /** Where a line of the plan was found. */
  private record Row(WorkbookSheet sheet, WorkbookKeys keys, int index, Line line) {

    int column(String key) {
      return keys.columns().get(key);
    }

    WorkbookCell cell(String key) {
      return sheet.cell(index, column(key));
    }

    Place place(String key) {
      return sheet.place(index, column(key));
    }

    AnswerKey key() {
      return AnswerKey.of(line.item().name());
    }

    /** Whether the sheet has the column in which carried answers are confirmed. */
    boolean confirms() {
      return keys.columns().containsKey(CONFIRM);
    }
  }

  private static final String LABEL = "label";
  private static final String ANSWER = "answer";
  private static final String STATUS = "status";
  private static final String COMMENT = "comment";
  private static final String SOURCE = "source";
  private static final String CONFIRM = WorkbookConfirmations.KEY;

  private final WorkbookPlan plan;
  private final boolean from1904;
  private final WorkbookWitnesses witnesses;
  private final WorkbookFindings findings;
  private final Map<String, WorkbookPlan.Sheet> sheets;
  private final Map<String, Line> lines;
  private final Map<String, Row> rows = new LinkedHashMap<>();

  /** The sheets that were read, by the plan of each. */
  private final Map<WorkbookPlan.Sheet, WorkbookSheet> read = new LinkedHashMap<>();

  WorkbookQuestionReader(
      WorkbookPlan plan, boolean from1904, WorkbookWitnesses witnesses, WorkbookFindings findings) {
    this.plan = plan;
    this.from1904 = from1904;
    this.witnesses = witnesses;
    this.findings = findings;
    this.sheets = plan.byName();
    this.lines = plan.linesById();
  }

  /** Finds the rows of a sheet. */
  void read(WorkbookSheet sheet, WorkbookKeys keys, WorkbookPlan.Sheet known) {
    for (String key : List.of(ANSWER, STATUS, COMMENT, SOURCE)) {
      if (!keys.columns().containsKey(key)) {
        findings.problem(
            ProblemKind.WORKBOOK_COLUMN_MISSING, sheet.place(keys.row(), keys.idColumn()), key);
        return;
      }
    }
    read.put(known, sheet);
    for (int index : sheet.rows().keySet()) {
      String id = sheet.cell(index, keys.idColumn()).text().strip();
      if (index == keys.row() || id.startsWith(WorkbookPlan.UNREAD)) {
        continue;
      }
      if (id.isEmpty()) {
        withoutIdentity(sheet, keys, index);
      } else {
        row(sheet, keys, index, id);
      }
    }
  }

  private void withoutIdentity(WorkbookSheet sheet, WorkbookKeys keys, int index) {
    int column = keys.columns().get(ANSWER);
    WorkbookCell cell = sheet.cell(index, column);
    if (!cell.blank()) {
      findings.problem(
          ProblemKind.WORKBOOK_ROW_WITHOUT_ID,
          sheet.place(index, column),
          WorkbookCellReading.shortened(cell.text()));
    }
  }

  private void row(WorkbookSheet sheet, WorkbookKeys keys, int index, String id) {
    Line line = lines.get(id);
    Place place = sheet.place(index, keys.idColumn());
    if (line == null) {
      findings.problem(
          ProblemKind.WORKBOOK_ROW_ID_UNKNOWN, place, WorkbookCellReading.shortened(id));
      return;
    }
    Row row = new Row(sheet, keys, index, line);
    if (rows.putIfAbsent(id, row) != null) {
      findings.refuse(row.key(), ProblemKind.WORKBOOK_ROW_ID_TWICE.at(place, id));
    }
  }

  /** Reads what stands in the rows that were found. */
  void finish() {
    Map<String, List<Row>> marks = new HashMap<>();
    for (Row row : rows.values()) {
      if (row.line().kind() == Kind.MARK) {
        marks.computeIfAbsent(row.line().item().name(), question -> new ArrayList<>()).add(row);
      }
    }
    for (Row row : rows.values()) {
      Kind kind = row.line().kind();
      if (kind == Kind.MARK) {
        continue;
      }
      try {
        if (kind == Kind.SEVERAL) {
          several(row, marks.getOrDefault(row.line().item().name(), List.of()));
        } else {
          single(row);
        }
      } catch (ProblemException e) {
        findings.refuse(row.key(), e.first());
      }
    }
    marks.forEach(this::refuseWithoutHead);
    read.forEach((known, sheet) -> remarkGone(known, sheet, marks.keySet()));
  }

  /** A question whose row is gone as a whole keeps the answer that is stored. */
  private void remarkGone(WorkbookPlan.Sheet known, WorkbookSheet sheet, Set<String> marked) {
    for (Line line : known.lines()) {
      boolean answered = line.kind() != Kind.MARK && !line.id().startsWith(WorkbookPlan.UNREAD);
      if (answered && !rows.containsKey(line.id()) && !marked.contains(line.id())) {
        findings.remark(
            ProblemKind.WORKBOOK_QUESTION_GONE, Place.cell(sheet.name(), null), own(line));
      }
    }
  }

  private void refuseWithoutHead(String question, List<Row> marks) {
    if (!rows.containsKey(question)) {
      Row first = marks.get(0);
      findings.refuse(
          first.key(),
          ProblemKind.WORKBOOK_MARK_MISSING.at(first.place(ANSWER), own(lines.get(question))));
    }
  }

  private void single(Row row) {
    refuseDoubtful(row);
    boolean file = row.line().kind() == Kind.FILE;
    String value =
        file
            ? null
            : reading(row).value(row.line().question(), row.cell(ANSWER), row.place(ANSWER));
    found(row, value);
  }

  private void several(Row head, List<Row> marks) {
    Question question = head.line().question();
    WorkbookPlan.Sheet known = sheets.get(question.name());
    List<String> codes = new ArrayList<>();
    known
        .form()
        .choices(question)
        .forEach(
            choice -> {
              Row row =
                  marks.stream()
                      .filter(mark -> mark.line().choice().name().equals(choice.name()))
                      .findFirst()
                      .orElseThrow(
                          () ->
                              ProblemKind.WORKBOOK_MARK_MISSING
                                  .at(head.place(ANSWER), choice.name())
                                  .exception());
              refuseDoubtful(row);
              if (reading(row).marked(row.cell(ANSWER), row.place(ANSWER))) {
                codes.add(choice.name());
              }
            });
    refuseMerged(head);
    refuseForeignLabel(head);
    found(head, codes.isEmpty() ? null : String.join(" ", codes));
  }

  private WorkbookCellReading reading(Row row) {
    return new WorkbookCellReading(
        sheets.get(row.line().item().name()).form(), plan.language(), from1904);
  }

  private void found(Row row, String value) {
    WorkbookCellReading reading = reading(row);
    AnswerStatus status = reading.status(row.cell(STATUS), row.place(STATUS));
    if (status != null && !status.hasValue() && value != null) {
      throw ProblemKind.WORKBOOK_VALUE_AND_STATUS
          .at(row.place(STATUS), row.cell(STATUS).text())
          .exception();
    }
    Given given =
        new Given(
            value,
            status,
            reading.remark(row.cell(COMMENT), row.place(COMMENT)),
            reading.remark(row.cell(SOURCE), row.place(SOURCE)),
            null);
    Place place = row.place(ANSWER);
    findings.found(
        new WorkbookReading.Found(
            row.key(),
            given,
            row.confirms() && reading.marked(row.cell(CONFIRM), row.place(CONFIRM)),
            false,
            Place.question(row.key().question()).inCell(place.sheet(), place.cell())));
  }

  private void refuseDoubtful(Row row) {
    refuseMerged(row);
    Line line = row.line();
    witnesses
        .against(
            line.item().name(), line.place(), row.sheet().name(), row.index(), row.column(ANSWER))
        .ifPresent(
            other -> {
              throw disagreement(row, other);
            });
    refuseForeignLabel(row);
  }

  private void refuseMerged(Row row) {
    for (String key : List.of(ANSWER, STATUS, COMMENT, SOURCE)) {
      boolean used = key.equals(ANSWER) || row.line().kind() != Kind.MARK;
      if (used && row.sheet().merged(row.index(), row.column(key))) {
        throw ProblemKind.WORKBOOK_MERGED_CELL.at(row.place(key)).exception();
      }
    }
  }

  private static ProblemException disagreement(Row row, String other) {
    return ProblemKind.WORKBOOK_WITNESSES_DISAGREE
        .at(row.place(ANSWER), row.line().id(), other)
        .exception();
  }

  /** Labels may be translated or cut, but not be those of another row. */
  private void refuseForeignLabel(Row row) {
    Integer column = row.keys().columns().get(LABEL);
    if (column == null) {
      return;
    }
    String shown = shownLabel(row.sheet().cell(row.index(), column).text());
    if (!shown.isEmpty() && !shown.equals(own(row.line()))) {
      other(row.line(), shown)
          .ifPresent(
              other -> {
                throw disagreement(row, other.id());
              });
    }
  }

  private static String shownLabel(String text) {
    String first = ChoiceLabels.spaced(text.split("\\R", 2)[0]);
    return first.endsWith(WorkbookStyles.REQUIRED)
        ? first.substring(0, first.length() - WorkbookStyles.REQUIRED.length())
        : first;
  }

  /** The line beside this one, on its sheet or among its choices, that has the label. */
  private Optional<Line> other(Line line, String label) {
    boolean mark = line.kind() == Kind.MARK;
    return sheets.get(line.item().name()).lines().stream()
        .filter(other -> (other.kind() == Kind.MARK) == mark)
        .filter(other -> !mark || other.item().name().equals(line.item().name()))
        .filter(other -> own(other).equals(label))
        .findFirst();
  }

  private String own(Line line) {
    WorkbookPlan.Sheet sheet = sheets.get(line.item().name());
    return line.kind() == Kind.MARK
        ? ChoiceLabels.of(sheet.form(), line.question().list(), plan.language())
            .get(line.choice().name())
        : ChoiceLabels.spaced(sheet.form().label(line.item().name(), plan.language()));
  }
}

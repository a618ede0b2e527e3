package org.infostate.workbook;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.infostate.problem.Place;
import org.infostate.problem.ProblemException;
import org.infostate.problem.ProblemKind;
import org.infostate.questionnaire.Question;
import org.infostate.questionnaire.QuestionType;
import org.infostate.response.AnswerKey;
import org.infostate.response.AnswerStatus;
import org.infostate.response.Given;
import org.infostate.spreadsheet.WorkbookCell;
import org.infostate.spreadsheet.WorkbookSheet;
import org.infostate.text.Language;
import org.infostate.text.Texts;
import org.infostate.workbook.WorkbookPlan.Column;

/**
 * Reads the sheet of a table. Rows may be sorted and rows may be added, below the table too: a row
 * that has no number yet and is not empty is a new one.
 */
final class WorkbookTableReader {

  private final Language language;
  private final boolean from1904;
  private final WorkbookWitnesses witnesses;
  private final WorkbookFindings findings;

  /** The answers that were in the workbook when it was made. */
  private final Set<AnswerKey> issued;

  private WorkbookSheet sheet;
  private WorkbookKeys keys;
  private WorkbookPlan.Sheet known;
  private WorkbookCellReading reading;

  /** The columns of each question, where the sheet has them all. */
  private final Map<Question, List<Column>> questions = new LinkedHashMap<>();

  WorkbookTableReader(
      WorkbookIdentity identity,
      boolean from1904,
      WorkbookWitnesses witnesses,
      WorkbookFindings findings) {
    this.language = identity.language();
    this.issued = identity.revisions().keySet();
    this.from1904 = from1904;
    this.witnesses = witnesses;
    this.findings = findings;
  }

  void read(WorkbookSheet aSheet, WorkbookKeys itsKeys, WorkbookPlan.Sheet plan) {
    sheet = aSheet;
    keys = itsKeys;
    known = plan;
    reading = new WorkbookCellReading(known.form(), language, from1904);
    columns();
    Pattern identity =
        Pattern.compile(Pattern.quote(known.roster().name()) + "\\.(\\+?)(\\d{1,6})");
    Map<Integer, Integer> stored = new HashMap<>();
    int firstRow = Integer.MAX_VALUE;
    for (int row : sheet.rows().keySet()) {
      String id = id(row);
      if (row == keys.row() || id.startsWith(WorkbookPlan.UNREAD)) {
        continue;
      }
      Matcher matcher = identity.matcher(id);
      if (matcher.matches()) {
        firstRow = Math.min(firstRow, row);
        if (matcher.group(1).isEmpty()) {
          stored(row, Integer.parseInt(matcher.group(2)), stored);
        } else {
          added(row);
        }
      } else if (id.isEmpty()) {
        withoutIdentity(row, firstRow);
      } else {
        findings.problem(
            ProblemKind.WORKBOOK_ROW_ID_UNKNOWN,
            sheet.place(row, keys.idColumn()),
            WorkbookCellReading.shortened(id));
      }
    }
    remarkGone(stored.keySet());
  }

  /** A row that is gone from the sheet stays as it is stored. */
  private void remarkGone(Set<Integer> there) {
    Set<Integer> gone = new TreeSet<>();
    known
        .roster()
        .questions()
        .forEach(
            question ->
                issued.stream()
                    .filter(key -> key.question().equals(question.name()))
                    .map(AnswerKey::row)
                    .forEach(gone::add));
    gone.retainAll(known.rows());
    gone.removeAll(there);
    gone.forEach(
        row ->
            findings.remark(
                ProblemKind.WORKBOOK_TABLE_ROW_GONE, Place.cell(sheet.name(), null), row));
  }

  private String id(int row) {
    return sheet.cell(row, keys.idColumn()).text().strip();
  }

  private int at(Column column) {
    return keys.columns().get(column.id());
  }

  /** Finds the columns of each question; one that is in doubt is left out as a whole. */
  private void columns() {
    Map<Question, List<Column>> all = new LinkedHashMap<>();
    known.columns().stream()
        .filter(column -> column.id() != null)
        .forEach(
            column ->
                all.computeIfAbsent(column.question(), question -> new ArrayList<>()).add(column));
    all.forEach(
        (question, columns) -> {
          if (columns.stream().allMatch(this::certain)) {
            questions.put(question, columns);
          }
        });
  }

  private boolean certain(Column column) {
    Integer at = keys.columns().get(column.id());
    if (at == null) {
      findings.problem(
          ProblemKind.WORKBOOK_COLUMN_MISSING,
          sheet.place(keys.row(), keys.idColumn()),
          column.id());
      return false;
    }
    Optional<String> other =
        witnesses.againstColumn(column.question().name(), column.place(), sheet.name(), at);
    other.ifPresent(
        name ->
            findings.problem(
                ProblemKind.WORKBOOK_WITNESSES_DISAGREE,
                sheet.place(keys.row(), at),
                column.id(),
                name));
    return other.isEmpty();
  }

  private void stored(int row, int number, Map<Integer, Integer> stored) {
    if (stored.putIfAbsent(number, row) == null) {
      boolean confirmed = confirmed(row, number);
      questions.forEach((question, columns) -> answer(row, number, question, columns, confirmed));
      if (confirmed) {
        confirmFiles(row, number);
      }
      return;
    }
    findings.problem(
        ProblemKind.WORKBOOK_TABLE_ROW_TWICE, sheet.place(row, keys.idColumn()), number);
    questions.keySet().forEach(question -> findings.drop(new AnswerKey(question.name(), number)));
  }

  /** Whether the row is marked as still correct. */
  private boolean confirmed(int row, int number) {
    Integer column = keys.columns().get(WorkbookConfirmations.KEY);
    if (column == null) {
      return false;
    }
    try {
      return reading.marked(sheet.cell(row, column), sheet.place(row, column));
    } catch (ProblemException e) {
      findings.problem(e.first().kind(), e.first().place(), e.first().arguments().toArray());
      questions.keySet().forEach(question -> findings.drop(new AnswerKey(question.name(), number)));
      return false;
    }
  }

  /** Files stay with the web pages, but that they still hold can be said here. */
  private void confirmFiles(int row, int number) {
    Given nothing = new Given(null, null, null, null, null);
    Place place = sheet.place(row, keys.columns().get(WorkbookConfirmations.KEY));
    known.roster().questions().stream()
        .filter(question -> question.type() == QuestionType.FILE)
        .map(question -> new AnswerKey(question.name(), number))
        .filter(issued::contains)
        .forEach(
            key ->
                findings.found(
                    new WorkbookReading.Found(
                        key,
                        nothing,
                        true,
                        true,
                        Place.row(key.question(), number).inCell(place.sheet(), place.cell()))));
  }

  private void withoutIdentity(int row, int firstRow) {
    if (row > firstRow) {
      added(row);
    } else if (filled(row)) {
      findings.problem(ProblemKind.WORKBOOK_ROW_WITHOUT_ID, sheet.place(row, keys.idColumn()), "");
    }
  }

  private boolean filled(int row) {
    return questions.values().stream()
        .flatMap(List::stream)
        .anyMatch(column -> !sheet.cell(row, at(column)).blank());
  }

  private void added(int row) {
    if (!filled(row)) {
      return;
    }
    String roster = known.roster().name();
    int number = findings.nextRow(roster);
    findings.newRow(roster, number);
    questions.forEach(
        (question, columns) -> {
          if (columns.stream().anyMatch(column -> !sheet.cell(row, at(column)).blank())) {
            answer(row, number, question, columns, false);
          }
        });
  }

  private void answer(
      int row, int number, Question question, List<Column> columns, boolean confirmed) {
    AnswerKey key = new AnswerKey(question.name(), number);
    try {
      Given given = given(row, question, columns);
      Place place = sheet.place(row, at(columns.get(0)));
      findings.found(
          new WorkbookReading.Found(
              key,
              given,
              confirmed,
              true,
              new Place(
                  question.name(),
                  number > 0 ? number : null,
                  place.sheet(),
                  place.cell(),
                  null,
                  null)));
    } catch (ProblemException e) {
      findings.refuse(key, e.first());
    }
  }

  private Given given(int row, Question question, List<Column> columns) {
    AnswerStatus status = null;
    List<String> codes = new ArrayList<>();
    String value = null;
    for (Column column : columns) {
      WorkbookCell cell = sheet.cell(row, at(column));
      Place place = sheet.place(row, at(column));
      if (sheet.merged(row, at(column))) {
        throw ProblemKind.WORKBOOK_MERGED_CELL.at(place).exception();
      }
      Optional<AnswerStatus> bracketed = reading.statusInTable(cell);
      if (bracketed.isPresent()) {
        status = bracketed.get();
      } else if (column.choice() == null) {
        value = reading.value(question, cell, place);
      } else if (reading.marked(cell, place)) {
        codes.add(column.choice().name());
      }
    }
    if (!codes.isEmpty()) {
      value = String.join(" ", codes);
    }
    if (status != null && value != null) {
      throw ProblemKind.WORKBOOK_VALUE_AND_STATUS
          .at(
              sheet.place(row, at(columns.get(0))),
              WorkbookStatuses.word(status, Texts.in(language)))
          .exception();
    }
    return new Given(value, status, null, null, null);
  }
}

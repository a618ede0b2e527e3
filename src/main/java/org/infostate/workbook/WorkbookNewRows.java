package org.infostate.workbook;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiPredicate;
import org.infostate.problem.Place;
import org.infostate.problem.Problem;
import org.infostate.problem.ProblemKind;
import org.infostate.questionnaire.Question;
import org.infostate.questionnaire.Roster;
import org.infostate.response.AnswerKey;
import org.infostate.response.FilledForm;
import org.infostate.response.Given;
import org.infostate.response.Held;
import org.infostate.response.PostedAnswers;

/**
 * The rows that workbooks add to tables, numbered through all of them. A row that says in every
 * cell what a stored row or a row of another workbook says is not added again, so that a workbook
 * may be uploaded twice; one that only has the same name is added, with a remark.
 */
final class WorkbookNewRows {

  private final WorkbookChanges.Stored stored;
  private final List<Problem> remarks;
  private final Map<String, List<Integer>> numbers = new LinkedHashMap<>();

  /** Answers by question of the rows of the workbooks before, by table. */
  private final Map<String, List<Map<String, Given>>> before = new HashMap<>();

  WorkbookNewRows(WorkbookChanges.Stored stored, List<Problem> remarks) {
    this.stored = stored;
    this.remarks = remarks;
  }

  /** Numbers of the rows to be added, from -1, by table. */
  Map<String, List<Integer>> numbers() {
    return numbers;
  }

  /**
   * Numbers the new rows of one more workbook.
   *
   * @return the key under which each answer of a new row goes on; those of rows that are not added
   *     are left out
   */
  Map<AnswerKey, AnswerKey> add(WorkbookReading reading) {
    Map<AnswerKey, AnswerKey> keys = new HashMap<>();
    Map<String, List<Map<String, Given>>> mine = new HashMap<>();
    for (FilledForm form : stored.forms()) {
      for (Roster roster : form.form().rosters().values()) {
        for (int row : reading.newRows().getOrDefault(roster.name(), List.of())) {
          Map<String, WorkbookReading.Found> found = found(reading, roster, row);
          if (!thereAlready(form, roster, found)) {
            int number = next(roster);
            found.forEach(
                (question, each) -> keys.put(each.key(), new AnswerKey(question, number)));
          }
          Map<String, Given> given = new LinkedHashMap<>();
          found.forEach((question, each) -> given.put(question, each.given()));
          mine.computeIfAbsent(roster.name(), none -> new ArrayList<>()).add(given);
        }
      }
    }
    mine.forEach(
        (roster, rows) -> before.computeIfAbsent(roster, none -> new ArrayList<>()).addAll(rows));
    return keys;
  }

  private static Map<String, WorkbookReading.Found> found(
      WorkbookReading reading, Roster roster, int row) {
    Map<String, WorkbookReading.Found> found = new LinkedHashMap<>();
    for (Question question : roster.questions()) {
      WorkbookReading.Found each = reading.found().get(new AnswerKey(question.name(), row));
      if (each != null) {
        found.put(question.name(), each);
      }
    }
    return found;
  }

  private int next(Roster roster) {
    List<Integer> all = numbers.computeIfAbsent(roster.name(), none -> new ArrayList<>());
    all.add(-all.size() - 1);
    return all.get(all.size() - 1);
  }

  private boolean thereAlready(
      FilledForm form, Roster roster, Map<String, WorkbookReading.Found> found) {
    if (found.isEmpty()) {
      return false;
    }
    Place place = found.values().iterator().next().place();
    Optional<Integer> same =
        row(form, roster, (question, row) -> same(form, question, row, found.get(question.name())));
    if (same.isPresent()) {
      remarks.add(ProblemKind.WORKBOOK_ROW_THERE_ALREADY.at(place, same.get()));
      return true;
    }
    Map<String, Given> given = new LinkedHashMap<>();
    found.forEach((question, each) -> given.put(question, each.given()));
    if (before.getOrDefault(roster.name(), List.of()).contains(given)) {
      remarks.add(ProblemKind.WORKBOOK_ROW_IN_TWO_FILES.at(place));
      return true;
    }
    Question name = roster.questions().get(0);
    if (found.containsKey(name.name())) {
      form.rows(roster).stream()
          .filter(row -> same(form, name, row, found.get(name.name())))
          .findFirst()
          .ifPresent(row -> remarks.add(ProblemKind.WORKBOOK_ROW_LIKE_ANOTHER.at(place, row)));
    }
    return false;
  }

  /** The first row of which this holds for every question that a workbook can answer. */
  private static Optional<Integer> row(
      FilledForm form, Roster roster, BiPredicate<Question, Integer> holds) {
    return form.rows(roster).stream()
        .filter(
            row ->
                roster.questions().stream()
                    .filter(question -> question.type().answered())
                    .allMatch(question -> holds.test(question, row)))
        .findFirst();
  }

  private static boolean same(
      FilledForm form, Question question, int row, WorkbookReading.Found found) {
    Held held = form.held(question.name(), row).orElse(null);
    if (found == null) {
      return held == null || !held.status().given();
    }
    return PostedAnswers.unchanged(WorkbookChanges.given(found, question, held), held);
  }
}

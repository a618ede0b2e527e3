package org.infostate.workbook;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.infostate.problem.Place;
import org.infostate.problem.Problem;
import org.infostate.problem.ProblemKind;
import org.infostate.response.AnswerKey;

/** Gathers what is found in a workbook while it is read. */
final class WorkbookFindings {

  /** Beyond these, more problems help nobody. */
  private static final int MOST_PROBLEMS = 500;

  private final Map<AnswerKey, WorkbookReading.Found> found = new LinkedHashMap<>();
  private final Map<String, List<Integer>> newRows = new HashMap<>();
  private final Set<AnswerKey> refused = new HashSet<>();
  private final List<Problem> remarks = new ArrayList<>();
  private final List<Problem> problems = new ArrayList<>();

  void problem(ProblemKind kind, Place place, Object... arguments) {
    if (problems.size() < MOST_PROBLEMS) {
      problems.add(kind.at(place, arguments));
    }
  }

  /** Tells what a person should know of, though nothing is wrong. */
  void remark(ProblemKind kind, Place place, Object... arguments) {
    if (remarks.size() < MOST_PROBLEMS) {
      remarks.add(kind.at(place, arguments));
    }
  }

  /** Reports a problem with an answer, which is left out. */
  void refuse(AnswerKey key, Problem problem) {
    refused.add(key);
    Place place =
        new Place(
            key.question(),
            key.row() > 0 ? key.row() : null,
            problem.place().sheet(),
            problem.place().cell(),
            null,
            null);
    if (problems.size() < MOST_PROBLEMS) {
      problems.add(problem.at(place));
    }
  }

  /** Leaves an answer out, for a problem that is reported for several together. */
  void drop(AnswerKey key) {
    refused.add(key);
  }

  void found(WorkbookReading.Found answer) {
    found.put(answer.key(), answer);
  }

  /** The number of the next new row of a table. */
  int nextRow(String roster) {
    return -newRows.getOrDefault(roster, List.of()).size() - 1;
  }

  void newRow(String roster, int number) {
    newRows.computeIfAbsent(roster, name -> new ArrayList<>()).add(number);
  }

  WorkbookReading reading(WorkbookIdentity identity) {
    found.keySet().removeAll(refused);
    return new WorkbookReading(
        identity,
        Collections.unmodifiableMap(found),
        Map.copyOf(newRows),
        List.copyOf(remarks),
        List.copyOf(problems));
  }
}

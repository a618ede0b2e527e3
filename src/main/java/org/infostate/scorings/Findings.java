package org.infostate.scorings;

import java.util.ArrayList;
import java.util.List;
import org.infostate.problem.Place;
import org.infostate.problem.Problem;
import org.infostate.problem.ProblemException;
import org.infostate.problem.ProblemKind;

/** What is wrong in a request, gathered so that it can all be told at once. */
final class Findings {

  private final List<Problem> problems = new ArrayList<>();
  private int more;

  /** A problem with a part as a whole. */
  void add(String part, ProblemKind kind, Object... arguments) {
    add(kind.at(Place.question(part), arguments));
  }

  /**
   * A problem in a part.
   *
   * @param line from 1
   * @param column from 1: of characters in YAML, of values in CSV
   */
  void add(String part, int line, int column, ProblemKind kind, Object... arguments) {
    add(kind.at(new Place(part, null, null, null, line, column), arguments));
  }

  void add(Problem problem) {
    if (problems.size() < Limits.MOST_PROBLEMS) {
      problems.add(problem);
    } else {
      more++;
    }
  }

  boolean none() {
    return problems.isEmpty();
  }

  /**
   * @throws ProblemException with all of them, if there are any
   */
  void refuse() {
    if (more > 0) {
      problems.add(ProblemKind.SCORING_MORE_PROBLEMS.problem(more));
      more = 0;
    }
    if (!problems.isEmpty()) {
      throw new ProblemException(problems);
    }
  }
}

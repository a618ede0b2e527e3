package org.infostate.xlsform;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.infostate.problem.Place;
import org.infostate.problem.Problem;
import org.infostate.problem.ProblemKind;

/**
 * What was found while a workbook was read; the same is said but once, and no more than people
 * read.
 */
final class Findings {

  private static final int MOST = 1_000;

  private final Set<Problem> problems = new LinkedHashSet<>();
  private final Set<Problem> warnings = new LinkedHashSet<>();

  void refuse(ProblemKind kind, Place place, Object... arguments) {
    add(problems, kind.at(place, arguments));
  }

  void refuse(Problem problem) {
    add(problems, problem);
  }

  void warn(ProblemKind kind, Place place, Object... arguments) {
    add(warnings, kind.at(place, arguments));
  }

  private static void add(Set<Problem> found, Problem problem) {
    if (found.size() < MOST) {
      found.add(problem);
    }
  }

  List<Problem> problems() {
    return new ArrayList<>(problems);
  }

  List<Problem> warnings() {
    return new ArrayList<>(warnings);
  }
}

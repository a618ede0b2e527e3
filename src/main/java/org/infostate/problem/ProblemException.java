package org.infostate.problem;

import java.util.List;
import java.util.stream.Collectors;

/**
 * Stops what was asked, because of one problem or several. Rolls the transaction back. The edge
 * turns it into an RFC 9457 reply or an error page with the status of the first problem.
 */
public class ProblemException extends RuntimeException {

  private static final long serialVersionUID = 1;

  private final transient List<Problem> problems;

  public ProblemException(Problem problem) {
    this(List.of(problem));
  }

  /**
   * @param problems at least one
   */
  public ProblemException(List<Problem> problems) {
    super(
        problems.stream()
            .map(p -> p.kind() + " " + p.arguments() + " " + p.place())
            .collect(Collectors.joining("; ")));
    if (problems.isEmpty()) {
      throw new IllegalArgumentException("a ProblemException without a problem");
    }
    this.problems = List.copyOf(problems);
  }

  public List<Problem> problems() {
    return problems;
  }

  public Problem first() {
    return problems.get(0);
  }
}

package org.infostate.problem;

import java.util.List;

/**
 * One thing that is wrong.
 *
 * @param arguments what the text of the kind names, in the order of its placeholders
 * @param place where; never null
 */
public record Problem(ProblemKind kind, List<Object> arguments, Place place) {

  public Problem {
    arguments = List.copyOf(arguments);
  }

  /** The same problem at another place. */
  public Problem at(Place other) {
    return new Problem(kind, arguments, other);
  }

  /** To be thrown. */
  public ProblemException exception() {
    return new ProblemException(this);
  }
}

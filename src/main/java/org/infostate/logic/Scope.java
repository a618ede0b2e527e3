package org.infostate.logic;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What an expression may name, seen from the question or section that it belongs to. */
public interface Scope {

  /**
   * What a name stands for.
   *
   * @return null where there is no such question, roster or section
   */
  Kind kind(String question);

  /** All names, for suggestions. */
  default Collection<String> names() {
    return List.of();
  }

  /** Codes of the choices of a select question; empty where they are not known. */
  default Set<String> choices(String question) {
    return Set.of();
  }

  /** The roster that a question stands in. */
  default Optional<String> roster(String question) {
    return Optional.empty();
  }

  /** The question, roster or section that the expression belongs to. */
  default Optional<String> self() {
    return Optional.empty();
  }

  /** The columns that the choices of the question itself have, in a choice filter. */
  default Set<String> columns() {
    return Set.of();
  }

  /**
   * What must all be true for a question, roster or section to be asked: its own relevance, that of
   * its roster and that of its section, as far as it has them.
   */
  default List<Expression> conditions(String question) {
    return List.of();
  }

  /** What an answer to a question must fulfil. */
  default Optional<Expression> constraint(String question) {
    return Optional.empty();
  }

  /** The calculation of a calculate question, from which its type is told. */
  default Optional<Expression> calculation(String question) {
    return Optional.empty();
  }
}

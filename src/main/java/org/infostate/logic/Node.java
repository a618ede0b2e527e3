package org.infostate.logic;

import java.math.BigDecimal;
import java.util.List;

/**
 * A part of an expression. The position is where it starts in the source, from 0; of an operation,
 * where its operator stands.
 */
public sealed interface Node {

  int position();

  /** The parts of this part, from left to right. */
  default List<Node> parts() {
    return List.of();
  }

  /**
   * This part as a source that gives the same tree again: canonical, so that it serves as a key.
   */
  default String written() {
    return Written.of(this);
  }

  /** Whether this part, without its parts, reads the value of the question itself. */
  static boolean readsSelf(Node node) {
    return node instanceof Self
        || node instanceof Call call && call.function.defaultsToSelf() && call.arguments.isEmpty()
        || node instanceof Call once && once.function == Builtin.ONCE;
  }

  /** A text between quotation marks. */
  record TextLiteral(int position, String text) implements Node {}

  record NumberLiteral(int position, BigDecimal number) implements Node {}

  /** A question or roster: <code>${name}</code>. */
  record Reference(int position, String question) implements Node {}

  /** The question that the expression belongs to: {@code .} */
  record Self(int position) implements Node {}

  /** A bare name: in a choice filter, a column of the choice. */
  record Column(int position, String name) implements Node {}

  record Operation(int position, Operator operator, Node left, Node right) implements Node {
    @Override
    public List<Node> parts() {
      return List.of(left, right);
    }
  }

  /** A minus sign before its operand. */
  record Negation(int position, Node operand) implements Node {
    @Override
    public List<Node> parts() {
      return List.of(operand);
    }
  }

  record Call(int position, Builtin function, List<Node> arguments) implements Node {
    public Call {
      arguments = List.copyOf(arguments);
    }

    @Override
    public List<Node> parts() {
      return arguments;
    }
  }
}

package org.infostate.logic;

import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * An expression of the XLSForm language, such as <code>${has_law} = 'yes' and selected(${offences},
 * 'illegal_access')</code>. Immutable; two are equal when their sources are.
 */
public final class Expression {

  /** Characters that a source may have. */
  public static final int LONGEST = 10_000;

  private final String source;
  private final Node tree;
  private final Set<String> references = new LinkedHashSet<>();
  private final Set<String> columns = new LinkedHashSet<>();
  private boolean usesSelf;

  private Expression(String source, Node tree) {
    this.source = source;
    this.tree = tree;
    Deque<Node> open = new ArrayDeque<>(List.of(tree));
    while (!open.isEmpty()) {
      Node node = open.pop();
      if (node instanceof Node.Reference reference) {
        references.add(reference.question());
      } else if (node instanceof Node.Column column) {
        columns.add(column.name());
      }
      usesSelf |= Node.readsSelf(node);
      List<Node> parts = node.parts();
      for (int i = parts.size() - 1; i >= 0; i--) {
        open.push(parts.get(i));
      }
    }
  }

  /**
   * Reads a source.
   *
   * @throws ExpressionException with the first thing that is wrong: where, what, and what to write
   *     instead
   */
  public static Expression parse(String source) {
    return new Expression(source, Parser.parse(source));
  }

  /** As it was written. */
  public String source() {
    return source;
  }

  public Node tree() {
    return tree;
  }

  /**
   * Questions and rosters that are named, in their order; the question itself, {@code .}, is not.
   */
  public Set<String> references() {
    return Collections.unmodifiableSet(references);
  }

  /** Bare names: in a choice filter, the columns of the choices. */
  public Set<String> columns() {
    return Collections.unmodifiableSet(columns);
  }

  /** Whether the value of the question itself is read. */
  public boolean usesSelf() {
    return usesSelf;
  }

  /** What it comes to with these answers. Never throws, never runs long. */
  public Value evaluate(Answers answers) {
    return Evaluator.evaluate(tree, answers);
  }

  /** What is wrong or doubtful about it in a form, whatever it is used for. */
  public List<Finding> check(Scope scope) {
    return check(scope, Use.ANY);
  }

  /**
   * What is wrong or doubtful about it in a form, where it is used so. In the order of the source.
   */
  public List<Finding> check(Scope scope, Use use) {
    return Types.check(this, scope, use);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Expression expression && expression.source.equals(source);
  }

  @Override
  public int hashCode() {
    return source.hashCode();
  }

  @Override
  public String toString() {
    return source;
  }
}

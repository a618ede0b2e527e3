package org.infostate.logic;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Tells what sort of value the parts of an expression give in a form. */
final class Sorts {

  private static final int DEEPEST_CALCULATIONS = 20;

  private final Scope scope;
  private final Optional<String> self;
  private final Map<String, Sort> computed = new HashMap<>();
  private int computedDepth;

  /**
   * @param self the question that {@code .} stands for
   */
  Sorts(Scope scope, Optional<String> self) {
    this.scope = scope;
    this.self = self;
  }

  /** The question that a part stands for: by its name, or because the expression belongs to it. */
  Optional<String> named(Node node) {
    if (node instanceof Node.Reference reference) {
      return Optional.of(reference.question());
    }
    return node instanceof Node.Self ? self : Optional.empty();
  }

  /** {@code ANY} where it cannot be told. */
  Sort of(Node node) {
    if (node instanceof Node.TextLiteral) {
      return Sort.TEXT;
    }
    if (node instanceof Node.NumberLiteral || node instanceof Node.Negation) {
      return Sort.NUMBER;
    }
    if (node instanceof Node.Operation operation) {
      return operation.operator().calculates() ? Sort.NUMBER : Sort.TRUTH;
    }
    if (node instanceof Node.Call call) {
      return ofCall(call);
    }
    return named(node).map(this::ofQuestion).orElse(Sort.ANY);
  }

  private Sort ofCall(Node.Call call) {
    List<Node> arguments = call.arguments();
    return switch (call.function()) {
      case IF -> common(arguments.subList(1, 3));
      case COALESCE, ONCE -> common(arguments);
      case MIN, MAX -> common(arguments) == Sort.DATE ? Sort.DATE : Sort.NUMBER;
      case INDEXED_REPEAT -> of(arguments.get(0));
      default -> call.function().result();
    };
  }

  /** What all of them give; a text such as {@code ''} beside another sort claims nothing. */
  private Sort common(List<Node> nodes) {
    Set<Sort> sorts = nodes.stream().map(this::of).collect(Collectors.toSet());
    return sorts.size() == 1 ? sorts.iterator().next() : Sort.ANY;
  }

  private Sort ofQuestion(String name) {
    Kind kind = scope.kind(name);
    if (kind != Kind.CALCULATE) {
      return kind == null ? Sort.ANY : kind.sort();
    }
    if (!computed.containsKey(name)) {
      // Also for a calculation that leads back to itself, or stands at the end of a long chain.
      computed.put(name, Sort.ANY);
      if (computedDepth < DEEPEST_CALCULATIONS) {
        computedDepth++;
        scope.calculation(name).ifPresent(e -> computed.put(name, of(e.tree())));
        computedDepth--;
      }
    }
    return computed.get(name);
  }
}

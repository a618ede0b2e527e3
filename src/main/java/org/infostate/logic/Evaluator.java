package org.infostate.logic;

import java.util.ArrayList;
import java.util.List;

/** From a tree and answers to a value. */
final class Evaluator {

  private final Answers answers;

  private Evaluator(Answers answers) {
    this.answers = answers;
  }

  static Value evaluate(Node node, Answers answers) {
    return new Evaluator(answers).value(node);
  }

  private Value value(Node node) {
    if (node instanceof Node.Reference reference) {
      return answers.value(reference.question());
    }
    if (node instanceof Node.TextLiteral text) {
      return Value.of(text.text());
    }
    if (node instanceof Node.NumberLiteral number) {
      return Value.of(number.number());
    }
    if (node instanceof Node.Operation operation) {
      return operation(operation);
    }
    if (node instanceof Node.Call call) {
      return call(call);
    }
    if (node instanceof Node.Negation negation) {
      return value(negation.operand())
          .number()
          .map(number -> Value.of(number.negate()))
          .orElse(Value.UNKNOWN);
    }
    return node instanceof Node.Column column ? answers.column(column.name()) : answers.self();
  }

  private Value operation(Node.Operation operation) {
    Operator operator = operation.operator();
    if (operator.joins()) {
      return joined(operation);
    }
    Value left = value(operation.left());
    Value right = value(operation.right());
    if (operator.equates() && (isEmptyText(operation.left()) || isEmptyText(operation.right()))) {
      Value asked = isEmptyText(operation.right()) ? left : right;
      return Value.of(asked.isEmpty() == (operator == Operator.EQUAL));
    }
    if (left.isUnknown() || right.isUnknown()) {
      return Value.UNKNOWN;
    }
    return operator.calculates()
        ? Arithmetic.calculate(operator, left, right)
        : Comparison.compare(operator, left, right);
  }

  /** The idiom for "is not answered" compares with {@code ''}. */
  static boolean isEmptyText(Node node) {
    return node instanceof Node.TextLiteral text && text.text().isEmpty();
  }

  /** Kleene's and, or: one side may decide alone, also where the other is unknown. */
  private Value joined(Node.Operation operation) {
    boolean deciding = operation.operator() == Operator.OR;
    Value left = value(operation.left());
    if (decides(left, deciding)) {
      return Value.of(deciding);
    }
    Value right = value(operation.right());
    if (decides(right, deciding)) {
      return Value.of(deciding);
    }
    return left.isUnknown() || right.isUnknown() ? Value.UNKNOWN : Value.of(!deciding);
  }

  private static boolean decides(Value value, boolean deciding) {
    return deciding ? value.isTrue() : value.isFalse();
  }

  private Value call(Node.Call call) {
    if (call.function() == Builtin.INDEXED_REPEAT) {
      return indexed(call.arguments());
    }
    List<Value> arguments = new ArrayList<>();
    for (int i = 0; i < call.arguments().size(); i++) {
      Node argument = call.arguments().get(i);
      arguments.add(
          call.function().parameter(i) == Sort.ROWS && argument instanceof Node.Reference reference
              ? rows(reference.question(), call.function())
              : value(argument));
    }
    if (arguments.isEmpty() && call.function().defaultsToSelf()) {
      arguments.add(answers.self());
    }
    return Functions.apply(call.function(), arguments, answers);
  }

  /**
   * The value in each row in which the question is asked. A name without rows is a question outside
   * rosters, or a roster without rows: the functions that take nothing but rows see none.
   */
  private Value rows(String name, Builtin function) {
    List<Answers> rows = answers.rows(name);
    if (!rows.isEmpty()) {
      return new Value.Rows(
          rows.stream().filter(row -> row.asked(name)).map(row -> row.value(name)).toList());
    }
    Value single = answers.value(name);
    return single.isUnknown() && function.onlyRows() ? new Value.Rows(List.of()) : single;
  }

  private Value indexed(List<Node> arguments) {
    if (!(arguments.get(0) instanceof Node.Reference question)
        || !(arguments.get(1) instanceof Node.Reference roster)) {
      return Value.UNKNOWN;
    }
    List<Answers> rows = answers.rows(roster.question());
    return Functions.index(value(arguments.get(2)), 1, rows.size())
        .map(index -> rows.get(index).value(question.question()))
        .orElse(Value.UNKNOWN);
  }
}

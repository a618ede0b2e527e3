package org.infostate.logic;

import java.util.stream.Collectors;

/** Writes a tree as a source that gives the same tree again, with no more brackets than needed. */
final class Written {

  private static final int TIGHTEST = 9;

  private Written() {}

  static String of(Node node) {
    return of(node, 0);
  }

  private static String of(Node node, int binding) {
    if (node instanceof Node.Reference reference) {
      return "${" + reference.question() + "}";
    }
    if (node instanceof Node.TextLiteral text) {
      String quote = text.text().contains("'") ? "\"" : "'";
      return quote + text.text() + quote;
    }
    if (node instanceof Node.NumberLiteral number) {
      return number.number().toPlainString();
    }
    if (node instanceof Node.Column column) {
      return column.name();
    }
    if (node instanceof Node.Negation negation) {
      return "-" + of(negation.operand(), TIGHTEST);
    }
    if (node instanceof Node.Operation operation) {
      return of(operation, binding);
    }
    return node instanceof Node.Call call ? of(call) : ".";
  }

  private static String of(Node.Operation operation, int binding) {
    int own = operation.operator().binding();
    String text =
        of(operation.left(), own)
            + " "
            + operation.operator().symbol()
            + " "
            + of(operation.right(), own + 1);
    return own < binding ? "(" + text + ")" : text;
  }

  private static String of(Node.Call call) {
    String arguments =
        call.function() == Builtin.POSITION
            ? ".."
            : call.arguments().stream().map(Written::of).collect(Collectors.joining(", "));
    return call.function().symbol() + "(" + arguments + ")";
  }
}

package org.infostate.logic;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * Checks an expression against the form it stands in, before anybody answers. An error is what can
 * never mean anything; a warning is what may work and is probably not meant.
 */
final class Types {

  private final Scope scope;
  private final Use use;
  private final List<Finding> findings = new ArrayList<>();
  private final Sorts sorts;

  private Types(Scope scope, Use use) {
    this.scope = scope;
    this.use = use;
    this.sorts = new Sorts(scope, scope.self());
  }

  static List<Finding> check(Expression expression, Scope scope, Use use) {
    Types types = new Types(scope, use);
    Node tree = expression.tree();
    types.visit(tree);
    if (use.isCondition()) {
      types.condition(tree);
    }
    return types.findings.stream()
        .distinct()
        .sorted(Comparator.comparingInt(Finding::position))
        .toList();
  }

  private void visit(Node node) {
    if (node instanceof Node.Reference reference) {
      single(reference);
    } else if (node instanceof Node.Self self) {
      self(self.position());
    } else if (node instanceof Node.Column column) {
      column(column);
    } else if (node instanceof Node.Negation negation) {
      visit(negation.operand());
      want(Sort.NUMBER, negation.operand(), "-");
    } else if (node instanceof Node.Operation operation) {
      operation(operation);
    } else if (node instanceof Node.Call call) {
      call(call);
    }
  }

  // Names

  private boolean exists(Node.Reference reference) {
    String name = reference.question();
    if (scope.kind(name) != null) {
      return true;
    }
    findings.add(
        Finding.error(reference.position(), "expression.unknown-question", name)
            .suggesting(Nearest.to(name, scope.names()).map(near -> "${" + near + "}")));
    return false;
  }

  /** A name that stands for one value. */
  private void single(Node.Reference reference) {
    if (!exists(reference)) {
      return;
    }
    String name = reference.question();
    Kind kind = scope.kind(name);
    Optional<String> roster = scope.roster(name);
    if (kind == Kind.ROSTER) {
      findings.add(
          Finding.error(reference.position(), "expression.roster-as-value", name)
              .suggesting(Optional.of("count(${" + name + "})")));
    } else if (kind == Kind.SECTION || kind == Kind.NOTE) {
      findings.add(Finding.error(reference.position(), "expression.no-value", name));
    } else if (roster.isPresent() && !roster.equals(place())) {
      String function = kind.sort() == Sort.NUMBER ? "sum" : "count-non-empty";
      findings.add(
          Finding.error(reference.position(), "expression.row-from-outside", name, roster.get())
              .suggesting(Optional.of(function + "(${" + name + "})")));
    }
  }

  /** The roster that the expression stands in. */
  private Optional<String> place() {
    return scope.self().flatMap(scope::roster);
  }

  private void self(int position) {
    if (use != Use.CONSTRAINT && use != Use.ANY) {
      findings.add(Finding.error(position, "expression.self-outside-constraint"));
    }
  }

  private void column(Node.Column column) {
    String name = column.name();
    if (use == Use.CHOICE_FILTER) {
      if (!scope.columns().contains(name) && !name.equals("name")) {
        findings.add(
            Finding.error(column.position(), "expression.unknown-column", name)
                .suggesting(Nearest.to(name, scope.columns())));
      }
      return;
    }
    String lower = name.toLowerCase(Locale.ROOT);
    String instead = scope.kind(name) != null ? "${" + name + "}" : "'" + name + "'";
    boolean truth = lower.equals("true") || lower.equals("false");
    findings.add(
        Finding.error(column.position(), "expression.bare-name", name)
            .suggesting(Optional.of(truth ? lower + "()" : instead)));
  }

  // Operators

  private void operation(Node.Operation operation) {
    visit(operation.left());
    visit(operation.right());
    Operator operator = operation.operator();
    if (operator.joins()) {
      condition(operation.left());
      condition(operation.right());
    } else if (operator.calculates()) {
      want(Sort.NUMBER, operation.left(), operator.symbol());
      want(Sort.NUMBER, operation.right(), operator.symbol());
    } else if (!Evaluator.isEmptyText(operation.left())
        && !Evaluator.isEmptyText(operation.right())) {
      comparison(operation);
    } else if (!operator.equates()) {
      findings.add(
          Finding.error(operation.position(), "expression.order-of-empty", operator.symbol()));
    }
  }

  private void comparison(Node.Operation operation) {
    Node left = operation.left();
    Node right = operation.right();
    if (code(left, right) || code(right, left)) {
      multiple(operation, left, right);
      return;
    }
    Sort a = sorts.of(left);
    Sort b = sorts.of(right);
    boolean orders = operation.operator().orders();
    Node odd = orders ? unordered(left, right) : null;
    if (odd != null) {
      mismatch(operation.position(), odd, operation.operator().symbol(), Sort.NUMBER);
    } else if (!comparable(left, a, right, b)) {
      findings.add(
          Finding.error(
              operation.position(),
              "expression.incomparable",
              name(a),
              name(b),
              operation.operator().symbol()));
    } else if (a == Sort.TEXT ^ b == Sort.TEXT && (a == Sort.NUMBER || b == Sort.NUMBER)) {
      Node text = a == Sort.TEXT ? left : right;
      if (!(text instanceof Node.TextLiteral)) {
        findings.add(
            Finding.warning(text.position(), "expression.text-as-number")
                .suggesting(Optional.of("number(…)")));
      }
    }
  }

  /** Of two sides that are ordered, the one that has no order; null where there is none. */
  private Node unordered(Node left, Node right) {
    for (Node side : List.of(left, right)) {
      Sort sort = sorts.of(side);
      if (sort == Sort.TRUTH || sort == Sort.CHOICES && !numericCodes(side)) {
        return side;
      }
    }
    return null;
  }

  private boolean comparable(Node left, Sort a, Node right, Sort b) {
    if (a == b || a == Sort.ANY || b == Sort.ANY || a == Sort.ROWS || b == Sort.ROWS) {
      return true;
    }
    if (left instanceof Node.TextLiteral text) {
      return spells(text.text(), b);
    }
    if (right instanceof Node.TextLiteral text) {
      return spells(text.text(), a);
    }
    Set<Sort> both = Set.of(a, b);
    return both.equals(Set.of(Sort.TEXT, Sort.CHOICES))
        || both.equals(Set.of(Sort.TEXT, Sort.NUMBER))
        || both.equals(Set.of(Sort.TEXT, Sort.DATE))
        || both.equals(Set.of(Sort.TRUTH, Sort.NUMBER))
        || both.equals(Set.of(Sort.CHOICES, Sort.NUMBER))
            && numericCodes(a == Sort.CHOICES ? left : right);
  }

  private static boolean spells(String text, Sort sort) {
    return switch (sort) {
      case NUMBER -> Spelling.number(text).isPresent();
      case DATE -> Spelling.date(text).isPresent();
      case TRUTH -> false;
      default -> true;
    };
  }

  /** Checks a code against the choices of the question that it is compared with. */
  private boolean code(Node question, Node literal) {
    if (!(literal instanceof Node.TextLiteral text)) {
      return false;
    }
    Optional<String> name = select(question);
    if (name.isEmpty()) {
      return false;
    }
    Set<String> choices = scope.choices(name.get());
    if (!choices.isEmpty() && !choices.contains(text.text())) {
      findings.add(
          Finding.error(text.position(), "expression.unknown-choice", name.get(), text.text())
              .suggesting(Nearest.to(text.text(), choices).map(code -> "'" + code + "'")));
    }
    return true;
  }

  private Optional<String> select(Node node) {
    return sorts.named(node).filter(name -> sortOf(scope.kind(name)) == Sort.CHOICES);
  }

  private static Sort sortOf(Kind kind) {
    return kind == null ? Sort.ANY : kind.sort();
  }

  /**
   * An equals sign with a question of several answers: true only where nothing else is selected.
   */
  private void multiple(Node.Operation operation, Node left, Node right) {
    Operator operator = operation.operator();
    Node question = select(left).isPresent() ? left : right;
    String name = select(question).orElseThrow();
    if (operator.orders() && !numericCodes(question)) {
      mismatch(operation.position(), question, operator.symbol(), Sort.NUMBER);
    } else if (scope.kind(name) == Kind.SELECT_MULTIPLE) {
      Node.TextLiteral code = (Node.TextLiteral) (question == left ? right : left);
      String shown = question instanceof Node.Self ? "." : "${" + name + "}";
      String selected = "selected(" + shown + ", '" + code.text() + "')";
      findings.add(
          Finding.warning(operation.position(), "expression.equals-multiple", name)
              .suggesting(
                  Optional.of(operator == Operator.EQUAL ? selected : "not(" + selected + ")")));
    }
  }

  private boolean numericCodes(Node node) {
    Collection<String> codes = sorts.named(node).map(scope::choices).orElse(Set.of());
    return codes.stream().allMatch(code -> Spelling.number(code).isPresent());
  }

  // Functions

  private void call(Node.Call call) {
    List<Node> arguments = call.arguments();
    Builtin function = call.function();
    if (arguments.isEmpty() && function.defaultsToSelf()) {
      self(call.position());
    }
    if (function == Builtin.INDEXED_REPEAT) {
      indexed(call);
      return;
    }
    for (int i = 0; i < arguments.size(); i++) {
      Node argument = arguments.get(i);
      if (function.parameter(i) == Sort.ROWS) {
        rows(function, argument);
      } else {
        visit(argument);
        argument(function, i, argument);
      }
    }
    if (function == Builtin.SELECTED) {
      code(arguments.get(0), arguments.get(1));
    }
    if (function == Builtin.ONCE && use == Use.CALCULATION) {
      findings.add(Finding.warning(call.position(), "expression.once"));
    }
    if (function == Builtin.POSITION && place().isEmpty() && use != Use.ANY) {
      findings.add(Finding.error(call.position(), "expression.position-outside"));
    }
  }

  private void argument(Builtin function, int index, Node argument) {
    Sort wanted = function.parameter(index);
    if (wanted == Sort.TRUTH) {
      condition(argument);
    } else {
      want(wanted, argument, function.symbol() + "()");
    }
  }

  private void rows(Builtin function, Node argument) {
    Sort wanted =
        switch (function) {
          case SUM, MIN, MAX -> Sort.NUMBER;
          default -> Sort.ANY;
        };
    if (!(argument instanceof Node.Reference reference)) {
      visit(argument);
      if (function.onlyRows()) {
        findings.add(
            Finding.error(argument.position(), "expression.rows-wanted", function.symbol()));
      }
      want(wanted, argument, function.symbol() + "()");
      return;
    }
    if (!exists(reference)) {
      return;
    }
    Kind kind = scope.kind(reference.question());
    Optional<String> roster = scope.roster(reference.question());
    if (roster.isEmpty() && kind != Kind.ROSTER && function.onlyRows()) {
      findings.add(
          Finding.error(reference.position(), "expression.not-a-roster", reference.question()));
    } else if (kind == Kind.ROSTER && function != Builtin.COUNT) {
      findings.add(
          Finding.error(reference.position(), "expression.roster-as-value", reference.question())
              .suggesting(Optional.of("count(${" + reference.question() + "})")));
    } else if (roster.isPresent() && roster.equals(place())) {
      findings.add(
          Finding.warning(
              reference.position(), "expression.rows-from-inside", reference.question()));
    }
    if (kind != Kind.ROSTER) {
      want(wanted, reference, function.symbol() + "()");
    }
  }

  private void indexed(Node.Call call) {
    List<Node> arguments = call.arguments();
    visit(arguments.get(2));
    want(Sort.NUMBER, arguments.get(2), call.function().symbol() + "()");
    if (!(arguments.get(0) instanceof Node.Reference question)
        || !(arguments.get(1) instanceof Node.Reference roster)) {
      findings.add(
          Finding.error(call.position(), "expression.rows-wanted", call.function().symbol()));
    } else if (exists(question)
        && exists(roster)
        && !scope.roster(question.question()).equals(Optional.of(roster.question()))) {
      findings.add(
          Finding.error(question.position(), "expression.not-a-roster", question.question()));
    }
  }

  // Sorts

  private void condition(Node node) {
    Sort sort = sorts.of(node);
    if (sort != Sort.TRUTH && sort != Sort.ANY && sort != Sort.ROWS) {
      findings.add(Finding.warning(node.position(), "expression.not-a-condition", name(sort)));
    }
  }

  private void want(Sort wanted, Node node, String by) {
    Sort given = sorts.of(node);
    if (given == wanted || given == Sort.ANY || given == Sort.ROWS || wanted == Sort.ANY) {
      return;
    }
    boolean literal = node instanceof Node.TextLiteral;
    switch (wanted) {
      case NUMBER -> {
        if (given == Sort.CHOICES && !numericCodes(node)
            || node instanceof Node.TextLiteral text && !spells(text.text(), Sort.NUMBER)) {
          mismatch(node.position(), node, by, wanted);
        } else if (given == Sort.TEXT && !literal) {
          findings.add(
              Finding.warning(node.position(), "expression.text-as-number")
                  .suggesting(Optional.of("number(…)")));
        }
      }
      case DATE -> {
        if (given != Sort.TEXT
            || node instanceof Node.TextLiteral text && !spells(text.text(), Sort.DATE)) {
          mismatch(node.position(), node, by, wanted);
        }
      }
      case CHOICES -> {
        if (given != Sort.TEXT) {
          mismatch(node.position(), node, by, wanted);
        } else if (!literal) {
          findings.add(Finding.warning(node.position(), "expression.text-as-choices"));
        }
      }
      default -> {}
    }
  }

  private void mismatch(int position, Node node, String by, Sort wanted) {
    findings.add(
        Finding.error(position, "expression.type", by, name(wanted), name(sorts.of(node))));
  }

  private static String name(Sort sort) {
    return "sort." + sort.name().toLowerCase(Locale.ROOT);
  }
}

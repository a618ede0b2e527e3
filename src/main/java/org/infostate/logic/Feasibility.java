package org.infostate.logic;

import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.infostate.logic.Supposition.Fork;
import org.infostate.logic.Supposition.Goal;

/**
 * Finds questions that can never be asked and constraints that can never hold: the conditions
 * exclude one another whatever is answered. It looks at comparisons of one question or one computed
 * term with a constant or with another question, at selections, at what is answered at all, and at
 * the conditions and constraints of the questions that must be answered for a condition to hold.
 * What it does not understand it takes as possible, so what it reports is certain; what it does not
 * report may still be impossible. Its steps are bounded.
 */
public final class Feasibility {

  private static final int MOST_STEPS = 2_000;

  private final Scope scope;
  private final Set<String> culprits = new LinkedHashSet<>();
  private int steps;

  private Feasibility(Scope scope) {
    this.scope = scope;
  }

  /** A warning where a question, roster or section can never be asked. */
  public static Optional<Finding> neverAsked(String question, Scope scope) {
    Feasibility search = new Feasibility(scope);
    Supposition state = new Supposition();
    scope.conditions(question).forEach(e -> state.agenda.add(new Goal(e.tree(), true, question)));
    return search.possible(state)
        ? Optional.empty()
        : Optional.of(Finding.warning(0, "expression.never-asked", question, search.said()));
  }

  /** An error where no answer to a question fulfils its constraint. */
  public static Optional<Finding> neverHolds(String question, Scope scope) {
    if (scope.constraint(question).isEmpty()) {
      return Optional.empty();
    }
    Feasibility search = new Feasibility(scope);
    Supposition state = new Supposition();
    state.learnKnown(question);
    search.learnKnown(new Node.Self(0), question, state);
    state.agenda.add(new Goal(scope.constraint(question).get().tree(), true, question));
    return search.possible(state)
        ? Optional.empty()
        : Optional.of(Finding.error(0, "expression.never-holds", question, search.said()));
  }

  private String said() {
    return String.join(", ", culprits);
  }

  /** Whether all goals can be reached at once; true where that cannot be told. */
  private boolean possible(Supposition state) {
    Deque<Fork> forks = new ArrayDeque<>();
    while (!survives(state, forks)) {
      if (forks.isEmpty()) {
        return false;
      }
      state.goBack(forks.pop());
    }
    return true;
  }

  /** Follows one way to its end; the others at each fork are left to be gone instead. */
  private boolean survives(Supposition state, Deque<Fork> forks) {
    while (!state.agenda.isEmpty() && ++steps <= MOST_STEPS) {
      Goal goal = state.agenda.pop();
      List<List<Goal>> ways = ways(goal);
      if (ways.isEmpty()) {
        if (!holds(goal, state)) {
          return false;
        }
      } else {
        int last = ways.size() - 1;
        ways.subList(0, last).forEach(way -> forks.push(state.fork(way)));
        ways.get(last).forEach(state.agenda::push);
      }
    }
    return true;
  }

  /** The ways to reach a goal by reaching others; none where it is to be reached itself. */
  private static List<List<Goal>> ways(Goal goal) {
    if (goal.node() instanceof Node.Operation operation && operation.operator().joins()) {
      Goal left = goal.on(operation.left(), goal.wanted());
      Goal right = goal.on(operation.right(), goal.wanted());
      boolean both = operation.operator() == Operator.AND == goal.wanted();
      return both ? List.of(List.of(left, right)) : List.of(List.of(left), List.of(right));
    }
    if (!(goal.node() instanceof Node.Call call)) {
      return List.of();
    }
    List<Node> arguments = call.arguments();
    return switch (call.function()) {
      case NOT -> List.of(List.of(goal.on(arguments.get(0), !goal.wanted())));
      case IF ->
          List.of(
              List.of(goal.on(arguments.get(0), true), goal.on(arguments.get(1), goal.wanted())),
              List.of(goal.on(arguments.get(0), false), goal.on(arguments.get(2), goal.wanted())));
      default -> List.of();
    };
  }

  private boolean holds(Goal goal, Supposition state) {
    Node node = goal.node();
    if (isConstant(node)) {
      Value value = Evaluator.evaluate(node, Nothing.ANSWERED);
      return (goal.wanted() ? value.isTrue() : value.isFalse()) || blame(node, goal.self());
    }
    if (node instanceof Node.Operation operation && !operation.operator().calculates()) {
      return compared(operation, goal, state);
    }
    if (node instanceof Node.Call call
        && call.function() == Builtin.SELECTED
        && call.arguments().get(1) instanceof Node.TextLiteral code) {
      Node question = call.arguments().get(0);
      return learnKnown(call, goal.self(), state)
          && restrict(question, goal.self(), state, d -> d.selected(code.text(), goal.wanted()));
    }
    return learnKnown(node, goal.self(), state);
  }

  private boolean compared(Node.Operation operation, Goal goal, Supposition state) {
    Operator operator = goal.wanted() ? operation.operator() : operation.operator().opposite();
    Node left = operation.left();
    Node right = operation.right();
    if (Evaluator.isEmptyText(left) || Evaluator.isEmptyText(right)) {
      return answered(Evaluator.isEmptyText(right) ? left : right, operator, goal, state);
    }
    if (!learnKnown(left, goal.self(), state) || !learnKnown(right, goal.self(), state)) {
      return false;
    }
    if (isConstant(right)) {
      return compared(left, operator, right, goal, state);
    }
    return isConstant(left)
        ? compared(right, operator.mirrored(), left, goal, state)
        : related(left, operator, right, goal, state);
  }

  private boolean answered(Node asked, Operator operator, Goal goal, Supposition state) {
    if (!isQuestion(asked)) {
      return true;
    }
    boolean known = operator == Operator.NOT_EQUAL;
    return restrict(asked, goal.self(), state, domain -> domain.answered(known))
        && (!known || learnKnown(asked, goal.self(), state));
  }

  private boolean compared(
      Node term, Operator operator, Node constant, Goal goal, Supposition state) {
    Value value = Evaluator.evaluate(constant, Nothing.ANSWERED);
    if (value.isUnknown()) {
      return blame(constant, goal.self());
    }
    return restrict(term, goal.self(), state, domain -> domain.compare(operator, value));
  }

  /** Two terms: of less, equal and greater, something must be left. */
  private boolean related(Node left, Operator operator, Node right, Goal goal, Supposition state) {
    String a = key(left, goal.self());
    String b = key(right, goal.self());
    boolean turned = a.compareTo(b) > 0;
    Operator seen = turned ? operator.mirrored() : operator;
    if (operator.orders() && !(isOrdered(left, goal.self()) && isOrdered(right, goal.self()))) {
      return true;
    }
    List<String> pair = turned ? List.of(b, a) : List.of(a, b);
    Set<Integer> all = a.equals(b) ? Set.of(0) : Set.of(-1, 0, 1);
    Set<Integer> signs = new HashSet<>(state.signs.getOrDefault(pair, all));
    signs.removeIf(sign -> !Comparison.holds(seen, sign));
    state.learn(state.signs, pair, signs);
    if (signs.isEmpty()) {
      blame(left, goal.self());
      return blame(right, goal.self());
    }
    return true;
  }

  /** Texts that spell one number in two ways are neither equal nor less nor greater. */
  private boolean isOrdered(Node term, String self) {
    Sort sort = sort(term, self);
    return sort == Sort.NUMBER || sort == Sort.DATE;
  }

  private Sort sort(Node term, String self) {
    return new Sorts(scope, Optional.ofNullable(self)).of(term);
  }

  private boolean restrict(
      Node term, String self, Supposition state, Consumer<Domain> restriction) {
    String key = key(term, self);
    Domain before = state.domains.get(key);
    Domain domain = before == null ? domain(term, self) : before.copy();
    restriction.accept(domain);
    state.learn(state.domains, key, domain);
    return !domain.isEmpty() || blame(term, self);
  }

  /** Always false: for the caller to return. */
  private boolean blame(Node term, String self) {
    culprits.add(key(term, self));
    return false;
  }

  private static boolean isQuestion(Node node) {
    return node instanceof Node.Reference || node instanceof Node.Self;
  }

  /** Terms are the same when they are written the same, the question itself under its name. */
  private static String key(Node term, String self) {
    String written = term.written();
    return term instanceof Node.Self && self != null ? "${" + self + "}" : written;
  }

  private Domain domain(Node term, String self) {
    Sort sort = sort(term, self);
    if (isQuestion(term)) {
      String name = name(term, self);
      Kind kind = scope.kind(name);
      Domain domain = new Domain(sort, kind == Kind.SELECT_MULTIPLE, scope.choices(name));
      return kind == Kind.INTEGER || sort == Sort.DATE ? domain.whole() : domain;
    }
    Domain domain = new Domain(sort, false, Set.of());
    if (!(term instanceof Node.Call call)) {
      return domain;
    }
    return switch (call.function()) {
      case COUNT, COUNT_NON_EMPTY, STRING_LENGTH -> domain.whole().atLeast(0);
      case POSITION -> domain.whole().atLeast(1);
      case COUNT_SELECTED -> countOfSelected(call.arguments().get(0), self, domain);
      case ABS, SQRT -> domain.atLeast(0);
      case INT, TODAY, DATE_OF -> domain.whole();
      default -> domain;
    };
  }

  private Domain countOfSelected(Node question, String self, Domain number) {
    Set<String> choices = isQuestion(question) ? scope.choices(name(question, self)) : Set.of();
    number.whole().atLeast(isQuestion(question) ? 1 : 0);
    return choices.isEmpty() ? number : number.atMost(choices.size());
  }

  private static String name(Node question, String self) {
    return question instanceof Node.Reference reference
        ? reference.question()
        : self == null ? "." : self;
  }

  /**
   * For a part to be known, the questions it reads must be answered, hence asked, hence their own
   * conditions true; and their answers fulfil their constraints.
   */
  private boolean learnKnown(Node node, String self, Supposition state) {
    Deque<Node> open = new ArrayDeque<>(List.of(node));
    while (!open.isEmpty()) {
      Node part = open.pop();
      if (isQuestion(part)) {
        if (!learnAnswered(part, self, state)) {
          return false;
        }
      } else if (needsAllParts(part)) {
        part.parts().forEach(open::push);
      }
    }
    return true;
  }

  private static boolean needsAllParts(Node node) {
    if (node instanceof Node.Call call) {
      return !call.function().mayIgnoreUnknown();
    }
    return !(node instanceof Node.Operation operation
        && (operation.operator().joins() || emptyTest(operation)));
  }

  private boolean learnAnswered(Node question, String self, Supposition state) {
    String name = name(question, self);
    if (!restrict(question, self, state, domain -> domain.answered(true))) {
      return false;
    }
    if (state.learnKnown(name)) {
      scope.conditions(name).forEach(e -> state.agenda.add(new Goal(e.tree(), true, name)));
      scope
          .constraint(name)
          .filter(constraint -> decides(constraint, name))
          .ifPresent(e -> state.agenda.add(new Goal(e.tree(), true, name)));
    }
    return true;
  }

  private static boolean emptyTest(Node.Operation operation) {
    return Evaluator.isEmptyText(operation.left()) || Evaluator.isEmptyText(operation.right());
  }

  /** Whether the constraint reads nothing but the answer, so that it cannot be unknown. */
  private boolean decides(Expression constraint, String question) {
    Kind kind = scope.kind(question);
    return constraint.references().isEmpty()
        && constraint.columns().isEmpty()
        && kind != null
        && kind != Kind.TEXT
        && kind != Kind.CALCULATE;
  }

  private static boolean isConstant(Node node) {
    Deque<Node> open = new ArrayDeque<>(List.of(node));
    while (!open.isEmpty()) {
      Node part = open.pop();
      boolean varies =
          isQuestion(part)
              || part instanceof Node.Column
              || Node.readsSelf(part)
              || part instanceof Node.Call call
                  && (call.function() == Builtin.TODAY || call.function() == Builtin.POSITION);
      if (varies) {
        return false;
      }
      part.parts().forEach(open::push);
    }
    return true;
  }

  /** For constants: there is nothing to read. */
  private enum Nothing implements Answers {
    ANSWERED;

    @Override
    public Value value(String question) {
      return Value.UNKNOWN;
    }

    @Override
    public List<Answers> rows(String name) {
      return List.of();
    }

    @Override
    public LocalDate today() {
      return LocalDate.EPOCH;
    }

    @Override
    public Value self() {
      return Value.UNKNOWN;
    }
  }
}

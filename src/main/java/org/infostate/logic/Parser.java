package org.infostate.logic;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.PatternSyntaxException;
import org.infostate.logic.Tokens.Kind;
import org.infostate.logic.Tokens.Token;

/**
 * From a source to its tree. Precedence is XPath's: {@code or}, {@code and}, {@code = !=}, {@code <
 * <= > >=}, {@code + -}, {@code * div mod}, then the sign.
 */
final class Parser {

  /** Parentheses, arguments and signs within one another. */
  static final int DEEPEST_NESTING = 64;

  /** Also a chain such as {@code a + b + c} makes a deep tree. */
  static final int DEEPEST_TREE = 250;

  /** What ODK has and we leave out on purpose, with what serves instead. */
  static final Map<String, String> LEFT_OUT =
      Map.ofEntries(
          Map.entry("now", "today()"),
          Map.entry("decimal-time", ""),
          Map.entry("format-date-time", "format-date(…)"),
          Map.entry("random", ""),
          Map.entry("randomize", ""),
          Map.entry("uuid", ""),
          Map.entry("digest", ""),
          Map.entry("base64-decode", ""),
          Map.entry("extract-signed", ""),
          Map.entry("area", ""),
          Map.entry("distance", ""),
          Map.entry("geofence", ""),
          Map.entry("intersects", ""),
          Map.entry("sin", ""),
          Map.entry("cos", ""),
          Map.entry("tan", ""),
          Map.entry("asin", ""),
          Map.entry("acos", ""),
          Map.entry("atan", ""),
          Map.entry("atan2", ""),
          Map.entry("exp10", "pow(10, …)"),
          Map.entry("checklist", "count-selected(…)"),
          Map.entry("weighted-checklist", ""),
          Map.entry("jr:choice-name", ""),
          Map.entry("jr:itext", ""),
          Map.entry("pulldata", ""),
          Map.entry("instance", ""),
          Map.entry("current", ""),
          Map.entry("property", ""),
          Map.entry("version", ""),
          Map.entry("depend", ""),
          Map.entry("last", ""),
          Map.entry("id", ""),
          Map.entry("local-name", ""),
          Map.entry("name", ""),
          Map.entry("namespace-uri", ""),
          Map.entry("lang", ""),
          Map.entry("floor", "int(…)"),
          Map.entry("ceiling", ""),
          Map.entry("substring", "substr(…)"));

  private final String source;
  private final Tokens tokens;
  private int nesting;

  private Parser(String source) {
    this.source = source;
    this.tokens = new Tokens(source);
  }

  /**
   * @throws ExpressionException where the source is not an expression
   */
  static Node parse(String source) {
    if (source.length() > Expression.LONGEST) {
      throw error(
          Expression.LONGEST,
          "expression.too-long",
          String.valueOf(source.length()),
          String.valueOf(Expression.LONGEST));
    }
    if (source.isBlank()) {
      throw error(0, "expression.empty");
    }
    Parser parser = new Parser(source);
    Node tree = parser.operation(1);
    Token rest = parser.tokens.peek();
    if (rest.kind() != Kind.END) {
      throw parser.unexpected(rest);
    }
    refuseDeep(tree);
    return tree;
  }

  private static void refuseDeep(Node tree) {
    record Visit(Node node, int depth) {}
    Deque<Visit> open = new ArrayDeque<>(List.of(new Visit(tree, 1)));
    while (!open.isEmpty()) {
      Visit visit = open.pop();
      if (visit.depth > DEEPEST_TREE) {
        throw error(visit.node.position(), "expression.too-deep", String.valueOf(DEEPEST_TREE));
      }
      visit.node.parts().forEach(part -> open.push(new Visit(part, visit.depth + 1)));
    }
  }

  private Node operation(int binding) {
    Node left = operand();
    for (Optional<Operator> next = operator(); next.isPresent(); next = operator()) {
      Operator operator = next.get();
      if (operator.binding() < binding) {
        break;
      }
      int position = tokens.next().start();
      left = new Node.Operation(position, operator, left, operation(operator.binding() + 1));
    }
    return left;
  }

  private Optional<Operator> operator() {
    Token token = tokens.peek();
    boolean can = token.kind() == Kind.SYMBOL || token.kind() == Kind.NAME;
    return Arrays.stream(Operator.values())
        .filter(operator -> can && operator.symbol().equals(token.text()))
        .findFirst();
  }

  private Node operand() {
    Token token = tokens.next();
    if (++nesting > DEEPEST_NESTING) {
      throw error(token.start(), "expression.too-deep", String.valueOf(DEEPEST_NESTING));
    }
    Node node = operand(token);
    nesting--;
    return node;
  }

  private Node operand(Token token) {
    switch (token.kind()) {
      case NUMBER:
        return new Node.NumberLiteral(token.start(), Spelling.number(token.text()).orElseThrow());
      case TEXT:
        return new Node.TextLiteral(token.start(), token.text());
      case REFERENCE:
        return new Node.Reference(token.start(), token.text());
      case NAME:
        return tokens.peek().is("(") ? call(token) : new Node.Column(token.start(), token.text());
      default:
        break;
    }
    if (token.is("-")) {
      return new Node.Negation(token.start(), operand());
    }
    if (token.is(".")) {
      return new Node.Self(token.start());
    }
    if (token.is("(")) {
      Node inner = operation(1);
      close(token);
      return inner;
    }
    throw unexpected(token);
  }

  private void close(Token opening) {
    Token token = tokens.next();
    if (token.kind() == Kind.END) {
      throw error(opening.start(), "expression.unclosed-parenthesis");
    }
    if (!token.is(")")) {
      throw unexpected(token);
    }
  }

  private Node call(Token name) {
    Builtin function = Builtin.of(name.text()).orElseThrow(() -> unknown(name));
    Token opening = tokens.next();
    if (function == Builtin.POSITION) {
      return position(name, opening);
    }
    List<Node> arguments = new ArrayList<>();
    if (!tokens.peek().is(")")) {
      arguments.add(operation(1));
      while (tokens.peek().is(",")) {
        tokens.next();
        arguments.add(operation(1));
      }
    }
    close(opening);
    if (arguments.size() < function.fewest() || arguments.size() > function.most()) {
      throw error(
          name.start(),
          "expression.arguments",
          function.symbol(),
          wanted(function),
          String.valueOf(arguments.size()));
    }
    if (function == Builtin.REGEX && arguments.get(1) instanceof Node.TextLiteral pattern) {
      check(pattern);
    }
    return new Node.Call(name.start(), function, arguments);
  }

  /** The only path there is: {@code position(..)}, the number of the row. */
  private Node position(Token name, Token opening) {
    Token argument = tokens.next();
    if (!argument.is("..")) {
      throw new ExpressionException(
          Finding.error(argument.start(), "expression.position-argument")
              .suggesting(Optional.of("position(..)")));
    }
    close(opening);
    return new Node.Call(name.start(), Builtin.POSITION, List.of());
  }

  private static String wanted(Builtin function) {
    if (function.fewest() == function.most()) {
      return String.valueOf(function.fewest());
    }
    return function.most() == Builtin.MANY
        ? function.fewest() + "+"
        : function.fewest() + "–" + function.most();
  }

  private static void check(Node.TextLiteral pattern) {
    try {
      BoundedRegex.compile(pattern.text());
    } catch (PatternSyntaxException e) {
      int index = Math.max(0, Math.min(e.getIndex(), pattern.text().length()));
      throw error(pattern.position() + 1 + index, "expression.regex", e.getDescription());
    }
  }

  private static ExpressionException unknown(Token name) {
    String instead = LEFT_OUT.get(name.text());
    if (instead != null) {
      return new ExpressionException(
          Finding.error(name.start(), "expression.left-out", name.text())
              .suggesting(Optional.of(instead).filter(text -> !text.isEmpty())));
    }
    List<String> names = Arrays.stream(Builtin.values()).map(Builtin::symbol).toList();
    return new ExpressionException(
        Finding.error(name.start(), "expression.unknown-function", name.text())
            .suggesting(Nearest.to(name.text(), names)));
  }

  private ExpressionException unexpected(Token token) {
    if (token.kind() == Kind.END) {
      return error(source.length(), "expression.unexpected-end");
    }
    if (token.is("..")) {
      return error(token.start(), "expression.path", "..");
    }
    Finding finding = Finding.error(token.start(), "expression.unexpected", shown(token));
    boolean word = token.kind() == Kind.NAME && !token.text().equals(lower(token.text()));
    return new ExpressionException(
        word && isOperator(lower(token.text()))
            ? finding.suggesting(Optional.of(lower(token.text())))
            : finding);
  }

  private static boolean isOperator(String word) {
    return Arrays.stream(Operator.values()).anyMatch(o -> o.symbol().equals(word));
  }

  private static String lower(String text) {
    return text.toLowerCase(Locale.ROOT);
  }

  private static String shown(Token token) {
    return switch (token.kind()) {
      case TEXT -> "'" + token.text() + "'";
      case REFERENCE -> "${" + token.text() + "}";
      default -> token.text();
    };
  }

  private static ExpressionException error(int position, String code, String... arguments) {
    return new ExpressionException(Finding.error(position, code, arguments));
  }
}

package org.infostate.logic;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.MessageFormat;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.ConcurrentHashMap;

/**
 * An expression in plain words: <code>${has_law} = 'yes'</code> is "“Is there a law?” is “Yes”".
 */
public final class Words {

  private static final Map<String, Properties> PHRASES = new ConcurrentHashMap<>();

  private final WordsSource source;

  private Words(WordsSource source) {
    this.source = source;
  }

  /** What the expression says, as a part of a sentence. */
  public static String of(Expression expression, WordsSource source) {
    Words words = new Words(source);
    Node tree = expression.tree();
    return words.isCondition(tree) ? words.condition(tree, false, 0) : words.term(tree, 0);
  }

  /** What the expression says where it is used so: "asked only if …", "computed as …". */
  public static String of(Expression expression, Use use, WordsSource source) {
    Words words = new Words(source);
    Node tree = expression.tree();
    String said = use.isCondition() ? words.condition(tree, false, 0) : of(expression, source);
    return words.phrase("words.use." + use.name().toLowerCase(Locale.ROOT), said);
  }

  /** What a finding says: where, what, and what to write instead. */
  public static String of(Finding finding, WordsSource source) {
    Words words = new Words(source);
    Object[] arguments =
        finding.arguments().stream()
            .map(text -> text.startsWith("sort.") ? words.phrase(text) : text)
            .toArray();
    String said = words.phrase(finding.code(), arguments);
    String place =
        words.phrase(
            "finding.at",
            words.source.number(java.math.BigDecimal.valueOf(finding.position() + 1L)),
            said);
    return finding
        .suggestion()
        .map(other -> words.phrase("finding.suggestion", place, other))
        .orElse(place);
  }

  /** The phrases of a language of the United Nations, others getting English; names stay names. */
  public static WordsSource phrases(Locale locale) {
    return new WordsSource() {
      @Override
      public String pattern(String key) {
        return bundle(locale.getLanguage())
            .getProperty(key, bundle("en").getProperty(key, "[" + key + "] {0} {1} {2}"));
      }

      @Override
      public Locale locale() {
        return locale;
      }
    };
  }

  static Properties bundle(String language) {
    return PHRASES.computeIfAbsent(language, Words::read);
  }

  private static Properties read(String language) {
    Properties properties = new Properties();
    try (InputStream in = Words.class.getResourceAsStream("words_" + language + ".properties")) {
      if (in != null) {
        properties.load(new InputStreamReader(in, StandardCharsets.UTF_8));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return properties;
  }

  private String phrase(String key, Object... arguments) {
    String pattern = source.pattern(key).replace("'", "''");
    return new MessageFormat(pattern, source.locale()).format(arguments);
  }

  // Conditions

  private boolean isCondition(Node node) {
    return node instanceof Node.Operation operation && !operation.operator().calculates()
        || node instanceof Node.Call call && call.function().result() == Sort.TRUTH;
  }

  /**
   * @param negated whether to say that it does not hold: for what is unknown, neither is said
   * @param binding of the operator around it; what binds less is put in brackets
   */
  private String condition(Node node, boolean negated, int binding) {
    if (node instanceof Node.Operation operation) {
      if (operation.operator().joins()) {
        return joined(operation, negated, binding);
      }
      if (!operation.operator().calculates()) {
        return comparison(operation, negated);
      }
    }
    if (node instanceof Node.Call call) {
      switch (call.function()) {
        case NOT:
          return condition(call.arguments().get(0), !negated, binding);
        case TRUE:
        case FALSE:
          boolean always = call.function() == Builtin.TRUE ^ negated;
          return phrase(always ? "words.always" : "words.never");
        case SELECTED:
          Node question = call.arguments().get(0);
          return phrase(
              negated ? "words.not-selected" : "words.selected",
              term(question, 0),
              coded(call.arguments().get(1), question));
        default:
          break;
      }
    }
    String said = isCondition(node) ? term(node, 0) : phrase("words.holds", term(node, 0));
    return negated ? phrase("words.not", said) : said;
  }

  private String joined(Node.Operation operation, boolean negated, int binding) {
    Operator operator = operation.operator();
    List<Node> parts = new ArrayList<>();
    flatten(operation, operator, parts);
    Operator said = negated ? (operator == Operator.AND ? Operator.OR : Operator.AND) : operator;
    List<String> sentences = new ArrayList<>();
    for (int i = 0; i < parts.size(); i++) {
      Optional<String> range =
          !negated && operator == Operator.AND && i + 1 < parts.size()
              ? range(parts.get(i), parts.get(i + 1))
              : Optional.empty();
      Node part = parts.get(i);
      sentences.add(range.orElseGet(() -> condition(part, negated, said.binding())));
      i += range.isPresent() ? 1 : 0;
    }
    String all = sentences.get(0);
    for (String next : sentences.subList(1, sentences.size())) {
      all = phrase(said == Operator.AND ? "words.and" : "words.or", all, next);
    }
    boolean mixed = binding != 0 && binding != said.binding() && sentences.size() > 1;
    return mixed ? phrase("words.group", all) : all;
  }

  private static void flatten(Node node, Operator operator, List<Node> parts) {
    if (node instanceof Node.Operation operation && operation.operator() == operator) {
      flatten(operation.left(), operator, parts);
      flatten(operation.right(), operator, parts);
    } else {
      parts.add(node);
    }
  }

  /** {@code x >= a and x <= b} is "x is between a and b". */
  private Optional<String> range(Node low, Node high) {
    if (low instanceof Node.Operation from
        && high instanceof Node.Operation to
        && from.operator() == Operator.AT_LEAST
        && to.operator() == Operator.AT_MOST
        && !isDate(from)
        && !isDate(to)) {
      String of = term(from.left(), 0);
      return of.equals(term(to.left(), 0))
          ? Optional.of(phrase("words.between", of, term(from.right(), 0), term(to.right(), 0)))
          : Optional.empty();
    }
    return Optional.empty();
  }

  private String comparison(Node.Operation operation, boolean negated) {
    Operator operator = negated ? operation.operator().opposite() : operation.operator();
    Node left = operation.left();
    Node right = operation.right();
    if (Evaluator.isEmptyText(left) || Evaluator.isEmptyText(right)) {
      Node asked = Evaluator.isEmptyText(right) ? left : right;
      String key = operator == Operator.EQUAL ? "words.unanswered" : "words.answered";
      return phrase(key, term(asked, 0));
    }
    String key =
        switch (operator) {
          case EQUAL -> "words.is";
          case NOT_EQUAL -> "words.is-not";
          case LESS -> "words.less";
          case AT_MOST -> "words.at-most";
          case GREATER -> "words.greater";
          default -> "words.at-least";
        };
    boolean dated = operator.orders() && isDate(operation);
    return phrase(dated ? key + ".date" : key, coded(left, right), coded(right, left));
  }

  private static boolean isDate(Node.Operation comparison) {
    return comparison.parts().stream()
        .anyMatch(
            part ->
                part instanceof Node.Call call && call.function().result() == Sort.DATE
                    || part instanceof Node.TextLiteral text
                        && Spelling.date(text.text()).isPresent());
  }

  /** A text beside a question is the code of a choice of it. */
  private String coded(Node node, Node beside) {
    if (node instanceof Node.TextLiteral text && Spelling.date(text.text()).isEmpty()) {
      if (beside instanceof Node.Reference reference) {
        return quoted(source.choice(reference.question(), text.text()));
      }
      if (beside instanceof Node.Self) {
        return quoted(source.choice(null, text.text()));
      }
    }
    return term(node, 0);
  }

  // Terms

  private String quoted(String text) {
    return phrase("words.quoted", text);
  }

  private String term(Node node, int binding) {
    if (node instanceof Node.Reference reference) {
      return quoted(source.question(reference.question()));
    }
    if (node instanceof Node.TextLiteral text) {
      return Spelling.date(text.text()).map(source::date).orElseGet(() -> quoted(text.text()));
    }
    if (node instanceof Node.NumberLiteral number) {
      return source.number(number.number());
    }
    if (node instanceof Node.Column column) {
      return phrase("words.column", column.name());
    }
    if (node instanceof Node.Negation negation) {
      return negation.operand() instanceof Node.NumberLiteral number
          ? source.number(number.number().negate())
          : phrase("words.minus-sign", term(negation.operand(), Operator.TIMES.binding() + 1));
    }
    if (node instanceof Node.Call call) {
      boolean inside = binding > 0 && !call.arguments().isEmpty();
      return inside ? phrase("words.group", called(call)) : called(call);
    }
    return node instanceof Node.Operation operation
        ? calculated(operation, binding)
        : phrase("words.self");
  }

  private String calculated(Node.Operation operation, int binding) {
    Operator operator = operation.operator();
    if (!operator.calculates()) {
      return phrase("words.group", condition(operation, false, 0));
    }
    String said =
        phrase(
            "words." + operator.name().toLowerCase(Locale.ROOT),
            term(operation.left(), operator.binding()),
            term(operation.right(), operator.binding() + 1));
    return operator.binding() < binding ? phrase("words.group", said) : said;
  }

  private String called(Node.Call call) {
    Builtin function = call.function();
    List<Node> arguments = call.arguments();
    return switch (function) {
      case NOT, TRUE, FALSE, SELECTED -> condition(call, false, 0);
      case IF ->
          phrase(
              "words.fn.if",
              condition(arguments.get(0), false, 0),
              term(arguments.get(1), 0),
              term(arguments.get(2), 0));
      case ROUND, SUBSTR -> several(function, arguments);
      case MIN, MAX, CONCAT -> phrase(key(function), listed(arguments));
      case JOIN ->
          phrase(
              key(function),
              term(arguments.get(0), 0),
              listed(arguments.subList(1, arguments.size())));
      default ->
          arguments.isEmpty() && function.defaultsToSelf()
              ? phrase(key(function), phrase("words.self"))
              : phrase(key(function), arguments.stream().map(a -> term(a, 0)).toArray());
    };
  }

  private static String key(Builtin function) {
    return "words.fn." + function.symbol();
  }

  /** A function that is put otherwise with its last argument left out. */
  private String several(Builtin function, List<Node> arguments) {
    String key = arguments.size() == function.most() ? key(function) : key(function) + ".short";
    return phrase(key, arguments.stream().map(a -> term(a, 0)).toArray());
  }

  private String listed(List<Node> arguments) {
    return arguments.stream()
        .map(argument -> term(argument, 0))
        .reduce((all, next) -> phrase("words.list", all, next))
        .orElseThrow();
  }
}

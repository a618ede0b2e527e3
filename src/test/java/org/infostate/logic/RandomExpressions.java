package org.infostate.logic;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * Random trees of every node and function, over the questions a to d, the roster u and its n, s.
 */
final class RandomExpressions {

  private static final List<String> TEXTS = List.of("", "a", "b", "yes", "2026-01-05", "3", "x y");
  private static final List<String> NUMBERS = List.of("0", "1", "2", "3.5", "100", "0.001", "1970");
  private static final List<String> NAMES = List.of("a", "b", "c", "d", "u", "n", "s", "missing");

  private final Random random;

  RandomExpressions(long seed) {
    this.random = new Random(seed);
  }

  Node tree(int depth) {
    int kind = random.nextInt(depth <= 0 ? 4 : 10);
    switch (kind) {
      case 0:
        return new Node.TextLiteral(0, pick(TEXTS));
      case 1:
        return new Node.NumberLiteral(0, new BigDecimal(pick(NUMBERS)));
      case 2:
        return new Node.Reference(0, pick(NAMES));
      case 3:
        return random.nextInt(4) > 0
            ? new Node.Self(0)
            : new Node.Column(0, pick(List.of("name", "category")));
      case 4:
        return new Node.Negation(0, tree(depth - 1));
      case 5, 6, 7:
        Operator operator = pick(List.of(Operator.values()));
        return new Node.Operation(0, operator, tree(depth - 1), tree(depth - 1));
      default:
        return call(pick(List.of(Builtin.values())), depth);
    }
  }

  private Node call(Builtin function, int depth) {
    int most = Math.min(function.most(), function.fewest() + 2);
    int count = function.fewest() + random.nextInt(most - function.fewest() + 1);
    List<Node> arguments = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      arguments.add(tree(depth - 1));
    }
    return new Node.Call(0, function, arguments);
  }

  /** Answers with values of every sort; each may be missing. */
  Filled answers() {
    StringBuilder told = new StringBuilder();
    for (String name : List.of("a", "b", "c", "d", "self", "category")) {
      told.append(name).append("=").append(pick(VALUES)).append("; ");
    }
    told.append("u(");
    int rows = random.nextInt(4);
    for (int i = 0; i < rows; i++) {
      told.append(i > 0 ? " | " : "").append("n=").append(pick(List.of("", "!", "1", "-7.25")));
      told.append(", s=").append(pick(List.of("", "'p'", "'q'")));
    }
    return Filled.of(told.append(")").toString());
  }

  private static final List<String> VALUES =
      List.of(
          "", "", "0", "5", "-2.5", "'yes'", "'a b'", "'3'", "[a b]", "[]", "2026-01-05", "true");

  <T> T pick(List<T> list) {
    return list.get(random.nextInt(list.size()));
  }

  /** A text of words of the language and of others, in no order. */
  String soup() {
    StringBuilder soup = new StringBuilder();
    int words = random.nextInt(12);
    for (int i = 0; i < words; i++) {
      soup.append(random.nextInt(8) == 0 ? anything() : pick(SOUP));
      soup.append(random.nextBoolean() ? " " : "");
    }
    return soup.toString();
  }

  private String anything() {
    StringBuilder text = new StringBuilder();
    for (int i = random.nextInt(4); i >= 0; i--) {
      text.appendCodePoint(random.nextInt(random.nextBoolean() ? 128 : 0x10000));
    }
    return text.toString();
  }

  private static final List<String> SOUP =
      List.of(
          "${a}",
          "${b}",
          "${",
          "}",
          "${ }",
          "$",
          ".",
          "..",
          "(",
          ")",
          ")",
          ",",
          "1",
          "2.5",
          ".5",
          "'x'",
          "'",
          "\"",
          "''",
          "and",
          "or",
          "div",
          "mod",
          "+",
          "-",
          "*",
          "=",
          "!=",
          "<",
          "<=",
          ">",
          ">=",
          "not(",
          "if(",
          "selected(",
          "regex(",
          "sum(",
          "count(",
          "coalesce(",
          "today()",
          "true()",
          "position(",
          "string-length()",
          "name",
          "jr:x",
          ":",
          "/",
          "@",
          "[",
          "]",
          "&&",
          "\n",
          "\t",
          "\u00a0",
          "😀",
          "é",
          "١",
          "－",
          "\u0000",
          "\ud800");
}

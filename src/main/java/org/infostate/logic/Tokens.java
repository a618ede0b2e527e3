package org.infostate.logic;

import java.util.Map;
import java.util.Optional;

/** Cuts a source into its words, one ahead. */
final class Tokens {

  /** What a token is. */
  enum Kind {
    NUMBER,
    TEXT,
    REFERENCE,
    NAME,
    SYMBOL,
    END
  }

  /**
   * @param text the number, the name, the symbol; of a text or reference, what is inside
   * @param start position of its first character
   */
  record Token(Kind kind, String text, int start) {
    boolean is(String symbol) {
      return kind == Kind.SYMBOL && text.equals(symbol);
    }
  }

  /**
   * How other languages write our operators. Longer ones first decides nothing: see {@link #wrong}.
   */
  private static final Map<String, String> FOREIGN =
      Map.ofEntries(
          Map.entry("==", "="),
          Map.entry("<>", "!="),
          Map.entry("=<", "<="),
          Map.entry("=>", ">="),
          Map.entry("&&", "and"),
          Map.entry("||", "or"),
          Map.entry("&", "and"),
          Map.entry("!", "not(…)"),
          Map.entry("%", "mod"),
          Map.entry("^", "pow(…)"),
          Map.entry("≥", ">="),
          Map.entry("≤", "<="),
          Map.entry("≠", "!="),
          Map.entry("×", "*"),
          Map.entry("÷", "div"),
          Map.entry("−", "-"),
          Map.entry("–", "-"),
          Map.entry("“", "'…'"),
          Map.entry("”", "'…'"),
          Map.entry("„", "'…'"),
          Map.entry("‘", "'…'"),
          Map.entry("’", "'…'"),
          Map.entry("«", "'…'"),
          Map.entry("»", "'…'"),
          Map.entry("{", "${…}"));

  private final String source;
  private int at;
  private Token token;

  Tokens(String source) {
    this.source = source;
    this.token = read();
  }

  /** The token that comes next. */
  Token peek() {
    return token;
  }

  /** Takes the token that comes next. */
  Token next() {
    Token taken = token;
    if (taken.kind != Kind.END) {
      token = read();
    }
    return taken;
  }

  private Token read() {
    while (at < source.length() && isSpace(source.charAt(at))) {
      at++;
    }
    if (at == source.length()) {
      return new Token(Kind.END, "", at);
    }
    char c = source.charAt(at);
    if (c == '\'' || c == '"') {
      return text(c);
    }
    if (c == '$') {
      return reference();
    }
    if (isDigit(c) || c == '.' && at + 1 < source.length() && isDigit(source.charAt(at + 1))) {
      return number();
    }
    return isNameStart(c) ? name() : symbol();
  }

  /** A no-break space comes in from spreadsheets and means a space. */
  private static boolean isSpace(char c) {
    return Character.isWhitespace(c) || c == '\u00a0' || c == '\u202f';
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }

  private static boolean isNameStart(char c) {
    return c == '_' || Character.isLetter(c);
  }

  private static boolean isNamePart(char c) {
    return isNameStart(c) || isDigit(c) || c == '-' || c == '.';
  }

  private Token text(char quote) {
    int start = at;
    int end = source.indexOf(quote, start + 1);
    if (end < 0) {
      throw new ExpressionException(
          Finding.error(start, "expression.unclosed-text", String.valueOf(quote)));
    }
    at = end + 1;
    return new Token(Kind.TEXT, source.substring(start + 1, end), start);
  }

  private Token reference() {
    int start = at;
    int end = source.startsWith("${", start) ? source.indexOf('}', start) : -1;
    if (end < 0) {
      throw new ExpressionException(Finding.error(start, "expression.unclosed-reference"));
    }
    String name = source.substring(start + 2, end);
    if (!isName(name)) {
      throw new ExpressionException(
          Finding.error(start, "expression.reference", name)
              .suggesting(
                  Optional.of(name.strip()).filter(Tokens::isName).map(n -> "${" + n + "}")));
    }
    at = end + 1;
    return new Token(Kind.REFERENCE, name, start);
  }

  private static boolean isName(String name) {
    return !name.isEmpty()
        && isNameStart(name.charAt(0))
        && name.chars().allMatch(c -> isNamePart((char) c));
  }

  private Token number() {
    int start = at;
    skipDigits();
    if (at < source.length() && source.charAt(at) == '.') {
      at++;
      skipDigits();
    }
    boolean runsOn = at < source.length() && isNameStart(source.charAt(at));
    String text = source.substring(start, at);
    if (runsOn || Spelling.number(text).isEmpty()) {
      throw new ExpressionException(Finding.error(start, "expression.number", text));
    }
    return new Token(Kind.NUMBER, text, start);
  }

  private void skipDigits() {
    while (at < source.length() && isDigit(source.charAt(at))) {
      at++;
    }
  }

  /** A name, with a prefix where it has one: {@code jr:choice-name}. */
  private Token name() {
    int start = at;
    while (at < source.length()
        && (isNamePart(source.charAt(at))
            || source.charAt(at) == ':'
                && at + 1 < source.length()
                && isNameStart(source.charAt(at + 1)))) {
      at++;
    }
    return new Token(Kind.NAME, source.substring(start, at), start);
  }

  private Token symbol() {
    int start = at;
    String two = source.substring(start, Math.min(start + 2, source.length()));
    String one = source.substring(start, start + 1);
    if (two.equals("..") || two.equals("!=") || two.equals("<=") || two.equals(">=")) {
      at += 2;
      return new Token(Kind.SYMBOL, two, start);
    }
    if (FOREIGN.containsKey(two)) {
      throw wrong(start, two);
    }
    if ("()+-*=<>,.".contains(one)) {
      at++;
      return new Token(Kind.SYMBOL, one, start);
    }
    if ("/@[]|".contains(one)) {
      throw new ExpressionException(
          Finding.error(start, "expression.path", one)
              .suggesting(
                  one.equals("/") && endsOperand(start) ? Optional.of("div") : Optional.empty()));
    }
    if (FOREIGN.containsKey(one)) {
      throw wrong(start, one);
    }
    String shown = new String(Character.toChars(source.codePointAt(start)));
    throw new ExpressionException(Finding.error(start, "expression.character", shown));
  }

  /** Whether what stands before can be divided: a reference, a bracket, a number. */
  private boolean endsOperand(int end) {
    String before = source.substring(0, end).stripTrailing();
    return !before.isEmpty()
        && ("})".indexOf(before.charAt(before.length() - 1)) >= 0
            || isDigit(before.charAt(before.length() - 1)));
  }

  private static ExpressionException wrong(int start, String symbol) {
    return new ExpressionException(
        Finding.error(start, "expression.foreign-symbol", symbol)
            .suggesting(Optional.of(FOREIGN.get(symbol))));
  }
}

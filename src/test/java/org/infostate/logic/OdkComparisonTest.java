package org.infostate.logic;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * Compared with ODK's own engine, JavaRosa, expression by expression. Where both have a result it
 * is the same, but for the differences that are listed below and justified in the documentation.
 * Where an answer is missing ODK has a result and we have none: that is the one great difference,
 * and it is looked at by itself.
 */
class OdkComparisonTest {

  private static final List<String> QUESTIONS = List.of("a", "b", "c", "d", "t", "self");
  private static final Map<String, List<String>> ROSTERS = Map.of("u", List.of("n", "s", "w"));
  private static final String NO_ROWS = "u()";

  private static final List<String> ANSWERS =
      List.of(
          "a=0; b='yes'; c=[x]; d=2026-01-05; t='abc'; self=5; u(n=1, s='p', w=2026-01-01)",
          "a=5; b='no'; c=[x y]; d=2026-12-01; t='Abc d'; self=-5; "
              + "u(n=1.5, s='p', w=2026-01-01 | n=2, s='q', w=2025-01-01)",
          "a=100; b='yes'; c=[y x z]; d=1969-07-20; t='5'; self=2.5; "
              + "u(n=4, s='a', w=2026-03-01 | n=7, s='b', w=2026-02-01 | n=0.5, s='a', w=2020-02-29)");

  private static final String SAME =
      """
      ${a}
      ${b}
      ${c}
      ${t}
      .
      ${a} = 5
      ${a} != 5
      ${a} < 5
      ${a} <= 5
      ${a} > 5
      ${a} >= 5
      ${a} = '5'
      ${t} = 5
      ${t} != 5
      ${b} = 'yes'
      ${b} != 'yes'
      ${b} = ${t}
      ${c} = 'x'
      ${c} = 'x y'
      ${d} = '2026-01-05'
      ${d} != '2026-01-05'
      ${d} > date('2026-06-01')
      ${d} <= date('2026-12-01')
      ${d} = date('2026-12-01')
      ${a} = ''
      ${a} != ''
      '' = ${t}
      ${a} + 1
      ${a} - 1.5
      ${a} * 3
      ${a} div 4
      ${a} mod 3
      -${a} mod 3
      ${self} mod -3
      1.5 mod 0.4
      -${self}
      --3
      1 - -1
      2 + 3 * 4
      (2 + 3) * 4
      10 - 4 - 3
      12 div 4 div 3
      '3' + 4
      true() + true()
      1 < 2 = true()
      ${a} > 1 and ${b} = 'yes'
      ${a} > 1 or ${b} = 'yes'
      not(${a} > 1 or ${b} = 'yes') and true()
      ${a} > 1 or ${b} = 'yes' and false()
      if(${a} > 1, 'big', 'small')
      if(${a}, 1, 2)
      if(${t}, 1, 2)
      if('', 1, 2)
      coalesce(${a}, 3)
      coalesce('', 'x')
      coalesce('', '')
      once('x')
      boolean(${a})
      boolean(${t})
      boolean('')
      not(${a})
      boolean-from-string('true')
      boolean-from-string('TRUE')
      boolean-from-string('1')
      boolean-from-string('yes')
      selected(${c}, 'x')
      selected(${c}, 'xx')
      selected(${b}, 'yes')
      selected(${c}, ' y ')
      selected-at(${c}, 0)
      selected-at(${c}, 1)
      selected-at(${c}, 9)
      selected-at(${c}, -1)
      count-selected(${c})
      count-selected(${b})
      count(${u})
      count(${n})
      count-non-empty(${n})
      sum(${n})
      max(${n})
      min(${n})
      max(${a}, 3, 7)
      min(${a}, 3, 7)
      join(', ', ${s})
      join('-', ${b}, ${t}, 'z')
      concat(${s})
      concat(${b}, '-', ${a})
      indexed-repeat(${n}, ${u}, 1)
      string(${a})
      string(1.5)
      string(true())
      string-length(${t})
      string-length('')
      string-length()
      substr(${t}, 1)
      substr(${t}, 1, 2)
      substr(${t}, -2)
      substr(${t}, 0, -1)
      substr(${t}, 2, 1)
      substr(${t}, 0, 99)
      substring-before('a-b-c', '-')
      substring-after('a-b-c', '-')
      substring-before('abc', 'x')
      substring-after('abc', 'x')
      contains(${t}, 'b')
      starts-with(${t}, 'a')
      ends-with(${t}, 'c')
      translate('bar', 'abc', 'AB')
      translate('--a-', '-', '')
      translate('aaa', 'aa', 'xy')
      normalize-space('  a   b ')
      regex(${t}, '[a-c]+')
      regex(${t}, 'a')
      number('3.10')
      number('-3')
      number(' 7 ')
      number(true())
      int(2.9)
      int(-2.9)
      int('7')
      round(2.5)
      round(2.4)
      round(-2.6)
      round(2.345, 2)
      round(1.005, 2)
      round(1234.5, -2)
      round(${self}, 1)
      abs(${self})
      pow(2, 10)
      pow(2, -1)
      pow(4, 0.5)
      sqrt(16)
      sqrt(2)
      exp(1)
      log(10)
      log10(1000)
      pi()
      today() - today()
      today() > date('2020-01-01')
      string-length(string(today()))
      date('2026-01-05')
      date(0)
      date(1.9)
      date(-1.5)
      date(${d})
      ${d} - date('2026-01-01')
      date(${d} + 30)
      decimal-date-time(${d})
      decimal-date-time('1970-01-11')
      format-date(${d}, '%Y-%m-%d')
      format-date(${d}, '%e/%n/%y')
      format-date(${d}, '%a %b')
      string-length(concat(${b}, ${t})) > 5
      """;

  @TestFactory
  Stream<DynamicTest> bothComeToTheSame() {
    return SAME.lines()
        .map(
            source ->
                DynamicTest.dynamicTest(
                    source,
                    () -> {
                      for (String told : ANSWERS) {
                        String said = source + " with " + told;
                        assertEquals(theirs(source, told), ours(source, told), said);
                      }
                    }));
  }

  /** Expression over the last answers; ours; theirs; the heading that justifies it. */
  private static final String DIFFERENT =
      """
      1 div 0 ~ unknown ~ Infinity ~ No result
      0 div 0 ~ unknown ~ NaN ~ No result
      number('x') ~ unknown ~ NaN ~ No result
      sqrt(-1) ~ unknown ~ NaN ~ No result
      'x' < 3 ~ unknown ~ false ~ No result
      date('2026-02-30') ~ unknown ~ error ~ No result
      format-date(${d}, '%Q') ~ unknown ~ error ~ No result
      indexed-repeat(${n}, ${u}, 9) ~ unknown ~ '' ~ No result
      indexed-repeat(${n}, ${u}, 0) ~ unknown ~ 4 ~ No result
      0.1 + 0.2 ~ 0.3 ~ 0.30000000000000004 ~ Exact decimals
      0.0000000000001 = 0 ~ false ~ true ~ Exact decimals
      string(1 div 3) ~ '0.3333333333333333333333333333333333' ~ '0.3333333333333333' ~ Exact decimals
      string(12345678901) ~ '12345678901' ~ '1.2345678901E10' ~ Exact decimals
      round(-2.5) ~ -3 ~ -2 ~ Half away from zero
      round(-1.25, 1) ~ -1.3 ~ -1.2 ~ Half away from zero
      round(-1250, -2) ~ -1300 ~ -1200 ~ Half away from zero
      '3,5' + 1 ~ unknown ~ 4.5 ~ No decimal comma
      ${c} = 'z x y' ~ true ~ false ~ Selections are sets
      ${d} > '1969-01-01' ~ true ~ false ~ Dates compare with texts
      min(${w}) ~ 2020-02-29 ~ 18321 ~ The earliest date is a date
      max(0 - ${a}, -7) ~ -7 ~ 4.9E-324 ~ The largest of negative numbers
      concat(${s}, '!') ~ 'aba!' ~ error ~ Rows put together
      string-length('a😀b') ~ 3 ~ 4 ~ Characters are code points
      substr('a😀b', 2) ~ 'b' ~ '\\ude00b' ~ Characters are code points
      selected(${c}, 'y x') ~ false ~ true ~ Selections are sets
      """;

  @TestFactory
  Stream<DynamicTest> differencesAreThoseThatAreDocumented() {
    return DIFFERENT
        .lines()
        .map(line -> line.split(" ~ "))
        .map(
            row ->
                DynamicTest.dynamicTest(
                    row[0],
                    () -> {
                      String told = ANSWERS.get(2);
                      assertEquals(row[1], said(ours(row[0], told)));
                      assertEquals(row[2], said(theirs(row[0], told)));
                    }));
  }

  @Test
  void everyDifferenceIsJustifiedInTheDocumentation() throws IOException {
    String page = Files.readString(Path.of("src/site/markdown/expressions.md"));
    DIFFERENT
        .lines()
        .map(line -> line.split(" ~ ")[3])
        .forEach(heading -> assertTrue(page.contains("| " + heading + " |"), heading));
  }

  /**
   * Where something is missing, ODK takes it as the empty text or as no number, and goes on; we say
   * that we do not know. Whatever we do say, ODK says as well.
   */
  @Test
  void whatWeSayOfMissingAnswersOdkSaysToo() {
    List<String> differing = new ArrayList<>();
    int unknown = 0;
    for (String source : SAME.lines().toList()) {
      Value ours = Expression.parse(source).evaluate(Filled.of(NO_ROWS));
      if (ours.isUnknown()) {
        unknown++;
      } else if (!told(ours).equals(theirs(source, NO_ROWS))) {
        differing.add(source + ": " + said(told(ours)) + ", " + said(theirs(source, NO_ROWS)));
      }
    }
    assertEquals(List.of(), differing);
    assertTrue(
        unknown > 50, "missing answers made too little unknown to show anything: " + unknown);
  }

  /** Random expressions without a finding, where both have a result. */
  @Test
  void randomExpressionsComeToTheSame() {
    RandomExpressions random = new RandomExpressions(3);
    SmallForm form =
        SmallForm.of(
            """
            a decimal
            b select_one yes no a b
            c select_multiple x y z
            d date
            t text
            u roster
              n decimal
              s text
            self decimal
            """);
    String told = ANSWERS.get(1);
    OdkForm odk = new OdkForm(Filled.of(told), QUESTIONS, ROSTERS);
    int compared = 0;
    for (int i = 0; i < 60_000 && compared < 400; i++) {
      String source = random.tree(3).written();
      Expression expression;
      try {
        expression = Expression.parse(source);
      } catch (ExpressionException e) {
        continue;
      }
      if (!expression.check(form.seenFrom("self"), Use.CONSTRAINT).isEmpty() || differs(source)) {
        continue;
      }
      Value ours = expression.evaluate(Filled.of(told));
      Object theirs = plain(odk.evaluate(source));
      if (!ours.isUnknown() && !(theirs instanceof Exception)) {
        compared++;
        assertEquals(theirs, told(ours), source);
      }
    }
    assertTrue(compared >= 200, "too few expressions to show anything: " + compared);
  }

  /** What the listed differences touch. */
  private static boolean differs(String source) {
    return Stream.of("round(", "max(", "min(", "string(", "concat(", "'x y'", "2026-01-05")
        .anyMatch(source::contains);
  }

  private static Object ours(String source, String told) {
    return told(Expression.parse(source).evaluate(Filled.of(told)));
  }

  private static Object theirs(String source, String told) {
    return plain(new OdkForm(Filled.of(told), QUESTIONS, ROSTERS).evaluate(source));
  }

  private static Object told(Value value) {
    if (value instanceof Value.Truth truth) {
      return truth.value();
    }
    if (value instanceof Value.Decimal number) {
      return plain(number.value());
    }
    if (value instanceof Value.Day day) {
      return day.value();
    }
    return value.isUnknown() ? value : value.text();
  }

  /** Numbers to the digits that a double has for certain. */
  private static Object plain(Object result) {
    return result instanceof BigDecimal number ? Rounded.of(number) : result;
  }

  private record Rounded(String digits, BigDecimal exact) {

    static Rounded of(BigDecimal number) {
      BigDecimal rounded = number.setScale(12, RoundingMode.HALF_EVEN);
      return new Rounded(rounded.stripTrailingZeros().toPlainString(), number);
    }

    @Override
    public boolean equals(Object other) {
      return other instanceof Rounded rounded && rounded.digits.equals(digits);
    }

    @Override
    public int hashCode() {
      return digits.hashCode();
    }
  }

  private static String said(Object result) {
    if (result instanceof Rounded number) {
      BigDecimal exact = number.exact.stripTrailingZeros();
      return exact.scale() > 100 ? exact.toString() : exact.toPlainString();
    }
    if (result instanceof Exception) {
      return "error";
    }
    if (result instanceof Value value && value.isUnknown()) {
      return "unknown";
    }
    return result instanceof String text ? "'" + halves(text) + "'" : String.valueOf(result);
  }

  /** Half a character is shown by its number. */
  private static String halves(String text) {
    return text.chars()
        .mapToObj(c -> Character.isSurrogate((char) c) ? "\\u%04x".formatted(c) : "" + (char) c)
        .collect(Collectors.joining());
  }
}

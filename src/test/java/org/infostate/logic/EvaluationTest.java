package org.infostate.logic;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.Arrays;
import java.util.Collection;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * Rules.
 *
 * <ol>
 *   <li>What is not answered is unknown: neither false, nor zero, nor the empty text.
 *   <li>{@code and}, {@code or}, {@code not} are Kleene's.
 *   <li>Comparing with {@code ''} asks whether there is an answer.
 *   <li>Arithmetic is decimal; what has no result is unknown.
 *   <li>Functions over rows see the rows in which the question is asked.
 * </ol>
 */
class EvaluationTest {

  /** Each line: answers, expression, value; as {@link Filled} tells them. */
  private static final String TABLE =
      """
      # 1. unknown
      a=; | ${a}                       | unknown
      a=; | ${a} = 1                   | unknown
      a=; | ${a} != 1                  | unknown
      a=; | ${a} < 1                   | unknown
      a=; | ${a} + 1                   | unknown
      a=; | -${a}                      | unknown
      a=; | not(${a})                  | unknown
      a=; | if(${a}, 1, 2)             | unknown
      a=; | concat('x', ${a})          | unknown
      a=; | string-length(${a})        | unknown
      a=; | selected(${a}, 'x')        | unknown
      a=; | count-selected(${a})       | unknown
      a=; | coalesce(${a}, 3)          | 3
      a=; | coalesce(${a}, ${a})       | unknown
      a=5; | coalesce(${a}, 3)         | 5
      a=; | boolean(${a})              | unknown
      # 2. Kleene
      a=; | ${a} = 1 and false()       | false
      a=; | false() and ${a} = 1       | false
      a=; | ${a} = 1 and true()        | unknown
      a=; | ${a} = 1 or true()         | true
      a=; | true() or ${a} = 1         | true
      a=; | ${a} = 1 or false()        | unknown
      a=; | not(${a} = 1)              | unknown
      | true() and false()             | false
      | true() or false() and false()  | true
      # 3. the idiom
      a=; | ${a} = ''                  | true
      a=; | ${a} != ''                 | false
      a=; | '' = ${a}                  | true
      a=0; | ${a} = ''                 | false
      a=0; | ${a} != ""                | true
      a=[]; | ${a} = ''                | true
      a=; | coalesce(${a}, '') = ''    | true
      # 4. numbers
      | 0.1 + 0.2                      | 0.3
      | 0.1 + 0.2 = 0.3                | true
      | 2 + 3 * 4                      | 14
      | (2 + 3) * 4                    | 20
      | 10 - 4 - 3                     | 3
      | 12 div 4 div 3                 | 1
      | 1 div 4                        | 0.25
      | 1 div 0                        | unknown
      | 1 mod 0                        | unknown
      | 5 mod 3                        | 2
      | -5 mod 3                       | -2
      | 5 mod -3                       | 2
      | 1.5 mod 0.4                    | 0.3
      | --3                            | 3
      | -2 * -3                        | 6
      | 1 - -1                         | 2
      | .5 + 5.                        | 5.5
      | 10 div 4 * 2                   | 5
      | '3' + 4                        | 7
      | 'x' + 4                        | unknown
      | true() + true()                | 2
      | round(2.5)                     | 3
      | round(-2.5)                    | -3
      | round(2.345, 2)                | 2.35
      | round(1250, -2)                | 1300
      | round(2.5, 400)                | 2.5
      | int(2.9)                       | 2
      | int(-2.9)                      | -2
      | int('7')                       | 7
      | number('3.10')                 | 3.1
      | number('1e3')                  | unknown
      | number('')                     | unknown
      | number(true())                 | 1
      | abs(-3.5)                      | 3.5
      | pow(2, 10)                     | 1024
      | pow(2, -1)                     | 0.5
      | pow(0, -1)                     | unknown
      | pow(4, 0.5)                    | 2
      | pow(-4, 0.5)                   | unknown
      | pow(10, 1000)                  | unknown
      | pow(10, 100000000)             | unknown
      | sqrt(16)                       | 4
      | sqrt(-1)                       | unknown
      | log10(1000)                    | 3
      | log(0)                         | unknown
      | exp(0)                         | 1
      | exp(100000)                    | unknown
      | pi() > 3.14 and pi() < 3.15    | true
      # comparison
      | 1 = 1.0                        | true
      | '1' = 1                        | true
      | '1.0' = 1                      | true
      | 'x' = 1                        | false
      | 'x' != 1                       | true
      | 'a' = 'A'                      | false
      | 'a' < 'b'                      | unknown
      | '10' > '9'                     | true
      | 3 > 2 = true()                 | true
      | 1 < 2 and 2 <= 2 and 3 > 2 and 3 >= 3 | true
      | 2 < 1 or 3 <= 2 or 2 > 3 or 2 >= 3    | false
      a='yes'; | ${a} = 'yes'          | true
      a='yes'; | ${a} != "yes"         | false
      a=[x y]; | ${a} = 'y x'          | true
      a=[x y]; | ${a} = 'x'            | false
      a=[x];   | ${a} = 'x'            | true
      # conditions
      a=0; | if(${a}, 'y', 'n')        | 'n'
      a=2; | if(${a}, 'y', 'n')        | 'y'
      a='no'; | if(${a}, 'y', 'n')     | 'y'
      | if(1 = 2, 1, if(2 = 2, 2, 3))  | 2
      | not(0)                         | true
      | boolean('')                    | false
      | boolean-from-string('1')       | true
      | boolean-from-string('True')    | true
      | boolean-from-string('yes')     | false
      # selections
      a=[x y]; | selected(${a}, 'y')   | true
      a=[x y]; | selected(${a}, 'z')   | false
      a=[xy];  | selected(${a}, 'x')   | false
      a='x';   | selected(${a}, 'x')   | true
      a='x';   | not(selected(${a}, 'y')) | true
      a=[x y]; | count-selected(${a})  | 2
      a='x';   | count-selected(${a})  | 1
      a=[x y]; | selected-at(${a}, 1)  | 'y'
      a=[x y]; | selected-at(${a}, 2)  | ''
      a=[x y]; | selected-at(${a}, -1) | ''
      # the question itself
      self=5; | . >= 0 and . <= 100    | true
      self=101; | . >= 0 and . <= 100  | false
      self=[none x]; | not(selected(., 'none') and count-selected(.) > 1) | false
      self='abc'; | string-length() = 3 | true
      self='abc'; | once('x')          | 'abc'
      self=; | once('x')               | 'x'
      # 5. rows
      u(n=1 | n=2 | n=3); | sum(${n})              | 6
      u(n=1 | n=2 | n=3); | count(${u})            | 3
      u(n=1 | n=2 | n=3); | count(${n})            | 3
      u(n=1 | n=  | n=3); | sum(${n})              | unknown
      u(n=1 | n=! | n=3); | sum(${n})              | 4
      u(n=1 | n=! | n=3); | count(${n})            | 2
      u(n=1 | n=  | n=3); | count(${n})            | 3
      u(n=1 | n=  | n=3); | count-non-empty(${n})  | 2
      u(n=4 | n=2 | n=3); | min(${n})              | 2
      u(n=4 | n=2 | n=3); | max(${n})              | 4
      u(n=4 | n=  | n=3); | max(${n})              | unknown
      u(d=2020-01-02 | d=2019-03-04); | min(${d})  | 2019-03-04
      u(s='a' | s='b'); | join(', ', ${s})         | 'a, b'
      u(s='a' | s='b'); | concat(${s}, '!')        | 'ab!'
      u(n=4 | n=2); | indexed-repeat(${n}, ${u}, 2) | 2
      u(n=4 | n=2); | indexed-repeat(${n}, ${u}, 3) | unknown
      u(n=4 | n=2); | indexed-repeat(${n}, ${u}, 0) | unknown
      u(); | sum(${n})                             | 0
      u(); | count(${u})                           | 0
      u(); | max(${n})                             | unknown
      | max(3, 7, 5)                               | 7
      | min(3, 7, 5)                               | 3
      a=; | max(3, ${a})                           | unknown
      | max(3, 'x')                                | unknown
      u(w=2, m=1 | w=3, m=4); | sum(${w}) + sum(${m}) | 10
      u(w=2 | w=3); t=10; | round(100 * sum(${w}) div ${t}, 1) | 50
      # texts
      | string(1.50)                   | '1.5'
      | string(true())                 | 'true'
      | concat('a', 1, true())         | 'a1true'
      | string-length('añb')           | 3
      | string-length('a😀b')          | 3
      | substr('abcdef', 2)            | 'cdef'
      | substr('abcdef', 2, 4)         | 'cd'
      | substr('abcdef', -2)           | 'ef'
      | substr('abcdef', 4, 2)         | ''
      | substr('abc', 0, 99)           | 'abc'
      | substr('a😀b', 1, 2)           | '😀'
      | substring-before('a-b-c', '-') | 'a'
      | substring-after('a-b-c', '-')  | 'b-c'
      | substring-before('abc', 'x')   | ''
      | substring-after('abc', 'x')    | ''
      | contains('abc', 'bc')          | true
      | starts-with('abc', 'ab')       | true
      | ends-with('abc', 'ab')         | false
      | translate('bar', 'abc', 'AB')  | 'BAr'
      | translate('--a-', '-', '')     | 'a'
      | normalize-space('  a   b ')    | 'a b'
      | regex('abc', '[a-c]+')         | true
      | regex('abcd', '[a-c]+')        | false
      | regex('+1 234 567', '^[+][0-9 ()/-]{6,30}$') | true
      | substr('a', 'x')               | unknown
      # dates
      | today()                        | 2026-12-01
      | today() > '2026-11-30'         | true
      | today() - date('2026-11-01')   | 30
      | date(today() - 1)              | 2026-11-30
      | date('2026-02-30')             | unknown
      | date(0)                        | 1970-01-01
      | date(1.9)                      | 1970-01-02
      | date(-0.5)                     | 1970-01-01
      | date(-1)                       | 1969-12-31
      | date(100000000000000)          | unknown
      | decimal-date-time('1970-01-11') | 10
      | format-date('2026-01-05', '%e/%n/%Y %d.%m.%y %a %b %%') | '5/1/2026 05.01.26 Mon Jan %'
      | format-date('2026-01-05', '%Q') | unknown
      d=2026-12-01; | ${d} <= today()  | true
      d=2026-12-02; | ${d} <= today()  | false
      d=2026-12-02; | ${d} = '2026-12-02' | true
      d=2026-12-02; | ${d} = 'never'   | false
      """;

  @TestFactory
  Stream<DynamicTest> expressionsComeToTheirValues() {
    return lines()
        .map(
            line -> {
              int last = line.lastIndexOf("| ");
              // A row separator of a roster stands before the expression, which holds none.
              int middle = line.lastIndexOf("| ", last - 1);
              return DynamicTest.dynamicTest(
                  line.strip(),
                  () ->
                      assertEquals(
                          Filled.told(line.substring(last + 2).strip()),
                          Expression.parse(line.substring(middle + 2, last).strip())
                              .evaluate(Filled.of(line.substring(0, middle)))));
            });
  }

  private static Stream<String> lines() {
    return TABLE.lines().filter(line -> !line.startsWith("#") && !line.isBlank());
  }

  @Test
  void rowsOwnQuestionGivesTheRowAndOthersLookOutward() {
    Filled all = Filled.of("total=10; u(n=4, k='a' | n=6, k='b')");
    Expression share = Expression.parse("100 * ${n} div ${total}");
    assertEquals(Value.of(new BigDecimal(40)), share.evaluate(all.row("u", 1)));
    assertEquals(Value.of(new BigDecimal(60)), share.evaluate(all.row("u", 2)));
    assertEquals(
        Value.of(new BigDecimal(10)), Expression.parse("sum(${n})").evaluate(all.row("u", 1)));
    assertEquals(
        Value.of(new BigDecimal(2)), Expression.parse("position(..)").evaluate(all.row("u", 2)));
    assertEquals(Value.UNKNOWN, Expression.parse("position(..)").evaluate(all));
  }

  @Test
  void bareNamesAreColumnsOfTheChoice() {
    Answers answers = Filled.of("category='x'; asked='x'");
    assertEquals(Value.TRUE, Expression.parse("category = ${asked}").evaluate(answers));
  }

  @Test
  void hopelessPatternsComeToAnEnd() {
    Answers answers = Filled.of("a='" + "a".repeat(5_000) + "'");
    assertTimeoutPreemptively(
        Duration.ofSeconds(20),
        () ->
            assertEquals(
                Value.UNKNOWN, Expression.parse("regex(${a}, '(a+)+b')").evaluate(answers)));
  }

  @Test
  void patternsThatExhaustTheStackAreUnknown() {
    Answers answers = Filled.of("a='" + "ab".repeat(15_000) + "'");
    Value value = Expression.parse("regex(${a}, '(a|b|ab)*')").evaluate(answers);
    assertEquals(true, value.isUnknown() || value.isTrue());
  }

  @Test
  void textsBeyondACellAreUnknown() {
    String half = "a".repeat(20_000);
    Answers answers = Filled.of("a='" + half + "'");
    assertEquals(Value.UNKNOWN, Expression.parse("concat(${a}, ${a})").evaluate(answers));
  }

  @Test
  void valuesKeepTheirOrderAndBounds() {
    Collection<String> codes = Arrays.asList("b", "a");
    assertEquals("b a", Value.ofChoices(codes).text());
    assertEquals(Value.UNKNOWN, Value.of(new BigDecimal("1E+309")));
    assertEquals(Value.of(BigDecimal.ZERO), Value.of(new BigDecimal("1E-400")));
    assertEquals("1000", Value.of(new BigDecimal("1E+3")).text());
  }
}

package org.infostate.logic;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class FeasibilityTest {

  private static final String QUESTIONS =
      """
      law select_one yes no draft
      kinds select_multiple theft fraud arson
      title text
      age integer | constraint: . >= 0 and . <= 120
      share decimal
      since date
      staff integer
      part integer | relevant: ${law} = 'yes'
      deep integer | relevant: ${part} > 3
      total calculate | calculation: ${staff} + 1
      flag calculate | calculation: ${staff} > 1
      loop1 integer | relevant: ${loop2} > 1
      loop2 integer | relevant: ${loop1} > 1
      """;

  /** Never or maybe, and the relevance of a question. */
  private static final String RELEVANCE =
      """
      maybe ~ ${law} = 'yes'
      never ~ false()
      never ~ 1 = 2
      maybe ~ 1 = 1
      never ~ 1 div 0 > 1
      never ~ ${law} = 'yes' and ${law} = 'no'
      maybe ~ ${law} = 'yes' or ${law} = 'no'
      never ~ ${law} = 'other'
      never ~ ${law} != 'yes' and ${law} != 'no' and ${law} != 'draft'
      maybe ~ ${law} != 'yes' and ${law} != 'no'
      never ~ not(${law} != 'yes') and ${law} = 'draft'
      never ~ ${law} = '' and ${law} != ''
      never ~ ${law} = '' and ${law} = 'yes'
      never ~ ${law} = '' and ${law} != 'yes'
      maybe ~ ${law} = '' and ${title} != ''
      never ~ not(${law} = 'yes' or ${law} != 'yes')
      never ~ selected(${law}, 'yes') and ${law} = 'no'
      never ~ selected(${kinds}, 'theft') and not(selected(${kinds}, 'theft'))
      maybe ~ selected(${kinds}, 'theft') and selected(${kinds}, 'fraud')
      never ~ selected(${kinds}, 'murder')
      never ~ ${kinds} = 'theft' and selected(${kinds}, 'fraud')
      maybe ~ ${kinds} = 'theft fraud' and selected(${kinds}, 'fraud')
      never ~ not(selected(${kinds}, 'theft') or selected(${kinds}, 'fraud') or selected(${kinds}, 'arson'))
      never ~ count-selected(${kinds}) > 3
      maybe ~ count-selected(${kinds}) > 2
      never ~ count-selected(${kinds}) = 0
      never ~ ${staff} > 5 and ${staff} < 5
      never ~ ${staff} >= 5 and ${staff} <= 5 and ${staff} != 5
      maybe ~ ${staff} >= 5 and ${staff} <= 5
      never ~ ${staff} > 5 and ${staff} < 6
      maybe ~ ${share} > 5 and ${share} < 6
      never ~ ${staff} = 2.5
      never ~ 5 < ${staff} and 5 > ${staff}
      never ~ ${staff} > 1 and ${staff} < 4 and ${staff} != 2 and ${staff} != 3
      never ~ ${age} > 120
      never ~ not(${age} <= 120)
      maybe ~ ${age} > 119
      never ~ ${since} > '2020-01-01' and ${since} < '2020-01-02'
      maybe ~ ${since} > '2020-01-01' and ${since} < '2020-01-03'
      never ~ ${staff} > ${share} and ${staff} < ${share}
      never ~ ${staff} > ${share} and ${share} >= ${staff}
      never ~ ${staff} != ${staff}
      maybe ~ ${staff} >= ${share} and ${staff} <= ${share}
      maybe ~ ${title} <= ${law} and ${title} >= ${law} and ${title} != ${law}
      never ~ ${title} = 'a' and ${title} = 'b'
      maybe ~ ${title} = '5' and ${title} = 5.0
      never ~ ${title} = 'a' and ${title} != 'a'
      maybe ~ selected(${title}, 'a') and selected(${title}, 'b')
      never ~ string-length(${title}) < 0
      never ~ ${total} > 5 and ${total} < 3
      maybe ~ ${flag} = 'a' and ${flag} = 'b'
      maybe ~ ${flag} = 1 and ${flag} = 2
      never ~ if(${law} = 'yes', ${staff} > 5, false()) and ${staff} < 3
      maybe ~ if(${law} = 'yes', ${staff} > 5, true()) and ${staff} < 3
      maybe ~ coalesce(${staff}, 0) = 0 and ${staff} = ''
      never ~ ${staff} + 1 > 5 and ${staff} = ''
      never ~ ${law} = 'no' and ${part} > 1
      maybe ~ ${law} = 'no' and ${part} = ''
      never ~ ${law} = 'no' and ${deep} > 1
      maybe ~ ${law} = 'yes' and ${deep} > 1
      maybe ~ ${loop1} > 2
      maybe ~ regex(${title}, 'a+')
      """;

  @TestFactory
  Stream<DynamicTest> conditionsThatExcludeOneAnotherAreFound() {
    return RELEVANCE
        .lines()
        .map(line -> line.split(" ~ "))
        .map(
            row ->
                DynamicTest.dynamicTest(
                    row[1],
                    () -> {
                      SmallForm form = SmallForm.of(QUESTIONS + "asked text | relevant: " + row[1]);
                      assertEquals(
                          row[0].equals("never"),
                          Feasibility.neverAsked("asked", form.seenFrom("asked")).isPresent());
                    }));
  }

  private static final String CONSTRAINTS =
      """
      maybe integer         ~ . >= 0 and . <= 100
      never integer         ~ . >= 100 and . <= 0
      never integer         ~ . > 3 and . < 4
      maybe decimal         ~ . > 3 and . < 4
      never date            ~ . > '2020-01-01' and . < '2019-01-01'
      maybe date            ~ . <= today()
      never select_one a b  ~ . != 'a' and . != 'b'
      maybe select_one a b  ~ . != 'a'
      never select_multiple a b ~ count-selected(.) > 2
      maybe select_multiple a b ~ count-selected(.) <= 1
      never select_multiple a b ~ not(selected(., 'a')) and not(selected(., 'b'))
      maybe select_multiple a none ~ not(selected(., 'none') and count-selected(.) > 1)
      never text            ~ string-length(.) > 5 and string-length(.) < 3
      maybe text            ~ regex(., '[a-z]+')
      never integer         ~ . > ${law}
      never integer         ~ . = ''
      """;

  @TestFactory
  Stream<DynamicTest> constraintsThatNoAnswerFulfilsAreFound() {
    return CONSTRAINTS
        .lines()
        .map(line -> line.split(" +~ "))
        .map(
            row ->
                DynamicTest.dynamicTest(
                    row[0] + ": " + row[1],
                    () -> {
                      String[] kind = row[0].split(" ", 2);
                      SmallForm form =
                          SmallForm.of(
                              "law select_one yes | relevant: false()\nasked "
                                  + kind[1]
                                  + " | constraint: "
                                  + row[1]);
                      assertEquals(
                          kind[0].equals("never"),
                          Feasibility.neverHolds("asked", form.seenFrom("asked")).isPresent());
                    }));
  }

  @Test
  void findingNamesWhatExcludesItself() {
    SmallForm form =
        SmallForm.of("a integer\nb text | relevant: ${a} > 5 and ${a} < 3 and ${a} != 9");
    assertEquals(
        "At character 1: b can never be asked: its conditions exclude one another (${a}).",
        Feasibility.neverAsked("b", form.seenFrom("b")).orElseThrow().message());
  }

  @Test
  void manyAlternativesComeToAnEnd() {
    StringBuilder source = new StringBuilder("(${a} = 1 or ${b} = 1)");
    for (int i = 0; i < 60; i++) {
      source.append(" and (${a} = ").append(i).append(" or ${b} = ").append(i).append(")");
    }
    SmallForm form = SmallForm.of("a integer\nb integer\nc text | relevant: " + source);
    assertTimeoutPreemptively(
        Duration.ofSeconds(10), () -> Feasibility.neverAsked("c", form.seenFrom("c")));
  }
}

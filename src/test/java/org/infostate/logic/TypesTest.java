package org.infostate.logic;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * Rules.
 *
 * <ol>
 *   <li>Every name is a question, and one that has a value from where the expression stands.
 *   <li>A code that a question is compared with is a choice of it.
 *   <li>Sorts that can never compare are errors; those that may are warnings.
 *   <li>Functions over rows take rows.
 *   <li>{@code .} has a value in constraints alone, bare names in choice filters alone.
 * </ol>
 */
class TypesTest {

  private static final SmallForm FORM =
      SmallForm.of(
          """
          law select_one yes no draft
          grade select_one 1 2 3
          kinds select_multiple theft fraud
          title text
          staff integer
          share decimal
          since date
          scan file
          hello note
          total calculate | calculation: sum(${men}) + 1
          word calculate | calculation: concat(${title}, '!')
          units roster
            unit text
            men integer
            opened date
          other roster
            women integer
          """);

  /** Where it stands and what for, expression, findings: W or E, position, code, suggestion. */
  private static final String TABLE =
      """
      law relevant    ~ ${staff} > 3 and ${law} = 'yes'   ~
      # 1. names
      law relevant    ~ ${stuff} > 3           ~ E0 unknown-question ${staff}
      law relevant    ~ ${zebra} > 3           ~ E0 unknown-question
      law relevant    ~ ${units} = 3           ~ E0 roster-as-value count(${units})
      law relevant    ~ ${men} > 3             ~ E0 row-from-outside sum(${men})
      law relevant    ~ ${unit} = 'x'          ~ E0 row-from-outside count-non-empty(${unit})
      unit relevant   ~ ${men} > 3             ~
      unit relevant   ~ ${staff} > 3           ~
      women relevant  ~ ${men} > 3             ~ E0 row-from-outside sum(${men})
      law relevant    ~ ${hello} = 'x'         ~ E0 no-value
      # 2. codes
      law relevant    ~ ${law} = 'yse'         ~ E9 unknown-choice 'yes'
      law relevant    ~ 'maybe' != ${law}      ~ E0 unknown-choice
      law relevant    ~ ${law} = ''            ~
      law constraint  ~ . != 'draft'           ~
      law constraint  ~ . != 'drift'           ~ E5 unknown-choice 'draft'
      law relevant    ~ selected(${kinds}, 'fraude') ~ E19 unknown-choice 'fraud'
      law relevant    ~ selected(${law}, 'no') ~
      law relevant    ~ ${kinds} = 'theft'     ~ W9 equals-multiple selected(${kinds}, 'theft')
      law relevant    ~ ${kinds} != 'theft'    ~ W9 equals-multiple not(selected(${kinds}, 'theft'))
      law relevant    ~ ${title} = 'anything'  ~
      # 3. sorts
      law relevant    ~ ${staff} = 'many'      ~ E9 incomparable
      law relevant    ~ ${staff} = '3'         ~
      law relevant    ~ ${since} > '2020-01-01' ~
      law relevant    ~ ${since} = 'yesterday' ~ E9 incomparable
      law relevant    ~ ${since} > today()     ~
      law relevant    ~ today() - ${since} > 30 ~
      law relevant    ~ ${since} = ${staff}    ~ E9 incomparable
      law relevant    ~ ${title} = ${staff}    ~ W0 text-as-number number(…)
      law relevant    ~ ${law} > 2             ~ E7 type
      law relevant    ~ ${grade} > 2           ~
      law relevant    ~ ${grade} >= '2'        ~
      law relevant    ~ ${law} + 1 > 2         ~ E0 type
      law relevant    ~ ${title} + 1 > 2       ~ W0 text-as-number number(…)
      law relevant    ~ 'x' + 1 > 2            ~ E0 type
      law relevant    ~ ${total} + 1 > 2       ~
      law relevant    ~ ${word} + 1 > 2        ~ W0 text-as-number number(…)
      law relevant    ~ ${total} = 'x'         ~ E9 incomparable
      law relevant    ~ (${law} = 'yes') = 'true' ~ E17 incomparable
      law relevant    ~ (${law} = 'yes') + (${staff} > 1) >= 1 ~
      law relevant    ~ ${staff} > ''          ~ E9 order-of-empty
      law relevant    ~ string-length(${staff}) > 1 ~
      law relevant    ~ count-selected(${staff}) > 1 ~ E15 type
      law relevant    ~ selected(${title}, 'x') ~ W9 text-as-choices
      law relevant    ~ format-date(${staff}, '%Y') = '2020' ~ E12 type
      law relevant    ~ format-date(${since}, '%Y') = '2020' ~
      law relevant    ~ if(${law} = 'yes', 1, 2) > 1 ~
      law relevant    ~ coalesce(${staff}, 0) > 1 ~
      law relevant    ~ coalesce(${title}, 0) > 1 ~
      law relevant    ~ ${law}                 ~ W0 not-a-condition
      law relevant    ~ ${staff} and ${law} = 'yes' ~ W0 not-a-condition
      law relevant    ~ not(${title})          ~ W4 not-a-condition
      law relevant    ~ if(${staff}, true(), false()) ~ W3 not-a-condition
      total calculation ~ ${staff} * 2         ~
      total calculation ~ ${law} * 2           ~ E0 type
      total calculation ~ -${title}            ~ W1 text-as-number number(…)
      # 4. rows
      total calculation ~ sum(${men})          ~
      total calculation ~ sum(${staff})        ~ E4 not-a-roster
      total calculation ~ sum(${units})        ~ E4 roster-as-value count(${units})
      total calculation ~ sum(3)               ~ E4 rows-wanted
      total calculation ~ sum(${unit})         ~ W4 text-as-number number(…)
      total calculation ~ count(${units})      ~
      total calculation ~ count(${unit})       ~
      total calculation ~ count(${staff})      ~ E6 not-a-roster
      total calculation ~ max(${staff}, ${share}) ~
      total calculation ~ max(${men})          ~
      total calculation ~ max(${opened}) - ${since} ~
      total calculation ~ join(', ', ${unit})  ~
      total calculation ~ concat(${title}, ${unit}) ~
      total calculation ~ sum(${mne})          ~ E4 unknown-question ${men}
      total calculation ~ indexed-repeat(${men}, ${units}, 1) ~
      total calculation ~ indexed-repeat(${men}, ${other}, 1) ~ E15 not-a-roster
      total calculation ~ indexed-repeat(1, ${units}, 1) ~ E0 rows-wanted
      men relevant    ~ sum(${men}) > 3        ~ W4 rows-from-inside
      men relevant    ~ sum(${women}) > 3      ~
      men relevant    ~ position(..) > 1       ~
      law relevant    ~ position(..) > 1       ~ E0 position-outside
      # 5. the question itself, columns
      staff constraint ~ . >= 0 and . <= ${share} ~
      staff relevant  ~ . > 0                  ~ E0 self-outside-constraint
      title constraint ~ string-length() < 5   ~
      title relevant  ~ string-length() < 5    ~ E0 self-outside-constraint
      total calculation ~ once(${staff})       ~ W0 once
      law relevant    ~ ${law} = yes           ~ E9 bare-name 'yes'
      law relevant    ~ staff = 3              ~ E0 bare-name ${staff}
      law relevant    ~ True                   ~ E0 bare-name true()
      law choice_filter ~ category = ${title} and name != 'no' ~
      law choice_filter ~ categry = ${title}   ~ E0 unknown-column category
      """;

  @TestFactory
  Stream<DynamicTest> findingsTellWhatIsWrong() {
    return TABLE
        .lines()
        .filter(line -> !line.startsWith("#"))
        .map(line -> line.split("~", -1))
        .map(
            row ->
                DynamicTest.dynamicTest(
                    row[0].strip() + ": " + row[1].strip(),
                    () -> {
                      String[] place = row[0].strip().split(" +");
                      Use use = Use.valueOf(place[1].toUpperCase(Locale.ROOT));
                      assertEquals(
                          row[2].strip(),
                          Expression.parse(row[1].strip())
                              .check(FORM.seenFrom(place[0], "category"), use)
                              .stream()
                              .map(TypesTest::told)
                              .collect(Collectors.joining("; ")));
                    }));
  }

  private static String told(Finding finding) {
    String kind = finding.isError() ? "E" : "W";
    String code = finding.code().replace("expression.", "");
    return (kind + finding.position() + " " + code + " " + finding.suggestion().orElse("")).strip();
  }

  @Test
  void allFindingsComeAtOnceInTheirOrder() {
    assertEquals(
        "E0 unknown-question ${staff}; E25 unknown-choice 'yes'",
        Expression.parse("${staf} > 3 and ${law} = 'yess'")
            .check(FORM.seenFrom("law"), Use.RELEVANT)
            .stream()
            .map(TypesTest::told)
            .collect(Collectors.joining("; ")));
  }

  @Test
  void calculationsThatBranchDoNotMultiplyTheWork() {
    StringBuilder told = new StringBuilder("c0 integer\n");
    for (int i = 1; i <= 200; i++) {
      String before = "${c" + (i - 1) + "}";
      told.append("c").append(i).append(" calculate | calculation: if(1 = 1, ");
      told.append(before).append(", ").append(before).append(")\n");
    }
    SmallForm form = SmallForm.of(told.toString());
    assertTimeoutPreemptively(
        Duration.ofSeconds(5),
        () ->
            assertEquals(
                0,
                Expression.parse("${c200} > 1").check(form.seenFrom("c0"), Use.RELEVANT).size()));
  }

  @Test
  void calculationThatLeadsBackToItselfHasAnySort() {
    SmallForm form =
        SmallForm.of(
            """
            a calculate | calculation: if(1 = 1, ${b}, ${b})
            b calculate | calculation: if(1 = 1, ${a}, ${a})
            """);
    assertEquals(0, Expression.parse("${a} > 1").check(form.seenFrom("b"), Use.RELEVANT).size());
  }
}

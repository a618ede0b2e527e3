package org.infostate.scorings;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.infostate.problem.ProblemException;
import org.infostate.problem.ProblemKind;
import org.infostate.scoring.State;
import org.infostate.scoring.Table;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What a table may look like.
 *
 * <ol>
 *   <li>Commas, semicolons and tabs separate; a byte order mark, quotation marks, lines ended in
 *       any way, blank lines and, where commas do not separate, decimal commas are read.
 *   <li>What is missing is missing and never zero; what does not apply leaves the denominator.
 *   <li>Whatever else comes in is refused with a problem, and nothing is thrown that is none.
 * </ol>
 */
class TablesThatComeInTest {

  private static final String DEFINITION =
      """
      index: small
      version: 1
      name: Small
      steps:
        - aggregate: {mean: arithmetic}
        - rank
      elements:
        - {code: t, name: T}
        - {code: a, parent: t, name: A, source: {columns: "${x}"}}
        - {code: b, parent: t, name: B, source: {statistics: "${y} + 1"}}
        - {code: c, parent: t, name: C, source: {answers: "${law}", levels: {yes: 1, no: 0}}}
      """;

  private static Scored small(String data) {
    return Parts.score("definition", DEFINITION, "data", data);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "uCode,x,y,law\nXAA,1.5,2,yes\n",
        "\ufeffuCode,x,y,law\r\nXAA,1.5,2,yes\r\n",
        "uCode;x;y;law\nXAA;1,5;2;yes\n;;;\n",
        "uCode;x;y;law\nXAA;1.5;2;yes",
        "iso3\tx\ty\tlaw\r\rXAA\t1,5\t+2.\tyes\r",
        "\"uCode\",\"x\", y ,law\n\n\"XAA\",\"1.5\", 2e0 ,\"yes\"\n\n",
        "Country;Name;x;y;law;unit\n9;\"a \"\"b\"\"\n;c\";1,5;2;yes;XAA"
      })
  void valuesAreSeparatedInManyWays(String data) {
    Table input = small(data).result().input();
    assertEquals("XAA", input.cases().get(0).unit());
    assertArrayEquals(
        new double[] {1.5, 3, 1},
        new double[] {input.value(0, 0), input.value(0, 1), input.value(0, 2)});
  }

  @Test
  void whatIsMissingIsMissingForItsReason() {
    Scored scored = small("uCode,x,y,law\nXAA,NA,..,no\nXBB,not applicable,4,\nXCC,0,text,yes\n");
    Table input = scored.result().input();
    assertEquals(State.UNANSWERED, input.state(0, 0));
    assertEquals(State.UNANSWERED, input.state(0, 1));
    assertEquals(State.NOT_APPLICABLE, input.state(1, 0));
    assertEquals(State.UNANSWERED, input.state(1, 2));
    assertEquals(State.UNDEFINED, input.state(2, 1));
    assertEquals(0, scored.result().scores().value("XAA", "t"));
    assertEquals(5, scored.result().scores().value("XBB", "t"));
    assertEquals(2, scored.league().get(1).completeness().applicable() - 1);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          uCode,x,y,law#XAA,1,2,perhaps       | data 2:4 1761 [perhaps, no, yes]
          uCode,x,y,law#XAA,one,2,yes         | data 2:2 1760 [one, x]
          uCode,x,y,law#XAA,Inf,2,yes         | data 2:2 1760 [Inf, x]
          uCode,x,y,law#XAA,1e999,2,yes       | data 2:2 1760 [1e999, x]
          uCode,x,y,law#XAA,1e200,2,yes       | data 2:2 1760 [1e200, x]
          uCode,x,y,law#XAA,0x1,2,yes         | data 2:2 1760 [0x1, x]
          uCode,x,y,law#XAA,"1,000",2,yes     | data 2:2 1760 [1,000, x]
          uCode,x,law#XAA,1,yes               | data 1:1 1758 [y, data]
          name,x,y,law#XAA,1,2,yes            | data 1:1 1758 [uCode, data]
          uCode,x,y,law,x#XAA,1,2,yes,3       | data 1:5 1757 [x]
          uCode,x,y,law#XAA,1,2,yes#XAA,1,2,no | data 3:1 1767 [XAA, 2]
          uCode,x,y,law#,1,2,yes              | data 2:1 1765 [200]
          uCode,year,x,y,law#XAA,MMI,1,2,yes  | data 2:2 1766 [MMI]
          uCode,x,y,law#XAA,1,2               | data 2:4 1756 [3, 4]
          uCode,x,y,law#XAA,"1"2,2,yes        | data 2:1 1753 []
          uCode,x,y,law                       | data 1754 [data]
          """)
  void whatCannotBeReadIsRefusedWithItsPlace(String data, String problem) {
    assertEquals(
        List.of(problem),
        Parts.problems("definition", DEFINITION, "data", data.replace('#', '\n')));
  }

  @Test
  void definitionAndDataAreJudgedTogether() {
    assertEquals(
        List.of(
            "definition 5:23 1701 ['cubic' is none of arithmetic, geometric, harmonic, power, median,"
                + " mazziotta-pareto, mazziotta-pareto-plus, copeland.]",
            "data 3:1 1767 [XAA, 2]"),
        Parts.problems(
            "definition", DEFINITION.replace("arithmetic", "cubic"), "data", "uCode\nXAA\nXAA\n"));
  }

  @Test
  void bytesThatAreNoTextAreRefused() {
    Map<String, byte[]> parts = new LinkedHashMap<>();
    parts.put("definition", DEFINITION.getBytes(StandardCharsets.UTF_16));
    parts.put("data", new byte[] {'u', 'C', 'o', 'd', 'e', '\n', 0, '\n'});
    ProblemException refused =
        assertThrows(
            ProblemException.class, () -> ScoreTable.score(new ScoringOrder(parts), () -> {}));
    assertEquals(
        List.of(ProblemKind.SCORING_NOT_TEXT, ProblemKind.SCORING_NOT_TEXT),
        refused.problems().stream().map(p -> p.kind()).toList());
  }

  @Test
  void aSourceThatAsksForRowsOrForTodayIsRefusedAndNotTakenForZero() {
    for (String source : List.of("sum(${x})", "count(${x})", "if(today() > '2020-01-01', 1, 2)")) {
      assertEquals(
          List.of("definition 1770 [a]"),
          Parts.problems(
              "definition",
              DEFINITION.replace("\"${x}\"", "\"" + source + "\""),
              "data",
              "uCode,x,y,law\nXAA,1,2,yes\n"),
          source);
    }
  }

  @Test
  void aBaseYearHasToBeThere() {
    String definition =
        DEFINITION.replace(
            "  - aggregate", "  - normalise: {method: relative, over: 2001}\n  - aggregate");
    assertEquals(
        List.of("data 1769 [2001]"),
        Parts.problems("definition", definition, "data", "uCode,year,x,y,law\nXAA,2002,1,2,yes\n"));
  }

  @Test
  void limitsAreKept() {
    StringBuilder rows = new StringBuilder("uCode,x,y,law\n");
    for (int i = 0; i <= Limits.MOST_CASES; i++) {
      rows.append('U').append(i).append(",1,2,yes\n");
    }
    assertEquals(
        List.of("data 5002:1 1755 [5000, 1000]"),
        Parts.problems("definition", DEFINITION, "data", rows.toString()));
    assertEquals(
        List.of("data 1:1 1755 [5000, 1000]"),
        Parts.problems("definition", DEFINITION, "data", "uCode" + ",x".repeat(1000) + "\n"));
    StringBuilder elements = new StringBuilder(DEFINITION);
    for (int i = 0; i < 400; i++) {
      elements.append("  - {code: e").append(i);
      elements.append(", parent: t, name: E, source: {columns: \"${x}\"}}\n");
    }
    String many = rows.substring(0, rows.lastIndexOf("U"));
    assertEquals(
        List.of("data 1768 [6060000, 5000000]"),
        Parts.problems("definition", elements.toString(), "data", many));
    List<String> problems =
        Parts.problems("definition", DEFINITION, "data", many.replace(",1,", ",one,"));
    assertEquals(Limits.MOST_PROBLEMS + 1, problems.size());
    assertEquals("null 1774 [4900]", problems.get(Limits.MOST_PROBLEMS));
  }

  @Test
  void aSheetThatNoWorkbookHoldsIsRefusedBeforeTheReply() {
    Sheet endless =
        new Sheet(
            "endless",
            List.of("n"),
            taker -> {
              for (int i = 0; i < 10; i++) {
                taker.accept(new Object[] {i});
              }
            });
    ProblemException refused =
        assertThrows(ProblemException.class, () -> ScoringWorkbook.of(List.of(endless), 10));
    assertEquals(ProblemKind.SCORING_SHEET_TOO_LONG, refused.first().kind());
  }

  @Test
  void whatTakesTooLongIsEnded() {
    Instant[] now = {Instant.EPOCH};
    Clock clock =
        new Clock() {
          @Override
          public Instant instant() {
            now[0] = now[0].plus(Duration.ofSeconds(15));
            return now[0];
          }

          @Override
          public ZoneId getZone() {
            return ZoneOffset.UTC;
          }

          @Override
          public Clock withZone(ZoneId zone) {
            return this;
          }
        };
    StringBuilder rows = new StringBuilder("uCode,x,y,law\n");
    for (int i = 0; i < 100; i++) {
      rows.append('U').append(i).append(",1,2,yes\n");
    }
    ScoringOrder order = Parts.order("definition", DEFINITION, "data", rows.toString());
    ProblemException ended =
        assertThrows(ProblemException.class, () -> ScoreTable.score(order, new TimeLimit(clock)));
    assertEquals(ProblemKind.SCORING_TOO_LONG, ended.first().kind());
  }

  /** Parts of the reference with bytes changed, left out and put in: a score or a problem. */
  @Test
  void nothingIsThrownThatIsNoProblem() throws IOException {
    Random random = new Random(20261125);
    String[] steps = {
      "steps: [denominate, {impute: {method: pillar-mean}}, treat, {normalise: {method: z-score}},"
          + " {weigh: {method: principal-component}}, {aggregate: {mean: arithmetic}}, rank]",
      "steps: [screen, {transform: {function: power, constant: 9}}, {treat: {transform: box-cox}},"
          + " {normalise: {method: distance-to-target}}, {weigh: {method: entropy}}, {aggregate:"
          + " {mean: copeland, levels: {2: {mean: harmonic}}}}, {rank: {decimals: 15}}]",
      "steps: [{transform: {expression: \"pow(., 40) div 0\"}}, {impute: {method: mean}},"
          + " {normalise: {method: none}}, {aggregate: {mean: power, power: -100}}]",
    };
    String meta = Parts.reference("iMeta.csv");
    String data = Parts.reference("iData.csv");
    int scored = 0;
    int refused = 0;
    for (int trial = 0; trial < 60; trial++) {
      Map<String, byte[]> parts = new LinkedHashMap<>();
      parts.put("iMeta", changed(meta, random, trial % 4 == 3 ? 3 : 0));
      parts.put("steps", changed(steps[trial % steps.length], random, trial % 8 == 1 ? 2 : 0));
      parts.put(
          "data", trial % 2 == 0 ? extreme(data, random) : changed(data, random, 1 + trial % 5));
      try {
        Scored run = ScoreTable.score(new ScoringOrder(parts), () -> {});
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ScoringZip.write(run, ResultSheets.of(run, true), out);
        for (Sheet sheet : ResultSheets.of(run, true)) {
          sheet.rows().accept(row -> assertFalse(infinite(row), sheet.name()));
        }
        scored++;
      } catch (ProblemException e) {
        assertTrue(e.problems().stream().allMatch(p -> p.kind().status() / 100 == 4));
        refused++;
      }
    }
    assertTrue(scored > 5 && refused > 10, scored + " scored, " + refused + " refused");
  }

  private static boolean infinite(Object[] row) {
    return Stream.of(row).anyMatch(v -> v instanceof Double number && number.isInfinite());
  }

  /** The data with every twentieth figure made extreme, or left out. */
  private static byte[] extreme(String text, Random random) {
    List<String> figures = List.of("1e99", "-1e99", "0", "NA", "1e-99", "7");
    return Pattern.compile("(?<=,)[-0-9.]+(?=[,\n])")
        .matcher(text)
        .replaceAll(
            found ->
                random.nextInt(20) == 0
                    ? figures.get(random.nextInt(figures.size()))
                    : found.group())
        .getBytes(StandardCharsets.UTF_8);
  }

  private static byte[] changed(String text, Random random, int changes) {
    List<String> bits =
        List.of(
            ",",
            ";",
            "\n",
            "\"",
            "'",
            "NA",
            "-",
            "1e308",
            "\u0000",
            "\ufeff",
            "\t",
            "0",
            "{",
            "[",
            "=",
            "&a",
            "*a",
            "NaN",
            "Inf",
            "P1",
            "999999999999",
            "\ud83d\ude00",
            "1e99",
            "-1e99");
    StringBuilder built = new StringBuilder(text);
    for (int i = 0; i < changes; i++) {
      int at = random.nextInt(built.length());
      int length = Math.min(random.nextInt(4), built.length() - at);
      built.replace(at, at + length, bits.get(random.nextInt(bits.size())));
    }
    return built.toString().getBytes(StandardCharsets.UTF_8);
  }
}

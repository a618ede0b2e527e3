package org.infostate.assessment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.infostate.scoring.Case;
import org.infostate.scoring.Mark;
import org.infostate.scoring.Table;
import org.infostate.uncertainty.Factor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DoubtsTest {

  private static final String INDEX =
      """
      index: doubted
      version: 1
      name: Doubted
      steps:
        - impute: {method: mean}
        - treat: {skewness: 2}
        - normalise: {method: min-max}
        - aggregate: {mean: arithmetic}
      elements:
        - {code: total, name: Total}
        - {code: a, parent: total, name: A, source: {columns: "${a}"}}
        - {code: b, parent: total, name: B, source: {columns: "${b}"}}
      """;

  @Test
  void whatAnIndexDoesNotDeclareFollowsFromItsSteps() {
    List<Factor> factors = Doubts.of(IndexFile.read(INDEX), table());

    assertEquals(
        List.of("weights", "normalise", "aggregate", "impute", "treat", "leave-out"),
        factors.stream().map(Factor::name).toList());
    Factor.Range limit = (Factor.Range) factors.get(4);
    assertEquals(1.5, limit.low());
    assertEquals(2.5, limit.high());
    Factor.Choice mean = (Factor.Choice) factors.get(2);
    assertEquals(3, mean.position());
    assertEquals(2, mean.alternatives().size());
  }

  @Test
  void answersVaryWhereSomeAreNotVerified() {
    Table table =
        Table.builder(List.of(Case.of("XAA")), List.of("a", "b"))
            .set("XAA", null, "a", 1, Mark.UNVERIFIED)
            .set("XAA", null, "b", 1)
            .build();

    List<String> names =
        Doubts.of(IndexFile.read(INDEX), table).stream().map(Factor::name).toList();
    assertTrue(names.contains("unverified"), names::toString);
  }

  @Test
  void anIndexSaysItselfWhatCouldHaveBeenDecidedOtherwise() {
    IndexFile file =
        IndexFile.read(
            INDEX
                + """
                  uncertainty:
                    weights: 0.1
                    normalise: [{method: z-score, mean: 50, deviation: 15}, {method: goalposts, low: 0, high: 9}]
                    impute: [{method: median}]
                    treat: {skewness: [1, 3]}
                    leave-out: [b]
                  """);

    assertEquals(List.of(), file.faults());
    List<Factor> factors = Doubts.of(file, table());
    assertEquals(
        List.of("weights", "normalise", "impute", "treat", "leave-out"),
        factors.stream().map(Factor::name).toList());
    assertEquals(0.1, ((Factor.Weights) factors.get(0)).share());
    assertEquals(3, ((Factor.Choice) factors.get(1)).alternatives().size());
    assertEquals(List.of("b"), ((Factor.LeavingOut) factors.get(4)).elements());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          weights: 2                     | 14 | value
          treat: {skewness: [3, 1]}      | 14 | value
          leave-out: [total]             | 14 | element-unknown
          leave-out: [c]                 | 14 | element-unknown
          normalise: [{method: nothing}] | 14 | value
          weigths: 0.1                   | 14 | key-unknown
          """)
  void whatIsWrongIsReportedWithItsLine(String key, int line, String code) {
    IndexFile file = IndexFile.read(INDEX + "uncertainty:\n  " + key + "\n");

    assertEquals(
        List.of(line + " " + code),
        file.faults().stream()
            .filter(fault -> !fault.code().equals("key-missing"))
            .map(fault -> fault.line() + " " + fault.code())
            .toList());
  }

  private static Table table() {
    return Table.builder(List.of(Case.of("XAA"), Case.of("XRU")), List.of("a", "b"))
        .set("XAA", null, "a", 1)
        .set("XAA", null, "b", 4)
        .set("XRU", null, "a", 3)
        .set("XRU", null, "b", 2)
        .build();
  }
}

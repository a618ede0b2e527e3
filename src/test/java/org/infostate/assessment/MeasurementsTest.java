package org.infostate.assessment;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.math.BigDecimal;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.infostate.scoring.Case;
import org.infostate.scoring.Index;
import org.infostate.scoring.Mark;
import org.infostate.scoring.Source;
import org.infostate.scoring.State;
import org.infostate.scoring.Table;
import org.infostate.statistics.Figure;
import org.infostate.statistics.FigureTable;
import org.junit.jupiter.api.Test;

class MeasurementsTest {

  private static final String INDEX =
      """
      index: small
      version: 1
      name: Small
      denominators:
        population: {statistics: "${population}"}
      steps:
        - denominate
        - normalise: {method: goalposts, low: 0, high: 10}
        - aggregate: {mean: arithmetic}
      elements:
        - {code: total, name: Total}
        - code: experts
          parent: total
          name: Experts
          source: {answers: "${staff}"}
          denominator: population
          per: 1000000
        - code: law
          parent: total
          name: Law
          source: {answers: "${law}", levels: {in_force: 10, none: 0}}
      """;

  private static final FigureTable FIGURES =
      new FigureTable(
          List.of(new Figure("XAA", "population", 2024, new BigDecimal("2000000"), null)));

  private static Index index() {
    return Indices.read(INDEX).index();
  }

  private static AnswerSource answers(String told, boolean accepted) {
    return new AnswerSource(List.of(ToldForm.of("f", told)), accepted, Map.of());
  }

  private static Table table() {
    Measurements measurements = new Measurements(index());
    measurements.addAnswers(
        Case.of("XAA"),
        answers("staff integer | answer: ~12\nlaw select_one | answer: in_force", true),
        FIGURES,
        2026);
    measurements.addAnswers(
        Case.of("XRU"),
        answers("staff integer | answer: !unknown\nlaw select_one | answer: none", false),
        FIGURES,
        2026);
    return measurements.table();
  }

  @Test
  void indicatorsAndDenominatorsAreColumns() {
    assertEquals(List.of("experts", "law", "population"), table().columns());
    assertEquals(
        EnumSet.of(Source.Kind.ANSWERS, Source.Kind.STATISTICS), new Measurements(index()).kinds());
    assertEquals(Set.of("staff", "law"), new Measurements(index()).names(Source.Kind.ANSWERS));
  }

  @Test
  void answersAndFiguresMeetInOneTable() {
    Table table = table();
    assertEquals(12, table.value("XAA", "experts"));
    assertEquals(Set.of(Mark.PROVISIONAL), table.marks(0, 0));
    assertEquals(10, table.value("XAA", "law"));
    assertEquals(2e6, table.value("XAA", "population"));
    assertEquals(State.UNKNOWN, table.state(1, 0));
    assertEquals(0, table.value("XRU", "law"));
    assertEquals(Set.of(Mark.UNVERIFIED), table.marks(1, 1));
    assertEquals(State.UNANSWERED, table.state(1, 2));
  }

  /** Made with {@code printf '...' | sha256sum}, one line for each cell. */
  @Test
  void theHashOfATableIsThatOfItsCellsAsText() {
    String text =
        """
        XAA;;experts;12.0;PRESENT;PROVISIONAL
        XAA;;law;10.0;PRESENT;
        XAA;;population;2000000.0;PRESENT;
        XRU;;experts;;UNKNOWN;
        XRU;;law;0.0;PRESENT;UNVERIFIED
        XRU;;population;;UNANSWERED;
        """;
    assertEquals(Sha256.of(text), Measurements.sha256(table()));
    assertEquals(
        "8a670bd6de7919a5c48328e376c6a22af44098e512be60eb186bf610948846a6",
        Measurements.sha256(table()));
  }

  @Test
  void aPanelHasTheFiguresOfEachYear() {
    Index index =
        Indices.read(
                """
                index: panel
                version: 1
                name: Panel
                steps:
                  - normalise: {method: relative, over: 2001}
                  - aggregate: {mean: geometric}
                elements:
                  - {code: total, name: Total}
                  - {code: users, parent: total, name: Users, source: {statistics: "${users}"}}
                """)
            .index();
    FigureTable figures =
        new FigureTable(
            List.of(
                new Figure("XAA", "users", 2001, new BigDecimal("10"), null),
                new Figure("XAA", "users", 2002, new BigDecimal("20"), null)));
    Measurements measurements = new Measurements(index);
    for (int year = 2001; year <= 2003; year++) {
      measurements.addFigures(new Case("XAA", year, Map.of("region", "150")), figures);
    }
    Table table = measurements.table();
    assertEquals(List.of(2001, 2002, 2003), table.years());
    assertEquals(20, table.value("XAA", 2002, "users"));
    assertEquals(State.UNANSWERED, table.state(2, 0));
  }
}

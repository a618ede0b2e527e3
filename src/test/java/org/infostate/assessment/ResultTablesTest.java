package org.infostate.assessment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.infostate.EmbeddedDatabase;
import org.infostate.scoring.Case;
import org.infostate.scoring.Index;
import org.infostate.scoring.Mark;
import org.infostate.scoring.Result;
import org.infostate.scoring.Scoring;
import org.infostate.scoring.State;
import org.infostate.scoring.Table;
import org.infostate.text.Language;
import org.infostate.text.Texts;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ResultTablesTest {

  private static final String INDEX =
      """
      index: panel
      version: 1
      name: {en: Panel, fr: Groupe témoin}
      steps:
        - impute: {method: latest, years: 1}
        - normalise: {method: goalposts, low: 0, high: 10}
        - aggregate: {mean: arithmetic, minimum: 0.5}
        - rank
      elements:
        - {code: total, name: Total}
        - {code: a, parent: total, weight: 3, name: A, source: {statistics: "${a}"}}
        - {code: b, parent: total, name: B, source: {statistics: "${b}"}}
      groups: {of: total, method: bands, limits: [50]}
      """;

  private final EmbeddedDatabase database = EmbeddedDatabase.open();
  private final ResultTables tables =
      EmbeddedDatabase.inject(new ResultTables(), "dataSource", database.source());
  private Result result;
  private long id;

  @BeforeEach
  void run() {
    Index index = Indices.read(INDEX).index();
    List<Case> cases =
        List.of(
            Case.of("XAA", 2001), Case.of("XAA", 2002), Case.of("XRU", 2001), Case.of("XRU", 2002));
    Table table =
        Table.builder(cases, List.of("a", "b"))
            .set("XAA", 2001, "a", 8, Mark.PROVISIONAL)
            .set("XAA", 2002, "b", 4)
            .set("XRU", 2001, "b", 12)
            .missing("XRU", 2001, "a", State.NOT_APPLICABLE)
            .build();
    result = Scoring.run(index, table);
    id = database.inTransaction(() -> added(index).id());
    List<AssessedCase> assessed = new ArrayList<>();
    for (Case one : cases) {
      assessed.add(
          new AssessedCase(
              one.unit(), one.year(), AssessedCase.Basis.STATISTICS, null, null, null));
    }
    boolean[] half = {false};
    tables.write(
        id, InfoStates.of(result, Indices.read(INDEX).grouping(), assessed), () -> half[0] = true);
    assertTrue(half[0]);
  }

  private Assessment added(Index index) {
    IndexVersion version = new IndexVersion(index.code(), index.version(), INDEX, Instant.EPOCH);
    Assessment assessment =
        new Assessment(
            new RunPlan(
                null,
                version,
                Population.INVENTED,
                null,
                false,
                AnswerValues.DECLARED,
                2001,
                2002,
                null,
                1),
            "planner",
            Instant.EPOCH);
    database.entities().persist(assessment);
    return assessment;
  }

  @AfterEach
  void close() {
    database.close();
  }

  @Test
  void scoresComeBackAsTheyWereMade() {
    List<Score> all = new ArrayList<>();
    for (int row = 0; row < 4; row++) {
      all.addAll(Score.of(result, row));
    }
    assertEquals(Set.copyOf(all), Set.copyOf(tables.scores(id, null)));
    assertEquals(12, tables.scores(id, null).size());
    assertEquals(Set.copyOf(Score.of(result, 1)), Set.copyOf(tables.scores(id, "XAA", 2002)));
    assertEquals(6, tables.scores(id, 2001).size());
  }

  @Test
  void everyTableOfEveryStepIsKept() {
    for (int step = 0; step <= result.steps().size(); step++) {
      Table table = step == 0 ? result.input() : result.steps().get(step - 1).table();
      List<Cell> cells = new ArrayList<>();
      tables.cells(id, step, cells::add);
      assertEquals(table.cases().size() * table.columns().size(), cells.size(), "step " + step);
      for (Cell cell : cells) {
        int row = table.row(cell.iso3(), cell.year());
        int column = table.column(cell.element());
        assertEquals(Score.orNull(table.value(row, column)), cell.figure());
        assertEquals(table.state(row, column), cell.state());
        assertEquals(table.marks(row, column), cell.marks());
      }
    }
  }

  @Test
  void whatWasMissingStaysMissingWithItsReason() {
    List<Cell> input = new ArrayList<>();
    tables.cells(id, 0, input::add);
    Cell notApplicable =
        input.stream()
            .filter(c -> c.iso3().equals("XRU") && c.year() == 2001 && c.element().equals("a"))
            .findFirst()
            .orElseThrow();
    assertEquals(new Cell("XRU", 2001, "a", null, State.NOT_APPLICABLE, Set.of()), notApplicable);
  }

  @Test
  void yearsSeriesWeightsAndGroupsComeBackInOrder() {
    assertEquals(List.of(2001, 2002), tables.years(id));
    assertEquals(
        List.of(2001, 2002), tables.series(id, "total", "XAA").stream().map(Score::year).toList());
    assertEquals(
        List.of(
            new ElementWeight("total", 1, 1),
            new ElementWeight("a", 0.75, 0.75),
            new ElementWeight("b", 0.25, 0.25)),
        tables.weights(id));
    // 2001: XAA has a alone, 80; XRU b alone, cut to 100. 2002: XAA (3 * 80 + 40) / 4 = 70.
    assertEquals(
        List.of("XAA 2001 1", "XAA 2002 1", "XRU 2001 1", "XRU 2002 1"),
        tables.cases(id, null).stream()
            .map(c -> c.iso3() + " " + c.year() + " " + c.group())
            .toList());
    assertEquals(
        List.of(2, 0, 2, 0), tables.infoStates(id).stream().map(InfoState::members).toList());
  }

  @Test
  void notesComeBackWithTheirCase() {
    assertEquals(result.notes(), tables.notes(id));
  }

  @Test
  void anAssessmentThatWasGivenNoNameIsNamedInTheLanguageOfItsReader() {
    Assessment assessment = database.entities().find(Assessment.class, id);
    assertEquals("Panel, Invented countries, 2001–2002", assessment.title(Texts.in(Language.EN)));
    assertEquals(
        "Groupe témoin, Pays inventés, 2001–2002", assessment.title(Texts.in(Language.FR)));
  }
}

package org.infostate.uncertainty;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.atomic.AtomicInteger;
import org.infostate.cluster.Grouping;
import org.infostate.scoring.Aggregation;
import org.infostate.scoring.Aggregation.Mean;
import org.infostate.scoring.Case;
import org.infostate.scoring.Element;
import org.infostate.scoring.Expressions;
import org.infostate.scoring.Index;
import org.infostate.scoring.Mark;
import org.infostate.scoring.Normalisation;
import org.infostate.scoring.Ranking;
import org.infostate.scoring.Scale;
import org.infostate.scoring.Scope;
import org.infostate.scoring.Step;
import org.infostate.scoring.Table;
import org.junit.jupiter.api.Test;

class ExperimentTest {

  private static final Factor WEIGHTS = new Factor.Weights("weights", 0.25, Set.of());
  private static final Step MEAN = Aggregation.of(Mean.ARITHMETIC);

  /**
   * A has 1.2 and 0, B has 0 and 1, weights anywhere in 0.75..1.25: A is ahead where 1.2 w1 > w2.
   * Of the square of side 0.5 the part where w2 > 1.2 w1 is a triangle of height 1.25 - 0.9 = 0.35
   * and width 1.25/1.2 - 0.75.
   */
  @Test
  void theProbabilityOfBeingAheadIsThatOfTheWeights() {
    Outcome outcome = run(List.of(WEIGHTS), 20_000, index(MEAN), table("XAA 1.2 0", "XBB 0 1"));
    double behind = 0.35 * (1.25 / 1.2 - 0.75) / 2 / 0.25;
    assertEquals(1 - behind, outcome.aheadProbabilities()[0][1], 0.01);
    assertEquals(1 - behind, outcome.topProbabilities(1)[0], 0.01);
    assertEquals(behind, outcome.rankProbabilities()[1][0], 0.01);
    assertEquals(1, outcome.rank(0).nominal());
    assertEquals(2, outcome.rank(1).nominal());
    assertEquals(1, outcome.rank(0).median());
    assertEquals(2, outcome.rank(0).high());
  }

  @Test
  void probabilitiesAddUp() {
    Outcome outcome =
        run(
            List.of(WEIGHTS, leaving("x", "y", "z")),
            2_000,
            index(Normalisation.of(new Scale.MinMax(0, 100)), MEAN),
            table("XAA 3 1 4", "XBB 1 5 9", "XCC 2 6 5", "XDD 3 5 8", "XEE 9 7 9"));
    double[][] ranks = outcome.rankProbabilities();
    double[][] ahead = outcome.aheadProbabilities();
    double[] topThree = outcome.topProbabilities(3);
    for (int a = 0; a < 5; a++) {
      assertEquals(1, java.util.Arrays.stream(ranks[a]).sum(), 1e-9);
      assertEquals(ranks[a][0] + ranks[a][1] + ranks[a][2], topThree[a], 1e-9);
      for (int b = 0; b < a; b++) {
        assertEquals(1, ahead[a][b] + ahead[b][a], 1e-12);
      }
    }
  }

  @Test
  void theOutcomeDoesNotDependOnTheNumberOfThreads() throws Exception {
    List<Factor> factors = List.of(WEIGHTS, leaving("x", "y"), unverified(0.2));
    Index index = index(Normalisation.of(new Scale.MinMax(0, 100)), MEAN);
    Table table = table("XAA 3? 1", "XBB 1 5?", "XCC 2 6");
    Outcome many = run(factors, 500, index, table);
    ForkJoinPool one = new ForkJoinPool(1);
    try {
      Outcome alone = one.submit(() -> run(factors, 500, index, table)).get();
      for (int c = 0; c < 3; c++) {
        assertArrayEquals(many.scores(c), alone.scores(c));
      }
    } finally {
      one.shutdown();
    }
  }

  @Test
  void aChoiceTakesEachOfItsStepsEquallyOften() {
    Factor choice =
        new Factor.Choice(
            "mean",
            0,
            List.of(MEAN, Aggregation.of(Mean.GEOMETRIC), Aggregation.of(Mean.HARMONIC)));
    Outcome outcome = run(List.of(choice), 3_000, index(MEAN), table("XAA 1 4", "XBB 2 2"));
    double[] scores = outcome.scores(0);
    long arithmetic = java.util.Arrays.stream(scores).filter(s -> s == 2.5).count();
    long harmonic = java.util.Arrays.stream(scores).filter(s -> s == 1.6).count();
    assertEquals(1000, arithmetic, 3);
    assertEquals(1000, harmonic, 3);
    // 2.5 and 2, 2 and 2, 1.6 and 2: ahead, level, behind.
    assertEquals(0.5, outcome.aheadProbabilities()[0][1], 0.002);
  }

  @Test
  void aRangeIsWalkedFromEndToEnd() {
    Factor power =
        new Factor.Range("power", 0, 1, 3, p -> new Aggregation(Mean.POWER, p, 0, Map.of()));
    Outcome outcome =
        run(
            List.of(power),
            1_000,
            index(new Aggregation(Mean.POWER, 2, 0, Map.of())),
            table("XAA 1 3"));
    Spread score = outcome.score(0);
    assertEquals(Math.sqrt(5), score.nominal(), 1e-12);
    assertEquals(Math.sqrt(5), score.median(), 0.01);
    double low = java.util.Arrays.stream(outcome.scores(0)).min().orElseThrow();
    double high = java.util.Arrays.stream(outcome.scores(0)).max().orElseThrow();
    assertEquals(2, low, 0.001);
    assertEquals(Math.cbrt(14), high, 0.001);
    assertTrue(low >= 2 && high <= Math.cbrt(14));
  }

  @Test
  void onlyUnverifiedValuesMoveAndStayWithinTheRangeOfTheirColumn() {
    Outcome outcome =
        run(
            List.of(unverified(0.5)),
            1_000,
            flat(MEAN, "x"),
            single("XAA 0", "XBB 5?", "XCC 9?", "XDD 10"));
    assertEquals(0, spread(outcome.scores(0)));
    assertEquals(0, spread(outcome.scores(3)));
    assertEquals(10, spread(outcome.scores(1)), 0.05);
    // From 4 up to the highest of the column and not beyond.
    assertEquals(6, spread(outcome.scores(2)), 0.05);
    assertEquals(10, java.util.Arrays.stream(outcome.scores(2)).max().orElseThrow());
    double same = java.util.Arrays.stream(outcome.scores(1)).distinct().count();
    assertTrue(same > 990, "each replication draws anew");
  }

  private static double spread(double[] x) {
    return java.util.Arrays.stream(x).max().orElseThrow()
        - java.util.Arrays.stream(x).min().orElseThrow();
  }

  @Test
  void leavingOutTakesEachAndNoneEquallyOften() {
    Outcome outcome =
        run(List.of(leaving("x", "y")), 3_000, index(MEAN), table("XAA 1 3", "XBB 0 0"));
    assertEquals(1000, count(outcome.scores(0), 3), 3);
    assertEquals(1000, count(outcome.scores(0), 1), 3);
    assertEquals(1000, count(outcome.scores(0), 2), 3);
  }

  private static long count(double[] x, double value) {
    return java.util.Arrays.stream(x).filter(v -> v == value).count();
  }

  @Test
  void groupsHaveProbabilities() {
    Grouping bands =
        new Grouping("total", Grouping.Method.BANDS, 2, false, List.of(2.2), Scope.ALL, List.of());
    Factor choice = new Factor.Choice("mean", 0, List.of(MEAN, Aggregation.of(Mean.GEOMETRIC)));
    Outcome outcome =
        run(List.of(choice), 1_000, index(MEAN), table("XAA 1 4", "XBB 9 9", "XCC . ."));
    double[][] probabilities = outcome.groupProbabilities(bands);
    assertArrayEquals(new double[] {0.5, 0.5}, probabilities[0], 0.005);
    assertArrayEquals(new double[] {1, 0}, probabilities[1], 1e-9);
    assertArrayEquals(new double[] {0, 0}, probabilities[2]);
  }

  @Test
  void inAPanelTheCasesOfOneYearAreRanked() {
    List<Case> cases = List.of(Case.of("XAA", 2001), Case.of("XBB", 2001), Case.of("XAA", 2002));
    Table.Builder table = Table.builder(cases, List.of("x", "y", "z"));
    for (int row = 0; row < 3; row++) {
      table.set(row, 0, row + 1).set(row, 1, 1).set(row, 2, 1);
    }
    Experiment experiment = new Experiment(List.of(WEIGHTS), 10, 1, "total", 2001);
    Outcome outcome =
        experiment.run(index(MEAN), table.build(), Expressions.NONE, Progress.UNWATCHED);
    assertEquals(List.of(cases.get(0), cases.get(1)), outcome.cases());
    assertEquals(2, outcome.rank(0).nominal());
    Experiment other = new Experiment(List.of(WEIGHTS), 10, 1, "total", 1999);
    assertThrows(
        IllegalArgumentException.class,
        () -> other.run(index(MEAN), table.build(), Expressions.NONE, Progress.UNWATCHED));
  }

  @Test
  void progressIsToldAndMayEndIt() {
    Experiment experiment = new Experiment(List.of(WEIGHTS), 1_000, 1, "total", null);
    AtomicInteger told = new AtomicInteger();
    Table table = table("XAA 1 2", "XBB 2 1");
    experiment.run(index(MEAN), table, Expressions.NONE, (done, all) -> told.incrementAndGet() > 0);
    assertEquals(100, told.get());
    assertThrows(
        CancellationException.class,
        () -> experiment.run(index(MEAN), table, Expressions.NONE, (done, all) -> false));
  }

  @Test
  void anExperimentThatIsNoneIsRefused() {
    assertThrows(IllegalArgumentException.class, () -> new Experiment(List.of(), 10, 1, "x", null));
    assertThrows(
        IllegalArgumentException.class,
        () -> new Experiment(List.of(WEIGHTS, WEIGHTS), 10, 1, "x", null));
    assertThrows(
        IllegalArgumentException.class, () -> new Experiment(List.of(WEIGHTS), 0, 1, "x", null));
    Experiment big = new Experiment(List.of(WEIGHTS), Integer.MAX_VALUE, 1, "total", null);
    assertThrows(
        IllegalArgumentException.class,
        () -> big.run(index(MEAN), table("XAA 1 2"), Expressions.NONE, Progress.UNWATCHED));
  }

  /** The mean matters to the score of the uneven case, and not at all to that of the even one. */
  @Test
  void whatMattersIsToldForEveryCase() {
    Factor choice = new Factor.Choice("mean", 0, List.of(MEAN, Aggregation.of(Mean.GEOMETRIC)));
    Experiment experiment =
        new Experiment(List.of(choice, WEIGHTS, unverified(0.3)), 512, 7, "total", null);
    Sensitivity.Report report =
        Sensitivity.of(
            experiment,
            index(MEAN),
            table("XAA 1 9", "XBB 4 4", "XCC 2? 2", "XDD 1 1"),
            Expressions.NONE,
            Progress.UNWATCHED);
    Sensitivity uneven = report.score(0);
    assertEquals("mean", uneven.effects().get(0).factor());
    assertTrue(uneven.effects().get(0).first().value() > 0.5, uneven.toString());
    assertEquals(0, uneven.effects().get(2).total().value(), 1e-12);
    assertEquals(0, report.score(1).variance(), 1e-12);
    Sensitivity unsure = report.score(2);
    assertTrue(unsure.effects().get(2).first().value() > 0.8, unsure.toString());
    assertEquals(3, report.shift().effects().size());
    assertEquals("XAA", report.rank(0).subject());
  }

  private static Factor unverified(double share) {
    return new Factor.Unverified("unverified", share);
  }

  private static Factor leaving(String... elements) {
    return new Factor.LeavingOut("leaving out", List.of(elements));
  }

  private static Outcome run(List<Factor> factors, int replications, Index index, Table table) {
    return new Experiment(factors, replications, 42, "total", null)
        .run(index, table, Expressions.NONE, Progress.UNWATCHED);
  }

  private static Index index(Step... steps) {
    List<Step> all = new ArrayList<>(List.of(steps));
    all.add(Ranking.DEFAULT);
    return flat(all, "x", "y", "z");
  }

  private static Index flat(Step step, String... indicators) {
    return flat(List.of(step), indicators);
  }

  private static Index flat(List<Step> steps, String... indicators) {
    List<Element> elements = new ArrayList<>();
    elements.add(Element.aggregate("total", null, 1));
    for (String one : indicators) {
      elements.add(Element.indicator(one, "total", 1, 1));
    }
    return Index.of("flat", elements, steps);
  }

  private static Table single(String... rows) {
    return table(List.of("x"), rows);
  }

  private static Table table(String... rows) {
    return table(List.of("x", "y", "z"), rows);
  }

  /** What a row does not give is unanswered; a question mark means unverified. */
  private static Table table(List<String> columns, String... rows) {
    List<Case> cases = java.util.Arrays.stream(rows).map(r -> Case.of(r.split(" ")[0])).toList();
    Table.Builder table = Table.builder(cases, columns);
    for (int row = 0; row < rows.length; row++) {
      String[] cells = rows[row].split(" ");
      for (int column = 1; column < cells.length; column++) {
        String cell = cells[column];
        if (cell.endsWith("?")) {
          double value = Double.parseDouble(cell.substring(0, cell.length() - 1));
          table.set(row, column - 1, value, Mark.UNVERIFIED);
        } else if (!cell.equals(".")) {
          table.set(row, column - 1, Double.parseDouble(cell));
        }
      }
    }
    return table.build();
  }
}

package org.infostate.diagnostics;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.infostate.scoring.Aggregation;
import org.infostate.scoring.Aggregation.Mean;
import org.infostate.scoring.Case;
import org.infostate.scoring.Element;
import org.infostate.scoring.Expressions;
import org.infostate.scoring.Index;
import org.infostate.scoring.Ranking;
import org.infostate.scoring.Result;
import org.infostate.scoring.Scoring;
import org.infostate.scoring.State;
import org.infostate.scoring.Step;
import org.infostate.scoring.Table;
import org.infostate.scoring.Weighting;
import org.junit.jupiter.api.Test;

class DiagnosticsTest {

  private static final double NONE = Double.NaN;

  @Test
  void aDistributionCountsAndMeasures() {
    Table table = column(0, 0, 0, 4, 6, NONE, NONE);
    Distribution found = Distribution.of(table, "x");
    assertEquals(7, found.applicable());
    assertEquals(5, found.present());
    assertEquals(3, found.distinct());
    assertEquals(3, found.commonest());
    assertEquals(3, found.zeros());
    assertEquals(2, found.mean(), 1e-15);
    assertEquals(Math.sqrt(32 / 4.0), found.deviation(), 1e-15);
    assertArrayEquals(new double[] {0, 0, 4}, found.quartiles());
    assertEquals(Set.of(Distribution.Flag.UNIFORM, Distribution.Flag.ZEROS), found.flags());
  }

  @Test
  void missingAndOutlyingColumnsAreFlagged() {
    assertEquals(
        Set.of(Distribution.Flag.MISSING), Distribution.of(column(1, 2, NONE, NONE), "x").flags());
    double[] skewed = new double[30];
    for (int i = 0; i < 30; i++) {
      skewed[i] = i < 29 ? i % 7 + 1 : 500;
    }
    assertEquals(Set.of(Distribution.Flag.OUTLIERS), Distribution.of(column(skewed), "x").flags());
  }

  @Test
  void whatDoesNotApplyIsNotMissing() {
    Table table =
        Table.builder(List.of(Case.of("A"), Case.of("B")), List.of("x"))
            .set(0, 0, 1)
            .missing(1, 0, State.NOT_APPLICABLE)
            .build();
    assertEquals(1, Distribution.of(table, "x").applicable());
  }

  @Test
  void aProfileNamesWhatIsBestAndWorstAmongThePeers() {
    Result result = run(index(), "XAA 9 1 5", "XBB 3 2 5", "XCC 1 8 5", "XDD 2 9 9");
    Profile all = Profile.of(result, 0, c -> true);
    assertEquals("x", all.strengths(1).get(0).element());
    assertEquals("y", all.weaknesses(1).get(0).element());
    assertEquals(4, all.weaknesses(1).get(0).rank());
    assertEquals(5, all.weaknesses(1).get(0).median());
    Profile some = Profile.of(result, 0, c -> c.unit().equals("XBB"));
    assertEquals(2, some.standings().get(0).peers());
    Profile alone = Profile.of(result, 0, c -> false);
    assertEquals(List.of(), alone.strengths(3));
    // In z three are alike: for them it is neither strength nor weakness.
    assertEquals(List.of("x"), all.strengths(3).stream().map(Profile.Standing::element).toList());
    assertEquals(List.of("y"), all.weaknesses(3).stream().map(Profile.Standing::element).toList());
  }

  @Test
  void twoRunsAreComparedCaseByCase() {
    Result before = run(index(), "XAA 9 9 9", "XBB 5 5 5", "XCC 1 1 1", "XDD . . .");
    Result after = run(index(), "XCC 7 7 7", "XAA 6 6 6", "XDD 3 3 3", "XEE 1 1 1", "XBB . . .");
    Comparison found = Comparison.of(before, "top", after, "top");
    assertEquals(
        List.of(
            new Comparison.Shift(Case.of("XAA"), 9, 6, 1, 2),
            new Comparison.Shift(Case.of("XCC"), 1, 7, 2, 1)),
        found.shifts());
    assertEquals(List.of(Case.of("XBB")), found.onlyBefore());
    assertEquals(List.of(Case.of("XDD"), Case.of("XEE")), found.onlyAfter());
    assertEquals(1, found.meanPlaces());
    assertEquals(1, found.furthest(9).get(1).places());
    assertEquals(-1, found.rankCorrelation().coefficient(), 1e-12);
  }

  @Test
  void leavingOutTakesWhatStandsBelowAndWhatWouldStandEmpty() {
    Index index =
        Index.of(
            "left",
            List.of(
                Element.aggregate("top", null, 1),
                Element.aggregate("a", "top", 1),
                Element.aggregate("b", "top", 1),
                Element.indicator("x", "a", 1, 1),
                Element.indicator("y", "a", 1, 1),
                Element.indicator("z", "b", 1, 1)),
            List.of(
                new Weighting(
                    Weighting.Method.EXPERTS, Set.of(), Map.of("e", Map.of("x", 1.0, "y", 1.0))),
                Aggregation.of(Mean.ARITHMETIC)));
    assertEquals(List.of("top", "b", "z"), codes(LeavingOut.without(index, "a").orElseThrow()));
    assertEquals(
        List.of("top", "a", "x", "y"), codes(LeavingOut.without(index, "z").orElseThrow()));
    assertEquals(
        List.of("top", "a", "b", "y", "z"), codes(LeavingOut.without(index, "x").orElseThrow()));
    assertFalse(LeavingOut.without(index, "top").isPresent());
  }

  @Test
  void theEffectOfLeavingOutIsThatOfARunWithout() {
    Table table = table("XAA 9 1 1", "XBB 3 4 4", "XCC 1 2 2");
    List<LeavingOut.Effect> effects = LeavingOut.of(index(), table, Expressions.NONE);
    assertEquals(List.of("x", "y", "z"), effects.stream().map(LeavingOut.Effect::element).toList());
    Comparison withoutX = effects.get(0).comparison();
    assertEquals(new Comparison.Shift(Case.of("XAA"), 11 / 3.0, 1, 1, 3), withoutX.shifts().get(0));
    assertEquals(4, withoutX.shifts().get(1).scoreAfter());
  }

  @Test
  void aTrendIsASlopeAndAGrowthRate() {
    Table.Builder table =
        Table.builder(
            List.of(
                Case.of("XAA", 2001),
                Case.of("XAA", 2002),
                Case.of("XAA", 2003),
                Case.of("XBB", 2001),
                Case.of("XCC", 2001),
                Case.of("XCC", 2003)),
            List.of("x"));
    double[] values = {1, 5, 4, 7, -1, 2};
    for (int i = 0; i < values.length; i++) {
      table.set(i, 0, values[i]);
    }
    List<Trend> trends = Trend.of(table.build(), "x");
    assertEquals(1.5, trends.get(0).perYear(), 1e-12);
    assertEquals(1, trends.get(0).growth(), 1e-12);
    assertEquals(NONE, trends.get(1).perYear());
    assertEquals(NONE, trends.get(2).growth());
    assertEquals(1.5, trends.get(2).perYear(), 1e-12);
    assertThrows(IllegalArgumentException.class, () -> Trend.of(column(1, 2), "x"));
  }

  private static List<String> codes(Index index) {
    return index.elements().stream().map(Element::code).toList();
  }

  private static Index index() {
    List<Step> steps = List.of(Aggregation.of(Mean.ARITHMETIC), Ranking.DEFAULT);
    return Index.of(
        "flat",
        List.of(
            Element.aggregate("top", null, 1),
            Element.indicator("x", "top", 1, 1),
            Element.indicator("y", "top", 1, 1),
            Element.indicator("z", "top", 1, 1)),
        steps);
  }

  private static Result run(Index index, String... rows) {
    return Scoring.run(index, table(rows));
  }

  private static Table table(String... rows) {
    List<Case> cases = java.util.Arrays.stream(rows).map(r -> Case.of(r.split(" ")[0])).toList();
    Table.Builder table = Table.builder(cases, List.of("x", "y", "z"));
    for (int row = 0; row < rows.length; row++) {
      for (int column = 0; column < 3; column++) {
        String cell = rows[row].split(" ")[column + 1];
        if (!cell.equals(".")) {
          table.set(row, column, Double.parseDouble(cell));
        }
      }
    }
    return table.build();
  }

  private static Table column(double... values) {
    List<Case> cases =
        java.util.stream.IntStream.range(0, values.length).mapToObj(i -> Case.of("U" + i)).toList();
    Table.Builder table = Table.builder(cases, List.of("x"));
    for (int row = 0; row < values.length; row++) {
      if (!Double.isNaN(values[row])) {
        table.set(row, 0, values[row]);
      }
    }
    return table.build();
  }
}

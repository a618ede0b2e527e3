package org.infostate.cluster;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.infostate.scoring.Case;
import org.infostate.scoring.Scope;
import org.infostate.scoring.Table;
import org.junit.jupiter.api.Test;

class DivideTest {

  private static final double NONE = Double.NaN;
  private static final Grouping THREE =
      new Grouping("x", Grouping.Method.BREAKS, 3, true, List.of(), Scope.EACH_YEAR, List.of());

  @Test
  void inequalityOfOneAndThree() {
    Inequality found = Inequality.of(new double[] {3, NONE, 1});
    assertEquals(2, found.cases());
    assertEquals(0.5, found.variation(), 1e-15);
    assertEquals(Math.log(3) / 2, found.deviationOfLogs(), 1e-15);
    assertEquals(0.25, found.gini(), 1e-15);
    assertEquals((0.5 * Math.log(0.5) + 1.5 * Math.log(1.5)) / 2, found.theil(), 1e-15);
    assertEquals(2.8 / 1.2, found.ninetyToTen(), 1e-12);
  }

  @Test
  void equalValuesAreNotUnequalAndZerosHaveNoLogarithm() {
    Inequality equal = Inequality.of(new double[] {5, 5, 5});
    assertEquals(0, equal.gini());
    assertEquals(0, equal.theil());
    assertEquals(0, equal.variation());
    assertTrue(Double.isNaN(Inequality.of(new double[] {0, 1}).theil()));
  }

  /** One of three has all: gini 1 - 1/n, theil ln n, nearly. */
  @Test
  void thePeakOfInequality() {
    Inequality found = Inequality.of(new double[] {1e-12, 1e-12, 1});
    assertEquals(2 / 3.0, found.gini(), 1e-9);
    assertEquals(Math.log(3), found.theil(), 1e-9);
  }

  @Test
  void movementIsCountedFromGroupToGroup() {
    Table scores = panel("XAA 100 100", "XBB 90 9", "XCC 10 95", "XDD 9 1", "XEE 1 .", "XFF 1.1 1");
    Map<Integer, Groups> groups = THREE.of(scores);
    Movement moved = Movement.of(scores, groups, 2001, 2002);
    assertArrayEquals(new int[] {1, 1, 0}, moved.counts()[0]);
    assertArrayEquals(new int[] {1, 0, 1}, moved.counts()[1]);
    assertArrayEquals(new int[] {0, 0, 1}, moved.counts()[2]);
    assertEquals(
        List.of(
            new Movement.Move("XCC", 2, 1),
            new Movement.Move("XBB", 1, 2),
            new Movement.Move("XDD", 2, 3)),
        moved.moves());
    assertEquals(0.4, moved.stayed(), 1e-15);
    assertThrows(IllegalArgumentException.class, () -> Movement.of(scores, groups, 2001, 2003));
  }

  /** The top stands still, the middle doubles, the bottom stands still. */
  @Test
  void theMiddleClosesAndTheBottomFallsBehind() {
    Table scores =
        panel("XAA 100 100", "XBB 100 100", "XCC 20 40", "XDD 20 40", "XEE 2 2", "XFF 2 2");
    Divide divide = Divide.of(scores, "x", THREE.of(scores), 2001, 2002);
    Divide.Verdict verdict = divide.verdict();
    assertEquals(new Divide.Change(5, 2.5, 80, 60), rounded(verdict.middle()));
    assertEquals(new Divide.Change(10, 20, 18, 38), rounded(verdict.bottom()));
    assertEquals(Divide.Direction.CLOSING, verdict.middle().inRatio());
    assertEquals(Divide.Direction.WIDENING, verdict.bottom().inRatio());
    assertEquals(Divide.Direction.STEADY, verdict.whole().inRatio());
    Divide.Year last = divide.years().get(1);
    assertArrayEquals(new double[] {100, 40, 2}, last.groupMeans(), 1e-9);
    assertEquals(2.5, last.ratio(1, 2), 1e-12);
    assertEquals(38, last.gap(2, 3), 1e-9);
  }

  @Test
  void whoHasLittleMayGrowFastAndStillFallBehindInPoints() {
    Table scores = panel("XAA 100 110", "XBB 50 60", "XCC 1 3");
    Divide.Verdict verdict = Divide.of(scores, "x", THREE.of(scores), 2001, 2002).verdict();
    assertEquals(Divide.Direction.CLOSING, verdict.bottom().inRatio());
    assertEquals(Divide.Direction.WIDENING, verdict.bottom().inPoints());
    assertEquals(Divide.Direction.STEADY, verdict.middle().inPoints());
  }

  private static Divide.Change rounded(Divide.Change change) {
    return new Divide.Change(
        Math.rint(change.ratioBefore() * 1e6) / 1e6,
        Math.rint(change.ratioAfter() * 1e6) / 1e6,
        Math.rint(change.gapBefore() * 1e6) / 1e6,
        Math.rint(change.gapAfter() * 1e6) / 1e6);
  }

  /** All halve the logarithm of their distance to 100. */
  @Test
  void thoseBehindGrowFasterWhereAllDrawTogether() {
    Table scores = panel("XAA 100 100", "XBB 25 50", "XCC 4 20", "XDD 1 10");
    Divide divide = Divide.of(scores, "x", THREE.of(scores), 2001, 2002);
    assertEquals(-0.5, divide.convergence().beta(), 1e-12);
    assertEquals(1, divide.convergence().explained(), 1e-12);
    double before = divide.years().get(0).inequality().deviationOfLogs();
    assertEquals(-before / 2, divide.convergence().sigma(), 1e-12);
  }

  @Test
  void onlyUnitsWithAScoreInEveryYearCount() {
    Table scores = panel("XAA 9 9 9", "XBB 8 . 9", "XCC 1 1 0", "XDD 1 1 1");
    Divide divide = Divide.of(scores, "x", THREE.of(scores), 2001, 2003);
    assertEquals(List.of("XAA", "XDD"), divide.units());
    Table nobody = panel("XAA 9 .", "XBB . 9");
    assertThrows(
        IllegalArgumentException.class, () -> Divide.of(nobody, "x", THREE.of(nobody), 2001, 2002));
  }

  /** A unit and its scores from 2001 on. */
  private static Table panel(String... rows) {
    List<Case> cases = new ArrayList<>();
    for (String row : rows) {
      String[] cells = row.split(" ");
      for (int t = 1; t < cells.length; t++) {
        cases.add(Case.of(cells[0], 2000 + t));
      }
    }
    Table.Builder table = Table.builder(cases, List.of("x"));
    int at = 0;
    for (String row : rows) {
      String[] cells = row.split(" ");
      for (int t = 1; t < cells.length; t++) {
        if (!cells[t].equals(".")) {
          table.set(at, 0, Double.parseDouble(cells[t]));
        }
        at++;
      }
    }
    return table.build();
  }
}

package org.infostate.scoring;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.infostate.scoring.Imputation.Method;
import org.junit.jupiter.api.Test;

class ImputationTest {

  private static final double NONE = Double.NaN;
  private static final String REGIONS =
      """
                  x
      XAA@north   1
      XBB@north   3
      XCC@north   .
      XDD@south  10
      XEE@south   .
      XFF@east    .
      XGG         .
      XHH@north n/a
      """;
  private static final String YEARS =
      """
                 x
      XAA/2001   .
      XAA/2002   4
      XAA/2003   .
      XAA/2004   .
      XAA/2005  10
      XAA/2006   .
      XAA/2007   .
      XBB/2001   .
      XBB/2002   .
      """;

  @Test
  void meanAndMedianOfTheColumnFillWhatIsMissingAndApplicable() {
    double mean = 14.0 / 3;
    assertFilled(Imputation.of(Method.MEAN), REGIONS, 1, 3, mean, 10, mean, mean, mean, NONE);
    assertFilled(Imputation.of(Method.MEDIAN), REGIONS, 1, 3, 3, 10, 3, 3, 3, NONE);
  }

  @Test
  void aGroupWithoutAValueStaysMissing() {
    assertFilled(
        Imputation.byGroup(Method.GROUP_MEAN, "region"),
        REGIONS,
        1,
        3,
        2,
        10,
        10,
        NONE,
        NONE,
        NONE);
  }

  @Test
  void whatIsFilledInStaysMarkedToTheEnd() {
    Result result =
        Scoring.run(
            Tables.flat(
                List.of(
                    Imputation.of(Method.MEAN),
                    Normalisation.of(new Scale.MinMax(0, 1)),
                    Aggregation.of(Aggregation.Mean.ARITHMETIC)),
                "x"),
            Tables.of(REGIONS));
    assertEquals(Set.of(), result.scores().marks(0, 0));
    assertEquals(Set.of(Mark.IMPUTED), result.scores().marks(2, 0));
    assertEquals(Set.of(Mark.IMPUTED), result.scores().marks(2, 1));
  }

  @Test
  void theLastFigureIsHeldForSoManyYears() {
    assertFilled(
        new Imputation(Method.LATEST, null, Scope.ALL, 1),
        YEARS,
        NONE,
        4,
        4,
        NONE,
        10,
        10,
        NONE,
        NONE,
        NONE);
    assertFilled(Imputation.of(Method.LATEST), YEARS, NONE, 4, 4, 4, 10, 10, 10, NONE, NONE);
  }

  @Test
  void theLineBetweenTwoYearsIsFollowedAndItsEndsAreHeld() {
    assertFilled(
        new Imputation(Method.LINEAR, null, Scope.ALL, 0),
        YEARS,
        NONE,
        4,
        6,
        8,
        10,
        NONE,
        NONE,
        NONE,
        NONE);
    assertFilled(
        new Imputation(Method.LINEAR, null, Scope.ALL, 1),
        YEARS,
        4,
        4,
        6,
        8,
        10,
        10,
        NONE,
        NONE,
        NONE);
  }

  @Test
  void meansMayBeTakenOfTheSameYear() {
    String panel =
        """
                  x
        XAA/2001  1
        XBB/2001  .
        XAA/2002  9
        XBB/2002  .
        """;
    assertFilled(new Imputation(Method.MEAN, null, Scope.EACH_YEAR, 0), panel, 1, 1, 9, 9);
    assertFilled(new Imputation(Method.MEAN, null, Scope.ALL, 0), panel, 1, 5, 9, 5);
    assertFilled(new Imputation(Method.MEAN, null, Scope.year(2002), 0), panel, 1, 9, 9, 9);
  }

  @Test
  void thePillarOfTheCaseIsScaledAndTurnedAndScaledBack() {
    String table =
        """
              x   y   z
        XAA   0  10   5
        XBB   8  20   9
        XCC   6   .   6
        """;
    // XCC has 6/8 in x, 1/4 in z; mean 1/2. Less of y is better, so the half is from the top.
    double[] filled = Tables.after(Imputation.of(Method.PILLAR_MEAN), table, "y", "x", "-y", "z");
    assertArrayEquals(new double[] {10, 20, 15}, filled, 1e-12);
    String other = table.replace("6   .", "8   .");
    // 1 and 1/4: 5/8 good is 3/8 up, since less is better.
    assertArrayEquals(
        new double[] {10, 20, 13.75},
        Tables.after(Imputation.of(Method.PILLAR_MEAN), other, "y", "x", "-y", "z"),
        1e-12);
  }

  @Test
  void anElementMayHaveItsOwnMethod() {
    Element y = Element.indicator("y", "total", 1, 1).with(Imputation.of(Method.NONE));
    Index index =
        new Index(
            "own",
            1,
            Map.of(),
            List.of(Element.aggregate("total", null, 1), Element.indicator("x", "total", 1, 1), y),
            Map.of(),
            List.of(Imputation.of(Method.MEAN), Aggregation.of(Aggregation.Mean.ARITHMETIC)));
    Table filled =
        Scoring.run(
                index,
                Tables.of(
                    """
                         x y
                    XAA  1 1
                    XBB  . .
                    """))
            .scores();
    assertEquals(1, filled.value("XBB", "x"));
    assertEquals(NONE, filled.value("XBB", "y"));
  }

  /** The mean of numbers near the largest is none. */
  @Test
  void whatIsNoNumberIsNotFilledIn() {
    assertFilled(
        Imputation.of(Imputation.Method.MEAN),
        """
              x
        XAA   1e308
        XBB   1e308
        XCC   .
        """,
        1e308,
        1e308,
        Double.NaN);
  }

  @Test
  void aGroupBelongsToImputationByGroup() {
    assertThrows(IllegalArgumentException.class, () -> Imputation.of(Method.GROUP_MEAN));
    assertThrows(IllegalArgumentException.class, () -> Imputation.byGroup(Method.MEAN, "region"));
  }

  private static void assertFilled(Imputation step, String table, double... expected) {
    assertArrayEquals(expected, Tables.after(step, table, "x", "x"), 1e-12);
  }
}

package org.infostate.scoring;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.infostate.scoring.Weighting.Method;
import org.junit.jupiter.api.Test;

class WeightingTest {

  private static final Step MEAN = Aggregation.of(Aggregation.Mean.ARITHMETIC);
  private static final String THREE =
      """
            x  y  z
      XAA   1  2  8
      XBB   2  4  1
      XCC   3  7  5
      XDD   4  6  4
      """;

  @Test
  void withoutTheStepWeightsAreThoseOfTheIndex() {
    Map<String, Double> shares = Scoring.run(weighted(MEAN), Tables.of(THREE)).shares();
    assertEquals(Map.of("total", 1.0, "x", 0.1, "y", 0.3, "z", 0.6), shares);
  }

  @Test
  void weightsMayAllBeTheSame() {
    Map<String, Double> shares =
        Scoring.run(weighted(Weighting.of(Method.EQUAL), MEAN), Tables.of(THREE)).shares();
    assertEquals(1.0 / 3, shares.get("z"), 1e-15);
  }

  @Test
  void onlyTheNamedLevelsAreWeighed() {
    List<Element> elements =
        List.of(
            Element.aggregate("top", null, 1),
            Element.aggregate("a", "top", 3),
            Element.aggregate("b", "top", 1),
            Element.indicator("x", "a", 1, 5),
            Element.indicator("y", "a", 1, 1),
            Element.indicator("z", "b", 1, 1));
    Step indicatorsOnly = new Weighting(Method.EQUAL, Set.of(2), Map.of());
    Map<String, Double> shares =
        Scoring.run(Index.of("levels", elements, List.of(indicatorsOnly, MEAN)), Tables.of(THREE))
            .shares();
    assertEquals(0.75, shares.get("a"));
    assertEquals(0.5, shares.get("x"));
  }

  /** With one correlation r between all, the first component has equal loadings and 1 + 2r. */
  @Test
  void columnsThatCorrelateAlikeWeighAlikeByPrincipalComponents() {
    double[][] columns = new double[3][400];
    Random random = new Random(2);
    for (int i = 0; i < 400; i++) {
      double common = random.nextGaussian();
      for (int c = 0; c < 3; c++) {
        columns[c][i] = common + random.nextGaussian();
      }
    }
    PrincipalComponents components = PrincipalComponents.of(columns);
    assertEquals(
        3,
        components.variances()[0] + components.variances()[1] + components.variances()[2],
        1e-12);
    assertEquals(2, components.variances()[0], 0.1);
    for (double loading : components.loadings()[0]) {
      assertEquals(Math.sqrt(1.0 / 3), loading, 0.03);
    }
  }

  @Test
  void twoColumnsHaveComponentsOnePlusAndOneMinusTheirCorrelation() {
    PrincipalComponents components =
        PrincipalComponents.of(new double[][] {{1, 2, 3, 4}, {2, 4, 7, 6}});
    // Covariance 7.5 / 3, variances 5 / 3 and 14.75 / 3.
    double r = 7.5 / Math.sqrt(5 * 14.75);
    assertArrayEquals(new double[] {1 + r, 1 - r}, components.variances(), 1e-14);
    assertArrayEquals(
        new double[] {Math.sqrt(0.5), Math.sqrt(0.5)}, components.loadings()[0], 1e-14);
    assertEquals((1 + r) / 2, components.share(0), 1e-14);
  }

  @Test
  void eigenvectorsSolveTheirEquation() {
    Random random = new Random(9);
    int n = 12;
    double[][] a = new double[n][n];
    for (int i = 0; i < n; i++) {
      for (int j = 0; j <= i; j++) {
        a[i][j] = random.nextGaussian();
        a[j][i] = a[i][j];
      }
    }
    SymmetricEigen eigen = new SymmetricEigen(a, () -> {});
    for (int k = 0; k < n; k++) {
      double[] v = eigen.vectors[k];
      double norm = 0;
      for (int i = 0; i < n; i++) {
        double product = 0;
        for (int j = 0; j < n; j++) {
          product += a[i][j] * v[j];
        }
        assertEquals(eigen.values[k] * v[i], product, 1e-12);
        norm += v[i] * v[i];
      }
      assertEquals(1, norm, 1e-12);
      assertTrue(k == 0 || eigen.values[k] <= eigen.values[k - 1]);
    }
  }

  @Test
  void weightsByPrincipalComponentsAreNeverNegative() {
    String opposed =
        """
              x  y  z
        XAA   1  9  2
        XBB   2  7  1
        XCC   3  6  4
        XDD   4  2  9
        """;
    Map<String, Double> shares =
        Scoring.run(weighted(Weighting.of(Method.PRINCIPAL_COMPONENT), MEAN), Tables.of(opposed))
            .shares();
    double sum = 0;
    for (String code : List.of("x", "y", "z")) {
      assertTrue(shares.get(code) > 0.2, code + " " + shares.get(code));
      sum += shares.get(code);
    }
    assertEquals(1, sum, 1e-12);
  }

  @Test
  void tooFewCompleteCasesWeighAlikeWithANote() {
    Result result =
        Scoring.run(
            weighted(Weighting.of(Method.PRINCIPAL_COMPONENT), MEAN),
            Tables.of(
                """
                     x y z
                XAA  1 2 .
                XBB  2 . 1
                XCC  . 1 2
                """));
    assertEquals(1.0 / 3, result.shares().get("z"), 1e-15);
    assertEquals("unweighed", result.notes().get(0).code());
  }

  @Test
  void aColumnThatToldNobodyApartDoesNotStopTheComponents() {
    Result result =
        Scoring.run(
            weighted(
                Normalisation.of(new Scale.MinMax(0, 1)),
                Weighting.of(Method.PRINCIPAL_COMPONENT),
                MEAN),
            Tables.of(THREE.replaceAll("\\d+\n", "5\n")));
    assertEquals(0.5, result.shares().get("x"), 1e-12);
    assertEquals(0, result.shares().get("z"));
  }

  /** Shares 1/4, 1/4, 1/2 have the entropy 1.5 ln 2. */
  @Test
  void entropyGivesWeightToWhatTellsCasesApart() {
    Map<String, Double> shares =
        Scoring.run(
                weighted(Weighting.of(Method.ENTROPY), MEAN),
                Tables.of(
                    """
                         x  y z
                    XAA  1  5 1
                    XBB  1  5 0
                    XCC  2  5 0
                    """))
            .shares();
    double x = 1 - 1.5 * Math.log(2) / Math.log(3);
    assertEquals(x / (x + 1), shares.get("x"), 1e-12);
    assertEquals(0, shares.get("y"));
    assertEquals(1 / (x + 1), shares.get("z"), 1e-12);
  }

  @Test
  void expertsCountAlikeWhateverTheyGiveInAll() {
    Step experts =
        new Weighting(
            Method.EXPERTS,
            Set.of(),
            Map.of(
                "first", Map.of("x", 50.0, "y", 25.0, "z", 25.0),
                "second", Map.of("x", 0.0, "y", 1.0)));
    Map<String, Double> shares = Scoring.run(weighted(experts, MEAN), Tables.of(THREE)).shares();
    assertEquals(0.25, shares.get("x"), 1e-15);
    assertEquals(0.625, shares.get("y"), 1e-15);
    assertEquals(0.125, shares.get("z"), 1e-15);
  }

  @Test
  void pointsForAnElementThatIsNoneAreRefused() {
    Step experts = new Weighting(Method.EXPERTS, Set.of(), Map.of("first", Map.of("nothing", 1.0)));
    assertThrows(IllegalArgumentException.class, () -> weighted(experts, MEAN));
    assertThrows(IllegalArgumentException.class, () -> Weighting.of(Method.EXPERTS));
  }

  private static Index weighted(Step... steps) {
    return Index.of(
        "weighted",
        List.of(
            Element.aggregate("total", null, 1),
            Element.indicator("x", "total", 1, 1),
            Element.indicator("y", "total", 1, 3),
            Element.indicator("z", "total", 1, 6)),
        List.of(steps));
  }
}

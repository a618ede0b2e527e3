package org.infostate.scoring;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.util.List;
import org.infostate.scoring.Aggregation.Mean;
import org.junit.jupiter.api.Test;

/** Every table of the reference, which was computed by another program; see its README. */
class ReferenceTest {

  private static final double RELATIVE = 1e-12;
  private static final Step NORMALISE = Normalisation.of(new Scale.MinMax(1, 100));

  @Test
  void missingValuesAreReplacedByTheMeanOfTheGroup() {
    Result result =
        run(
            new Denomination(),
            Imputation.byGroup(Imputation.Method.GROUP_MEAN, "Region"),
            Aggregation.of(Mean.ARITHMETIC));
    assertSame("02_imputed_group_mean.csv", result.after(Imputation.class));
  }

  @Test
  void missingValuesAreReplacedByTheMedianOfTheColumn() {
    Result result =
        run(
            new Denomination(),
            Imputation.of(Imputation.Method.MEDIAN),
            Aggregation.of(Mean.ARITHMETIC));
    assertSame("02_imputed_median.csv", result.after(Imputation.class));
  }

  @Test
  void outliersAreWinsorisedOrTransformed() {
    assertSame("03_treated_winmax5_logCT.csv", treated(Mean.ARITHMETIC).after(Treatment.class));
  }

  @Test
  void columnsAreNormalisedByMinimumAndMaximum() {
    assertSame("04_norm_denominated_minmax_0_100.csv", normalised(new Scale.MinMax(0, 100)));
  }

  @Test
  void columnsAreNormalisedByMeanAndDeviation() {
    assertSame("04_norm_denominated_zscore_0_1.csv", normalised(new Scale.ZScore(0, 1)));
  }

  @Test
  void columnsAreNormalisedByPercentileRank() {
    assertSame("04_norm_denominated_prank.csv", normalised(new Scale.PercentileRank(Ties.BEST)));
  }

  @Test
  void arithmeticMeansOfIncompleteDataAreScoredAndRanked() {
    assertScoresAndRanks("05_agg_missing_amean_unequal.csv", missing(Mean.ARITHMETIC));
  }

  @Test
  void geometricMeansOfIncompleteDataAreScoredAndRanked() {
    assertScoresAndRanks("05_agg_missing_gmean_unequal.csv", missing(Mean.GEOMETRIC));
  }

  @Test
  void arithmeticMeansOfTreatedDataAreScoredAndRanked() {
    assertScoresAndRanks("05_agg_treated_amean_unequal.csv", treated(Mean.ARITHMETIC));
  }

  @Test
  void harmonicMeansOfTreatedDataAreScoredAndRanked() {
    assertScoresAndRanks("05_agg_treated_hmean_unequal.csv", treated(Mean.HARMONIC));
  }

  @Test
  void effectiveWeightsAreProductsOfShares() {
    Result result = missing(Mean.ARITHMETIC);
    for (NamedCsvRecord row : Reference.rows("06_effective_weights_unequal.csv")) {
      assertClose(
          Double.parseDouble(row.getField("EffWeight")),
          result.effectiveWeights().get(row.getField("iCode")),
          row.getField("iCode"));
    }
  }

  private static Result run(Step... steps) {
    return Scoring.run(Reference.index(steps), Reference.data());
  }

  private static Table normalised(Scale scale) {
    return run(new Denomination(), Normalisation.of(scale), Aggregation.of(Mean.ARITHMETIC))
        .after(Normalisation.class);
  }

  private static Result missing(Mean mean) {
    return run(new Denomination(), NORMALISE, Aggregation.of(mean), Ranking.DEFAULT);
  }

  private static Result treated(Mean mean) {
    return run(
        new Denomination(),
        Imputation.byGroup(Imputation.Method.GROUP_MEDIAN, "Region"),
        Treatment.DEFAULT,
        NORMALISE,
        Aggregation.of(mean),
        Ranking.DEFAULT);
  }

  private static void assertScoresAndRanks(String file, Result result) {
    assertSame(file, result.scores());
    int compared = 0;
    for (NamedCsvRecord row : Reference.rows(file)) {
      for (String name : row.getHeader()) {
        if (name.startsWith("rank_")) {
          String element = name.substring("rank_".length());
          String rank = row.getField(name);
          assertEquals(
              rank.isEmpty() ? Double.NaN : Double.parseDouble(rank),
              result.ranks().value(row.getField("uCode"), element),
              row.getField("uCode") + " " + name);
          compared++;
        }
      }
    }
    assertEquals(64 * 9, compared);
  }

  private static void assertSame(String file, Table table) {
    List<NamedCsvRecord> rows = Reference.rows(file);
    assertEquals(64, rows.size());
    for (NamedCsvRecord row : rows) {
      for (String column : row.getHeader()) {
        if (!column.equals("uCode") && !column.startsWith("rank_")) {
          String unit = row.getField("uCode");
          double actual = table.value(unit, column);
          String text = row.getField(column);
          if (text.isEmpty()) {
            assertTrue(Double.isNaN(actual), unit + " " + column + " is " + actual);
          } else {
            assertClose(Double.parseDouble(text), actual, unit + " " + column);
          }
        }
      }
    }
  }

  private static void assertClose(double expected, double actual, String what) {
    assertEquals(expected, actual, RELATIVE * Math.max(Math.abs(expected), 1e-3), what);
  }
}

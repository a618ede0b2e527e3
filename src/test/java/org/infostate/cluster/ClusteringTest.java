package org.infostate.cluster;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.infostate.scoring.Case;
import org.infostate.scoring.Table;
import org.junit.jupiter.api.Test;

class ClusteringTest {

  private static final double NONE = Double.NaN;

  /** Against merging by the definition: the pair whose union adds least to the sum of squares. */
  @Test
  void wardMergesWhatAddsLeast() {
    Random random = new Random(31);
    for (int trial = 0; trial < 40; trial++) {
      int n = 2 + random.nextInt(25);
      double[][] points = new double[n][];
      for (int i = 0; i < n; i++) {
        points[i] =
            new double[] {random.nextGaussian(), random.nextGaussian(), random.nextDouble()};
      }
      double[] expected = naiveHeights(points);
      double[] found = Ward.of(points).merges().stream().mapToDouble(Ward.Merge::height).toArray();
      assertArrayEquals(expected, found, 1e-9);
      // The sum of squares is half of what the mergings below the cut have added.
      for (int k = 1; k <= n; k++) {
        double within = 0;
        for (int m = 0; m < n - k; m++) {
          within += found[m] * found[m] / 2;
        }
        assertEquals(within, Ward.of(points).cut(k).within(), 1e-9);
      }
    }
  }

  private static double[] naiveHeights(double[][] points) {
    List<List<Integer>> groups = new ArrayList<>();
    for (int i = 0; i < points.length; i++) {
      groups.add(new ArrayList<>(List.of(i)));
    }
    double[] heights = new double[points.length - 1];
    for (int m = 0; m < heights.length; m++) {
      double least = Double.POSITIVE_INFINITY;
      int a = 0;
      int b = 0;
      for (int i = 0; i < groups.size(); i++) {
        for (int j = i + 1; j < groups.size(); j++) {
          List<Integer> union = new ArrayList<>(groups.get(i));
          union.addAll(groups.get(j));
          double added =
              squares(points, union)
                  - squares(points, groups.get(i))
                  - squares(points, groups.get(j));
          if (added < least) {
            least = added;
            a = i;
            b = j;
          }
        }
      }
      groups.get(a).addAll(groups.remove(b));
      heights[m] = Math.sqrt(2 * least);
    }
    return heights;
  }

  private static double squares(double[][] points, List<Integer> members) {
    int[] label = new int[points.length];
    members.forEach(i -> label[i] = 1);
    return Points.within(points, label);
  }

  @Test
  void twoSingleCasesMergeAtTheirDistance() {
    Ward ward = Ward.of(new double[][] {{0, 0}, {3, 4}});
    assertEquals(List.of(new Ward.Merge(0, 1, 5)), ward.merges());
  }

  @Test
  void casesThatLackADimensionStandOutside() {
    double[][] points = {{1, 1}, {NONE, 1}, {9, 9}, {1.1, 1}, {9, 9.1}};
    for (Clustering clustering : List.of(Clustering.WARD, Clustering.kMeans(5, 1))) {
      assertArrayEquals(new int[] {2, 0, 1, 2, 1}, clustering.of(points, 2).group());
    }
    assertEquals(0, Ward.of(new double[][] {{NONE}}).cut(3).count());
    assertEquals(0, KMeans.of(new double[][] {{NONE}}, 3, 1, 1).count());
  }

  @Test
  void moreGroupsThanCasesGiveEachItsOwn() {
    double[][] points = {{1}, {5}, {3}};
    assertArrayEquals(new int[] {3, 1, 2}, Ward.of(points).cut(9).group());
    assertArrayEquals(new int[] {3, 1, 2}, KMeans.of(points, 9, 3, 1).group());
    assertEquals(1, KMeans.of(new double[][] {{2}, {2}}, 2, 3, 1).count());
  }

  @Test
  void kMeansFindsInOneDimensionWhatTheExactBreaksFind() {
    Random random = new Random(8);
    for (int trial = 0; trial < 20; trial++) {
      double[][] points = new double[30][];
      for (int i = 0; i < 30; i++) {
        points[i] = new double[] {random.nextGaussian() + 4 * random.nextInt(3)};
      }
      Partition exact = Clustering.BREAKS.of(points, 3);
      Partition found = KMeans.of(points, 3, 60, trial);
      assertEquals(exact.within(), found.within(), 1e-9);
      assertArrayEquals(exact.group(), found.group());
      assertTrue(Ward.of(points).cut(3).within() >= exact.within() - 1e-9);
    }
  }

  @Test
  void theSameSeedGivesTheSameGroups() {
    double[][] points = blobs(4, 25, 1.5, 77);
    assertArrayEquals(KMeans.of(points, 4, 10, 5).group(), KMeans.of(points, 4, 10, 5).group());
  }

  /** 0, 1 and 10, 11: own distance 1, other distance 10.5 or 9.5; 100 between, 1 within. */
  @Test
  void silhouettesAndVariancesByHand() {
    double[][] points = {{0}, {1}, {10}, {11}};
    int[] group = {2, 2, 1, 1};
    double outer = 9.5 / 10.5;
    double inner = 8.5 / 9.5;
    assertArrayEquals(
        new double[] {outer, inner, inner, outer}, Quality.silhouettes(points, group), 1e-15);
    assertEquals((outer + inner) / 2, Quality.silhouette(points, group), 1e-15);
    assertEquals(200, Quality.calinskiHarabasz(points, group), 1e-9);
    assertEquals(100 / 101.0, Clustering.WARD.of(points, 2).explained(), 1e-12);
    assertEquals(0, Quality.silhouettes(points, new int[] {2, 1, 1, 1})[0]);
    assertTrue(Double.isNaN(Quality.silhouette(points, new int[] {1, 1, 1, 1})));
    assertTrue(Double.isNaN(Quality.silhouettes(points, new int[] {0, 2, 1, 1})[0]));
  }

  @Test
  void theGapAdvisesAsManyGroupsAsThereAre() {
    assertEquals(3, Quality.gap(blobs(3, 20, 0.3, 1), Clustering.WARD, 6, 60, 2).advised());
    Random random = new Random(3);
    double[][] even = new double[60][];
    for (int i = 0; i < even.length; i++) {
      even[i] = new double[] {random.nextDouble(), random.nextDouble()};
    }
    assertEquals(1, Quality.gap(even, Clustering.kMeans(10, 4), 5, 60, 2).advised());
  }

  /** The values that scikit-learn documents for adjusted_rand_score. */
  @Test
  void theAdjustedRandIndexByKnownValues() {
    int[] a = {1, 1, 2, 2};
    assertEquals(1, Agreement.adjustedRand(a, new int[] {2, 2, 1, 1}));
    assertEquals(4 / 7.0, Agreement.adjustedRand(a, new int[] {1, 1, 2, 3}), 1e-15);
    assertEquals(0, Agreement.adjustedRand(new int[] {1, 1, 1, 1}, new int[] {1, 2, 3, 4}));
    assertEquals(-0.5, Agreement.adjustedRand(a, new int[] {1, 2, 1, 2}), 1e-15);
    assertEquals(1, Agreement.adjustedRand(new int[] {1, 1, 2, 2, 0}, new int[] {2, 2, 1, 1, 1}));
    assertTrue(Double.isNaN(Agreement.adjustedRand(new int[] {0, 1}, new int[] {1, 1})));
  }

  @Test
  void groupsFarApartAreStableAndGroupsThatAreNoneAreNot() {
    Agreement.Stability clear =
        Agreement.stability(blobs(3, 20, 0.2, 5), Clustering.WARD, 3, 50, 6);
    assertEquals(1, clear.adjustedRand(), 1e-12);
    assertArrayEquals(new double[] {1, 1, 1}, clear.jaccard(), 1e-12);
    Agreement.Stability unclear =
        Agreement.stability(blobs(1, 60, 1, 5), Clustering.WARD, 4, 50, 6);
    assertTrue(unclear.adjustedRand() < 0.7, "adjusted Rand " + unclear.adjustedRand());
    assertTrue(Arrays.stream(unclear.jaccard()).min().orElseThrow() < 0.75);
  }

  @Test
  void dimensionsMayBeStandardised() {
    Table.Builder table =
        Table.builder(
            List.of(Case.of("A"), Case.of("B"), Case.of("C"), Case.of("D")), List.of("x", "y"));
    for (int i = 0; i < 3; i++) {
      table.set(i, 0, 10 * i);
      table.set(i, 1, 5);
    }
    double[][] points = Points.of(table.build(), List.of("x", "y"), true);
    assertArrayEquals(new double[] {-1, 0}, points[0], 1e-15);
    assertArrayEquals(new double[] {1, 0}, points[2], 1e-15);
    assertTrue(Double.isNaN(points[3][0]));
    assertEquals(20, Points.of(table.build(), List.of("x"), false)[2][0]);
  }

  /** Clouds around points ten apart on a diagonal. */
  private static double[][] blobs(int count, int size, double spread, long seed) {
    Random random = new Random(seed);
    double[][] points = new double[count * size][];
    for (int i = 0; i < points.length; i++) {
      double at = 10.0 * (i / size);
      points[i] =
          new double[] {at + spread * random.nextGaussian(), at + spread * random.nextGaussian()};
    }
    return points;
  }
}

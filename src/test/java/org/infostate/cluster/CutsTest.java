package org.infostate.cluster;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.infostate.scoring.Case;
import org.infostate.scoring.Scope;
import org.infostate.scoring.Table;
import org.junit.jupiter.api.Test;

class CutsTest {

  private static final double NONE = Double.NaN;

  @Test
  void whatReachesALimitIsInTheBandAbove() {
    Groups groups = Cuts.bands(new double[] {100, 99.9, 50, 49, NONE, 0}, new double[] {100, 50});
    assertArrayEquals(new int[] {1, 2, 2, 3, 0, 3}, groups.group());
    assertEquals(3, groups.count());
  }

  @Test
  void bandsInAnotherOrderAreRefused() {
    for (double[] limits : new double[][] {{1, 2}, {2, 2}, {NONE, 1}}) {
      assertThrows(IllegalArgumentException.class, () -> Cuts.bands(new double[] {1}, limits));
    }
  }

  @Test
  void quantilesMakeGroupsOfEqualSizeAndKeepEqualsTogether() {
    assertArrayEquals(
        new int[] {3, 3, 2, 2, 1, 1}, Cuts.quantiles(new double[] {1, 2, 3, 4, 5, 6}, 3).group());
    Groups equal = Cuts.quantiles(new double[] {7, 7, 9, 9, 9}, 3);
    assertArrayEquals(new int[] {2, 2, 1, 1, 1}, equal.group());
    assertEquals(2, equal.count());
    assertEquals(1, Cuts.quantiles(new double[] {7, 7, 7, 7, 9}, 3).count());
    assertEquals(0, Cuts.quantiles(new double[] {NONE}, 3).group()[0]);
  }

  @Test
  void breaksFallIntoTheGaps() {
    Groups groups = Cuts.breaks(new double[] {4, 1, 2, NONE, 9, 5, 10, 8}, 3);
    assertArrayEquals(new int[] {2, 3, 3, 0, 1, 2, 1, 1}, groups.group());
    assertArrayEquals(new double[] {8, 4}, groups.limits());
    // Within 0.5 + 0.5 + 2, in all 73.714...
    double mean = 39.0 / 7;
    double total = 16 + 1 + 4 + 81 + 25 + 100 + 64 - 7 * mean * mean;
    assertEquals(1 - 3 / total, groups.explained(), 1e-12);
  }

  /** Against every cut that there is. */
  @Test
  void noCutExplainsMoreThanTheBreaks() {
    Random random = new Random(21);
    for (int trial = 0; trial < 200; trial++) {
      int n = 2 + random.nextInt(9);
      int k = 1 + random.nextInt(5);
      double[] x = new double[n];
      for (int i = 0; i < n; i++) {
        // Few distinct values make ties; an offset shows loss of digits.
        x[i] = (trial % 2 == 0 ? 1e6 : 0) + random.nextInt(trial % 3 == 0 ? 4 : 1000);
      }
      double best = bestCut(x, k);
      Groups found = Cuts.breaks(x, k);
      assertEquals(best, within(x, found.group()), 1e-6 * Math.max(1, best), Arrays.toString(x));
      for (int i = 0; i < n; i++) {
        for (int j = 0; j < n; j++) {
          assertTrue(x[i] != x[j] || found.group()[i] == found.group()[j], "equals are together");
          assertTrue(!(x[i] > x[j]) || found.group()[i] <= found.group()[j], "in order");
        }
      }
    }
  }

  private static double bestCut(double[] x, int k) {
    double[] distinct = Arrays.stream(x).distinct().sorted().toArray();
    double best = Double.POSITIVE_INFINITY;
    for (int mask = 0; mask < 1 << (distinct.length - 1); mask++) {
      if (Integer.bitCount(mask) < k) {
        int[] group = new int[x.length];
        for (int i = 0; i < x.length; i++) {
          int at = Arrays.binarySearch(distinct, x[i]);
          group[i] = 1 + Integer.bitCount(mask & ((1 << at) - 1));
        }
        best = Math.min(best, within(x, group));
      }
    }
    return best;
  }

  private static double within(double[] x, int[] group) {
    double sum = 0;
    for (int g = 1; g <= 20; g++) {
      int label = g;
      double[] members =
          java.util.stream.IntStream.range(0, x.length)
              .filter(i -> group[i] == label)
              .mapToDouble(i -> x[i])
              .toArray();
      double mean = Arrays.stream(members).average().orElse(0);
      sum += Arrays.stream(members).map(v -> (v - mean) * (v - mean)).sum();
    }
    return sum;
  }

  @Test
  void fewerDistinctValuesThanGroupsHaveAGroupEach() {
    Groups groups = Cuts.breaks(new double[] {3, 1, 3, 1}, 5);
    assertEquals(2, groups.count());
    assertArrayEquals(new int[] {1, 2, 1, 2}, groups.group());
    assertEquals(1, groups.explained());
    assertEquals(1, Cuts.breaks(new double[0], 5).count());
    assertThrows(IllegalArgumentException.class, () -> Cuts.breaks(new double[] {1}, 0));
  }

  @Test
  void eachYearHasItsOwnGroupsOrThoseOfABaseYearHold() {
    Table.Builder table =
        Table.builder(
            List.of(
                Case.of("XAA", 2001),
                Case.of("XBB", 2001),
                Case.of("XAA", 2002),
                Case.of("XBB", 2002),
                Case.of("XCC", 2002)),
            List.of("x"));
    double[] values = {1, 10, 100, 1000, 0};
    for (int i = 0; i < values.length; i++) {
      table.set(i, 0, values[i]);
    }
    Map<Integer, Groups> own = grouping(Scope.EACH_YEAR, true).of(table.build());
    assertArrayEquals(new int[] {2, 1}, own.get(2001).group());
    // The logarithm of zero is no value.
    assertArrayEquals(new int[] {2, 1, 0}, own.get(2002).group());
    assertEquals(1000, own.get(2002).limits()[0], 1e-9);
    Map<Integer, Groups> base = grouping(Scope.year(2001), true).of(table.build());
    assertArrayEquals(new int[] {1, 1, 0}, base.get(2002).group());
    assertEquals(10, base.get(2002).limits()[0], 1e-12);
    Map<Integer, Groups> all = grouping(Scope.ALL, false).of(table.build());
    assertArrayEquals(new int[] {2, 1, 2}, all.get(2002).group());
  }

  @Test
  void aTableWithoutYearsHasGroupsUnderNull() {
    Table table = Table.builder(List.of(Case.of("XAA")), List.of("x")).set(0, 0, 5).build();
    assertArrayEquals(new int[] {1}, grouping(Scope.EACH_YEAR, false).of(table).get(null).group());
  }

  @Test
  void groupsAreCalledByTheirNames() {
    Grouping named =
        new Grouping(
            "x",
            Grouping.Method.BANDS,
            2,
            false,
            List.of(50.0),
            Scope.ALL,
            List.of(Map.of("en", "High", "fr", "Haut"), Map.of("en", "Low")));
    assertEquals("Haut", named.name(1, "fr"));
    assertEquals("Low", named.name(2, "fr"));
    assertEquals("2", grouping(Scope.ALL, false).name(2, "fr"));
  }

  private static Grouping grouping(Scope over, boolean logarithm) {
    return new Grouping("x", Grouping.Method.BREAKS, 2, logarithm, List.of(), over, List.of());
  }
}

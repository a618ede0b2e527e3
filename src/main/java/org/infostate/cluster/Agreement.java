package org.infostate.cluster;

import java.util.Arrays;
import java.util.SplittableRandom;

/** How far two ways of grouping the same cases agree. */
public final class Agreement {

  private Agreement() {}

  /**
   * The adjusted Rand index (L. Hubert and P. Arabie, 1985): 1 for the same groups, whatever their
   * numbers; about 0 for groups that have nothing to do with each other. Cases that either leaves
   * without a group (0) do not count. 1 if both put all cases into one group, or each into its own;
   * {@code NaN} for fewer than two cases.
   */
  public static double adjustedRand(int[] a, int[] b) {
    int ka = Arrays.stream(a).max().orElse(0) + 1;
    int kb = Arrays.stream(b).max().orElse(0) + 1;
    long[][] both = new long[ka][kb];
    long[] inA = new long[ka];
    long[] inB = new long[kb];
    long n = 0;
    for (int i = 0; i < a.length; i++) {
      if (a[i] > 0 && b[i] > 0) {
        both[a[i]][b[i]]++;
        inA[a[i]]++;
        inB[b[i]]++;
        n++;
      }
    }
    if (n < 2) {
      return Double.NaN;
    }
    double pairsBoth = Arrays.stream(both).mapToDouble(Agreement::pairs).sum();
    double pairsA = pairs(inA);
    double pairsB = pairs(inB);
    double expected = pairsA * pairsB / (n * (n - 1) / 2.0);
    double most = (pairsA + pairsB) / 2;
    return most == expected ? 1 : (pairsBoth - expected) / (most - expected);
  }

  private static double pairs(long[] counts) {
    double sum = 0;
    for (long c : counts) {
      sum += c * (c - 1) / 2.0;
    }
    return sum;
  }

  /**
   * How well groups survive when cases are drawn anew.
   *
   * @param jaccard by group less 1: mean over the draws of the best agreement (cases in both over
   *     cases in either) of a group of the draw with it. Above 0.85 a group is very stable, below
   *     0.6 it should not be trusted (C. Hennig, 2007)
   * @param adjustedRand mean over the draws of the adjusted Rand index with the groups of all
   */
  public record Stability(double[] jaccard, double adjustedRand) {}

  /**
   * Bootstrap stability: cases are drawn with replacement, grouped, and compared on the cases
   * drawn.
   *
   * @param points by case, then by dimension
   * @param draws 100 or more
   * @param seed of the draws
   */
  public static Stability stability(
      double[][] points, Clustering clustering, int count, int draws, long seed) {
    double[][] own = Points.some(points, Points.complete(points));
    Partition whole = clustering.of(own, count);
    int[] group = whole.group();
    double[] jaccard = new double[whole.count()];
    int[] heard = new int[whole.count()];
    double rand = 0;
    SplittableRandom random = new SplittableRandom(seed);
    for (int draw = 0; draw < draws; draw++) {
      int[] which = random.ints(own.length, 0, own.length).distinct().sorted().toArray();
      // Copies of a case tell nothing about who belongs to whom, so each is taken once; the draw
      // leaves out about a third of the cases.
      int[] drawn = clustering.of(Points.some(own, which), count).group();
      int[] before = Arrays.stream(which).map(i -> group[i]).toArray();
      for (int g = 1; g <= whole.count(); g++) {
        double best = bestJaccard(before, drawn, g);
        if (!Double.isNaN(best)) {
          jaccard[g - 1] += best;
          heard[g - 1]++;
        }
      }
      rand += adjustedRand(before, drawn);
    }
    for (int g = 0; g < jaccard.length; g++) {
      jaccard[g] /= heard[g];
    }
    return new Stability(jaccard, rand / draws);
  }

  /** {@code NaN} if the group has nobody in the draw. */
  private static double bestJaccard(int[] before, int[] drawn, int g) {
    int most = Arrays.stream(drawn).max().orElse(0);
    double best = Double.NaN;
    for (int h = 1; h <= most; h++) {
      int both = 0;
      int either = 0;
      int ofG = 0;
      for (int i = 0; i < before.length; i++) {
        boolean inG = before[i] == g;
        boolean inH = drawn[i] == h;
        both += inG && inH ? 1 : 0;
        either += inG || inH ? 1 : 0;
        ofG += inG ? 1 : 0;
      }
      double share = ofG == 0 ? Double.NaN : (double) both / either;
      best = Double.isNaN(best) || share > best ? share : best;
    }
    return best;
  }
}

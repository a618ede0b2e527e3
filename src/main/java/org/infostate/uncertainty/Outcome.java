package org.infostate.uncertainty;

import java.util.List;
import java.util.stream.IntStream;
import org.infostate.cluster.Cuts;
import org.infostate.cluster.Grouping;
import org.infostate.cluster.Groups;
import org.infostate.scoring.Case;
import org.infostate.scoring.Ranking;
import org.infostate.scoring.Result;
import org.infostate.scoring.Scope;

/**
 * What an experiment made: the scores and ranks of every case in every replication, and what
 * follows from them. Immutable.
 *
 * <p>Ranks are 1 for the highest, of scores rounded as the index declares, ties having the best
 * place.
 */
public final class Outcome {

  private final Result nominal;
  private final List<Case> cases;
  private final double[] nominalScores;
  private final double[] nominalRanks;
  private final double[][] scores;
  private final double[][] ranks;

  Outcome(Result nominal, String element, int[] rows, double[][] scores, Ranking declared) {
    this.nominal = nominal;
    this.scores = scores;
    Ranking ranking = new Ranking(org.infostate.scoring.Ties.BEST, declared.decimals());
    cases = IntStream.of(rows).mapToObj(r -> nominal.scores().cases().get(r)).toList();
    double[] column = nominal.scores().values(element);
    nominalScores = IntStream.of(rows).mapToDouble(r -> column[r]).toArray();
    nominalRanks = ranking.ranks(nominalScores);
    ranks = new double[scores.length][];
    for (int i = 0; i < scores.length; i++) {
      ranks[i] = ranking.ranks(scores[i]);
    }
  }

  /** The run with nothing varied. */
  public Result nominal() {
    return nominal;
  }

  /** The cases that were ranked; all arrays below are in this order. */
  public List<Case> cases() {
    return cases;
  }

  public int replications() {
    return scores.length;
  }

  /** The scores of one case by replication, {@code NaN} where it had none. */
  public double[] scores(int subject) {
    return column(scores, subject);
  }

  /** The ranks of one case by replication, {@code NaN} where it had none. */
  public double[] ranks(int subject) {
    return column(ranks, subject);
  }

  private static double[] column(double[][] rows, int column) {
    double[] values = new double[rows.length];
    for (int i = 0; i < rows.length; i++) {
      values[i] = rows[i][column];
    }
    return values;
  }

  public Spread score(int subject) {
    return Spread.of(nominalScores[subject], scores(subject));
  }

  public Spread rank(int subject) {
    return Spread.of(nominalRanks[subject], ranks(subject));
  }

  /**
   * Probability of each rank, by case, then by rank less 1. What a row lacks to 1 is the
   * probability of having no score.
   */
  public double[][] rankProbabilities() {
    double[][] matrix = new double[cases.size()][cases.size()];
    for (double[] replication : ranks) {
      for (int c = 0; c < replication.length; c++) {
        if (!Double.isNaN(replication[c])) {
          matrix[c][(int) replication[c] - 1] += 1.0 / ranks.length;
        }
      }
    }
    return matrix;
  }

  /** Probability of being among the first so many, by case. */
  public double[] topProbabilities(int first) {
    double[] probabilities = new double[cases.size()];
    for (double[] replication : ranks) {
      for (int c = 0; c < replication.length; c++) {
        probabilities[c] += replication[c] <= first ? 1.0 / ranks.length : 0;
      }
    }
    return probabilities;
  }

  /**
   * Probability that one case is ahead of another, by case, then by case, over the replications in
   * which both have a score; a tie counts half. {@code NaN} on the diagonal, and where no
   * replication has both.
   */
  public double[][] aheadProbabilities() {
    int n = cases.size();
    double[][] ahead = new double[n][n];
    int[][] both = new int[n][n];
    for (double[] replication : ranks) {
      for (int a = 0; a < n; a++) {
        for (int b = 0; b < n; b++) {
          double difference = replication[b] - replication[a];
          if (!Double.isNaN(difference)) {
            ahead[a][b] += (Math.signum(difference) + 1) / 2;
            both[a][b]++;
          }
        }
      }
    }
    for (int a = 0; a < n; a++) {
      for (int b = 0; b < n; b++) {
        ahead[a][b] = a == b ? Double.NaN : ahead[a][b] / both[a][b];
      }
    }
    return ahead;
  }

  /**
   * Probability of each group, by case, then by group less 1. Where groups are found from the cases
   * of each year they are found anew in each replication; where they are found from other cases the
   * limits of the nominal run hold. What a row lacks to 1 is the probability of having no group.
   */
  public double[][] groupProbabilities(Grouping grouping) {
    Integer year = cases.get(0).year();
    boolean anew = year == null || grouping.over().kind() == Scope.Kind.EACH_YEAR;
    double[] limits = anew ? null : grouping.of(nominal.scores()).get(year).limits();
    double[][] probabilities = new double[cases.size()][grouping.count()];
    for (double[] replication : scores) {
      Groups groups = anew ? grouping.of(replication) : Cuts.bands(replication, limits);
      int[] group = groups.group();
      for (int c = 0; c < group.length; c++) {
        if (group[c] > 0) {
          probabilities[c][group[c] - 1] += 1.0 / scores.length;
        }
      }
    }
    return probabilities;
  }

  /** By replication: mean over the cases of how many places each is from its nominal rank. */
  double[] meanShifts() {
    double[] shifts = new double[ranks.length];
    for (int i = 0; i < shifts.length; i++) {
      shifts[i] = meanShift(ranks[i]);
    }
    return shifts;
  }

  private double meanShift(double[] replication) {
    double sum = 0;
    int n = 0;
    for (int c = 0; c < replication.length; c++) {
      double shift = Math.abs(replication[c] - nominalRanks[c]);
      if (!Double.isNaN(shift)) {
        sum += shift;
        n++;
      }
    }
    return n == 0 ? 0 : sum / n;
  }
}

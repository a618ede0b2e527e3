package org.infostate.analysis;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * How sure the score and the rank of one country are. Numbers are null where the country had no
 * score.
 *
 * @param score as assessed, then 5 %, 50 % and 95 % quantile over the replications
 * @param rank as assessed, 1 for the highest, ties having the best place; then likewise
 * @param meanRank over the replications
 * @param scored replications that gave it a score
 * @param topChance probability of being among the first so many
 * @param groupChances probability of each group, from the highest; empty where the index has none
 * @param rankCounts replications that gave it each rank, from the first
 * @param ahead probability, in ten-thousandths, of being ahead of each country in the order of the
 *     run, a tie counting half; -1 for itself and where no replication has both
 */
public record UncertainCase(
    String iso3,
    Double score,
    Double scoreLow,
    Double scoreMedian,
    Double scoreHigh,
    Double rank,
    Double rankLow,
    Double rankMedian,
    Double rankHigh,
    Double meanRank,
    int scored,
    double topChance,
    List<Double> groupChances,
    int[] rankCounts,
    int[] ahead) {

  private static final double WHOLE = 10_000;

  /** Probability of a rank from 1. */
  public double chanceOf(int rank, int replications) {
    return rank > rankCounts.length ? 0 : (double) rankCounts[rank - 1] / replications;
  }

  /**
   * Probability of being ahead of the country at a place of the run; null where there is none.
   *
   * @param place from 0
   */
  public Double aheadOf(int place) {
    return ahead[place] < 0 ? null : ahead[place] / WHOLE;
  }

  /** For the store: a probability in ten-thousandths, -1 for none. */
  static int stored(double probability) {
    return Double.isNaN(probability) ? -1 : (int) Math.round(probability * WHOLE);
  }

  /** Numbers with a blank between. */
  static String joined(int[] numbers) {
    return Arrays.stream(numbers).mapToObj(Integer::toString).collect(Collectors.joining(" "));
  }

  static int[] split(String numbers) {
    return numbers.isBlank()
        ? new int[0]
        : Arrays.stream(numbers.split(" ")).mapToInt(Integer::parseInt).toArray();
  }

  /** Without the zeros at the end, which most countries have many of. */
  static int[] trimmed(int[] counts) {
    int last = IntStream.range(0, counts.length).filter(i -> counts[i] > 0).max().orElse(-1);
    return Arrays.copyOf(counts, last + 1);
  }
}

package org.infostate.uncertainty;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.infostate.scoring.Expressions;
import org.infostate.scoring.Index;
import org.infostate.scoring.Ranking;
import org.infostate.scoring.Rerun;
import org.infostate.scoring.Table;
import org.infostate.scoring.Variation;

/**
 * A Monte Carlo experiment with the scores of one element.
 *
 * @param factors what varies, each by a name of its own
 * @param replications how often; at least 1
 * @param seed of all chance in it
 * @param element whose scores and ranks are looked at
 * @param year whose cases are ranked; null for a table without years
 */
public record Experiment(
    List<Factor> factors, int replications, long seed, String element, Integer year) {

  /** Scores are kept: this many of them at most, 8 bytes each. */
  public static final long MAX_SCORES = 50_000_000;

  public Experiment {
    factors = List.copyOf(factors);
    Set<String> names = new HashSet<>();
    for (Factor factor : factors) {
      if (!names.add(factor.name())) {
        throw new IllegalArgumentException("Two factors are called " + factor.name());
      }
    }
    if (factors.isEmpty() || factors.size() > SobolSequence.MAX_DIMENSIONS) {
      throw new IllegalArgumentException(
          "From 1 to " + SobolSequence.MAX_DIMENSIONS + " factors, not " + factors.size());
    }
    if (replications < 1) {
      throw new IllegalArgumentException("At least one replication, not " + replications);
    }
  }

  /**
   * Scores the index once for each replication. On the threads of the common pool; the outcome does
   * not depend on how many there are.
   *
   * @throws IllegalArgumentException if the table lacks a column, the index the element or a step,
   *     the table the year, or more scores would be kept than {@link #MAX_SCORES}
   * @throws CancellationException if progress ended it
   */
  public Outcome run(Index index, Table table, Expressions expressions, Progress progress) {
    Rerun rerun = new Rerun(index, table, expressions);
    int[] rows = rows(rerun);
    double[][] scores =
        replicate(
            rerun,
            rows,
            replications,
            number -> new SobolSequence(factors.size(), seed).point(number),
            progress);
    return new Outcome(rerun.nominal(), element, rows, scores, ranking(index));
  }

  /** Rows of the nominal scores that are of the year. */
  int[] rows(Rerun rerun) {
    Table scores = rerun.nominal().scores();
    int[] rows =
        IntStream.range(0, scores.cases().size())
            .filter(r -> year == null ? !scores.panel() : year.equals(scores.cases().get(r).year()))
            .toArray();
    if (rows.length == 0) {
      throw new IllegalArgumentException("No cases of the year " + year + " are scored.");
    }
    return rows;
  }

  static Ranking ranking(Index index) {
    return index.step(Ranking.class).orElse(Ranking.DEFAULT);
  }

  /** Scores by replication, then by row. */
  double[][] replicate(
      Rerun rerun, int[] rows, int all, IntFunction<double[]> points, Progress progress) {
    if ((long) all * rows.length > MAX_SCORES) {
      throw new IllegalArgumentException(
          all + " replications of " + rows.length + " cases are more than " + MAX_SCORES);
    }
    double[][] scores = new double[all][];
    AtomicInteger done = new AtomicInteger();
    int step = Math.max(1, all / 100);
    IntStream.range(0, all)
        .parallel()
        .forEach(
            number -> {
              scores[number] = scores(rerun, rows, points.apply(number));
              int sofar = done.incrementAndGet();
              boolean goOn = sofar % step != 0 || progress.report(sofar, all);
              if (!goOn) {
                throw new CancellationException("Ended after " + sofar + " replications.");
              }
            });
    return scores;
  }

  /**
   * What is different in one of the replications of {@link #run}.
   *
   * @param number from 0
   */
  public Variation variation(Rerun rerun, int number) {
    return variation(rerun, new SobolSequence(factors.size(), seed).point(number));
  }

  private Variation variation(Rerun rerun, double[] point) {
    Draft draft = new Draft(rerun.index(), rerun.input());
    for (int f = 0; f < factors.size(); f++) {
      factors.get(f).draw(point[f], draft);
    }
    return draft.variation();
  }

  private double[] scores(Rerun rerun, int[] rows, double[] point) {
    double[] all = rerun.scores(variation(rerun, point), element);
    double[] scores = new double[rows.length];
    for (int i = 0; i < rows.length; i++) {
      scores[i] = all[rows[i]];
    }
    return scores;
  }
}

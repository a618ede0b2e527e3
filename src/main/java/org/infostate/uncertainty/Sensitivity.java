package org.infostate.uncertainty;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.infostate.scoring.Case;
import org.infostate.scoring.Expressions;
import org.infostate.scoring.Index;
import org.infostate.scoring.Rerun;
import org.infostate.scoring.Sample;
import org.infostate.scoring.Table;

/**
 * What of an experiment matters: how much of the variance of an output each factor explains alone,
 * and how much it has a part in (I. M. Sobol', 1993).
 *
 * @param output what is looked at: {@code shift}, the mean over all cases of how many places each
 *     is from its nominal rank, or {@code score}/{@code rank} of one case
 * @param subject the case, null for {@code shift}
 * @param variance of the output; where it is zero nothing matters and all shares are {@code NaN}
 * @param effects in the order of the factors
 */
public record Sensitivity(String output, String subject, double variance, List<Effect> effects) {

  /** How many times products are drawn again for the intervals. */
  private static final int DRAWS = 1000;

  /**
   * One factor.
   *
   * @param first share of the variance that is due to it alone; may come out a little below 0
   * @param total share of the variance that it has a part in, alone or with others
   */
  public record Effect(String factor, Share first, Share total) {}

  /**
   * An estimate with its bootstrap interval, the variance being estimated anew in each draw.
   *
   * @param low 5 % quantile
   * @param high 95 % quantile
   */
  public record Share(double value, double low, double high) {}

  /** The outputs of one design; each is computed when it is asked for. */
  public static final class Report {
    private final Experiment experiment;
    private final Outcome outcome;

    private Report(Experiment experiment, Outcome outcome) {
      this.experiment = experiment;
      this.outcome = outcome;
    }

    /** The cases in the order in which they are asked for. */
    public List<Case> cases() {
      return outcome.cases();
    }

    /** Of the mean over all cases of the places from the nominal rank. */
    public Sensitivity shift() {
      return of("shift", null, experiment, outcome.meanShifts());
    }

    /** Of the score of one case; {@code NaN} where it has none in some run. */
    public Sensitivity score(int subject) {
      String name = outcome.cases().get(subject).toString();
      return of("score", name, experiment, outcome.scores(subject));
    }

    /** Of the rank of one case; {@code NaN} where it has none in some run. */
    public Sensitivity rank(int subject) {
      String name = outcome.cases().get(subject).toString();
      return of("rank", name, experiment, outcome.ranks(subject));
    }
  }

  /**
   * Runs the experiment on Saltelli's design: two sets of points A and B, and for each factor A
   * with the factor's numbers from B; its replications are the size of one set, and (factors + 2)
   * times as many runs are made. A size that is a power of 2 is best.
   *
   * @throws IllegalArgumentException as {@link Experiment#run}, and for more than half as many
   *     factors as it takes
   */
  public static Report of(
      Experiment experiment, Index index, Table table, Expressions expressions, Progress progress) {
    int d = experiment.factors().size();
    int n = experiment.replications();
    Rerun rerun = new Rerun(index, table, expressions);
    int[] rows = experiment.rows(rerun);
    if ((long) n * (d + 2) > Experiment.MAX_SCORES) {
      throw new IllegalArgumentException("Too many replications: " + n);
    }
    SobolSequence sequence = new SobolSequence(2 * d, experiment.seed());
    double[][] scores =
        experiment.replicate(
            rerun, rows, n * (d + 2), run -> design(sequence.point(run % n), d, run / n), progress);
    return new Report(
        experiment,
        new Outcome(
            rerun.nominal(), experiment.element(), rows, scores, Experiment.ranking(index)));
  }

  /** Block 0 is A, 1 is B, 2 + j is A with factor j from B. */
  private static double[] design(double[] point, int d, int block) {
    double[] a = Arrays.copyOf(point, d);
    if (block == 1) {
      return Arrays.copyOfRange(point, d, 2 * d);
    }
    if (block >= 2) {
      a[block - 2] = point[d + block - 2];
    }
    return a;
  }

  private static Sensitivity of(String output, String subject, Experiment experiment, double[] y) {
    int n = experiment.replications();
    double[] a = Arrays.copyOf(y, n);
    double[] b = Arrays.copyOfRange(y, n, 2 * n);
    List<Effect> effects = new ArrayList<>();
    for (int j = 0; j < experiment.factors().size(); j++) {
      double[] ab = Arrays.copyOfRange(y, (2 + j) * n, (3 + j) * n);
      effects.add(
          effect(experiment.factors().get(j).name(), a, b, ab, experiment.seed() + 31 * (j + 1)));
    }
    return new Sensitivity(output, subject, variance(a, b, null), List.copyOf(effects));
  }

  /**
   * First order by the mean of yB (yAB - yA) (A. Saltelli and others, 2010), total by the mean of
   * half of (yA - yAB)^2 (M. Jansen, 1999), both over the variance of yA and yB together. Outputs
   * are centred first, which changes neither and lowers the error of the first.
   */
  static Effect effect(String factor, double[] a, double[] b, double[] ab, long seed) {
    double mean = Sample.mean(concatenated(a, b));
    double[] first = new double[a.length];
    double[] total = new double[a.length];
    for (int i = 0; i < a.length; i++) {
      first[i] = (b[i] - mean) * (ab[i] - a[i]);
      total[i] = (a[i] - ab[i]) * (a[i] - ab[i]) / 2;
    }
    double variance = variance(a, b, null);
    double[] firsts = new double[DRAWS];
    double[] totals = new double[DRAWS];
    SplittableRandom random = new SplittableRandom(seed);
    for (int draw = 0; draw < DRAWS; draw++) {
      int[] which = random.ints(a.length, 0, a.length).toArray();
      double drawn = variance(a, b, which);
      firsts[draw] = mean(first, which) / drawn;
      totals[draw] = mean(total, which) / drawn;
    }
    return new Effect(
        factor,
        share(mean(first, null) / variance, firsts),
        share(mean(total, null) / variance, totals));
  }

  private static Share share(double value, double[] draws) {
    return new Share(value, Sample.quantile(draws, 0.05), Sample.quantile(draws, 0.95));
  }

  private static double mean(double[] x, int[] which) {
    double sum = 0;
    for (int i = 0; i < x.length; i++) {
      sum += x[which == null ? i : which[i]];
    }
    return sum / x.length;
  }

  private static double variance(double[] a, double[] b, int[] which) {
    double mean = (mean(a, which) + mean(b, which)) / 2;
    double squares = 0;
    for (int i = 0; i < a.length; i++) {
      double da = a[which == null ? i : which[i]] - mean;
      double db = b[which == null ? i : which[i]] - mean;
      squares += da * da + db * db;
    }
    return squares / (2 * a.length);
  }

  private static double[] concatenated(double[] a, double[] b) {
    double[] both = Arrays.copyOf(a, a.length + b.length);
    System.arraycopy(b, 0, both, a.length, b.length);
    return both;
  }
}

package org.infostate.planning;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import org.infostate.scoring.Case;
import org.infostate.scoring.Expressions;
import org.infostate.scoring.Index;
import org.infostate.scoring.Normalisation;
import org.infostate.scoring.Rerun;
import org.infostate.scoring.Table;
import org.infostate.scoring.Variation;
import org.infostate.uncertainty.Experiment;
import org.infostate.uncertainty.Factor;

/**
 * The needs of all countries as they could also be: the index scored again with what an uncertainty
 * run varies, but for the scale, since only the declared one has a full capacity. Of what is not
 * known, any share may be missing. Safe for use by several threads; nothing but the number of a
 * draw decides what it comes to.
 */
public final class NeedDraws {

  private final Rerun rerun;
  private final Experiment experiment;
  private final long seed;
  private final Targets targets;

  /**
   * @param index one that {@link Needs#measurable} allows
   * @param input of a run over a round, as it went in
   * @param factors of the uncertainty run
   * @param seed of all chance
   * @param targets that gaps are measured to; they stay as they are
   */
  NeedDraws(
      Index index,
      Table input,
      Expressions expressions,
      List<Factor> factors,
      long seed,
      Targets targets) {
    this.targets = targets;
    this.rerun = new Rerun(index, input, expressions);
    this.seed = seed;
    List<Factor> kept = factors.stream().filter(factor -> !ofScale(index, factor)).toList();
    experiment = kept.isEmpty() ? null : new Experiment(kept, 1, seed, index.root().code(), null);
  }

  private static boolean ofScale(Index index, Factor factor) {
    return factor instanceof Factor.Choice choice
        && index.steps().get(choice.position()) instanceof Normalisation;
  }

  /**
   * One draw.
   *
   * @param number from 0
   */
  public Draw draw(int number) {
    Variation variation = experiment == null ? Variation.NONE : experiment.variation(rerun, number);
    return new Draw(rerun.rescored(variation), number);
  }

  /** What the needs are in one draw. */
  public final class Draw {

    private final Table scores;
    private final Needs toTarget;
    private final Needs toTop;
    private final int number;

    private Draw(Rerun.Rescored rescored, int number) {
      this.scores = rescored.scores();
      this.toTarget = new Needs(rerun.index(), rescored.weights(), targets);
      this.toTop = new Needs(rerun.index(), rescored.weights(), Targets.FULL);
      this.number = number;
    }

    /**
     * By country, without those of which nothing is known.
     *
     * @param elements as in {@link Needs#of(String, List, Set)}; empty for those right below the
     *     whole
     */
    public Map<String, Need> needs(Set<String> elements) {
      return needs(toTarget, elements);
    }

    /** The same, up to full capacity. */
    public Map<String, Need> whole(Set<String> elements) {
      return needs(toTop, elements);
    }

    private Map<String, Need> needs(Needs measure, Set<String> elements) {
      Map<String, Need> needs = new HashMap<>();
      for (int row = 0; row < scores.cases().size(); row++) {
        Case one = scores.cases().get(row);
        measure.of(scores, row, elements).ifPresent(need -> needs.put(one.unit(), need));
      }
      return needs;
    }

    /**
     * What could be anything from 0 to 1 for a country.
     *
     * @param what a name of it, such as {@code unknown} for the share of the unknown that is
     *     missing
     */
    public double chance(String iso3, String what) {
      return new SplittableRandom(seed + 31L * (iso3 + what).hashCode() + 1_000_003L * number)
          .nextDouble();
    }
  }
}

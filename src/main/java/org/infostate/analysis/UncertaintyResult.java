package org.infostate.analysis;

import java.util.ArrayList;
import java.util.List;
import org.infostate.cluster.Grouping;
import org.infostate.uncertainty.Factor;
import org.infostate.uncertainty.Outcome;
import org.infostate.uncertainty.Sensitivity;
import org.infostate.uncertainty.Spread;

/**
 * What an uncertainty run has made, to be kept: summaries and distributions, no replications.
 *
 * @param shiftVariance null without a sensitivity
 */
record UncertaintyResult(
    List<UncertainCase> cases, List<FactorEffect> factors, Double shiftVariance) {

  /**
   * @param grouping of the element that was looked at; null where it has no groups
   * @param sensitivity null where none was asked for
   */
  static UncertaintyResult of(
      Outcome outcome, int top, Grouping grouping, List<Factor> factors, Sensitivity sensitivity) {
    int n = outcome.cases().size();
    double[] tops = outcome.topProbabilities(top);
    double[][] ranks = outcome.rankProbabilities();
    double[][] ahead = outcome.aheadProbabilities();
    double[][] groups = grouping == null ? null : outcome.groupProbabilities(grouping);
    List<UncertainCase> cases = new ArrayList<>();
    for (int c = 0; c < n; c++) {
      Spread score = outcome.score(c);
      Spread rank = outcome.rank(c);
      cases.add(
          new UncertainCase(
              outcome.cases().get(c).unit(),
              orNull(score.nominal()),
              orNull(score.low()),
              orNull(score.median()),
              orNull(score.high()),
              orNull(rank.nominal()),
              orNull(rank.low()),
              orNull(rank.median()),
              orNull(rank.high()),
              orNull(rank.mean()),
              rank.replications(),
              share(tops[c], outcome.replications()),
              groups == null
                  ? List.of()
                  : java.util.Arrays.stream(groups[c])
                      .mapToObj(p -> share(p, outcome.replications()))
                      .toList(),
              UncertainCase.trimmed(counts(ranks[c], outcome.replications())),
              java.util.Arrays.stream(ahead[c]).mapToInt(UncertainCase::stored).toArray()));
    }
    return new UncertaintyResult(
        cases, effects(factors, sensitivity), sensitivity == null ? null : sensitivity.variance());
  }

  /** Without what adding up so many small shares has left behind. */
  private static double share(double probability, int replications) {
    return (double) Math.round(probability * replications) / replications;
  }

  private static int[] counts(double[] probabilities, int replications) {
    return java.util.Arrays.stream(probabilities)
        .mapToInt(p -> (int) Math.round(p * replications))
        .toArray();
  }

  private static List<FactorEffect> effects(List<Factor> factors, Sensitivity sensitivity) {
    List<FactorEffect> effects = new ArrayList<>();
    for (int f = 0; f < factors.size(); f++) {
      Factor factor = factors.get(f);
      Sensitivity.Share first = sensitivity == null ? null : sensitivity.effects().get(f).first();
      Sensitivity.Share total = sensitivity == null ? null : sensitivity.effects().get(f).total();
      effects.add(
          new FactorEffect(
              factor.name(),
              detail(factor),
              first == null ? null : orNull(first.value()),
              first == null ? null : orNull(first.low()),
              first == null ? null : orNull(first.high()),
              total == null ? null : orNull(total.value()),
              total == null ? null : orNull(total.low()),
              total == null ? null : orNull(total.high())));
    }
    return effects;
  }

  /** What a factor varies between, as it will be read in ten years. */
  static String detail(Factor factor) {
    if (factor instanceof Factor.Weights weights) {
      return "share " + weights.share();
    } else if (factor instanceof Factor.Unverified answers) {
      return "share " + answers.share();
    } else if (factor instanceof Factor.Range range) {
      return range.low() + " to " + range.high();
    } else if (factor instanceof Factor.LeavingOut leaving) {
      return "none, or one of " + String.join(", ", leaving.elements());
    }
    return String.join(
        " | ", ((Factor.Choice) factor).alternatives().stream().map(Object::toString).toList());
  }

  private static Double orNull(double figure) {
    return Double.isFinite(figure) ? figure : null;
  }
}

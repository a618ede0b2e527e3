package org.infostate.analysis;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.infostate.assessment.SelfExpressions;
import org.infostate.diagnostics.Correlation;
import org.infostate.diagnostics.Correlations;
import org.infostate.diagnostics.Distribution;
import org.infostate.diagnostics.LeavingOut;
import org.infostate.diagnostics.Reliability;
import org.infostate.scoring.Element;
import org.infostate.scoring.PrincipalComponents;
import org.infostate.scoring.Table;

/**
 * How the index of an assessment is built, by its numbers of one year; the effect of leaving an
 * element out is over all years.
 *
 * @param distributions of what came in, one for each indicator
 * @param correlations of the scores of elements with the same parent
 * @param flagged those of them about which there is something to say
 * @param pillars one for each aggregate
 * @param weights what the elements count, in the order of the index
 * @param leavingOut the effect of each element that can be left out
 */
public record DiagnosticsView(
    List<Distribution> distributions,
    List<Correlations.Pair> correlations,
    List<Correlations.Flagged> flagged,
    List<Pillar> pillars,
    List<Weight> weights,
    List<LeavingOut.Effect> leavingOut) {

  /**
   * Whether the elements below an aggregate measure one thing. Numbers are NaN where there are too
   * few elements or countries.
   *
   * @param alpha Cronbach's, of the scores of the elements below
   * @param cases countries that have all of them
   * @param first share of their variance that the first principal component carries
   * @param components how many components carry more than one element would
   */
  public record Pillar(String element, double alpha, int cases, double first, int components) {}

  /**
   * What an element counts where nothing is missing.
   *
   * @param declared as the index gives it
   * @param ofParent share among the elements of its parent
   * @param ofWhole product of the shares up to the top
   * @param correlation of its score with that of the whole, which shows what it really counts
   */
  public record Weight(
      String element, double declared, double ofParent, double ofWhole, double correlation) {}

  static DiagnosticsView of(Subject subject) {
    Table scores = subject.scores();
    Table input = subject.input();
    List<Distribution> distributions =
        subject.index().indicators().stream()
            .map(indicator -> Distribution.of(input, indicator.code()))
            .toList();
    List<Correlations.Pair> pairs = new ArrayList<>();
    List<Correlations.Flagged> flagged = new ArrayList<>();
    List<Pillar> pillars = new ArrayList<>();
    for (Element element : subject.index().elements()) {
      List<String> below = subject.below(element.code());
      if (!below.equals(List.of(element.code()))) {
        Correlations found = Correlations.of(scores, below, Correlation.Kind.PEARSON);
        pairs.addAll(found.pairs());
        flagged.addAll(found.flagged(subject.index()));
        pillars.add(pillar(scores, element.code(), below));
      }
    }
    return new DiagnosticsView(
        distributions,
        pairs,
        flagged,
        pillars,
        weights(subject, scores),
        LeavingOut.of(subject.index(), subject.result().input(), new SelfExpressions()));
  }

  private static Pillar pillar(Table scores, String element, List<String> below) {
    PrincipalComponents components =
        below.size() < 2
            ? null
            : PrincipalComponents.of(below.stream().map(scores::values).toArray(double[][]::new));
    int strong = 0;
    for (int c = 0; components != null && c < components.variances().length; c++) {
      strong += components.variances()[c] > 1 ? 1 : 0;
    }
    return new Pillar(
        element,
        Reliability.alpha(scores, below),
        components == null ? 0 : components.cases(),
        components == null ? Double.NaN : components.share(0),
        strong);
  }

  private static List<Weight> weights(Subject subject, Table scores) {
    Map<String, Double> ofParent = subject.result().shares();
    Map<String, Double> ofWhole = subject.result().effectiveWeights();
    double[] whole = scores.values(subject.index().root().code());
    return subject.index().elements().stream()
        .map(
            element ->
                new Weight(
                    element.code(),
                    element.weight(),
                    ofParent.get(element.code()),
                    ofWhole.get(element.code()),
                    Correlation.of(scores.values(element.code()), whole, Correlation.Kind.PEARSON)
                        .coefficient()))
        .toList();
  }
}

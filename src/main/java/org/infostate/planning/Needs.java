package org.infostate.planning;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.infostate.assessment.ElementWeight;
import org.infostate.assessment.Score;
import org.infostate.scoring.Element;
import org.infostate.scoring.Index;
import org.infostate.scoring.Normalisation;
import org.infostate.scoring.Scale;
import org.infostate.scoring.State;
import org.infostate.scoring.Table;

/**
 * From scores to {@link Need}s.
 *
 * <p>An indicator i that is known has the gap (t - s) / full, cut to 0..1, where s is its score,
 * full the top of its scale and t its {@link Targets target}, which usually is the top. With W its
 * weight in the whole index, of a country:
 *
 * <pre>
 * missing = 100 * sum of W (t - s) / full over the known indicators / sum of W over the applicable
 * unknown = 100 * sum of W t / full over those that are not known   / sum of W over the applicable
 * </pre>
 *
 * What does not apply is in neither sum.
 */
public final class Needs {

  private final Index index;
  private final Targets targets;
  private final Map<String, Double> weights = new HashMap<>();
  private final Map<String, String> parents = new HashMap<>();
  private final Map<String, Double> tops = new LinkedHashMap<>();

  /**
   * @param weights of all elements of the index
   * @throws IllegalArgumentException unless {@link #measurable}
   */
  public Needs(Index index, List<ElementWeight> weights) {
    this(index, weights, Targets.FULL);
  }

  /**
   * @param targets that gaps are measured to
   */
  public Needs(Index index, List<ElementWeight> weights, Targets targets) {
    this(
        index,
        weights.stream().collect(Collectors.toMap(ElementWeight::element, ElementWeight::ofWhole)),
        targets);
  }

  /**
   * @param weights of all elements of the index, the products of their shares up to the top
   */
  public Needs(Index index, Map<String, Double> weights, Targets targets) {
    if (!measurable(index)) {
      throw new IllegalArgumentException(index.code() + " has indicators without a top.");
    }
    this.index = index;
    this.targets = targets;
    this.weights.putAll(weights);
    index.elements().forEach(element -> parents.put(element.code(), element.parent()));
    index.indicators().forEach(i -> tops.put(i.code(), goalposts(index, i).orElseThrow().scale()));
  }

  /**
   * Whether every indicator of the index has a fixed scale with a top, so that there is such a
   * thing as full capacity: goalposts, at whose upper end it is reached.
   */
  public static boolean measurable(Index index) {
    return index.indicators().stream().allMatch(i -> goalposts(index, i).isPresent());
  }

  /** The fixed scale of an indicator; empty where it has another. */
  public static Optional<Scale.Goalposts> goalposts(Index index, Element indicator) {
    return indicator
        .method(Normalisation.class)
        .or(() -> index.step(Normalisation.class))
        .map(Normalisation::scale)
        .filter(Scale.Goalposts.class::isInstance)
        .map(Scale.Goalposts.class::cast);
  }

  /**
   * By the elements right below the whole.
   *
   * @param scores of one country, in one year
   * @return empty where no indicator is known, nor any applicable
   */
  public Optional<Need> of(String iso3, List<Score> scores) {
    return of(iso3, scores, this::pillar);
  }

  /**
   * By the elements that are named, none of which may stand below another; what belongs to none of
   * them is under the empty name.
   */
  public Optional<Need> of(String iso3, List<Score> scores, Set<String> elements) {
    return of(iso3, scores, indicator -> below(indicator, elements));
  }

  /**
   * As {@link #of(String, List, Set)}, from a row of a table of scores.
   *
   * @param elements empty for those right below the whole
   */
  Optional<Need> of(Table scores, int row, Set<String> elements) {
    List<Known> known = new ArrayList<>();
    for (String indicator : tops.keySet()) {
      int column = scores.column(indicator);
      State state = scores.state(row, column);
      known.add(
          new Known(
              indicator, state.present() ? scores.value(row, column) : null, state.applicable()));
    }
    return sum(
        scores.cases().get(row).unit(),
        known,
        elements.isEmpty() ? this::pillar : indicator -> below(indicator, elements));
  }

  /**
   * What is known of an indicator.
   *
   * @param score null where it is not known
   */
  private record Known(String indicator, Double score, boolean applicable) {}

  private Optional<Need> of(String iso3, List<Score> scores, UnaryOperator<String> part) {
    List<Known> known = new ArrayList<>();
    for (Score score : scores) {
      if (tops.containsKey(score.element())) {
        known.add(new Known(score.element(), score.score(), score.state().applicable()));
      }
    }
    return sum(iso3, known, part);
  }

  private Optional<Need> sum(String iso3, List<Known> all, UnaryOperator<String> part) {
    Map<String, double[]> sums = new LinkedHashMap<>();
    double applicable = 0;
    boolean anything = false;
    for (Known one : all) {
      double weight = weights.get(one.indicator());
      double top = tops.get(one.indicator());
      double target = targets.of(iso3, one.indicator(), top);
      if (!one.applicable() || weight == 0) {
        continue;
      }
      applicable += weight;
      double[] sum = sums.computeIfAbsent(part.apply(one.indicator()), name -> new double[4]);
      sum[2] += weight;
      if (one.score() == null) {
        sum[1] += weight * target / top;
      } else {
        anything = true;
        double missing = weight * gap(one.score(), target, top);
        sum[0] += missing;
        sum[3] += one.score() > 0 ? missing : 0;
      }
    }
    return anything && applicable > 0
        ? Optional.of(need(iso3, sums, applicable))
        : Optional.empty();
  }

  private static double gap(double score, double target, double top) {
    return Math.max(0, target - Math.max(0, score)) / top;
  }

  private static Need need(String iso3, Map<String, double[]> sums, double applicable) {
    List<Need.Gap> gaps = new ArrayList<>();
    double missing = 0;
    double unknown = 0;
    for (Map.Entry<String, double[]> sum : sums.entrySet()) {
      Need.Gap gap =
          new Need.Gap(
              sum.getKey(),
              100 * sum.getValue()[2] / applicable,
              100 * sum.getValue()[0] / applicable,
              100 * sum.getValue()[1] / applicable,
              100 * sum.getValue()[3] / applicable);
      gaps.add(gap);
      missing += gap.missing();
      unknown += gap.unknown();
    }
    return new Need(iso3, missing, unknown, gaps);
  }

  private String below(String indicator, Set<String> elements) {
    for (String at = indicator; at != null; at = parents.get(at)) {
      if (elements.contains(at)) {
        return at;
      }
    }
    return "";
  }

  /** The element right below the whole that the indicator belongs to. */
  private String pillar(String indicator) {
    String root = index.root().code();
    String at = indicator;
    while (!root.equals(parents.get(at)) && parents.get(at) != null) {
      at = parents.get(at);
    }
    return at;
  }
}

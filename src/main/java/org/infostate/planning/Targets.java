package org.infostate.planning;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;
import org.infostate.assessment.Score;
import org.infostate.scoring.Element;
import org.infostate.scoring.Index;
import org.infostate.scoring.Scale;

/** The targets of every country and indicator of an assessment, on the scale of the indicator. */
final class Targets {

  /** Fewer countries have no median to strive for. */
  static final int FEWEST = 3;

  /** What nothing is said of is measured to the top of its scale. */
  static final Targets FULL = new Targets(Map.of());

  private static final int QUARTERS = 4;

  /** Scores are sums of fractions: a level is reached also from this little below it. */
  private static final double SAME = 1e-9;

  private final Map<String, Map<String, Double>> byCountry;

  private Targets(Map<String, Map<String, Double>> byCountry) {
    this.byCountry = byCountry;
  }

  /**
   * @param scores of all countries of the assessment
   * @param infoStates by country; those that it lacks have none
   * @param declared for {@link Target#DECLARED}
   */
  static Targets of(
      Target target,
      Index index,
      List<Score> scores,
      Map<String, Integer> infoStates,
      DeclaredTargets declared) {
    if (target == Target.FULL) {
      return FULL;
    }
    Map<String, Map<String, Double>> byCountry = new HashMap<>();
    for (Element indicator : index.indicators()) {
      Scale.Goalposts scale = Needs.goalposts(index, indicator).orElseThrow();
      List<Score> its =
          scores.stream().filter(one -> one.element().equals(indicator.code())).toList();
      for (Score one : its) {
        double to =
            switch (target) {
              case FULL -> scale.scale();
              case NEXT_LEVEL -> nextLevel(index, indicator, scale, one.score());
              case MEDIAN -> median(its, infoStates, one.iso3(), scale.scale());
              case DECLARED -> declared.of(index, one.iso3(), indicator.code(), scale.scale());
            };
        byCountry
            .computeIfAbsent(one.iso3(), iso3 -> new HashMap<>())
            .put(indicator.code(), Math.max(0, Math.min(scale.scale(), to)));
      }
    }
    return new Targets(byCountry);
  }

  /** Equal where every target is. */
  @Override
  public boolean equals(Object other) {
    return other instanceof Targets targets && targets.byCountry.equals(byCountry);
  }

  @Override
  public int hashCode() {
    return byCountry.hashCode();
  }

  /** The target, from 0 to the top of the scale. */
  double of(String iso3, String indicator, double top) {
    return byCountry.getOrDefault(iso3, Map.of()).getOrDefault(indicator, top);
  }

  private static double nextLevel(
      Index index, Element indicator, Scale.Goalposts scale, Double score) {
    double from = score == null ? 0 : score;
    return steps(index, indicator, scale)
        .sorted()
        .filter(step -> step > from + SAME)
        .findFirst()
        .orElse(scale.scale());
  }

  private static DoubleStream steps(Index index, Element indicator, Scale.Goalposts scale) {
    Map<String, Double> levels = indicator.source().levels();
    return levels.isEmpty()
        ? Stream.iterate(1, quarter -> quarter <= QUARTERS, quarter -> quarter + 1)
            .mapToDouble(quarter -> scale.scale() * quarter / QUARTERS)
        : levels.values().stream()
            .mapToDouble(level -> (level - scale.low()) / (scale.high() - scale.low()))
            .map(share -> share * scale.scale());
  }

  private static double median(
      List<Score> all, Map<String, Integer> infoStates, String iso3, double top) {
    Integer own = infoStates.get(iso3);
    double[] like = known(all, infoStates, own);
    if (own == null || like.length < FEWEST) {
      like = known(all, infoStates, null);
    }
    return like.length == 0 ? top : middle(like);
  }

  /** Sorted; of all countries if the info-state is null. */
  private static double[] known(
      List<Score> all, Map<String, Integer> infoStates, Integer infoState) {
    return all.stream()
        .filter(one -> infoState == null || infoState.equals(infoStates.get(one.iso3())))
        .map(Score::score)
        .filter(Objects::nonNull)
        .mapToDouble(Double::doubleValue)
        .sorted()
        .toArray();
  }

  private static double middle(double[] sorted) {
    int half = sorted.length / 2;
    return sorted.length % 2 == 1 ? sorted[half] : (sorted[half - 1] + sorted[half]) / 2;
  }
}

package org.infostate.assessment;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.infostate.scoring.Aggregation;
import org.infostate.scoring.Element;
import org.infostate.scoring.Imputation;
import org.infostate.scoring.Index;
import org.infostate.scoring.Mark;
import org.infostate.scoring.Normalisation;
import org.infostate.scoring.Scale;
import org.infostate.scoring.Step;
import org.infostate.scoring.Table;
import org.infostate.scoring.Treatment;
import org.infostate.uncertainty.Factor;

/**
 * What of an index could well have been decided otherwise: the factors of its uncertainty, each
 * named as its key in the index file. An index says so itself under {@code uncertainty}; where it
 * does not, what is usual follows from its steps.
 */
public final class Doubts {

  public static final String WEIGHTS = "weights";
  public static final String LEAVE_OUT = "leave-out";
  public static final String UNVERIFIED = "unverified";

  /** Every name that a factor can have, in the order in which they are shown. */
  public static final List<String> NAMES =
      List.of(WEIGHTS, "normalise", "aggregate", "impute", "treat", LEAVE_OUT, UNVERIFIED);

  /** A quarter either way, as COINr and the OECD's handbook have it. */
  static final double WEIGHT_SHARE = 0.25;

  /** A tenth of the range that answers have. */
  static final double ANSWER_SHARE = 0.1;

  /** How many standard deviations are as wide as the range between a lowest and a highest value. */
  private static final int DEVIATIONS_WIDE = 6;

  private Doubts() {}

  /**
   * The factors of an index.
   *
   * @param input without a mark {@link Mark#UNVERIFIED} in it there is no such factor
   */
  public static List<Factor> of(IndexFile file, Table input) {
    List<Factor> all = file.doubts() == null ? usual(file.index()) : file.doubts();
    return unverified(input)
        ? all
        : all.stream().filter(f -> !(f instanceof Factor.Unverified)).toList();
  }

  private static boolean unverified(Table input) {
    for (int row = 0; row < input.cases().size(); row++) {
      for (int column = 0; column < input.columns().size(); column++) {
        if (input.marks(row, column).contains(Mark.UNVERIFIED)) {
          return true;
        }
      }
    }
    return false;
  }

  /**
   * Weights a quarter either way; the other usual scale, of the same width; the other mean at the
   * top; the other figure to fill in; a limit of outliers a quarter either way; one pillar left
   * out; answers not verified a tenth of their range either way.
   */
  private static List<Factor> usual(Index index) {
    List<Factor> factors = new ArrayList<>();
    factors.add(new Factor.Weights(WEIGHTS, WEIGHT_SHARE, Set.of()));
    for (Class<? extends Step> kind :
        List.of(Normalisation.class, Aggregation.class, Imputation.class, Treatment.class)) {
      position(index, kind).flatMap(at -> usual(index, at)).ifPresent(factors::add);
    }
    List<String> pillars =
        index.elements().stream()
            .filter(element -> index.root().code().equals(element.parent()))
            .map(Element::code)
            .toList();
    if (pillars.size() > 1) {
      factors.add(new Factor.LeavingOut(LEAVE_OUT, pillars));
    }
    factors.add(new Factor.Unverified(UNVERIFIED, ANSWER_SHARE));
    return List.copyOf(factors);
  }

  /** Where the first step of this kind stands. */
  static Optional<Integer> position(Index index, Class<? extends Step> kind) {
    for (int at = 0; at < index.steps().size(); at++) {
      if (kind.isInstance(index.steps().get(at))) {
        return Optional.of(at);
      }
    }
    return Optional.empty();
  }

  private static Optional<Factor> usual(Index index, int at) {
    Step step = index.steps().get(at);
    if (step instanceof Treatment treatment) {
      double limit = treatment.maxSkewness();
      return Optional.of(treated("treat", at, treatment, 0.75 * limit, 1.25 * limit));
    }
    return other(index, step)
        .map(other -> new Factor.Choice(step.name(), at, List.of(step, other)));
  }

  static Factor treated(String name, int at, Treatment treatment, double low, double high) {
    return new Factor.Range(
        name,
        at,
        low,
        high,
        limit ->
            new Treatment(
                limit,
                treatment.maxKurtosis(),
                treatment.maxPoints(),
                treatment.transform(),
                treatment.lambda(),
                treatment.over()));
  }

  private static Optional<Step> other(Index index, Step step) {
    if (step instanceof Normalisation one) {
      return other(one, index.step(Aggregation.class).orElseThrow())
          .map(scale -> new Normalisation(scale, one.over(), one.floor()));
    }
    if (step instanceof Imputation one) {
      return other(one.method())
          .map(method -> new Imputation(method, one.group(), one.over(), one.lookBack()));
    }
    return Optional.of(otherAtTheTop((Aggregation) step, level(index, index.root())));
  }

  private static Optional<Scale> other(Normalisation one, Aggregation aggregation) {
    Scale scale = one.scale();
    if (scale instanceof Scale.Goalposts posts) {
      return Optional.of(new Scale.MinMax(0, posts.scale()));
    }
    if (scale instanceof Scale.Relative relative) {
      Scale.Relative.Reference reference =
          relative.reference() == Scale.Relative.Reference.MEAN
              ? Scale.Relative.Reference.MEDIAN
              : Scale.Relative.Reference.MEAN;
      return Optional.of(new Scale.Relative(reference, null, relative.scale()));
    }
    // A z-score may lie below zero, of which there is no geometric mean.
    boolean plain = aggregation.mean() == Aggregation.Mean.ARITHMETIC;
    if (scale instanceof Scale.MinMax range && plain && aggregation.byLevel().isEmpty()) {
      double middle = (range.from() + range.to()) / 2;
      return Optional.of(new Scale.ZScore(middle, (range.to() - range.from()) / DEVIATIONS_WIDE));
    }
    return Optional.empty();
  }

  private static Optional<Imputation.Method> other(Imputation.Method method) {
    return switch (method) {
      case MEAN -> Optional.of(Imputation.Method.MEDIAN);
      case MEDIAN -> Optional.of(Imputation.Method.MEAN);
      case GROUP_MEAN -> Optional.of(Imputation.Method.GROUP_MEDIAN);
      case GROUP_MEDIAN -> Optional.of(Imputation.Method.GROUP_MEAN);
      case PILLAR_MEAN -> Optional.of(Imputation.Method.PILLAR_MEDIAN);
      case PILLAR_MEDIAN -> Optional.of(Imputation.Method.PILLAR_MEAN);
      case LINEAR -> Optional.of(Imputation.Method.LATEST);
      case LATEST, NONE -> Optional.empty();
    };
  }

  private static Aggregation otherAtTheTop(Aggregation one, int top) {
    java.util.Map<Integer, Aggregation> levels = new java.util.HashMap<>(one.byLevel());
    Aggregation now = levels.getOrDefault(top, one);
    Aggregation.Mean mean =
        now.mean() == Aggregation.Mean.ARITHMETIC
            ? Aggregation.Mean.GEOMETRIC
            : Aggregation.Mean.ARITHMETIC;
    levels.put(top, new Aggregation(mean, 1, now.minimum(), java.util.Map.of()));
    return new Aggregation(one.mean(), one.power(), one.minimum(), levels);
  }

  private static int level(Index index, Element element) {
    return 1
        + index.elements().stream()
            .filter(below -> element.code().equals(below.parent()))
            .mapToInt(below -> level(index, below))
            .max()
            .orElse(0);
  }
}

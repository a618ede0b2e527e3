package org.infostate.assessment;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.infostate.logic.Expression;
import org.infostate.scoring.Aggregation;
import org.infostate.scoring.Denomination;
import org.infostate.scoring.Imputation;
import org.infostate.scoring.Normalisation;
import org.infostate.scoring.Ranking;
import org.infostate.scoring.Scale;
import org.infostate.scoring.Scope;
import org.infostate.scoring.Screening;
import org.infostate.scoring.Step;
import org.infostate.scoring.Ties;
import org.infostate.scoring.Transformation;
import org.infostate.scoring.Treatment;
import org.infostate.scoring.Weighting;

/**
 * The steps of an index file, and the steps in which an element departs from them.
 *
 * <p>An element that does not name a method of its own keeps that of the index, and the keys that
 * it does name are laid over those of the index.
 */
final class StepReader {

  private static final Map<String, Function<Keys, Step>> STEPS =
      Map.of(
          "screen", StepReader::screening,
          "denominate", keys -> new Denomination(),
          "impute", StepReader::imputation,
          "treat", StepReader::treatment,
          "transform", StepReader::transformation,
          "normalise", StepReader::normalisation,
          "weigh", StepReader::weighting,
          "aggregate", StepReader::aggregation,
          "rank", StepReader::ranking);
  private static final List<String> OF_ELEMENTS =
      List.of("impute", "treat", "transform", "normalise", "aggregate");

  private final Map<String, Keys> ofIndex = new HashMap<>();

  /** The steps of the file in their order. */
  List<Step> steps(Keys file) {
    List<Step> steps = new ArrayList<>();
    for (Keys item : file.maps("steps", 100)) {
      List<String> names = item.names();
      if (names.size() != 1 || !STEPS.containsKey(names.get(0))) {
        item.fault(
            "step-unknown",
            "A step is one of " + String.join(", ", STEPS.keySet().stream().sorted().toList()));
        continue;
      }
      Keys keys = item.mapOrEmpty(names.get(0));
      if (keys != null) {
        ofIndex.putIfAbsent(names.get(0), keys);
        add(steps, names.get(0), keys);
      }
    }
    return steps;
  }

  /** The steps in which an element departs from the index. */
  List<Step> methods(Keys element) {
    List<Step> methods = new ArrayList<>();
    for (String name : OF_ELEMENTS) {
      Keys keys = element.map(name);
      if (keys != null) {
        boolean ownMethod = keys.has("method") || keys.has("mean");
        ownMethod |= keys.has("function") || keys.has("expression");
        add(methods, name, ownMethod ? keys : keys.over(ofIndex.get(name)));
      }
    }
    return methods;
  }

  /** Another way to take a step; keys that it does not name are those of the index. */
  Step alternative(String name, Keys keys) {
    List<Step> steps = new ArrayList<>();
    boolean ownMethod = keys.has("method") || keys.has("mean");
    add(steps, name, ownMethod || !ofIndex.containsKey(name) ? keys : keys.over(ofIndex.get(name)));
    return steps.isEmpty() ? null : steps.get(0);
  }

  private static void add(List<Step> steps, String name, Keys keys) {
    int before = keys.faultCount();
    try {
      Step step = STEPS.get(name).apply(keys);
      if (step != null && keys.faultCount() == before) {
        steps.add(step);
        keys.close();
      }
    } catch (IllegalArgumentException e) {
      keys.fault("value", e.getMessage());
    }
  }

  /** The key {@code over}: all, each-year or a year. */
  static Scope scope(Keys keys) {
    String over = keys.text("over", "all");
    if (over.matches("[0-9]{1,4}")) {
      return Scope.year(Integer.parseInt(over));
    }
    if (over.equals("each-year")) {
      return Scope.EACH_YEAR;
    }
    if (!over.equals("all")) {
      keys.faultAt("over", "value", "'over' is all, each-year or a year, not '" + over + "'.");
    }
    return Scope.ALL;
  }

  private static Step screening(Keys keys) {
    return new Screening(
        keys.choice("by", Screening.Rule.class, Screening.Rule.MISSING),
        keys.share("minimum", 2.0 / 3),
        keys.share("non-zero", 0.05),
        new HashSet<>(keys.words("include")),
        new HashSet<>(keys.words("exclude")));
  }

  private static Step imputation(Keys keys) {
    Imputation.Method method = keys.choice("method", Imputation.Method.class, null);
    return method == null
        ? null
        : new Imputation(
            method,
            keys.text("group", null),
            scope(keys),
            keys.integer("years", Imputation.ANY_YEARS, 0, Imputation.ANY_YEARS));
  }

  private static Step treatment(Keys keys) {
    Treatment usual = Treatment.DEFAULT;
    return new Treatment(
        keys.number("skewness", usual.maxSkewness(), 0, 1e6),
        keys.number("kurtosis", usual.maxKurtosis(), -10, 1e6),
        keys.integer("points", usual.maxPoints(), 0, 1_000_000),
        keys.choice("transform", Treatment.Transform.class, usual.transform()),
        keys.number("lambda", Double.NaN, -10, 10),
        scope(keys));
  }

  private static Step transformation(Keys keys) {
    boolean alone = keys.has("expression") && !keys.has("function");
    Transformation.Function function =
        alone
            ? Transformation.Function.EXPRESSION
            : keys.choice("function", Transformation.Function.class, null);
    String expression = keys.has("expression") ? keys.expression("expression") : null;
    if (expression != null && !Expression.parse(expression).references().isEmpty()) {
      keys.faultAt("expression", "value", "A transformation is of the value '.' and nothing else.");
    }
    boolean unread = keys.has("expression") && expression == null;
    return function == null || unread
        ? null
        : new Transformation(function, keys.number("constant", 0, -1e18, 1e18), expression);
  }

  private static Step normalisation(Keys keys) {
    String method = keys.text("method");
    if (method == null) {
      return null;
    }
    Scale scale = scale(method, keys);
    double floor = keys.number("floor", Double.NEGATIVE_INFINITY, -1e18, 1e18);
    return scale == null ? null : new Normalisation(scale, scope(keys), floor);
  }

  private static Scale scale(String method, Keys keys) {
    return switch (method) {
      case "none" -> new Scale.AsMeasured();
      case "min-max" -> new Scale.MinMax(any(keys, "from", 0), any(keys, "to", 100));
      case "z-score" -> new Scale.ZScore(any(keys, "mean", 0), any(keys, "deviation", 1));
      case "goalposts" ->
          new Scale.Goalposts(
              any(keys, "low", Double.NaN),
              any(keys, "high", Double.NaN),
              any(keys, "scale", 100),
              keys.flag("capped", true));
      case "distance-to-maximum" -> new Scale.DistanceToMaximum();
      case "distance-to-reference" ->
          new Scale.DistanceToReference(keys.text("unit"), keys.flag("capped", false));
      case "distance-to-target" ->
          new Scale.DistanceToTarget(any(keys, "target", Double.NaN), keys.flag("capped", true));
      case "fraction-of-maximum" -> new Scale.FractionOfMaximum();
      case "rank" -> new Scale.Rank(ties(keys));
      case "borda" -> new Scale.Borda(ties(keys));
      case "percentile-rank" -> new Scale.PercentileRank(ties(keys));
      case "relative" -> relative(keys);
      default -> {
        keys.faultAt(
            "method",
            "value",
            "'"
                + method
                + "' is none of none, min-max, z-score, goalposts, distance-to-maximum,"
                + " distance-to-reference, distance-to-target, fraction-of-maximum, rank, borda,"
                + " percentile-rank, relative.");
        yield null;
      }
    };
  }

  private static Scale relative(Keys keys) {
    Scale.Relative.Reference reference =
        keys.choice("reference", Scale.Relative.Reference.class, Scale.Relative.Reference.MEAN);
    String name =
        switch (reference) {
          case UNIT -> keys.text("unit");
          case WEIGHTED_MEAN -> keys.text("by");
          case MEAN, MEDIAN -> null;
        };
    return new Scale.Relative(reference, name, any(keys, "scale", 100));
  }

  private static double any(Keys keys, String key, double usual) {
    return keys.number(key, usual, -1e18, 1e18);
  }

  private static Ties ties(Keys keys) {
    return keys.choice("ties", Ties.class, Ties.BEST);
  }

  private static Step weighting(Keys keys) {
    Weighting.Method method = keys.choice("method", Weighting.Method.class, null);
    Set<Integer> levels = new HashSet<>();
    for (double level : keys.numbers("levels")) {
      levels.add((int) level);
    }
    Map<String, Map<String, Double>> points = new HashMap<>();
    Keys experts = keys.map("points");
    if (experts != null) {
      for (String expert : experts.names()) {
        points.put(expert, points(experts.map(expert)));
      }
    }
    return method == null ? null : new Weighting(method, levels, points);
  }

  private static Map<String, Double> points(Keys keys) {
    Map<String, Double> points = new HashMap<>();
    if (keys != null) {
      for (String element : keys.names()) {
        points.put(element, keys.number(element, 0, 0, 1e9));
      }
    }
    return points;
  }

  private static Step aggregation(Keys keys) {
    Map<Integer, Aggregation> levels = new HashMap<>();
    Keys byLevel = keys.map("levels");
    if (byLevel != null) {
      for (String level : byLevel.names()) {
        Keys own = byLevel.map(level);
        if (!level.matches("[1-9][0-9]?") || level.equals("1")) {
          byLevel.faultAt(level, "value", "A level is a number from 2; indicators are level 1.");
        } else if (own != null) {
          Aggregation step = mean(own.over(keys), Map.of());
          if (step != null) {
            own.close();
            levels.put(Integer.valueOf(level), step);
          }
        }
      }
    }
    return mean(keys, levels);
  }

  private static Aggregation mean(Keys keys, Map<Integer, Aggregation> levels) {
    Aggregation.Mean mean = keys.choice("mean", Aggregation.Mean.class, null);
    return mean == null
        ? null
        : new Aggregation(
            mean, keys.number("power", 1, -100, 100), keys.share("minimum", 0), levels);
  }

  private static Step ranking(Keys keys) {
    int decimals = keys.integer("decimals", -1, -1, 15);
    return new Ranking(ties(keys), decimals < 0 ? null : decimals);
  }
}

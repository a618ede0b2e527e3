package org.infostate.planning;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.infostate.problem.Place;
import org.infostate.problem.Problem;
import org.infostate.problem.ProblemException;
import org.infostate.problem.ProblemKind;

/**
 * What the parts of the formula count. They are conventions, not findings, and can be changed on
 * the page.
 *
 * @param unknown share of what is not known that counts as missing, 0 to 1
 * @param parts by part, from 0 to {@link PriorityPart#most}
 */
public record PriorityWeights(double unknown, Map<PriorityPart, Double> parts) {

  /** What the unknown is called in addresses, orders and replies. */
  public static final String UNKNOWN = "unknown";

  static final int MOST = 5;
  private static final double USUAL_UNKNOWN = 0.5;

  public static final PriorityWeights USUAL = usual();

  /**
   * @throws IllegalArgumentException if one is out of its bounds or not there
   */
  public PriorityWeights {
    parts = Collections.unmodifiableMap(new EnumMap<>(parts));
    if (!within(unknown, 1)) {
      throw new IllegalArgumentException(UNKNOWN + ": " + unknown);
    }
    for (PriorityPart part : PriorityPart.values()) {
      if (!parts.containsKey(part) || !within(parts.get(part), part.most())) {
        throw new IllegalArgumentException(part.code() + ": " + parts.get(part));
      }
    }
  }

  private static boolean within(double weight, double most) {
    return weight >= 0 && weight <= most;
  }

  private static PriorityWeights usual() {
    Map<PriorityPart, Double> parts = new EnumMap<>(PriorityPart.class);
    for (PriorityPart part : PriorityPart.values()) {
      parts.put(part, part.usual());
    }
    return new PriorityWeights(USUAL_UNKNOWN, parts);
  }

  /**
   * Those that are asked for, the usual one where one is not.
   *
   * @param asked by name
   * @throws ProblemException with each that is out of its bounds, or has no such name
   */
  public static PriorityWeights of(Map<String, Double> asked) {
    List<Problem> problems = new ArrayList<>();
    double unknown = USUAL_UNKNOWN;
    Map<PriorityPart, Double> parts = new EnumMap<>(USUAL.parts);
    for (Map.Entry<String, Double> one : asked.entrySet()) {
      PriorityPart part = PriorityPart.of(one.getKey()).orElse(null);
      boolean ofUnknown = one.getKey().equals(UNKNOWN);
      double most = ofUnknown ? 1 : part == null ? -1 : part.most();
      if (one.getValue() == null || !within(one.getValue(), most)) {
        problems.add(
            ProblemKind.BAD_PARAMETER.at(
                Place.question(one.getKey()), String.valueOf(one.getValue())));
      } else if (ofUnknown) {
        unknown = one.getValue();
      } else {
        parts.put(part, one.getValue());
      }
    }
    if (!problems.isEmpty()) {
      throw new ProblemException(problems);
    }
    return new PriorityWeights(unknown, parts);
  }

  /** All of them by name, as {@link #of} reads them. */
  public Map<String, Double> named() {
    Map<String, Double> named = new LinkedHashMap<>();
    named.put(UNKNOWN, unknown);
    parts.forEach((part, weight) -> named.put(part.code(), weight));
    return named;
  }

  public double of(PriorityPart part) {
    return parts.get(part);
  }

  /** For the store. */
  public String text() {
    return named().entrySet().stream()
        .map(one -> one.getKey() + "=" + one.getValue())
        .collect(Collectors.joining(" "));
  }

  /**
   * From the store.
   *
   * @param text a part that it lacks did not exist yet, and counted nothing
   */
  public static PriorityWeights parse(String text) {
    double unknown = 0;
    Map<PriorityPart, Double> parts = new EnumMap<>(PriorityPart.class);
    for (PriorityPart part : PriorityPart.values()) {
      parts.put(part, 0.0);
    }
    for (String one : text.split(" ")) {
      String[] both = one.split("=");
      if (both[0].equals(UNKNOWN)) {
        unknown = Double.parseDouble(both[1]);
      } else {
        parts.put(PriorityPart.of(both[0]).orElseThrow(), Double.valueOf(both[1]));
      }
    }
    return new PriorityWeights(unknown, parts);
  }
}

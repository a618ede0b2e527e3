package org.infostate.scoring;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * A node in the hierarchy of an {@link Index}: an indicator where nothing names it as its parent,
 * an aggregate otherwise.
 *
 * @param code column of the tables
 * @param parent code of the aggregate that it belongs to, null for the index itself
 * @param names by language tag, English at least; empty where the question with its code names it
 * @param direction +1 if more is better, -1 if less is better; +1 for aggregates
 * @param weight not negative; only its share among the children of one parent counts
 * @param denominator code of the input that it is divided by, null for none
 * @param per what the quotient is multiplied by: 1000 for "per thousand"
 * @param source null for aggregates
 * @param methods steps in which this element departs from the index; one of a kind
 */
public record Element(
    String code,
    String parent,
    Map<String, String> names,
    int direction,
    double weight,
    String denominator,
    double per,
    Source source,
    List<Step> methods) {

  public Element {
    Objects.requireNonNull(code, "code");
    names = Map.copyOf(names);
    methods = List.copyOf(methods);
    if (direction != 1 && direction != -1) {
      throw new IllegalArgumentException(code + ": the direction is 1 or -1, not " + direction);
    }
    if (!(weight >= 0) || Double.isInfinite(weight)) {
      throw new IllegalArgumentException(code + ": a weight is not negative, unlike " + weight);
    }
    if (!(per > 0) || Double.isInfinite(per)) {
      throw new IllegalArgumentException(code + ": 'per' is above zero, unlike " + per);
    }
  }

  /** An indicator of the column of its own code. */
  public static Element indicator(String code, String parent, int direction, double weight) {
    return new Element(
        code,
        parent,
        Map.of("en", code),
        direction,
        weight,
        null,
        1,
        Source.column(code),
        List.of());
  }

  public static Element aggregate(String code, String parent, double weight) {
    return new Element(code, parent, Map.of("en", code), 1, weight, null, 1, null, List.of());
  }

  /** The same, divided by this input. */
  public Element dividedBy(String denominator) {
    return new Element(code, parent, names, direction, weight, denominator, per, source, methods);
  }

  /** The same with another weight. */
  public Element weighing(double weight) {
    return new Element(code, parent, names, direction, weight, denominator, per, source, methods);
  }

  /** The same, departing from the index in this step. */
  public Element with(Step method) {
    List<Step> others =
        new java.util.ArrayList<>(
            methods.stream().filter(m -> m.getClass() != method.getClass()).toList());
    others.add(method);
    return new Element(code, parent, names, direction, weight, denominator, per, source, others);
  }

  /** How this element departs from the index in a step of this kind. */
  public <S extends Step> Optional<S> method(Class<S> kind) {
    return methods.stream().filter(kind::isInstance).map(kind::cast).findFirst();
  }

  /** Its name in this language, else in English, else its code. */
  public String name(String language) {
    return names.getOrDefault(language, names.getOrDefault("en", code));
  }
}

package org.infostate.scoring;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * A method: what is measured, in which hierarchy, and the steps from values to ranks, in order.
 *
 * @param code short name, such as {@code infostate}
 * @param version from 1; a published version never changes
 * @param names by language tag
 * @param elements a tree with one root; any number of levels
 * @param denominators code and source of the inputs that indicators are divided or weighted by
 * @param steps in the order in which they are taken
 */
public record Index(
    String code,
    int version,
    Map<String, String> names,
    List<Element> elements,
    Map<String, Source> denominators,
    List<Step> steps) {

  /**
   * What keeps elements and steps from being an index.
   *
   * @param element code of the element concerned; null if it is about the steps
   * @param code stable word: {@code code-repeated}, {@code parent-unknown}, ...
   * @param text what is wrong, in English
   */
  public record Fault(String element, String code, String text) {}

  /**
   * @throws IllegalArgumentException if {@link #faults} finds any
   */
  public Index {
    names = Map.copyOf(names);
    elements = List.copyOf(elements);
    denominators = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(denominators));
    steps = List.copyOf(steps);
    List<Fault> faults = faults(elements, denominators, steps);
    if (!faults.isEmpty()) {
      throw new IllegalArgumentException(code + ": " + faults.get(0).text());
    }
  }

  /** An index of columns, without sources or translations. */
  public static Index of(String code, List<Element> elements, List<Step> steps) {
    Map<String, Source> denominators = new LinkedHashMap<>();
    for (Element element : elements) {
      if (element.denominator() != null) {
        denominators.put(element.denominator(), Source.column(element.denominator()));
      }
    }
    return new Index(code, 1, Map.of("en", code), elements, denominators, steps);
  }

  /** All that is wrong with these; empty if they make an index. */
  public static List<Fault> faults(
      List<Element> elements, Map<String, Source> denominators, List<Step> steps) {
    List<Fault> faults = new ArrayList<>();
    treeFaults(elements, faults);
    for (Element element : elements) {
      if (element.denominator() != null && !denominators.containsKey(element.denominator())) {
        faults.add(
            new Fault(
                element.code(),
                "denominator-unknown",
                "The denominator '" + element.denominator() + "' is not among the denominators."));
      }
    }
    stepFaults(steps, faults);
    Set<String> codes = new HashSet<>();
    elements.forEach(element -> codes.add(element.code()));
    for (Step step : steps) {
      if (step instanceof Weighting weighting) {
        pointFaults(weighting, codes, faults);
      }
      if (step instanceof Normalisation normalisation) {
        scaleFaults(normalisation, null, elements, denominators, faults);
      }
    }
    for (Element element : elements) {
      element
          .method(Normalisation.class)
          .ifPresent(n -> scaleFaults(n, element, List.of(), denominators, faults));
    }
    return faults;
  }

  /**
   * @param element whose own scale it is, null for that of a step
   * @param others the elements that may still say what the scale leaves open
   */
  private static void scaleFaults(
      Normalisation normalisation,
      Element element,
      List<Element> others,
      Map<String, Source> denominators,
      List<Fault> faults) {
    String of = element == null ? null : element.code();
    if (normalisation.scale() instanceof Scale.Relative relative
        && relative.reference() == Scale.Relative.Reference.WEIGHTED_MEAN
        && !denominators.containsKey(relative.name())) {
      faults.add(
          new Fault(
              of,
              "denominator-unknown",
              "The mean is weighed by '" + relative.name() + "', which is no denominator."));
    }
    if (normalisation.scale().open() && element != null) {
      faults.add(new Fault(of, "limits-missing", "'" + of + "' has a scale without its limits."));
    }
    for (Element other : normalisation.scale().open() ? leaves(others) : List.<Element>of()) {
      if (other.method(Normalisation.class).isEmpty()) {
        faults.add(
            new Fault(
                other.code(),
                "limits-missing",
                "The limits or the target of '"
                    + other.code()
                    + "' stand neither there nor in the step 'normalise'."));
      }
    }
  }

  private static List<Element> leaves(List<Element> elements) {
    Set<String> parents = new HashSet<>();
    elements.forEach(element -> parents.add(element.parent()));
    return elements.stream().filter(element -> !parents.contains(element.code())).toList();
  }

  private static void pointFaults(Weighting weighting, Set<String> codes, List<Fault> faults) {
    for (Map<String, Double> points : weighting.points().values()) {
      for (String code : points.keySet()) {
        if (!codes.contains(code)) {
          faults.add(
              new Fault(
                  null, "element-unknown", "Points are given to '" + code + "', no element."));
        }
      }
    }
  }

  private static void treeFaults(List<Element> elements, List<Fault> faults) {
    Map<String, Element> byCode = new HashMap<>();
    Set<String> parents = new HashSet<>();
    int roots = 0;
    for (Element element : elements) {
      if (byCode.put(element.code(), element) != null) {
        faults.add(
            new Fault(
                element.code(),
                "code-repeated",
                "The code '" + element.code() + "' stands twice."));
      }
      if (element.parent() == null) {
        roots++;
        if (roots > 1) {
          faults.add(
              new Fault(
                  element.code(),
                  "root-repeated",
                  "'" + element.code() + "' is a second element without a parent."));
        }
      } else {
        parents.add(element.parent());
      }
    }
    if (roots == 0) {
      faults.add(new Fault(null, "root-missing", "No element is without a parent."));
    }
    for (Element element : elements) {
      elementFaults(element, byCode, parents, faults);
    }
  }

  private static void elementFaults(
      Element element, Map<String, Element> byCode, Set<String> parents, List<Fault> faults) {
    String code = element.code();
    if (element.parent() != null && !byCode.containsKey(element.parent())) {
      faults.add(
          new Fault(
              code, "parent-unknown", "'" + element.parent() + "' is the code of no element."));
    }
    Set<String> seen = new HashSet<>();
    for (Element at = element; at != null; at = byCode.get(at.parent())) {
      if (!seen.add(at.code())) {
        faults.add(new Fault(code, "parent-cycle", "'" + code + "' stands above itself."));
        break;
      }
    }
    boolean indicator = !parents.contains(code);
    if (indicator && element.source() == null) {
      faults.add(
          new Fault(
              code,
              "source-missing",
              "'" + code + "' has neither elements below it nor a source."));
    }
    if (!indicator && element.source() != null) {
      faults.add(
          new Fault(
              code, "source-of-aggregate", "'" + code + "' has elements below it and a source."));
    }
    if (!indicator && (element.direction() != 1 || element.denominator() != null)) {
      faults.add(
          new Fault(
              code,
              "direction-of-aggregate",
              "'" + code + "' has elements below it: direction and denominator are theirs."));
    }
  }

  private static void stepFaults(List<Step> steps, List<Fault> faults) {
    int aggregations = 0;
    for (Step step : steps) {
      if (step instanceof Aggregation) {
        aggregations++;
      } else if (step instanceof Ranking ? aggregations == 0 : aggregations > 0) {
        faults.add(
            new Fault(
                null,
                "step-order",
                "The step '"
                    + step.name()
                    + (aggregations > 0 ? "' comes after" : "' comes before")
                    + " aggregation."));
      }
    }
    if (aggregations != 1) {
      faults.add(
          new Fault(
              null,
              "aggregation-once",
              "Aggregation is a step once, not " + aggregations + " times."));
    }
  }

  public Optional<Element> element(String code) {
    return elements.stream().filter(e -> e.code().equals(code)).findFirst();
  }

  /** The elements that nothing stands below, in the order of the index. */
  public List<Element> indicators() {
    return leaves(elements);
  }

  /** The element that all others stand below. */
  public Element root() {
    return elements.stream().filter(e -> e.parent() == null).findFirst().orElseThrow();
  }

  /** The first step of this kind. */
  public <S extends Step> Optional<S> step(Class<S> kind) {
    return steps.stream().filter(kind::isInstance).map(kind::cast).findFirst();
  }

  /** The level of each element: 1 for indicators, above them one more than the highest child. */
  public Map<String, Integer> levels() {
    Tree tree = new Tree(this);
    Map<String, Integer> levels = new LinkedHashMap<>();
    for (int i = 0; i < tree.level.length; i++) {
      levels.put(tree.codes.get(i), tree.level[i]);
    }
    return levels;
  }

  /** The steps of the index, then those in which elements depart from them. */
  private Stream<Step> allSteps() {
    return Stream.concat(steps.stream(), elements.stream().flatMap(e -> e.methods().stream()));
  }

  /** The years that steps measure all others against, ascending. */
  public Set<Integer> baseYears() {
    Set<Integer> years = new TreeSet<>();
    allSteps()
        .map(Step::over)
        .filter(scope -> scope.kind() == Scope.Kind.YEAR)
        .forEach(scope -> years.add(scope.year()));
    return years;
  }

  /**
   * The steps that look at each year by itself, so that scores of two years can not be compared.
   */
  public List<Step> eachYear() {
    return allSteps().filter(step -> step.over().kind() == Scope.Kind.EACH_YEAR).toList();
  }

  /** The groupings that steps look cases up in. */
  public Set<String> groupings() {
    Set<String> groupings = new TreeSet<>();
    allSteps()
        .filter(Imputation.class::isInstance)
        .map(step -> ((Imputation) step).group())
        .filter(Objects::nonNull)
        .forEach(groupings::add);
    return groupings;
  }

  /** The same index with other steps. */
  public Index with(List<Step> steps) {
    return new Index(code, version, names, elements, denominators, steps);
  }

  /** The same index with other elements. */
  public Index withElements(List<Element> elements) {
    return new Index(code, version, names, elements, denominators, steps);
  }
}

package org.infostate.assessment;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.infostate.cluster.Grouping;
import org.infostate.scoring.Element;
import org.infostate.scoring.Index;
import org.infostate.scoring.Scope;
import org.infostate.scoring.Source;
import org.infostate.scoring.Step;
import org.infostate.uncertainty.Factor;

/**
 * An index as it stands in {@code questionnaires/index/<code>/<version>.yaml}; the format is
 * described in {@code src/site/markdown/indices.md}.
 *
 * @param index null if there are faults
 * @param grouping null if the file has no groups, or faults
 * @param doubts what the file says could have been decided otherwise; null if it says nothing, or
 *     if there are faults
 * @param faults what is wrong, in the order of the file; empty if it can be used
 */
public record IndexFile(Index index, Grouping grouping, List<Factor> doubts, List<Fault> faults) {

  /** Longest file that is read, in characters. */
  public static final int MAX_LENGTH = 1_000_000;

  /** Most elements that a file may have. */
  public static final int MAX_ELEMENTS = 2_000;

  /** What a code looks like. */
  public static final String CODE = "[A-Za-z][A-Za-z0-9_.-]{0,63}";

  static final Comparator<Fault> IN_ORDER =
      Comparator.comparingInt(Fault::line).thenComparingInt(Fault::column);

  /**
   * Something wrong in the file.
   *
   * @param line from 1
   * @param column from 1
   * @param code stable word: {@code syntax}, {@code key-unknown}, {@code key-missing}, {@code
   *     value}, or one of {@link Index.Fault}
   * @param text what is wrong, in English
   */
  public record Fault(int line, int column, String code, String text) {}

  /** Reads a file. Never throws for what stands in it. */
  public static IndexFile read(String yaml) {
    List<Fault> faults = new ArrayList<>();
    Keys file = Keys.parse(yaml, MAX_LENGTH, faults);
    if (file == null) {
      return new IndexFile(null, null, null, List.copyOf(faults));
    }
    IndexFile read = read(file, faults);
    faults.sort(IN_ORDER);
    return faults.isEmpty() ? read : new IndexFile(null, null, null, List.copyOf(faults));
  }

  private static IndexFile read(Keys file, List<Fault> faults) {
    String code = file.word("index", CODE);
    int version = file.integer("version", 1, 1, 1_000_000);
    Map<String, String> names = file.texts("name");
    Map<String, Source> denominators = new LinkedHashMap<>();
    Keys inputs = file.map("denominators");
    if (inputs != null) {
      for (String name : inputs.names()) {
        denominators.put(name, source(inputs.map(name)));
      }
    }
    StepReader reader = new StepReader();
    List<Step> steps = reader.steps(file);
    Map<String, Keys> places = new HashMap<>();
    List<Element> elements = new ArrayList<>();
    for (Keys item : file.maps("elements", MAX_ELEMENTS)) {
      Element element = element(item, reader);
      if (element != null) {
        elements.add(element);
        // Of a code that stands twice the second place is the one to point at.
        places.put(element.code(), item);
      }
    }
    Grouping grouping =
        grouping(
            file.map("groups"),
            elements.stream().map(Element::code).collect(Collectors.toUnmodifiableSet()));
    Keys doubts = file.map("uncertainty");
    file.close();
    if (!faults.isEmpty()) {
      return null;
    }
    for (Index.Fault fault : Index.faults(elements, denominators, steps)) {
      Keys place = fault.element() == null ? file : places.get(fault.element());
      place.fault(fault.code(), fault.text());
    }
    if (!faults.isEmpty()) {
      return null;
    }
    Index index = new Index(code, version, names, elements, denominators, steps);
    List<Factor> factors = doubts == null ? null : DoubtReader.read(doubts, index, reader);
    return new IndexFile(index, grouping, factors, List.of());
  }

  private static Element element(Keys item, StepReader reader) {
    String code = item.word("code", CODE);
    String parent = item.has("parent") ? item.word("parent", CODE) : null;
    Map<String, String> names = item.has("name") ? item.texts("name") : Map.of();
    int direction = item.integer("direction", 1, -1, 1);
    double weight = item.number("weight", 1, 0, 1e9);
    String denominator = item.has("denominator") ? item.word("denominator", CODE) : null;
    double per = item.number("per", 1, Double.MIN_NORMAL, 1e18);
    Source source = item.has("source") ? source(item.map("source")) : null;
    List<Step> methods = reader.methods(item);
    item.close();
    if (direction == 0) {
      item.fault("value", "The direction is 1 or -1.");
      return null;
    }
    return code == null
        ? null
        : new Element(code, parent, names, direction, weight, denominator, per, source, methods);
  }

  private static Source source(Keys keys) {
    if (keys == null) {
      return null;
    }
    Source.Kind kind = null;
    String expression = null;
    for (Source.Kind one : Source.Kind.values()) {
      String key = Keys.spelled(one);
      if (keys.has(key)) {
        if (kind != null) {
          keys.fault("value", "A source is of one kind only.");
        }
        kind = one;
        expression = keys.expression(key);
      }
    }
    Map<String, Double> levels = new LinkedHashMap<>();
    Keys scale = keys.map("levels");
    if (scale != null) {
      for (String choice : scale.names()) {
        levels.put(choice, scale.number(choice, Double.NaN, -1e9, 1e9));
      }
    }
    if (kind == null) {
      keys.fault("key-missing", "A source needs one of answers, statistics, inventory, columns.");
    }
    keys.close();
    return kind == null || expression == null ? null : new Source(kind, expression, levels);
  }

  static Grouping grouping(Keys keys, Set<String> elements) {
    if (keys == null) {
      return null;
    }
    String element = keys.word("of", CODE);
    Grouping.Method method = keys.choice("method", Grouping.Method.class, null);
    List<Double> limits = keys.numbers("limits");
    int count = keys.integer("count", limits.size() + 1, 1, 100);
    boolean logarithm = keys.flag("logarithm", false);
    List<Map<String, String>> names = keys.textsList("names");
    Scope over = StepReader.scope(keys);
    keys.close();
    if (element != null && !elements.contains(element)) {
      keys.fault("element-unknown", "'" + element + "' is the code of no element.");
    }
    try {
      return method == null || element == null
          ? null
          : new Grouping(element, method, count, logarithm, limits, over, names);
    } catch (IllegalArgumentException e) {
      keys.fault("value", e.getMessage());
      return null;
    }
  }
}

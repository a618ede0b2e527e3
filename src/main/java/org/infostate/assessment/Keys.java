package org.infostate.assessment;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.infostate.assessment.IndexFile.Fault;
import org.infostate.logic.Expression;
import org.infostate.logic.ExpressionException;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;

/**
 * A YAML mapping being read: every key is taken by name and type, and what is wrong is noted with
 * its line and column. {@link #close} notes the keys that nobody asked for.
 */
final class Keys {

  private static final int MAX_DEPTH = 20;
  private static final String FRACTION = "[0-9]{1,6} ?/ ?[1-9][0-9]{0,5}";
  private static final LoadSettings SETTINGS = LoadSettings.builder().setUseMarks(true).build();

  private final Node place;
  private final Map<String, NodeTuple> tuples;
  private final Keys fallback;
  private final Set<String> asked;
  private final List<Fault> faults;

  private Keys(Node place, Map<String, NodeTuple> tuples, List<Fault> faults) {
    this(place, tuples, null, new LinkedHashSet<>(), faults);
  }

  private Keys(
      Node place,
      Map<String, NodeTuple> tuples,
      Keys fallback,
      Set<String> asked,
      List<Fault> faults) {
    this.place = place;
    this.asked = asked;
    this.tuples = tuples;
    this.fallback = fallback;
    this.faults = faults;
  }

  /** The mapping that a text is; null, with a fault, if it is none. */
  static Keys parse(String yaml, int maxLength, List<Fault> faults) {
    if (yaml.length() > maxLength) {
      faults.add(new Fault(1, 1, "too-long", "Longer than " + maxLength + " characters."));
      return null;
    }
    try {
      if (tooDeep(yaml, faults)) {
        return null;
      }
      Optional<Node> root = new Compose(SETTINGS).composeString(yaml);
      if (root.isEmpty()) {
        faults.add(new Fault(1, 1, "syntax", "The file is empty."));
        return null;
      }
      return of(root.get(), "The file", faults);
    } catch (MarkedYamlEngineException e) {
      Optional<Mark> mark = e.getProblemMark();
      faults.add(
          new Fault(
              mark.map(m -> m.getLine() + 1).orElse(1),
              mark.map(m -> m.getColumn() + 1).orElse(1),
              "syntax",
              "This is not YAML: " + e.getProblem()));
    } catch (YamlEngineException e) {
      faults.add(new Fault(1, 1, "syntax", "This is not YAML: " + e.getMessage()));
    }
    return null;
  }

  // The composer recurses, and so would overflow the stack on [[[[[[...
  private static boolean tooDeep(String yaml, List<Fault> faults) {
    int depth = 0;
    for (Event event : new Parse(SETTINGS).parseString(yaml)) {
      switch (event.getEventId()) {
        case MappingStart, SequenceStart -> depth++;
        case MappingEnd, SequenceEnd -> depth--;
        case Alias -> {
          faults.add(at(event.getStartMark(), "alias", "Anchors and aliases are not used here."));
          return true;
        }
        default -> {}
      }
      if (depth > MAX_DEPTH) {
        faults.add(
            at(event.getStartMark(), "too-deep", "Nested deeper than " + MAX_DEPTH + " levels."));
        return true;
      }
    }
    return false;
  }

  private static Fault at(Optional<Mark> mark, String code, String text) {
    return new Fault(
        mark.map(m -> m.getLine() + 1).orElse(1),
        mark.map(m -> m.getColumn() + 1).orElse(1),
        code,
        text);
  }

  private static Keys of(Node node, String what, List<Fault> faults) {
    if (!(node instanceof MappingNode mapping)) {
      faults.add(at(node.getStartMark(), "value", what + " is not a mapping (key: value)."));
      return null;
    }
    Map<String, NodeTuple> tuples = new LinkedHashMap<>();
    for (NodeTuple tuple : mapping.getValue()) {
      if (!(tuple.getKeyNode() instanceof ScalarNode key)) {
        faults.add(at(tuple.getKeyNode().getStartMark(), "value", "A key is a word."));
      } else if (tuples.put(key.getValue(), tuple) != null) {
        faults.add(
            at(
                key.getStartMark(),
                "key-repeated",
                "The key '" + key.getValue() + "' stands twice."));
      }
    }
    return new Keys(node, tuples, faults);
  }

  /** The same, with the keys of another mapping where this has none. */
  Keys over(Keys other) {
    return new Keys(place, tuples, other, asked, faults);
  }

  /** How a constant is written: {@code GROUP_MEAN} as {@code group-mean}. */
  static String spelled(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  int faultCount() {
    return faults.size();
  }

  /** A fault at the start of this mapping. */
  void fault(String code, String text) {
    faults.add(at(place.getStartMark(), code, text));
  }

  /** A fault at the value of a key, or at this mapping if it has no such key. */
  void faultAt(String key, String code, String text) {
    Node node = node(key);
    faults.add(at((node == null ? place : node).getStartMark(), code, text));
  }

  /** Notes the keys that were never asked for. */
  void close() {
    for (Map.Entry<String, NodeTuple> entry : tuples.entrySet()) {
      if (!asked.contains(entry.getKey())) {
        faults.add(
            at(
                entry.getValue().getKeyNode().getStartMark(),
                "key-unknown",
                "The key '"
                    + entry.getKey()
                    + "' is not known here; known are "
                    + String.join(", ", asked)
                    + "."));
      }
    }
  }

  /** All keys of this mapping, in order, each taken as asked for. */
  List<String> names() {
    asked.addAll(tuples.keySet());
    return List.copyOf(tuples.keySet());
  }

  boolean has(String key) {
    asked.add(key);
    return node(key) != null;
  }

  private Node node(String key) {
    asked.add(key);
    NodeTuple tuple = tuples.get(key);
    if (tuple != null) {
      return tuple.getValueNode();
    }
    return fallback == null ? null : fallback.node(key);
  }

  /** A text; a fault and null if it is missing. */
  String text(String key) {
    if (node(key) == null) {
      fault("key-missing", "The key '" + key + "' is missing.");
      return null;
    }
    return text(key, null);
  }

  String text(String key, String usual) {
    Node node = node(key);
    if (node == null) {
      return usual;
    }
    if (node instanceof ScalarNode scalar && !scalar.getValue().isBlank()) {
      return scalar.getValue().strip();
    }
    faultAt(key, "value", "'" + key + "' is a text.");
    return usual;
  }

  /** An expression of the questionnaires' language; a fault and null if it is missing or none. */
  String expression(String key) {
    String text = text(key);
    if (text != null) {
      try {
        Expression.parse(text);
      } catch (ExpressionException e) {
        faultAt(key, "expression", e.getMessage());
        return null;
      }
    }
    return text;
  }

  /** A text that matches; a fault and null if it is missing or does not. */
  String word(String key, String pattern) {
    String text = text(key);
    if (text != null && !text.matches(pattern)) {
      faultAt(key, "value", "'" + text + "' is not a code: letters, digits, . _ -, up to 64.");
      return null;
    }
    return text;
  }

  double number(String key, double usual, double least, double most) {
    Node node = node(key);
    if (node == null) {
      return usual;
    }
    Double number = node instanceof ScalarNode scalar ? parsed(scalar.getValue()) : null;
    if (number == null || !(number >= least && number <= most)) {
      faultAt(
          key, "value", "'" + key + "' is a number from " + plain(least) + " to " + plain(most));
      return usual;
    }
    return number;
  }

  /** A number from 0 to 1, as a decimal or, since two thirds have no last digit, as 2/3. */
  double share(String key, double usual) {
    Node node = node(key);
    if (node instanceof ScalarNode scalar && scalar.getValue().strip().matches(FRACTION)) {
      String[] parts = scalar.getValue().strip().split("/");
      double share = Double.parseDouble(parts[0]) / Double.parseDouble(parts[1]);
      if (share <= 1) {
        return share;
      }
    }
    return number(key, usual, 0, 1);
  }

  int integer(String key, int usual, int least, int most) {
    double number = number(key, usual, least, most);
    if (number != Math.rint(number)) {
      faultAt(key, "value", "'" + key + "' is a whole number.");
      return usual;
    }
    return (int) number;
  }

  private static Double parsed(String text) {
    String stripped = text.strip();
    return stripped.matches("[-+]?([0-9]+(\\.[0-9]*)?|\\.[0-9]+)([eE][-+]?[0-9]{1,3})?")
        ? Double.valueOf(stripped)
        : null;
  }

  private static String plain(double number) {
    return number == Math.rint(number) && Math.abs(number) < 1e15
        ? Long.toString((long) number)
        : Double.toString(number);
  }

  boolean flag(String key, boolean usual) {
    String text = text(key, Boolean.toString(usual));
    if (!text.equals("true") && !text.equals("false")) {
      faultAt(key, "value", "'" + key + "' is true or false.");
      return usual;
    }
    return text.equals("true");
  }

  /** A constant by its spelling; where {@code usual} is null the key must be there. */
  <E extends Enum<E>> E choice(String key, Class<E> kind, E usual) {
    String text = usual == null ? text(key) : text(key, null);
    if (text == null) {
      return usual;
    }
    List<String> spellings = new ArrayList<>();
    for (E constant : kind.getEnumConstants()) {
      if (spelled(constant).equals(text)) {
        return constant;
      }
      spellings.add(spelled(constant));
    }
    faultAt(key, "value", "'" + text + "' is none of " + String.join(", ", spellings) + ".");
    return usual;
  }

  /** A mapping, or null if the key is missing (no fault) or something else (a fault). */
  Keys map(String key) {
    Node node = node(key);
    return node == null ? null : of(node, "'" + key + "'", faults);
  }

  /** A mapping; an empty one where nothing stands behind the key. */
  Keys mapOrEmpty(String key) {
    Node node = node(key);
    if (node instanceof ScalarNode scalar && scalar.getValue().isBlank()) {
      return new Keys(node, Map.of(), faults);
    }
    return of(node, "'" + key + "'", faults);
  }

  /** The mappings of a list; a bare word counts as a mapping of this word to nothing. */
  List<Keys> maps(String key, int most) {
    List<Keys> maps = new ArrayList<>();
    for (Node item : items(key, most)) {
      Keys keys = item instanceof ScalarNode word ? bare(word) : of(item, "An item", faults);
      if (keys != null) {
        maps.add(keys);
      }
    }
    return maps;
  }

  private Keys bare(ScalarNode word) {
    ScalarNode nothing =
        new ScalarNode(
            word.getTag(), true, "", word.getScalarStyle(), word.getStartMark(), word.getEndMark());
    return new Keys(word, Map.of(word.getValue(), new NodeTuple(word, nothing)), faults);
  }

  private List<Node> items(String key, int most) {
    Node node = node(key);
    if (node == null) {
      return List.of();
    }
    if (!(node instanceof SequenceNode sequence)) {
      faultAt(key, "value", "'" + key + "' is a list.");
      return List.of();
    }
    if (sequence.getValue().size() > most) {
      faultAt(key, "too-many", "More than " + most + " items.");
      return List.of();
    }
    return sequence.getValue();
  }

  List<String> words(String key) {
    List<String> words = new ArrayList<>();
    for (Node item : items(key, 10_000)) {
      if (item instanceof ScalarNode scalar) {
        words.add(scalar.getValue());
      } else {
        faults.add(at(item.getStartMark(), "value", "An item is a word."));
      }
    }
    return words;
  }

  List<Double> numbers(String key) {
    List<Double> numbers = new ArrayList<>();
    for (Node item : items(key, 1_000)) {
      Double number = item instanceof ScalarNode scalar ? parsed(scalar.getValue()) : null;
      if (number == null) {
        faults.add(at(item.getStartMark(), "value", "An item is a number."));
      } else {
        numbers.add(number);
      }
    }
    return numbers;
  }

  /** A text in several languages, or one text, which then is English. */
  Map<String, String> texts(String key) {
    Node node = node(key);
    if (node == null) {
      fault("key-missing", "The key '" + key + "' is missing.");
      return Map.of();
    }
    return texts(node);
  }

  /** A list of texts in several languages. */
  List<Map<String, String>> textsList(String key) {
    List<Map<String, String>> list = new ArrayList<>();
    for (Node item : items(key, 1_000)) {
      list.add(texts(item));
    }
    return list;
  }

  private Map<String, String> texts(Node node) {
    if (node instanceof ScalarNode scalar && !scalar.getValue().isBlank()) {
      return Map.of("en", scalar.getValue().strip());
    }
    Keys languages = of(node, "A text", faults);
    if (languages == null) {
      return Map.of();
    }
    Map<String, String> texts = new LinkedHashMap<>();
    for (String language : languages.names()) {
      if (!language.matches("[a-z]{2,3}")) {
        languages.faultAt(language, "value", "'" + language + "' is no tag of a language.");
      }
      String text = languages.text(language, null);
      if (text != null) {
        texts.put(language, text);
      }
    }
    if (!texts.containsKey("en")) {
      languages.fault("key-missing", "The English text (en) is missing.");
    }
    return texts;
  }
}

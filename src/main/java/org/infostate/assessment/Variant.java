package org.infostate.assessment;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.common.FlowStyle;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;

/**
 * The definition of an index with other weights, as another index: the same text, comments and all,
 * but for its code, its version and these weights.
 */
public final class Variant {

  /** What a variant may be called: the part of its code behind that of the index. */
  public static final String NAME = "[A-Za-z0-9][A-Za-z0-9-]{0,30}";

  private static final LoadSettings SETTINGS = LoadSettings.builder().setUseMarks(true).build();

  /** A piece of the text to be replaced; from and to are counted in characters. */
  private record Edit(int from, int to, String text) {}

  private final String text;
  private final List<Edit> edits = new ArrayList<>();

  private Variant(String text) {
    this.text = text;
  }

  /** The code of a variant of an index. */
  public static String code(String index, String name) {
    return index + "." + name;
  }

  /**
   * @param definition of an index, without faults
   * @param weights by the code of the element
   */
  public static String of(String definition, String code, Map<String, Double> weights) {
    Variant variant = new Variant(definition);
    MappingNode file = (MappingNode) new Compose(SETTINGS).composeString(definition).orElseThrow();
    variant.put(file, "index", "index", code);
    variant.put(file, "index", "version", "1");
    SequenceNode elements = (SequenceNode) value(file, "elements");
    for (Node item : elements.getValue()) {
      MappingNode element = (MappingNode) item;
      Double weight = weights.get(((ScalarNode) value(element, "code")).getValue());
      if (weight != null) {
        variant.put(element, "code", "weight", weight.toString());
      }
    }
    return variant.edited();
  }

  private static Node value(MappingNode mapping, String key) {
    NodeTuple tuple = tuple(mapping, key);
    return tuple == null ? null : tuple.getValueNode();
  }

  private static NodeTuple tuple(MappingNode mapping, String key) {
    return mapping.getValue().stream()
        .filter(tuple -> ((ScalarNode) tuple.getKeyNode()).getValue().equals(key))
        .findFirst()
        .orElse(null);
  }

  /** Gives a key its value; where the key is not there yet it comes after another. */
  private void put(MappingNode mapping, String after, String key, String value) {
    Node there = value(mapping, key);
    if (there != null) {
      edits.add(new Edit(start(there), end(there), value));
      return;
    }
    NodeTuple before = tuple(mapping, after);
    int at = end(before.getValueNode());
    String gap =
        mapping.getFlowStyle() == FlowStyle.FLOW
            ? ", "
            : "\n" + " ".repeat(before.getKeyNode().getStartMark().orElseThrow().getColumn());
    edits.add(new Edit(at, at, gap + key + ": " + value));
  }

  private int start(Node node) {
    return text.offsetByCodePoints(0, node.getStartMark().orElseThrow().getIndex());
  }

  private int end(Node node) {
    return text.offsetByCodePoints(0, node.getEndMark().orElseThrow().getIndex());
  }

  private String edited() {
    StringBuilder edited = new StringBuilder(text);
    edits.sort(Comparator.comparingInt(Edit::from).reversed());
    edits.forEach(edit -> edited.replace(edit.from(), edit.to(), edit.text()));
    return edited.toString();
  }
}

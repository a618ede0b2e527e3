package org.infostate.questionnaire;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.infostate.problem.Place;
import org.infostate.problem.Problem;
import org.infostate.problem.ProblemKind;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;

/**
 * A place in a YAML file, read strictly: what is missing, unknown or of the wrong shape is added to
 * the list of problems with its line, and reading goes on, so that all are found at once.
 */
public final class YamlNode {

  private static final int MOST_CHARACTERS = 4 << 20;
  private static final int TEXT_LENGTH = 5_000;

  private final String file;
  private final Node node;
  private final List<Problem> problems;

  private YamlNode(String file, Node node, List<Problem> problems) {
    this.file = file;
    this.node = node;
    this.problems = problems;
  }

  /**
   * The root of the file; empty where it is not YAML, which is then among the problems.
   *
   * @param file shown with each problem
   */
  public static Optional<YamlNode> read(String file, String text, List<Problem> problems) {
    if (text.length() > MOST_CHARACTERS) {
      problems.add(ProblemKind.FORM_TEXT_TOO_LONG.at(place(file, null), MOST_CHARACTERS));
      return Optional.empty();
    }
    try {
      LoadSettings settings =
          LoadSettings.builder()
              .setLabel(file)
              .setAllowDuplicateKeys(false)
              .setAllowRecursiveKeys(false)
              .setMaxAliasesForCollections(0)
              .setCodePointLimit(MOST_CHARACTERS)
              .build();
      Optional<Node> root = new Compose(settings).composeString(text);
      if (root.isEmpty()) {
        problems.add(ProblemKind.FORM_SYNTAX.at(place(file, null), "-"));
      }
      return root.map(node -> new YamlNode(file, node, problems));
    } catch (MarkedYamlEngineException e) {
      problems.add(
          ProblemKind.FORM_SYNTAX.at(
              place(file, e.getProblemMark().orElse(null)), String.valueOf(e.getProblem())));
    } catch (YamlEngineException e) {
      problems.add(ProblemKind.FORM_SYNTAX.at(place(file, null), firstLine(e.getMessage())));
    }
    return Optional.empty();
  }

  private static String firstLine(String message) {
    return message == null ? "-" : message.lines().findFirst().orElse("-");
  }

  private static Place place(String file, Mark mark) {
    return mark == null
        ? new Place(null, null, file, null, 1, 1)
        : new Place(null, null, file, null, mark.getLine() + 1, mark.getColumn() + 1);
  }

  public Place place() {
    return place(file, node.getStartMark().orElse(null));
  }

  /** Adds a problem at this place. */
  public void refuse(ProblemKind kind, Object... arguments) {
    problems.add(kind.at(place(), arguments));
  }

  public boolean mapping() {
    return node instanceof MappingNode;
  }

  public boolean sequence() {
    return node instanceof SequenceNode;
  }

  /** Refuses every key that is not among these. */
  public void only(Set<String> known) {
    for (Map.Entry<String, YamlNode> entry : entries().entrySet()) {
      if (!known.contains(entry.getKey())) {
        entry.getValue().refuse(ProblemKind.FORM_KEY_UNKNOWN, entry.getKey(), known.toString());
      }
    }
  }

  /** The entries of a mapping in order; empty, with a problem, where this is none. */
  public Map<String, YamlNode> entries() {
    Map<String, YamlNode> entries = new LinkedHashMap<>();
    if (node instanceof MappingNode map) {
      for (NodeTuple tuple : map.getValue()) {
        YamlNode key = new YamlNode(file, tuple.getKeyNode(), problems);
        YamlNode value = new YamlNode(file, tuple.getValueNode(), problems);
        if (entries.put(key.text(), value) != null) {
          key.refuse(ProblemKind.FORM_NAME_REPEATED, key.text());
        }
      }
    } else {
      refuse(ProblemKind.FORM_VALUE_INVALID, "{…}");
    }
    return entries;
  }

  /** The items of a list; empty, with a problem, where this is none. */
  public List<YamlNode> items() {
    List<YamlNode> items = new ArrayList<>();
    if (node instanceof SequenceNode list) {
      list.getValue().forEach(item -> items.add(new YamlNode(file, item, problems)));
    } else {
      refuse(ProblemKind.FORM_VALUE_INVALID, "[…]");
    }
    return items;
  }

  public Optional<YamlNode> find(String key) {
    if (node instanceof MappingNode map) {
      for (NodeTuple tuple : map.getValue()) {
        if (tuple.getKeyNode() instanceof ScalarNode scalar && scalar.getValue().equals(key)) {
          return Optional.of(new YamlNode(file, tuple.getValueNode(), problems));
        }
      }
    }
    return Optional.empty();
  }

  /** The text under the key; the empty string, with a problem, where there is none. */
  public String required(String key) {
    Optional<YamlNode> found = find(key);
    if (found.isEmpty()) {
      refuse(ProblemKind.FORM_KEY_MISSING, key);
    }
    return found.map(YamlNode::text).orElse("");
  }

  /** The text under the key; null where there is none. */
  public String optional(String key) {
    return find(key).map(YamlNode::text).orElse(null);
  }

  /** This scalar as it is written; the empty string, with a problem, where it is none. */
  public String text() {
    if (node instanceof ScalarNode scalar) {
      String text = scalar.getValue();
      if (text.length() > TEXT_LENGTH) {
        refuse(ProblemKind.FORM_TEXT_TOO_LONG, TEXT_LENGTH);
        return text.substring(0, TEXT_LENGTH);
      }
      return text;
    }
    refuse(ProblemKind.FORM_VALUE_INVALID, "text");
    return "";
  }
}

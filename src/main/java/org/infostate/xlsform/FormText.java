package org.infostate.xlsform;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.infostate.problem.Place;
import org.infostate.problem.Problem;
import org.infostate.problem.ProblemKind;
import org.infostate.text.Language;

/** The files of a version, written from what a workbook says; each line knows its cell. */
final class FormText {

  static final String FORM = "form.yaml";

  private static final List<String> KEY_ORDER =
      List.of(
          "register",
          "required",
          "relevant",
          "constraint",
          "constraint_message",
          "calculation",
          "choice_filter",
          "indicator",
          "evidence",
          "confidentiality",
          "reference");

  private final FormSettings settings;
  private final ChoiceLists lists;
  private final List<Asked> sections;
  private final Map<String, YamlLines> files = new TreeMap<>();
  private final Map<Place, Place> typeCells = new LinkedHashMap<>();

  FormText(FormSettings settings, ChoiceLists lists, List<Asked> sections) {
    this.settings = settings;
    this.lists = lists;
    this.sections = sections;
    files.put(FORM, form());
    settings.about().keySet().stream()
        .filter(language -> language != settings.language())
        .forEach(language -> files.put(language.tag() + ".yaml", translation(language)));
  }

  /** Text by file name. */
  Map<String, String> files() {
    return files.entrySet().stream()
        .collect(
            Collectors.toMap(
                Map.Entry::getKey, file -> file.getValue().toString(), (a, b) -> a, TreeMap::new));
  }

  /** The same problem, in the cell that the line was written from. */
  Problem inCell(Problem problem) {
    Place at = problem.place();
    YamlLines file = at.sheet() == null ? null : files.get(at.sheet());
    if (file == null || at.line() == null) {
      return at.question() == null ? problem : named(problem, at.question());
    }
    Place origin = file.origin(at.line());
    boolean aboutType =
        problem.kind() == ProblemKind.FORM_LIST_UNKNOWN
            || problem.kind() == ProblemKind.FORM_TYPE_UNKNOWN;
    return in(problem, aboutType ? typeCells.getOrDefault(origin, origin) : origin);
  }

  /**
   * In the cell of what has this name; where several have it, of the one that the problem quotes.
   */
  private Problem named(Problem problem, String name) {
    List<Asked> all = new ArrayList<>();
    sections.forEach(section -> collect(section, name, all));
    return all.stream()
        .flatMap(asked -> asked.keys().values().stream())
        .filter(entry -> problem.arguments().contains(entry.text()))
        .findFirst()
        .or(() -> all.stream().map(Asked::name).findFirst())
        .map(entry -> in(problem, entry.place()))
        .orElse(problem);
  }

  private static void collect(Asked asked, String name, List<Asked> into) {
    if (asked.name().text().equals(name)) {
      into.add(asked);
    }
    asked.inside().forEach(inner -> collect(inner, name, into));
  }

  private static Problem in(Problem problem, Place origin) {
    return problem.at(
        new Place(problem.place().question(), null, origin.sheet(), origin.cell(), null, null));
  }

  private YamlLines form() {
    YamlLines yaml = new YamlLines();
    Language language = settings.language();
    yaml.entry(0, "questionnaire", settings.code());
    // In quotes, so that nobody takes it for a number.
    yaml.line(
        0,
        "version: \"" + settings.version().text().replaceAll("[\"\\\\]", "_") + "\"",
        settings.version().place());
    yaml.line(0, "language: " + language.tag(), settings.code().place());
    yaml.entry(0, "title", settings.title());
    yaml.entry(0, "description", settings.about().get(language).description());
    if (!lists.lists().isEmpty()) {
      yaml.line(0, "choices:", settings.code().place());
      lists
          .lists()
          .forEach(
              (list, choices) -> {
                yaml.line(1, YamlLines.scalar(list) + ":", lists.cell(list).place());
                choices.forEach(choice -> yaml.line(2, choice(choice), choice.name().place()));
              });
    }
    if (!sections.isEmpty()) {
      yaml.line(0, "survey:", settings.code().place());
      sections.forEach(section -> write(yaml, section, 1));
    }
    return yaml;
  }

  private String choice(ChoiceLists.Row choice) {
    StringBuilder line = new StringBuilder("- {name: ");
    line.append(YamlLines.scalar(choice.name().text()));
    line.append(", label: ");
    line.append(YamlLines.scalar(choice.labels().get(settings.language()).text()));
    choice
        .columns()
        .forEach(
            (column, entry) ->
                line.append(", ")
                    .append(YamlLines.scalar(column))
                    .append(": ")
                    .append(YamlLines.scalar(entry.text())));
    return line.append('}').toString();
  }

  private void write(YamlLines yaml, Asked asked, int indent) {
    boolean holds = asked.is(Asked.GROUP) || asked.is(Asked.REPEAT);
    // A problem with the whole is one with its name more often than with its type.
    yaml.line(indent, "- type: " + asked.type(), asked.name().place());
    typeCells.put(asked.name().place(), asked.typeCell().place());
    yaml.entry(indent + 1, "name", asked.name());
    Entry label = asked.text("label").get(settings.language());
    if (label != null || holds) {
      yaml.entry(indent + 1, "label", label == null ? asked.name() : label);
    }
    text(yaml, asked, "hint", indent + 1);
    for (String key : KEY_ORDER) {
      yaml.entry(indent + 1, key, asked.key(key));
      if (key.equals("constraint")) {
        text(yaml, asked, "constraint_message", indent + 1);
      }
    }
    if (holds && !asked.inside().isEmpty()) {
      yaml.line(indent + 1, "questions:", asked.name().place());
      asked.inside().forEach(inner -> write(yaml, inner, indent + 2));
    }
  }

  private void text(YamlLines yaml, Asked asked, String key, int indent) {
    Entry entry = asked.text(key).get(settings.language());
    if (entry != null) {
      yaml.entry(indent, key, entry);
    }
  }

  private YamlLines translation(Language language) {
    YamlLines yaml = new YamlLines();
    FormSettings.About about = settings.about().get(language);
    yaml.line(0, "language: " + language.tag(), settings.code().place());
    yaml.line(
        0,
        "review: " + (about.review().word().equals("human") ? "human" : "machine"),
        about.review().place());
    yaml.entry(0, "title", about.title());
    yaml.entry(0, "description", about.description());
    choices(yaml, language);
    texts(yaml, language, "labels", "label");
    texts(yaml, language, "hints", "hint");
    texts(yaml, language, "constraint_messages", "constraint_message");
    return yaml;
  }

  private void choices(YamlLines yaml, Language language) {
    boolean begun = false;
    for (Map.Entry<String, List<ChoiceLists.Row>> list : lists.lists().entrySet()) {
      boolean listed = false;
      for (ChoiceLists.Row choice : list.getValue()) {
        Entry label = choice.labels().get(language);
        if (label != null) {
          if (!begun) {
            yaml.line(0, "choices:", label.place());
          }
          if (!listed) {
            yaml.line(1, YamlLines.scalar(list.getKey()) + ":", label.place());
          }
          begun = true;
          listed = true;
          yaml.entry(2, YamlLines.scalar(choice.name().text()), label);
        }
      }
    }
  }

  private void texts(YamlLines yaml, Language language, String key, String column) {
    Map<String, Entry> texts = new LinkedHashMap<>();
    sections.forEach(section -> collect(section, language, column, texts));
    if (!texts.isEmpty()) {
      yaml.line(0, key + ":", settings.code().place());
      texts.forEach((name, entry) -> yaml.entry(1, YamlLines.scalar(name), entry));
    }
  }

  private static void collect(
      Asked asked, Language language, String column, Map<String, Entry> into) {
    Entry entry = asked.text(column).get(language);
    if (entry != null) {
      into.put(asked.name().text(), entry);
    }
    asked.inside().forEach(inner -> collect(inner, language, column, into));
  }
}

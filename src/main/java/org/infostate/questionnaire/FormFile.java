package org.infostate.questionnaire;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.infostate.logic.Expression;
import org.infostate.logic.ExpressionException;
import org.infostate.problem.Place;
import org.infostate.problem.Problem;
import org.infostate.problem.ProblemException;
import org.infostate.problem.ProblemKind;
import org.infostate.text.Language;

/**
 * Reads {@code form.yaml} and the translations beside it. The format is told in {@code
 * questionnaires/README.md}. Reading is strict: an unknown key, type, list or name is refused, all
 * problems at once, each with its file, line and column.
 */
final class FormFile {

  static final String FORM = "form.yaml";

  private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9_]{0,31}");
  private static final Pattern CHOICE = Pattern.compile("[A-Za-z0-9][A-Za-z0-9_.-]{0,63}");
  private static final Pattern VERSION = Pattern.compile("[0-9A-Za-z]+([._-][0-9A-Za-z]+)*");

  /** What an expression can name. */
  private static final Pattern COLUMN = Pattern.compile("[A-Za-z_][A-Za-z0-9_.-]{0,63}");

  /** Columns that choices have in every XLSForm; no filter can be meant by them. */
  private static final Set<String> CHOICE_COLUMNS =
      Set.of("list_name", "value", "caption", "image", "big-image", "audio", "video", "geometry");

  private static final Set<String> ROOT =
      Set.of("questionnaire", "version", "language", "title", "description", "choices", "survey");
  private static final Set<String> GROUP =
      Set.of("type", "name", "label", "hint", "relevant", "questions");
  private static final Set<String> REPEAT =
      Set.of("type", "name", "label", "hint", "relevant", "register", "questions");
  private static final Set<String> QUESTION =
      Set.of(
          "type",
          "name",
          "label",
          "hint",
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
  private static final Set<String> EVIDENCE = Set.of("required", "optional", "none");

  private final List<Problem> problems = new ArrayList<>();
  private final Set<String> names = new HashSet<>();
  private final Map<String, Place> places = new HashMap<>();
  private final Map<String, String> labels = new HashMap<>();
  private final Map<String, String> hints = new HashMap<>();
  private final Map<String, String> constraintMessages = new HashMap<>();
  private final Map<String, List<Choice>> lists = new LinkedHashMap<>();
  private final Map<String, Map<String, String>> choiceLabels = new LinkedHashMap<>();

  private FormFile() {}

  /**
   * Reads a version.
   *
   * @param files text by file name: {@code form.yaml} and {@code <language>.yaml}
   * @throws ProblemException with everything that is wrong
   */
  static Form read(Map<String, String> files) {
    return reading(files).form();
  }

  /**
   * Reads a version that was accepted when it was published: rules that came later do not make it
   * unreadable.
   */
  static Form accepted(Map<String, String> files) {
    FormFile file = new FormFile();
    Form form = file.form(files);
    if (!file.problems.isEmpty()) {
      throw new ProblemException(file.problems);
    }
    return form;
  }

  static FormReading reading(Map<String, String> files) {
    FormFile file = new FormFile();
    Form form = file.form(files);
    FormCheck check = new FormCheck(form, file.places);
    file.problems.addAll(check.problems());
    if (!file.problems.isEmpty()) {
      throw new ProblemException(file.problems);
    }
    return new FormReading(form, List.copyOf(check.warnings()));
  }

  private Form form(Map<String, String> files) {
    YamlNode root =
        YamlNode.read(FORM, files.getOrDefault(FORM, ""), problems)
            .orElseThrow(() -> new ProblemException(problems));
    root.only(ROOT);
    String code = root.required("questionnaire");
    String version = root.required("version");
    if (!NAME.matcher(code).matches()) {
      root.find("questionnaire").ifPresent(at -> at.refuse(ProblemKind.FORM_NAME_INVALID, code));
    }
    if (!version(version)) {
      root.find("version").ifPresent(at -> at.refuse(ProblemKind.VERSION_NAME_INVALID, version));
    }
    Language language = language(root, root.required("language"));
    String title = root.required("title");
    root.find("choices").ifPresent(this::lists);
    List<Section> sections = root.find("survey").map(this::sections).orElse(List.of());
    if (sections.isEmpty()) {
      root.refuse(ProblemKind.FORM_KEY_MISSING, "survey");
    }
    Map<Language, Wording> wordings = new LinkedHashMap<>();
    wordings.put(
        language,
        new Wording(
            language,
            true,
            title,
            root.optional("description"),
            Map.copyOf(labels),
            Map.copyOf(hints),
            Map.copyOf(constraintMessages),
            Map.copyOf(choiceLabels)));
    Form form = new Form(code, version, language, lists, sections, wordings);
    files.forEach(
        (name, text) -> {
          if (!name.equals(FORM)) {
            new TranslationFile(form, problems)
                .read(name, text)
                .ifPresent(wording -> wordings.put(wording.language(), wording));
          }
        });
    return form;
  }

  /** It stands in addresses, before the ending of a file. */
  private static boolean version(String name) {
    return name.length() <= 32
        && VERSION.matcher(name).matches()
        && !name.matches(".*\\.(yaml|json|xlsx)");
  }

  static Language language(YamlNode at, String tag) {
    return Language.of(tag)
        .orElseGet(
            () -> {
              at.refuse(ProblemKind.FORM_VALUE_INVALID, "ar, zh, en, fr, ru, es");
              return Language.EN;
            });
  }

  private void lists(YamlNode node) {
    for (Map.Entry<String, YamlNode> list : node.entries().entrySet()) {
      Map<String, Choice> choices = new LinkedHashMap<>();
      Map<String, String> shown = new LinkedHashMap<>();
      for (YamlNode item : list.getValue().items()) {
        Map<String, String> columns = new HashMap<>();
        item.entries().forEach((key, value) -> columns.put(key, value.text()));
        String name = item.required("name");
        if (!CHOICE.matcher(name).matches()) {
          item.refuse(ProblemKind.FORM_NAME_INVALID, name);
        }
        shown.put(name, item.required("label"));
        columns.keySet().removeAll(Set.of("name", "label"));
        for (String column : columns.keySet()) {
          if (!COLUMN.matcher(column).matches()
              || CHOICE_COLUMNS.contains(column.toLowerCase(Locale.ROOT))) {
            item.refuse(ProblemKind.FORM_NAME_INVALID, column);
          }
        }
        if (choices.put(name, new Choice(name, Map.copyOf(columns))) != null) {
          item.refuse(ProblemKind.FORM_NAME_REPEATED, name);
        }
      }
      if (!CHOICE.matcher(list.getKey()).matches()) {
        list.getValue().refuse(ProblemKind.FORM_NAME_INVALID, list.getKey());
      }
      if (choices.isEmpty()) {
        list.getValue().refuse(ProblemKind.FORM_KEY_MISSING, "name");
      }
      lists.put(list.getKey(), List.copyOf(choices.values()));
      choiceLabels.put(list.getKey(), Map.copyOf(shown));
    }
  }

  private List<Section> sections(YamlNode survey) {
    List<Section> sections = new ArrayList<>();
    for (YamlNode node : survey.items()) {
      if (!node.required("type").equals("group")) {
        node.refuse(ProblemKind.FORM_TYPE_UNKNOWN, node.required("type"), "group");
        continue;
      }
      node.only(GROUP);
      String name = name(node);
      List<Item> items = new ArrayList<>();
      for (YamlNode item : node.find("questions").map(YamlNode::items).orElse(List.of())) {
        items.add("repeat".equals(item.optional("type")) ? roster(item) : question(item));
      }
      if (items.isEmpty()) {
        node.refuse(ProblemKind.FORM_KEY_MISSING, "questions");
      }
      sections.add(new Section(name, expression(node, "relevant"), items));
    }
    return sections;
  }

  private Roster roster(YamlNode node) {
    node.only(REPEAT);
    String name = name(node);
    List<Question> questions =
        node.find("questions").map(YamlNode::items).orElse(List.of()).stream()
            .map(this::question)
            .toList();
    if (questions.isEmpty()) {
      node.refuse(ProblemKind.FORM_KEY_MISSING, "questions");
    }
    return new Roster(name, node.optional("register"), expression(node, "relevant"), questions);
  }

  private Question question(YamlNode node) {
    node.only(QUESTION);
    String[] type = node.required("type").strip().split("\\s+", 2);
    QuestionType questionType =
        QuestionType.of(type[0])
            .orElseGet(
                () -> {
                  node.refuse(
                      ProblemKind.FORM_TYPE_UNKNOWN,
                      type[0],
                      String.join(
                          ", ",
                          java.util.Arrays.stream(QuestionType.values())
                              .map(QuestionType::xlsformName)
                              .toList()));
                  return QuestionType.TEXT;
                });
    String list = questionType.select() ? (type.length > 1 ? type[1] : "") : null;
    if (list != null && !lists.containsKey(list)) {
      node.refuse(ProblemKind.FORM_LIST_UNKNOWN, list);
    }
    if (questionType == QuestionType.CALCULATE && node.find("calculation").isEmpty()) {
      node.refuse(ProblemKind.FORM_KEY_MISSING, "calculation");
    }
    if (questionType != QuestionType.CALCULATE) {
      node.find("calculation")
          .ifPresent(
              at ->
                  at.refuse(
                      ProblemKind.FORM_KEY_UNKNOWN,
                      "calculation",
                      "type: " + QuestionType.CALCULATE.xlsformName()));
    }
    return new Question(
        name(node),
        questionType,
        list,
        expression(node, "relevant"),
        required(node),
        expression(node, "constraint"),
        expression(node, "calculation"),
        expression(node, "choice_filter"),
        node.optional("indicator"),
        evidence(node),
        confidentiality(node),
        node.optional("reference"));
  }

  private String name(YamlNode node) {
    String name = node.required("name");
    if (!NAME.matcher(name).matches()) {
      node.refuse(ProblemKind.FORM_NAME_INVALID, name);
    } else if (!names.add(name)) {
      node.refuse(ProblemKind.FORM_NAME_REPEATED, name);
    }
    places.put(name, place(node, name));
    String type = node.optional("type");
    labels.put(name, "calculate".equals(type) ? orElse(node, name) : node.required("label"));
    keep(hints, name, node.optional("hint"));
    keep(constraintMessages, name, node.optional("constraint_message"));
    return name;
  }

  private static Place place(YamlNode node, String name) {
    Place at = node.place();
    return new Place(name, null, at.sheet(), null, at.line(), at.column());
  }

  private static String orElse(YamlNode node, String name) {
    String label = node.optional("label");
    return label == null ? name : label;
  }

  private static void keep(Map<String, String> texts, String name, String text) {
    if (text != null) {
      texts.put(name, text);
    }
  }

  private Expression expression(YamlNode node, String key) {
    Optional<YamlNode> found = node.find(key);
    String name = node.optional("name");
    found.ifPresent(at -> places.put(name + "." + key, place(at, name)));
    return found.map(this::expression).orElse(null);
  }

  private Expression expression(YamlNode node) {
    try {
      return Expression.parse(node.text());
    } catch (ExpressionException e) {
      node.refuse(ProblemKind.FORM_EXPRESSION, node.text(), new FormCheck.Said(e.finding()));
      return null;
    }
  }

  /** {@code true}, {@code yes}, {@code false}, {@code no}, or an expression. */
  private Expression required(YamlNode node) {
    String text = node.optional("required");
    if (text == null || Set.of("false", "no", "false()").contains(text)) {
      return null;
    }
    return Set.of("true", "yes").contains(text)
        ? Expression.parse("true()")
        : expression(node, "required");
  }

  private String evidence(YamlNode node) {
    String evidence = node.optional("evidence");
    if (evidence != null && !EVIDENCE.contains(evidence)) {
      node.find("evidence")
          .orElse(node)
          .refuse(ProblemKind.FORM_VALUE_INVALID, EVIDENCE.toString());
    }
    return evidence == null ? "none" : evidence;
  }

  private Confidentiality confidentiality(YamlNode node) {
    String text = node.optional("confidentiality");
    if (text == null) {
      return Confidentiality.OFFICIAL;
    }
    return Confidentiality.of(text)
        .orElseGet(
            () -> {
              node.find("confidentiality")
                  .orElse(node)
                  .refuse(ProblemKind.FORM_VALUE_INVALID, "public, official, confidential");
              return Confidentiality.OFFICIAL;
            });
  }
}

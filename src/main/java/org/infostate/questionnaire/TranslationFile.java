package org.infostate.questionnaire;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.infostate.problem.Problem;
import org.infostate.problem.ProblemKind;
import org.infostate.text.Language;

/** Reads {@code <language>.yaml}: the wording of a form in another language. */
final class TranslationFile {

  private static final Set<String> ROOT =
      Set.of(
          "language",
          "review",
          "title",
          "description",
          "choices",
          "labels",
          "hints",
          "constraint_messages");

  private final Form form;
  private final List<Problem> problems;

  TranslationFile(Form form, List<Problem> problems) {
    this.form = form;
    this.problems = problems;
  }

  Optional<Wording> read(String fileName, String text) {
    return YamlNode.read(fileName, text, problems).map(root -> wording(fileName, root));
  }

  private Wording wording(String fileName, YamlNode root) {
    root.only(ROOT);
    Language language = FormFile.language(root, root.required("language"));
    if (!fileName.equals(language.tag() + ".yaml")) {
      root.refuse(ProblemKind.FORM_VALUE_INVALID, fileName);
    }
    return new Wording(
        language,
        "human".equals(root.optional("review")),
        root.optional("title"),
        root.optional("description"),
        texts(root, "labels", form.names()),
        texts(root, "hints", form.names()),
        texts(root, "constraint_messages", form.names()),
        choices(root));
  }

  private static Map<String, String> texts(YamlNode root, String key, Set<String> known) {
    Map<String, String> texts = new LinkedHashMap<>();
    root.find(key)
        .ifPresent(
            node ->
                node.entries()
                    .forEach(
                        (name, text) -> {
                          if (!known.contains(name)) {
                            text.refuse(ProblemKind.FORM_TRANSLATION_UNKNOWN, name);
                          }
                          texts.put(name, text.text());
                        }));
    return Map.copyOf(texts);
  }

  private Map<String, Map<String, String>> choices(YamlNode root) {
    Map<String, Map<String, String>> choices = new LinkedHashMap<>();
    root.find("choices")
        .ifPresent(
            node ->
                node.entries()
                    .forEach(
                        (list, texts) -> {
                          Set<String> known =
                              form.lists().getOrDefault(list, List.of()).stream()
                                  .map(Choice::name)
                                  .collect(Collectors.toSet());
                          Map<String, String> shown = texts(node, list, known);
                          if (!shown.isEmpty()) {
                            choices.put(list, shown);
                          }
                        }));
    return Map.copyOf(choices);
  }
}

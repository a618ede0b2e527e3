package org.infostate.planning;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.infostate.problem.ProblemKind;
import org.infostate.questionnaire.YamlNode;

/** Reads the part {@code answers} of a catalogue. */
final class CatalogueAnswers {

  private CatalogueAnswers() {}

  static Catalogue.Answers read(YamlNode node) {
    node.only(Set.of("asked", "received", "given", "audiences", "serves", "networks"));
    Map<String, String> serves = new LinkedHashMap<>();
    node.find("serves")
        .map(YamlNode::entries)
        .orElse(Map.of())
        .forEach((choice, element) -> serves.put(choice, code(element)));
    return new Catalogue.Answers(
        questions(node, "asked"),
        node.find("received").map(CatalogueAnswers::told).orElse(null),
        node.find("given").map(CatalogueAnswers::told).orElse(null),
        questions(node, "audiences"),
        serves,
        node.find("networks").map(CatalogueAnswers::code).orElse(null));
  }

  private static Catalogue.Told told(YamlNode node) {
    node.only(Set.of("whether", "kinds", "partners"));
    node.required("whether");
    node.required("kinds");
    return new Catalogue.Told(
        node.find("whether").map(CatalogueAnswers::code).orElse(""),
        node.find("kinds").map(CatalogueAnswers::code).orElse(""),
        node.find("partners").map(CatalogueAnswers::code).orElse(null));
  }

  private static List<String> questions(YamlNode node, String key) {
    return node.find(key).map(YamlNode::items).orElse(List.of()).stream()
        .map(CatalogueAnswers::code)
        .toList();
  }

  private static String code(YamlNode node) {
    String code = node.text();
    if (!code.matches(CatalogueFile.CODE)) {
      node.refuse(ProblemKind.FORM_NAME_INVALID, code);
    }
    return code;
  }
}

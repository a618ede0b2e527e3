package org.infostate.planning;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.LongPredicate;
import org.infostate.problem.Problem;
import org.infostate.problem.ProblemException;
import org.infostate.problem.ProblemKind;
import org.infostate.questionnaire.YamlNode;
import org.infostate.scoring.Element;
import org.infostate.scoring.Index;
import org.infostate.text.Language;

/**
 * Reads {@code questionnaires/assistance/<version>.yaml}. Reading is strict: everything that is
 * wrong is told at once, each with its line.
 */
public final class CatalogueFile {

  private static final Set<String> ROOT =
      Set.of("catalogue", "version", "currency", "index", "answers", "assistance");
  private static final Set<String> ASSISTANCE =
      Set.of(
          "code",
          "kind",
          "requirement",
          "name",
          "audiences",
          "months",
          "languages",
          "providers",
          "cost",
          "shared",
          "effects",
          "needs");
  static final String CODE = "[a-z][a-z0-9_]{0,63}";
  private static final int MOST_MONTHS = 120;
  private static final long MOST_COST = 1_000_000_000_000L;
  private static final int MOST_COUNTRIES = 300;

  private final List<Problem> problems = new ArrayList<>();
  private final Map<String, YamlNode> places = new HashMap<>();

  private CatalogueFile() {}

  /**
   * @param name of the file, shown with each problem
   * @throws ProblemException with everything that is wrong
   */
  public static Catalogue read(String name, String text) {
    CatalogueFile file = new CatalogueFile();
    Catalogue catalogue =
        YamlNode.read(name, text, file.problems)
            .map(file::catalogue)
            .orElseThrow(() -> new ProblemException(file.problems));
    file.checkNeeds(catalogue);
    if (!file.problems.isEmpty()) {
      throw new ProblemException(file.problems);
    }
    return catalogue;
  }

  private Catalogue catalogue(YamlNode root) {
    root.only(ROOT);
    List<Assistance> all = new ArrayList<>();
    for (YamlNode node : root.find("assistance").map(YamlNode::items).orElse(List.of())) {
      Assistance one = assistance(node);
      if (places.put(one.code(), node) != null) {
        node.refuse(ProblemKind.FORM_NAME_REPEATED, one.code());
      }
      all.add(one);
    }
    if (all.isEmpty()) {
      root.refuse(ProblemKind.FORM_KEY_MISSING, "assistance");
    }
    return new Catalogue(
        code(root, "catalogue"),
        (int) whole(root, "version", 1, 1_000_000),
        root.required("currency"),
        code(root, "index"),
        root.find("answers").map(CatalogueAnswers::read).orElse(null),
        List.copyOf(all));
  }

  private Assistance assistance(YamlNode node) {
    node.only(ASSISTANCE);
    return new Assistance(
        code(node, "code"),
        kind(node),
        code(node, "requirement"),
        names(node),
        audiences(node),
        languages(node),
        texts(node, "providers"),
        (int) whole(node, "months", 1, MOST_MONTHS),
        whole(node, "cost", 0, MOST_COST),
        node.find("shared").map(this::shared).orElse(null),
        shares(node, "effects"),
        node.find("needs").map(YamlNode::items).orElse(List.of()).stream()
            .map(this::need)
            .toList());
  }

  private static String code(YamlNode node, String key) {
    String code = node.required(key);
    if (!code.matches(CODE)) {
      node.refuse(ProblemKind.FORM_NAME_INVALID, code);
    }
    return code;
  }

  private static Assistance.Kind kind(YamlNode node) {
    String kind = node.required("kind");
    for (Assistance.Kind one : Assistance.Kind.values()) {
      if (one.name().toLowerCase(Locale.ROOT).equals(kind)) {
        return one;
      }
    }
    node.refuse(
        ProblemKind.FORM_VALUE_INVALID,
        List.of(Assistance.Kind.values()).toString().toLowerCase(Locale.ROOT));
    return Assistance.Kind.ADVICE;
  }

  private static Map<Language, String> names(YamlNode node) {
    Map<Language, String> names = new EnumMap<>(Language.class);
    Optional<YamlNode> written = node.find("name");
    for (Language language : Language.values()) {
      names.put(language, written.orElse(node).required(language.tag()));
    }
    return names;
  }

  private static List<String> audiences(YamlNode node) {
    List<String> audiences = texts(node, "audiences");
    if (audiences.isEmpty()) {
      node.refuse(ProblemKind.FORM_KEY_MISSING, "audiences");
    }
    return audiences;
  }

  private static List<String> texts(YamlNode node, String key) {
    return node.find(key).map(YamlNode::items).orElse(List.of()).stream()
        .map(YamlNode::text)
        .toList();
  }

  private static List<Language> languages(YamlNode node) {
    List<Language> languages = new ArrayList<>();
    for (YamlNode tag : node.find("languages").map(YamlNode::items).orElse(List.of())) {
      Language.of(tag.text())
          .ifPresentOrElse(
              languages::add,
              () ->
                  tag.refuse(
                      ProblemKind.FORM_VALUE_INVALID,
                      Arrays.stream(Language.values()).map(Language::tag).toList().toString()));
    }
    return List.copyOf(languages);
  }

  private Assistance.Shared shared(YamlNode node) {
    node.only(Set.of("least", "most", "fixed", "cost"));
    int least = (int) whole(node, "least", 2, MOST_COUNTRIES);
    return new Assistance.Shared(
        least,
        (int) whole(node, "most", least, MOST_COUNTRIES),
        whole(node, "fixed", 0, MOST_COST),
        whole(node, "cost", 0, MOST_COST));
  }

  private Assistance.Need need(YamlNode node) {
    node.only(Set.of("assistance", "element", "in_place"));
    return new Assistance.Need(
        code(node, "assistance"), code(node, "element"), share(node.find("in_place").orElse(node)));
  }

  private static Map<String, Double> shares(YamlNode node, String key) {
    Map<String, Double> shares = new LinkedHashMap<>();
    node.find(key)
        .map(YamlNode::entries)
        .orElse(Map.of())
        .forEach((element, share) -> shares.put(element, share(share)));
    if (shares.isEmpty()) {
      node.refuse(ProblemKind.FORM_KEY_MISSING, key);
    }
    return shares;
  }

  private static double share(YamlNode node) {
    try {
      double share = Double.parseDouble(node.text());
      if (share > 0 && share <= 1) {
        return share;
      }
    } catch (NumberFormatException e) {
      // Told below, as a number out of bounds is.
    }
    node.refuse(ProblemKind.FORM_VALUE_INVALID, "0 < … ≤ 1");
    return 1;
  }

  private static long whole(YamlNode node, String key, long least, long most) {
    String text = node.required(key);
    LongPredicate inside = number -> number >= least && number <= most;
    try {
      long number = Long.parseLong(text);
      if (inside.test(number)) {
        return number;
      }
    } catch (NumberFormatException e) {
      // Told below, as a number out of bounds is.
    }
    node.find(key)
        .ifPresent(value -> value.refuse(ProblemKind.FORM_VALUE_INVALID, least + " … " + most));
    return least;
  }

  /** A need names assistance of the catalogue, and no circle of needs leads back to itself. */
  private void checkNeeds(Catalogue catalogue) {
    for (Assistance one : catalogue.assistance()) {
      for (Assistance.Need need : one.needs()) {
        if (catalogue.find(need.assistance()).isEmpty()) {
          places.get(one.code()).refuse(ProblemKind.FORM_REFERENCE_UNKNOWN, need.assistance());
        } else if (leadsTo(catalogue, need.assistance(), one.code(), new HashSet<>())) {
          places.get(one.code()).refuse(ProblemKind.FORM_VALUE_INVALID, need.assistance() + " → …");
        }
      }
    }
  }

  private static boolean leadsTo(Catalogue catalogue, String from, String to, Set<String> seen) {
    if (from.equals(to)) {
      return true;
    }
    return seen.add(from)
        && catalogue.find(from).stream()
            .flatMap(one -> one.needs().stream())
            .anyMatch(need -> leadsTo(catalogue, need.assistance(), to, seen));
  }

  /**
   * What keeps a catalogue from being used with an index: elements that it lacks, or of which one
   * stands below another, so that a gap would be counted twice.
   */
  public static List<String> unusable(Catalogue catalogue, Index index) {
    Map<String, String> parents = new HashMap<>();
    for (Element element : index.elements()) {
      parents.put(element.code(), element.parent());
    }
    List<String> unusable = new ArrayList<>();
    for (String requirement : catalogue.requirements()) {
      if (!index.root().code().equals(parents.get(requirement))) {
        unusable.add(requirement);
      }
    }
    for (String element : catalogue.elements()) {
      if (!parents.containsKey(element)) {
        unusable.add(element);
      }
      for (String up = parents.get(element); up != null; up = parents.get(up)) {
        if (catalogue.elements().contains(up)) {
          unusable.add(element + " < " + up);
        }
      }
    }
    return unusable;
  }
}

package org.infostate.workbook;

import java.text.Normalizer;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.infostate.questionnaire.Choice;
import org.infostate.questionnaire.Form;
import org.infostate.text.Language;

/**
 * What a workbook shows for the choices of a list, and which choice is meant by what stands in a
 * cell. Labels that a list has twice are told apart by their code.
 */
final class ChoiceLabels {

  private ChoiceLabels() {}

  /** The labels by code, in the order of the list; no two are alike. */
  static Map<String, String> of(Form form, String list, Language language) {
    List<Choice> choices = form.lists().getOrDefault(list, List.of());
    Map<String, Long> times =
        choices.stream()
            .collect(
                Collectors.groupingBy(
                    choice -> folded(form.choiceLabel(list, choice.name(), language)),
                    Collectors.counting()));
    Map<String, String> labels = new LinkedHashMap<>();
    for (Choice choice : choices) {
      String label = spaced(form.choiceLabel(list, choice.name(), language));
      labels.put(
          choice.name(), times.get(folded(label)) > 1 ? label + " [" + choice.name() + "]" : label);
    }
    return labels;
  }

  /**
   * The code of what stands in a cell: a label in the language, else a code, else a label in other
   * capitals, else a label of other languages that all mean the same choice. Never a guess: what
   * could be two choices is none.
   */
  static Optional<String> code(Form form, String list, String shown, Language language) {
    Map<String, String> own = of(form, list, language);
    String wanted = spaced(shown);
    return only(own, label -> label.equals(wanted))
        .or(() -> Optional.of(wanted).filter(own::containsKey))
        .or(() -> only(own, label -> folded(label).equals(folded(wanted))))
        .or(() -> inOtherLanguages(form, list, wanted));
  }

  private static Optional<String> only(Map<String, String> labels, Predicate<String> meant) {
    return one(
        labels.entrySet().stream().filter(e -> meant.test(e.getValue())).map(Map.Entry::getKey));
  }

  private static Optional<String> inOtherLanguages(Form form, String list, String wanted) {
    Function<Language, Collection<String>> codes =
        language ->
            of(form, list, language).entrySet().stream()
                .filter(e -> folded(e.getValue()).equals(folded(wanted)))
                .map(Map.Entry::getKey)
                .toList();
    return one(form.languages().stream().map(codes).flatMap(Collection::stream));
  }

  private static Optional<String> one(java.util.stream.Stream<String> codes) {
    Set<String> different = codes.collect(Collectors.toSet());
    return different.size() == 1 ? different.stream().findFirst() : Optional.empty();
  }

  /** In Unicode NFC, every run of white space one space. */
  static String spaced(String text) {
    return Normalizer.normalize(text, Normalizer.Form.NFC).replaceAll("[\\s\\p{Z}]+", " ").strip();
  }

  /** As {@link #spaced}, and capitals do not matter. */
  static String folded(String text) {
    return spaced(text).toUpperCase(java.util.Locale.ROOT).toLowerCase(java.util.Locale.ROOT);
  }
}

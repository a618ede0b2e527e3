package org.infostate.questionnaire;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.infostate.text.Language;

/**
 * One version of a questionnaire, ready to be asked.
 *
 * @param language the language that it was written in, which stands in for missing translations
 * @param lists choices by name of their list
 * @param wordings one for each language that there is; always one for {@code language}
 */
public record Form(
    String code,
    String version,
    Language language,
    Map<String, List<Choice>> lists,
    List<Section> sections,
    Map<Language, Wording> wordings) {

  public String title(Language reader) {
    return wording(reader, Wording::title).orElse(code);
  }

  public String description(Language reader) {
    return wording(reader, Wording::description).orElse("");
  }

  /** Label of a section, roster or question; its name where nobody wrote one. */
  public String label(String name, Language reader) {
    return wording(reader, w -> w.labels().get(name)).orElse(name);
  }

  /** Hint, or the empty string. */
  public String hint(String name, Language reader) {
    return wording(reader, w -> w.hints().get(name)).orElse("");
  }

  /** What to say when the constraint does not hold, where the form says it. */
  public Optional<String> constraintMessage(String name, Language reader) {
    return wording(reader, w -> w.constraintMessages().get(name));
  }

  public String choiceLabel(String list, String choice, Language reader) {
    return wording(reader, w -> w.choices().getOrDefault(list, Map.of()).get(choice))
        .orElse(choice);
  }

  private Optional<String> wording(Language reader, Function<Wording, String> part) {
    return Optional.ofNullable(wordings.get(reader))
        .map(part)
        .or(() -> Optional.ofNullable(part.apply(wordings.get(language))));
  }

  /** The choices of a select question; empty for other questions. */
  public List<Choice> choices(Question question) {
    return question.list() == null ? List.of() : lists.getOrDefault(question.list(), List.of());
  }

  /** All questions by name, those of rosters included, in the order of the form. */
  public Map<String, Question> questions() {
    Map<String, Question> byName = new LinkedHashMap<>();
    sections.forEach(
        section -> section.questions().forEach(question -> byName.put(question.name(), question)));
    return byName;
  }

  /** All rosters by name, in the order of the form. */
  public Map<String, Roster> rosters() {
    Map<String, Roster> byName = new LinkedHashMap<>();
    for (Section section : sections) {
      for (Item item : section.items()) {
        if (item instanceof Roster roster) {
          byName.put(roster.name(), roster);
        }
      }
    }
    return byName;
  }

  /** Every name that must be unique in a round: sections, rosters and questions. */
  public Set<String> names() {
    Map<String, Boolean> names = new LinkedHashMap<>();
    sections.forEach(section -> names.put(section.name(), true));
    rosters().keySet().forEach(name -> names.put(name, true));
    questions().keySet().forEach(name -> names.put(name, true));
    return names.keySet();
  }

  /** The languages that have a wording. */
  public Set<Language> languages() {
    return wordings.keySet();
  }
}

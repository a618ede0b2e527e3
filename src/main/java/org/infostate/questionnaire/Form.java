package org.infostate.questionnaire;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.infostate.logic.Expression;
import org.infostate.text.Language;

/**
 * One version of a questionnaire, ready to be asked. Its maps by name are made once: a form is read
 * many times for each time that it is loaded.
 */
public final class Form {

  private final String code;
  private final String version;
  private final Language language;
  private final Map<String, List<Choice>> lists;
  private final List<Section> sections;
  private final Map<Language, Wording> wordings;
  private final Map<String, Question> questions = new LinkedHashMap<>();
  private final Map<String, Roster> rosters = new LinkedHashMap<>();
  private final Map<String, Section> sectionOf = new LinkedHashMap<>();
  private final Map<String, Roster> rosterOf = new LinkedHashMap<>();
  private final Map<String, Set<String>> readBy = new ConcurrentHashMap<>();

  /**
   * @param language the language that it was written in, which stands in for missing translations
   * @param lists choices by name of their list
   * @param wordings one for each language that there is; always one for {@code language}
   */
  public Form(
      String code,
      String version,
      Language language,
      Map<String, List<Choice>> lists,
      List<Section> sections,
      Map<Language, Wording> wordings) {
    this.code = code;
    this.version = version;
    this.language = language;
    this.lists = lists;
    this.sections = sections;
    this.wordings = wordings;
    sections.forEach(this::index);
  }

  /**
   * Reads the files of a version.
   *
   * @param files text by file name: {@code form.yaml} and {@code <language>.yaml}
   * @throws org.infostate.problem.ProblemException with everything that is wrong
   */
  public static Form read(Map<String, String> files) {
    return FormFile.read(files);
  }

  private void index(Section section) {
    sectionOf.put(section.name(), section);
    for (Item item : section.items()) {
      sectionOf.put(item.name(), section);
      if (item instanceof Roster roster) {
        rosters.put(roster.name(), roster);
        for (Question question : roster.questions()) {
          questions.put(question.name(), question);
          sectionOf.put(question.name(), section);
          rosterOf.put(question.name(), roster);
        }
      } else {
        questions.put(item.name(), (Question) item);
      }
    }
  }

  public String code() {
    return code;
  }

  public String version() {
    return version;
  }

  /** The language that it was written in. */
  public Language language() {
    return language;
  }

  /** Choices by name of their list. */
  public Map<String, List<Choice>> lists() {
    return lists;
  }

  public List<Section> sections() {
    return sections;
  }

  public Map<Language, Wording> wordings() {
    return wordings;
  }

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

  /** The language that {@link #label} answers in: the source language stands in for others. */
  public Language labelLanguage(String name, Language reader) {
    return written(reader, w -> w.labels().get(name));
  }

  /** The language that {@link #hint} answers in. */
  public Language hintLanguage(String name, Language reader) {
    return written(reader, w -> w.hints().get(name));
  }

  /** What to say when the constraint does not hold, where the form says it. */
  public Optional<String> constraintMessage(String name, Language reader) {
    return wording(reader, w -> w.constraintMessages().get(name));
  }

  public String choiceLabel(String list, String choice, Language reader) {
    return wording(reader, w -> w.choices().getOrDefault(list, Map.of()).get(choice))
        .orElse(choice);
  }

  /** The language that {@link #choiceLabel} answers in. */
  public Language choiceLanguage(String list, String choice, Language reader) {
    return written(reader, w -> w.choices().getOrDefault(list, Map.of()).get(choice));
  }

  private Language written(Language reader, Function<Wording, String> part) {
    return Optional.ofNullable(wordings.get(reader)).map(part).isPresent() ? reader : language;
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
    return Collections.unmodifiableMap(questions);
  }

  /** All rosters by name, in the order of the form. */
  public Map<String, Roster> rosters() {
    return Collections.unmodifiableMap(rosters);
  }

  /** The section that holds this section, roster or question. */
  public Optional<Section> sectionOf(String name) {
    return Optional.ofNullable(sectionOf.get(name));
  }

  /** The roster that this question is in; empty for the others. */
  public Optional<Roster> rosterOf(String question) {
    return Optional.ofNullable(rosterOf.get(question));
  }

  /**
   * The questions whose answers decide what the page of a section shows: its own, and those that
   * their expressions read, directly or through others. Small where the form is large, so that an
   * answer can be judged without reading all others.
   */
  public Set<String> readBy(Section section) {
    return readBy.computeIfAbsent(section.name(), name -> reach(section));
  }

  private Set<String> reach(Section section) {
    Set<String> reached = new LinkedHashSet<>();
    Deque<String> open = new ArrayDeque<>(List.of(section.name()));
    section.items().forEach(item -> open.add(item.name()));
    while (!open.isEmpty()) {
      String name = open.pop();
      if (reached.add(name)) {
        open.addAll(read(name));
      }
    }
    reached.retainAll(questions.keySet());
    return Collections.unmodifiableSet(reached);
  }

  /**
   * What is read to know the value of a question, or whether it, a roster or a section is asked.
   */
  private Set<String> read(String name) {
    Set<String> read = new LinkedHashSet<>();
    Section section = sectionOf.get(name);
    if (section == null) {
      return read;
    }
    Question question = questions.get(name);
    Roster roster = rosters.getOrDefault(name, rosterOf.get(name));
    List<Expression> expressions = new ArrayList<>();
    expressions.add(section.relevant());
    if (roster != null) {
      expressions.add(roster.relevant());
    }
    if (roster != null && question == null) {
      roster.questions().forEach(each -> read.add(each.name()));
    }
    if (question != null) {
      expressions.add(question.relevant());
      expressions.add(question.required());
      expressions.add(question.constraint());
      expressions.add(question.calculation());
      expressions.add(question.choiceFilter());
    }
    expressions.stream()
        .filter(Objects::nonNull)
        .forEach(expression -> read.addAll(expression.references()));
    return read;
  }

  /** Every name that must be unique in a round: sections, rosters and questions. */
  public Set<String> names() {
    return Collections.unmodifiableSet(sectionOf.keySet());
  }

  /** The languages that have a wording. */
  public Set<Language> languages() {
    return wordings.keySet();
  }

  /** Two forms are equal when they ask the same in the same words. */
  @Override
  public boolean equals(Object other) {
    return other instanceof Form form
        && form.code.equals(code)
        && form.version.equals(version)
        && form.language == language
        && form.lists.equals(lists)
        && form.sections.equals(sections)
        && form.wordings.equals(wordings);
  }

  @Override
  public int hashCode() {
    return Objects.hash(code, version, language, lists, sections, wordings);
  }
}

package org.infostate.questionnaire;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.infostate.logic.Expression;
import org.infostate.logic.Kind;
import org.infostate.logic.Scope;

/** What an expression may name, seen from a section, roster or question of a form. */
final class FormScope implements Scope {

  private final Form form;
  private final Map<String, Kind> kinds;
  private final String self;

  private FormScope(Form form, Map<String, Kind> kinds, String self) {
    this.form = form;
    this.kinds = kinds;
    this.self = self;
  }

  static FormScope of(Form form) {
    Map<String, Kind> kinds = new LinkedHashMap<>();
    form.names().forEach(name -> kinds.put(name, Kind.SECTION));
    form.rosters().keySet().forEach(name -> kinds.put(name, Kind.ROSTER));
    form.questions()
        .forEach((name, question) -> kinds.put(name, Kind.valueOf(question.type().name())));
    return new FormScope(form, kinds, null);
  }

  FormScope from(String name) {
    return new FormScope(form, kinds, name);
  }

  @Override
  public Kind kind(String question) {
    return kinds.get(question);
  }

  @Override
  public Collection<String> names() {
    return kinds.keySet();
  }

  @Override
  public Set<String> choices(String question) {
    return choicesOf(question)
        .map(Choice::name)
        .collect(Collectors.toCollection(LinkedHashSet::new));
  }

  private Stream<Choice> choicesOf(String name) {
    return question(name).stream().flatMap(question -> form.choices(question).stream());
  }

  private Optional<Question> question(String name) {
    return Optional.ofNullable(form.questions().get(name));
  }

  @Override
  public Optional<String> roster(String question) {
    return form.rosterOf(question).map(Roster::name);
  }

  @Override
  public Optional<String> self() {
    return Optional.ofNullable(self);
  }

  @Override
  public Set<String> columns() {
    Set<String> columns = new LinkedHashSet<>(Set.of("name"));
    choicesOf(self).forEach(choice -> columns.addAll(choice.columns().keySet()));
    return columns;
  }

  @Override
  public List<Expression> conditions(String name) {
    return Stream.of(
            question(name).map(Question::relevant),
            form.rosterOf(name)
                .or(() -> Optional.ofNullable(form.rosters().get(name)))
                .map(Roster::relevant),
            form.sectionOf(name).map(Section::relevant))
        .flatMap(Optional::stream)
        .toList();
  }

  @Override
  public Optional<Expression> constraint(String question) {
    return question(question).map(Question::constraint);
  }

  @Override
  public Optional<Expression> calculation(String question) {
    return question(question).map(Question::calculation);
  }
}

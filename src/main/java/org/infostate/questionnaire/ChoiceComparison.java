package org.infostate.questionnaire;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.infostate.text.Language;

/** The choices of two forms, by the questions that offer them: a list by itself asks nothing. */
final class ChoiceComparison {

  /** A list that questions had, and the one that they have. */
  private record Lists(String before, String after) {}

  private final Form before;
  private final Form after;
  private final List<Change> changes = new ArrayList<>();

  ChoiceComparison(Form before, Form after) {
    this.before = before;
    this.after = after;
  }

  List<Change> changes() {
    Map<Lists, List<String>> pairs = new LinkedHashMap<>();
    after
        .questions()
        .forEach(
            (name, is) -> {
              Question was = before.questions().get(name);
              if (was != null && was.list() != null && is.list() != null) {
                pairs
                    .computeIfAbsent(new Lists(was.list(), is.list()), pair -> new ArrayList<>())
                    .add(name);
              }
            });
    pairs.forEach(this::compare);
    return changes;
  }

  private void compare(Lists lists, List<String> questions) {
    Map<String, Choice> was = byCode(before.lists().get(lists.before()));
    Map<String, Choice> is = byCode(after.lists().get(lists.after()));
    is.forEach(
        (code, choice) -> {
          Choice old = was.get(code);
          if (old == null) {
            String label = after.choiceLabel(lists.after(), code, after.language());
            add(Change.Kind.CHOICE_ADDED, lists, code, null, label, questions, Carry.CONFIRM);
          } else {
            columns(lists, old, choice, questions);
            labels(lists, code, questions);
          }
        });
    was.forEach(
        (code, choice) -> {
          if (!is.containsKey(code)) {
            String label = before.choiceLabel(lists.before(), code, before.language());
            changes.add(
                new Change(
                    Change.Kind.CHOICE_REMOVED,
                    lists.after(),
                    code,
                    null,
                    label,
                    null,
                    questions,
                    Carry.DROP,
                    Series.BREAKS));
          }
        });
    for (String code : Moves.of(List.copyOf(was.keySet()), List.copyOf(is.keySet()))) {
      add(Change.Kind.CHOICE_MOVED, lists, code, null, null, questions, Carry.KEEP);
    }
  }

  private static Map<String, Choice> byCode(List<Choice> choices) {
    return choices.stream()
        .collect(Collectors.toMap(Choice::name, choice -> choice, (a, b) -> a, LinkedHashMap::new));
  }

  private void add(
      Change.Kind kind,
      Lists lists,
      String code,
      String was,
      String is,
      List<String> questions,
      Carry carry) {
    changes.add(
        new Change(kind, lists.after(), code, null, was, is, questions, carry, Series.CONTINUES));
  }

  private void columns(Lists lists, Choice was, Choice is, List<String> questions) {
    if (!was.columns().equals(is.columns())) {
      add(
          Change.Kind.CHOICE_COLUMNS,
          lists,
          is.name(),
          was.columns().toString(),
          is.columns().toString(),
          questions,
          Carry.CONFIRM);
    }
  }

  private void labels(Lists lists, String code, List<String> questions) {
    for (Language language : Language.values()) {
      if (!before.languages().contains(language) || !after.languages().contains(language)) {
        continue;
      }
      String was = label(before, lists.before(), code, language);
      String is = label(after, lists.after(), code, language);
      if (!Objects.equals(was, is)) {
        boolean source = WordingComparison.source(before, after, language);
        changes.add(
            new Change(
                Change.Kind.CHOICE_LABEL,
                lists.after(),
                code,
                language,
                was,
                is,
                questions,
                source ? Carry.CONFIRM : Carry.KEEP,
                Series.CONTINUES));
      }
    }
  }

  private static String label(Form form, String list, String code, Language language) {
    return form.wordings().get(language).choices().getOrDefault(list, Map.of()).get(code);
  }
}

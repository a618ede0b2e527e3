package org.infostate.questionnaire;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.infostate.text.Language;

/**
 * The texts of two forms, language by language, of what is in both. Those of choices stand at
 * {@link ChoiceComparison}.
 */
final class WordingComparison {

  private final Form before;
  private final Form after;
  private final List<Change> changes = new ArrayList<>();

  WordingComparison(Form before, Form after) {
    this.before = before;
    this.after = after;
  }

  /** Whether one of the versions was written in the language: its words are what was asked. */
  static boolean source(Form before, Form after, Language language) {
    return language == before.language() || language == after.language();
  }

  List<Change> changes() {
    if (before.language() != after.language()) {
      note(Change.Kind.SOURCE_LANGUAGE, null, before.language().tag(), after.language().tag());
    }
    for (Language language : Language.values()) {
      Wording was = before.wordings().get(language);
      Wording is = after.wordings().get(language);
      if (was != null && is != null) {
        compare(was, is);
      } else if (is != null) {
        note(Change.Kind.LANGUAGE_ADDED, language, null, null);
      } else if (was != null) {
        note(Change.Kind.LANGUAGE_REMOVED, language, null, null);
      }
    }
    return changes;
  }

  private void note(Change.Kind kind, Language language, String was, String is) {
    changes.add(new Change(kind, "", null, language, was, is, List.of(), null, null));
  }

  private void compare(Wording was, Wording is) {
    Language language = is.language();
    if (!Objects.equals(was.title(), is.title())) {
      note(Change.Kind.TITLE, language, was.title(), is.title());
    }
    if (!Objects.equals(was.description(), is.description())) {
      note(Change.Kind.DESCRIPTION, language, was.description(), is.description());
    }
    Carry words = source(before, after, language) ? Carry.CONFIRM : Carry.KEEP;
    compare(Change.Kind.LABEL, was, is, Wording::labels, words);
    compare(Change.Kind.HINT, was, is, Wording::hints, words);
    compare(Change.Kind.CONSTRAINT_MESSAGE, was, is, Wording::constraintMessages, Carry.KEEP);
  }

  private void compare(
      Change.Kind kind,
      Wording was,
      Wording is,
      Function<Wording, Map<String, String>> texts,
      Carry carry) {
    for (String name : after.names()) {
      String old = texts.apply(was).get(name);
      String text = texts.apply(is).get(name);
      if (before.names().contains(name) && !Objects.equals(old, text)) {
        boolean question = after.questions().containsKey(name);
        changes.add(
            new Change(
                kind,
                name,
                null,
                is.language(),
                old,
                text,
                question ? List.of(name) : List.of(),
                question ? carry : null,
                question ? Series.CONTINUES : null));
      }
    }
  }
}

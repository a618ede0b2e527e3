package org.infostate.questionnaire;

import static org.infostate.questionnaire.Change.Kind.CALCULATION;
import static org.infostate.questionnaire.Change.Kind.CHOICE_FILTER;
import static org.infostate.questionnaire.Change.Kind.CONFIDENTIALITY;
import static org.infostate.questionnaire.Change.Kind.CONSTRAINT;
import static org.infostate.questionnaire.Change.Kind.EVIDENCE;
import static org.infostate.questionnaire.Change.Kind.INDICATOR;
import static org.infostate.questionnaire.Change.Kind.QUESTION_ADDED;
import static org.infostate.questionnaire.Change.Kind.QUESTION_MOVED;
import static org.infostate.questionnaire.Change.Kind.QUESTION_REMOVED;
import static org.infostate.questionnaire.Change.Kind.REFERENCE;
import static org.infostate.questionnaire.Change.Kind.REGISTER;
import static org.infostate.questionnaire.Change.Kind.RELEVANT;
import static org.infostate.questionnaire.Change.Kind.REQUIRED;
import static org.infostate.questionnaire.Change.Kind.ROSTER_ADDED;
import static org.infostate.questionnaire.Change.Kind.ROSTER_MOVED;
import static org.infostate.questionnaire.Change.Kind.ROSTER_REMOVED;
import static org.infostate.questionnaire.Change.Kind.SECTION_ADDED;
import static org.infostate.questionnaire.Change.Kind.SECTION_MOVED;
import static org.infostate.questionnaire.Change.Kind.SECTION_REMOVED;
import static org.infostate.questionnaire.Change.Kind.TYPE;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.infostate.logic.Expression;

/** Finds the changes between two forms; the rules stand at {@link Difference}. */
final class FormComparison {

  private final Form before;
  private final Form after;
  private final List<Change> changes = new ArrayList<>();

  FormComparison(Form before, Form after) {
    this.before = before;
    this.after = after;
  }

  List<Change> changes() {
    sections();
    rosters();
    questions();
    changes.addAll(new ChoiceComparison(before, after).changes());
    changes.addAll(new WordingComparison(before, after).changes());
    return changes;
  }

  private void sections() {
    Map<String, Section> was = byName(before);
    Map<String, Section> is = byName(after);
    added(SECTION_ADDED, was.keySet(), is.keySet());
    removed(SECTION_REMOVED, was.keySet(), is.keySet());
    Moves.of(List.copyOf(was.keySet()), List.copyOf(is.keySet()))
        .forEach(name -> note(SECTION_MOVED, name, null, null));
    is.forEach(
        (name, section) -> {
          if (was.containsKey(name)) {
            relevance(name, was.get(name).relevant(), section.relevant(), inBoth(section));
          }
        });
  }

  private static Map<String, Section> byName(Form form) {
    Map<String, Section> sections = new LinkedHashMap<>();
    form.sections().forEach(section -> sections.put(section.name(), section));
    return sections;
  }

  private List<String> inBoth(Section section) {
    return inBoth(section.questions());
  }

  private List<String> inBoth(List<Question> questions) {
    return questions.stream()
        .map(Question::name)
        .filter(name -> before.questions().containsKey(name))
        .toList();
  }

  private void rosters() {
    Map<String, Roster> was = before.rosters();
    Map<String, Roster> is = after.rosters();
    added(ROSTER_ADDED, was.keySet(), is.keySet());
    removed(ROSTER_REMOVED, was.keySet(), is.keySet());
    is.forEach(
        (name, roster) -> {
          Roster old = was.get(name);
          if (old != null) {
            relevance(name, old.relevant(), roster.relevant(), inBoth(roster.questions()));
            if (!Objects.equals(old.register(), roster.register())) {
              note(REGISTER, name, old.register(), roster.register());
            }
          }
        });
  }

  private void added(Change.Kind kind, Set<String> was, Set<String> is) {
    is.stream().filter(name -> !was.contains(name)).forEach(name -> note(kind, name, null, null));
  }

  private void removed(Change.Kind kind, Set<String> was, Set<String> is) {
    was.stream().filter(name -> !is.contains(name)).forEach(name -> note(kind, name, null, null));
  }

  private void note(Change.Kind kind, String subject, String was, String is) {
    changes.add(new Change(kind, subject, null, null, was, is, List.of(), null, null));
  }

  private void relevance(String name, Expression was, Expression is, List<String> questions) {
    if (!Objects.equals(was, is)) {
      changes.add(
          new Change(
              RELEVANT,
              name,
              null,
              null,
              source(was),
              source(is),
              questions,
              Carry.KEEP,
              Series.BREAKS));
    }
  }

  private static String source(Expression expression) {
    return expression == null ? null : expression.source();
  }

  private void questions() {
    Map<String, Question> was = before.questions();
    Map<String, Question> is = after.questions();
    Set<String> moved = moved();
    is.forEach(
        (name, question) -> {
          if (!was.containsKey(name)) {
            change(QUESTION_ADDED, name, null, place(after, name), null, Series.STARTS);
          } else {
            place(name, moved);
            compare(was.get(name), question);
          }
        });
    was.forEach(
        (name, question) -> {
          if (!is.containsKey(name)) {
            Carry carry = question.type().answered() ? Carry.DROP : null;
            change(QUESTION_REMOVED, name, place(before, name), null, carry, Series.ENDS);
          }
        });
  }

  private void change(
      Change.Kind kind, String name, String was, String is, Carry carry, Series series) {
    changes.add(new Change(kind, name, null, null, was, is, List.of(name), carry, series));
  }

  /** The section or roster that a question stands in; the section of a roster. */
  private static String place(Form form, String name) {
    Optional<Roster> roster = form.rosterOf(name);
    return roster.isPresent() ? roster.get().name() : form.sectionOf(name).orElseThrow().name();
  }

  /** What stands at another place than before, within its section or roster. */
  private Set<String> moved() {
    Map<String, List<String>> was = contents(before);
    Set<String> moved = new HashSet<>();
    contents(after)
        .forEach(
            (place, names) -> moved.addAll(Moves.of(was.getOrDefault(place, List.of()), names)));
    moved.stream()
        .filter(after.rosters()::containsKey)
        .sorted()
        .forEach(name -> note(ROSTER_MOVED, name, place(before, name), place(after, name)));
    for (String name : after.rosters().keySet()) {
      if (before.rosters().containsKey(name) && !place(before, name).equals(place(after, name))) {
        note(ROSTER_MOVED, name, place(before, name), place(after, name));
      }
    }
    return moved;
  }

  private static Map<String, List<String>> contents(Form form) {
    Map<String, List<String>> contents = new LinkedHashMap<>();
    for (Section section : form.sections()) {
      contents.put(section.name(), section.items().stream().map(Item::name).toList());
    }
    form.rosters()
        .forEach(
            (name, roster) ->
                contents.put(name, roster.questions().stream().map(Question::name).toList()));
    return contents;
  }

  private void place(String name, Set<String> moved) {
    String was = place(before, name);
    String is = place(after, name);
    boolean otherRows =
        !before.rosterOf(name).map(Roster::name).equals(after.rosterOf(name).map(Roster::name));
    if (otherRows) {
      change(QUESTION_MOVED, name, was, is, Carry.DROP, Series.BREAKS);
    } else if (!was.equals(is) || moved.contains(name)) {
      change(QUESTION_MOVED, name, was, is, Carry.KEEP, Series.CONTINUES);
    }
  }

  private void compare(Question was, Question is) {
    String name = is.name();
    if (was.type() != is.type()) {
      Carry carry = retyped(was.type(), is.type());
      change(
          TYPE,
          name,
          was.type().xlsformName(),
          is.type().xlsformName(),
          carry,
          carry == Carry.KEEP ? Series.CONTINUES : Series.BREAKS);
    }
    relevance(name, was.relevant(), is.relevant(), List.of(name));
    expression(REQUIRED, name, was.required(), is.required(), Carry.KEEP, Series.CONTINUES);
    expression(
        CONSTRAINT, name, was.constraint(), is.constraint(), Carry.CONFIRM, Series.CONTINUES);
    expression(CALCULATION, name, was.calculation(), is.calculation(), null, Series.BREAKS);
    expression(
        CHOICE_FILTER,
        name,
        was.choiceFilter(),
        is.choiceFilter(),
        Carry.CONFIRM,
        Series.CONTINUES);
    text(INDICATOR, name, was.indicator(), is.indicator(), Carry.KEEP);
    text(EVIDENCE, name, was.evidence(), is.evidence(), Carry.KEEP);
    text(REFERENCE, name, was.reference(), is.reference(), Carry.KEEP);
    text(
        CONFIDENTIALITY,
        name,
        was.confidentiality().code(),
        is.confidentiality().code(),
        is.confidentiality().compareTo(was.confidentiality()) < 0 ? Carry.CONFIRM : Carry.KEEP);
  }

  private static Carry retyped(QuestionType was, QuestionType is) {
    if (was == QuestionType.INTEGER && is == QuestionType.DECIMAL) {
      return Carry.KEEP;
    }
    boolean number = was == QuestionType.INTEGER || was == QuestionType.DECIMAL;
    boolean confirmed =
        was == QuestionType.DECIMAL && is == QuestionType.INTEGER
            || (number || was == QuestionType.DATE) && is == QuestionType.TEXT
            || was == QuestionType.SELECT_ONE && is == QuestionType.SELECT_MULTIPLE;
    return confirmed ? Carry.CONFIRM : Carry.DROP;
  }

  private void expression(
      Change.Kind kind, String name, Expression was, Expression is, Carry carry, Series series) {
    if (!Objects.equals(was, is)) {
      change(kind, name, source(was), source(is), carry, series);
    }
  }

  private void text(Change.Kind kind, String name, String was, String is, Carry carry) {
    if (!Objects.equals(was, is)) {
      change(kind, name, was, is, carry, Series.CONTINUES);
    }
  }
}

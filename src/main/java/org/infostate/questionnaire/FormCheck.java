package org.infostate.questionnaire;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.infostate.logic.Dependencies;
import org.infostate.logic.Expression;
import org.infostate.logic.Feasibility;
import org.infostate.logic.Finding;
import org.infostate.logic.Use;
import org.infostate.logic.Words;
import org.infostate.problem.Place;
import org.infostate.problem.Problem;
import org.infostate.problem.ProblemKind;
import org.infostate.text.Language;
import org.infostate.text.Phrase;

/**
 * What must hold between the parts of a form: expressions name and compare what there is, nothing
 * depends on itself, every question can be asked and every constraint can hold, every section has
 * an address of its own. What is wrong refuses the form; what is only doubtful is a warning to its
 * author.
 */
final class FormCheck {

  /** What the address of a response has below it beside its sections. */
  static final Set<String> TAKEN =
      Set.of(
          "acceptance",
          "answers",
          "clarifications",
          "delegations",
          "evidence",
          "reopening",
          "return",
          "review",
          "submission",
          "workbook");

  private final Form form;
  private final Map<String, Place> places;
  private final FormScope scope;
  private final List<Problem> problems = new ArrayList<>();
  private final List<Problem> warnings = new ArrayList<>();

  /**
   * @param places of sections, rosters and questions by name, and of their expressions by {@code
   *     name.key}; where one is missing, the name stands for it
   */
  FormCheck(Form form, Map<String, Place> places) {
    this.form = form;
    this.places = places;
    this.scope = FormScope.of(form);
    for (Section section : form.sections()) {
      if (TAKEN.contains(section.name())) {
        problems.add(
            ProblemKind.FORM_SECTION_NAME_TAKEN.at(
                Optional.ofNullable(places.get(section.name()))
                    .orElseGet(() -> Place.question(section.name())),
                section.name()));
      }
      check(section.name(), section.relevant(), Use.RELEVANT);
      asked(section.name(), section.relevant());
      for (Item item : section.items()) {
        if (item instanceof Roster roster) {
          check(roster.name(), roster.relevant(), Use.RELEVANT);
          asked(roster.name(), roster.relevant());
        }
      }
      section.questions().forEach(this::check);
    }
    if (problems.isEmpty()) {
      cycles();
    }
  }

  /** What refuses the form. */
  List<Problem> problems() {
    return problems;
  }

  /** What its author had better look at. */
  List<Problem> warnings() {
    return warnings;
  }

  private void check(Question question) {
    String name = question.name();
    check(name, question.relevant(), Use.RELEVANT);
    check(name, question.required(), Use.REQUIRED);
    check(name, question.constraint(), Use.CONSTRAINT);
    check(name, question.calculation(), Use.CALCULATION);
    check(name, question.choiceFilter(), Use.CHOICE_FILTER);
    asked(name, question.relevant());
    if (question.constraint() != null) {
      Feasibility.neverHolds(name, scope.from(name))
          .ifPresent(finding -> add(name, question.constraint(), Use.CONSTRAINT, finding));
    }
  }

  private void check(String name, Expression expression, Use use) {
    if (expression != null) {
      expression
          .check(scope.from(name), use)
          .forEach(finding -> add(name, expression, use, finding));
    }
  }

  /** A question without a condition of its own is asked whenever what it stands in is. */
  private void asked(String name, Expression relevant) {
    if (relevant != null) {
      Feasibility.neverAsked(name, scope.from(name))
          .ifPresent(finding -> add(name, relevant, Use.RELEVANT, finding));
    }
  }

  private void add(String name, Expression expression, Use use, Finding finding) {
    Place place = place(name, use);
    Said said = new Said(finding);
    if (finding.code().equals("expression.unknown-question")) {
      problems.add(
          ProblemKind.FORM_REFERENCE_UNKNOWN.at(
              place, finding.arguments().get(0), expression.source()));
    } else if (finding.isError()) {
      problems.add(ProblemKind.FORM_EXPRESSION_UNFIT.at(place, expression.source(), said));
    } else {
      warnings.add(ProblemKind.FORM_EXPRESSION_DOUBTFUL.at(place, expression.source(), said));
    }
  }

  private Place place(String name, Use use) {
    String key = name + "." + use.name().toLowerCase(Locale.ROOT);
    return Optional.ofNullable(places.get(key))
        .or(() -> Optional.ofNullable(places.get(name)))
        .orElseGet(() -> Place.question(name));
  }

  private void cycles() {
    Map<String, List<Expression>> expressions = new LinkedHashMap<>();
    Map<String, List<String>> inside = new LinkedHashMap<>();
    for (Section section : form.sections()) {
      expressions.put(section.name(), present(section.relevant()));
      for (Item item : section.items()) {
        if (item instanceof Roster roster) {
          expressions.put(roster.name(), present(roster.relevant()));
          inside.put(roster.name(), List.of(section.name()));
        }
      }
      for (Question question : section.questions()) {
        String name = question.name();
        expressions.put(
            name, present(question.relevant(), question.calculation(), question.choiceFilter()));
        inside.put(name, List.of(form.rosterOf(name).map(Roster::name).orElse(section.name())));
      }
    }
    for (List<String> cycle : Dependencies.of(expressions).with(inside).cycles()) {
      problems.add(
          ProblemKind.FORM_CYCLE.at(place(cycle.get(0), Use.RELEVANT), String.join(" → ", cycle)));
    }
  }

  private static List<Expression> present(Expression... expressions) {
    return Stream.of(expressions).filter(expression -> expression != null).toList();
  }

  /** A finding, said in the reader's language. */
  record Said(Finding finding) implements Phrase {
    @Override
    public String in(Language language) {
      return Words.of(finding, Words.phrases(language.locale()));
    }

    @Override
    public String toString() {
      return finding.message();
    }
  }
}

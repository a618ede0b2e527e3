package org.infostate.questionnaire;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.infostate.logic.Expression;
import org.infostate.problem.Place;
import org.infostate.problem.Problem;
import org.infostate.problem.ProblemKind;

/** What must hold between the parts of a form: every name in an expression is a question of it. */
final class FormCheck {

  private FormCheck() {}

  static List<Problem> of(Form form) {
    List<Problem> problems = new ArrayList<>();
    Set<String> known = new HashSet<>(form.questions().keySet());
    known.addAll(form.rosters().keySet());
    for (Section section : form.sections()) {
      references(section.name(), section.relevant(), known, problems);
      section.items().forEach(item -> references(item.name(), item.relevant(), known, problems));
      for (Question question : section.questions()) {
        references(question.name(), question.relevant(), known, problems);
        references(question.name(), question.required(), known, problems);
        references(question.name(), question.constraint(), known, problems);
        references(question.name(), question.calculation(), known, problems);
        references(question.name(), question.choiceFilter(), known, problems);
      }
    }
    return problems;
  }

  private static void references(
      String name, Expression expression, Set<String> known, List<Problem> problems) {
    if (expression == null) {
      return;
    }
    for (String reference : expression.references()) {
      if (!known.contains(reference)) {
        problems.add(
            ProblemKind.FORM_REFERENCE_UNKNOWN.at(
                Place.question(name), reference, expression.source()));
      }
    }
  }
}

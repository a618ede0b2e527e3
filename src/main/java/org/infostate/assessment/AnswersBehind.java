package org.infostate.assessment;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.infostate.account.Actor;
import org.infostate.logic.Expression;
import org.infostate.questionnaire.Form;
import org.infostate.questionnaire.Question;
import org.infostate.questionnaire.QuestionType;
import org.infostate.questionnaire.Roster;
import org.infostate.response.AnswerKey;
import org.infostate.response.AnswerStatus;
import org.infostate.response.Evidence;
import org.infostate.response.FilledForm;
import org.infostate.response.FilledForms;
import org.infostate.response.Held;
import org.infostate.response.Response;
import org.infostate.response.Responses;
import org.infostate.review.Declared;
import org.infostate.review.Verification;
import org.infostate.review.Verifications;
import org.infostate.scoring.Element;
import org.infostate.scoring.Index;
import org.infostate.scoring.Source;
import org.infostate.text.Language;

/**
 * The answers that the scores of a country rest on, as they stand today; those of sections that the
 * reader may not see are left out.
 */
@ApplicationScoped
public class AnswersBehind {

  @Inject private Responses responses;
  @Inject private FilledForms filledForms;
  @Inject private Verifications verifications;

  /** By indicator, in the order of the index; empty for a run over statistics. */
  public Map<String, List<AnswerBehind>> of(
      Assessment assessment, AssessedCase assessed, Actor actor, Language language) {
    Map<String, List<AnswerBehind>> behind = new LinkedHashMap<>();
    if (assessed.responseId() == null) {
      return behind;
    }
    Response response = responses.require(assessment.round().code(), assessed.iso3(), actor);
    Unfolding unfolding =
        new Unfolding(
            assessment.values(),
            assessment.createdAt(),
            filledForms.of(response),
            filledForms.visible(response, actor),
            verifications.of(response),
            responses.evidence(response),
            language);
    Index index = assessment.index().index();
    for (Element indicator : index.indicators()) {
      if (indicator.source().kind() == Source.Kind.ANSWERS) {
        Expression read = Expression.parse(indicator.source().expression());
        List<AnswerBehind> answers = unfolding.answers(read);
        if (!answers.isEmpty()) {
          behind.put(indicator.code(), answers);
        }
      }
    }
    return behind;
  }

  /** One response being unfolded. */
  record Unfolding(
      AnswerValues values,
      Instant made,
      List<FilledForm> forms,
      Set<String> visible,
      Map<AnswerKey, Verification> verdicts,
      List<Evidence> evidence,
      Language language) {

    /** The answers that an expression reads, through calculations too, by question and row. */
    List<AnswerBehind> answers(Expression expression) {
      Set<String> questions = new TreeSet<>();
      expression.references().forEach(name -> collect(name, questions));
      List<AnswerBehind> answers = new ArrayList<>();
      questions.forEach(name -> add(name, answers));
      return answers;
    }

    private void collect(String name, Set<String> questions) {
      Question question =
          forms.stream()
              .map(form -> form.form().questions().get(name))
              .filter(one -> one != null)
              .findFirst()
              .orElse(null);
      if (question != null && questions.add(name) && question.type() == QuestionType.CALCULATE) {
        question.calculation().references().forEach(other -> collect(other, questions));
      }
    }

    private void add(String name, List<AnswerBehind> answers) {
      for (FilledForm filled : forms) {
        Form form = filled.form();
        Question question = form.questions().get(name);
        if (question == null
            || !question.type().answered()
            || !visible.contains(form.sectionOf(name).orElseThrow().name())) {
          continue;
        }
        Roster roster = form.rosterOf(name).orElse(null);
        for (int row : roster == null ? List.of(0) : filled.rows(roster)) {
          answers.add(answer(filled, question, row));
        }
      }
    }

    private AnswerBehind answer(FilledForm filled, Question question, int row) {
      Form form = filled.form();
      AnswerKey key = new AnswerKey(question.name(), row);
      Held held = filled.held(question.name(), row).orElse(null);
      Verification verdict = verdicts.get(key);
      Verification holding = verdict != null && verdict.about(held) ? verdict : null;
      boolean instead = holding != null && holding.value() != null;
      boolean later =
          held != null && made.isBefore(held.changedAt())
              || holding != null && made.isBefore(holding.judgedAt());
      return new AnswerBehind(
          question.name(),
          row,
          form.sectionOf(question.name()).orElseThrow().name(),
          form.label(question.name(), language),
          held == null ? "" : Declared.text(form, question, held.value(), evidence, language),
          held == null ? AnswerStatus.CLEARED : held.status(),
          filled.asked(question, row),
          held == null || held.confidentiality() == null
              ? question.confidentiality()
              : held.confidentiality(),
          holding,
          instead ? Declared.text(form, question, holding.value(), evidence, language) : "",
          instead && values == AnswerValues.VERIFIED && !made.isBefore(holding.judgedAt()),
          later,
          evidence.stream().filter(piece -> piece.supports(key)).toList());
    }
  }
}

package org.infostate.sample;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.infostate.account.Account;
import org.infostate.account.Accounts;
import org.infostate.account.Actor;
import org.infostate.account.Role;
import org.infostate.carryforward.CarriedForms;
import org.infostate.carryforward.ConfirmAnswers;
import org.infostate.delegation.HandOver;
import org.infostate.problem.Problem;
import org.infostate.questionnaire.Question;
import org.infostate.questionnaire.QuestionType;
import org.infostate.questionnaire.Section;
import org.infostate.response.AnswerKey;
import org.infostate.response.AnswerStatus;
import org.infostate.response.Delegation;
import org.infostate.response.FilledForm;
import org.infostate.response.Given;
import org.infostate.response.Held;
import org.infostate.response.MoveResponse;
import org.infostate.response.Response;
import org.infostate.response.SaveAnswers;
import org.infostate.response.Via;
import org.infostate.text.Language;

/** What people of a country have done together in the sample round that is open. */
@ApplicationScoped
public class SampleTeamwork {

  /** Answers open others: after so many passes a section is complete. */
  private static final int PASSES = 6;

  private static final double CHANGED = 0.2;
  private static final double NOT_LOOKED_AT = 0.1;

  @Inject private ConfirmAnswers confirmAnswers;
  @Inject private SaveAnswers saveAnswers;
  @Inject private MoveResponse moveResponse;
  @Inject private HandOver handOver;
  @Inject private Accounts accounts;

  /**
   * Looks through the carried answers of the first sections: most still hold, some figures have
   * grown, some are left for later.
   */
  void lookThrough(
      Response response, int mostSections, Random chance, Actor focalPoint, Instant when) {
    CarriedForms seen = confirmAnswers.seen(response, focalPoint);
    Map<AnswerKey, Given> grown = new HashMap<>();
    List<AnswerKey> holding = new ArrayList<>();
    int left = mostSections;
    for (FilledForm form : seen.forms()) {
      for (Section section : form.form().sections()) {
        if (left-- > 0) {
          for (AnswerKey key : seen.waiting(form, section)) {
            double luck = chance.nextDouble();
            Held held = form.held(key.question(), key.row()).orElseThrow();
            Question question = form.form().questions().get(key.question());
            if (luck < CHANGED && question.type() == QuestionType.INTEGER && held.value() != null) {
              grown.put(key, Given.value(Long.toString(Long.parseLong(held.value()) + 1)));
            } else if (luck < 1 - NOT_LOOKED_AT) {
              holding.add(key);
            }
          }
        }
      }
    }
    saveAnswers.save(response, grown, Map.of(), focalPoint, Via.SAMPLE, Language.EN, when);
    confirmAnswers.confirm(response, holding, focalPoint, when);
  }

  /** Hands sections to the contributor: one is complete, the others are with her. */
  void handOver(Response response, List<String> sections, Actor focalPoint, Instant when) {
    Account account =
        accounts.of(Role.CONTRIBUTOR, response.iso3()).stream().findFirst().orElseThrow();
    Actor contributor =
        new Actor(account.id(), account.login(), account.name(), Role.CONTRIBUTOR, response.iso3());
    List<Delegation> handed =
        handOver.hand(
            response,
            sections,
            new HandOver.Contributor(account.email(), null, account.language()),
            focalPoint,
            when);
    Delegation first =
        handed.stream()
            .filter(each -> each.section().equals(sections.get(0)))
            .findFirst()
            .orElseThrow();
    Instant later = when.plusSeconds(3 * 24 * 3600);
    complete(response, first.section(), contributor, later);
    handOver.complete(response, first.id(), contributor, later);
  }

  private void complete(Response response, String section, Actor contributor, Instant when) {
    confirmAnswers.confirmSection(response, section, contributor, when);
    for (int pass = 0; pass < PASSES; pass++) {
      List<FilledForm> forms = confirmAnswers.seen(response, contributor).forms();
      Map<AnswerKey, Given> given = new HashMap<>();
      for (Problem problem : moveResponse.problems(response)) {
        if (stands(problem, section, forms)) {
          Integer row = problem.place().row();
          given.put(
              new AnswerKey(problem.place().question(), row == null ? 0 : row),
              Given.status(AnswerStatus.NOT_AVAILABLE));
        }
      }
      if (given.isEmpty()) {
        return;
      }
      saveAnswers.save(response, given, Map.of(), contributor, Via.SAMPLE, Language.EN, when);
    }
  }

  private static boolean stands(Problem problem, String section, List<FilledForm> forms) {
    String question = problem.place().question();
    return question != null
        && forms.stream()
            .flatMap(form -> form.form().sectionOf(question).stream())
            .anyMatch(each -> each.name().equals(section));
  }
}

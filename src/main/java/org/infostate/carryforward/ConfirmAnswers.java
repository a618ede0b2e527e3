package org.infostate.carryforward;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.infostate.account.Actor;
import org.infostate.problem.Place;
import org.infostate.problem.ProblemKind;
import org.infostate.response.AnswerKey;
import org.infostate.response.FilledForm;
import org.infostate.response.FilledForms;
import org.infostate.response.Held;
import org.infostate.response.Response;
import org.infostate.response.ResponseShown;
import org.infostate.response.Responses;
import org.infostate.response.SectionPosted;
import org.infostate.response.SubmissionTried;

/** Takes the country's word that answers of the last round still hold. */
@ApplicationScoped
public class ConfirmAnswers {

  @Inject private CarriedAnswers carriedAnswers;
  @Inject private FilledForms filledForms;
  @Inject private Responses responses;

  /** The carried answers as this person may see them. */
  public CarriedForms seen(Response response, Actor actor) {
    return new CarriedForms(
        filledForms.of(response),
        carriedAnswers.of(response),
        filledForms.visible(response, actor));
  }

  /**
   * Carried answers that nobody has confirmed or changed, whether they are asked or not.
   *
   * @param held the answers of the response
   */
  public Set<AnswerKey> waiting(Response response, Map<AnswerKey, Held> held) {
    return response.round().carriesForward()
        ? carriedAnswers.of(response).values().stream()
            .filter(each -> each.state(held.get(each.key())) == CarriedAnswer.State.WAITING)
            .map(CarriedAnswer::key)
            .collect(Collectors.toSet())
        : Set.of();
  }

  void show(@Observes ResponseShown shown) {
    if (shown.response().round().carriesForward()) {
      shown.parts().put("carried", seen(shown.response(), shown.actor()));
    }
  }

  void hold(@Observes SubmissionTried tried) {
    if (tried.response().round().carriesForward()) {
      new CarriedForms(filledForms.of(tried.response()), carriedAnswers.of(tried.response()), null)
          .waiting()
          .forEach(
              key ->
                  tried
                      .problems()
                      .add(
                          ProblemKind.CARRIED_NOT_CONFIRMED.at(
                              Place.row(key.question(), key.row()))));
    }
  }

  /** The buttons {@code confirm} of the page of a section: one answer, or {@code *} for all. */
  void confirm(@Observes SectionPosted posted) {
    String wanted = posted.fields().getFirst("confirm");
    if (wanted != null && posted.response().round().carriesForward()) {
      String section = posted.section().name();
      List<AnswerKey> keys =
          waiting(posted.response(), section, posted.actor()).stream()
              .filter(key -> wanted.equals("*") || key.field().equals(wanted))
              .toList();
      confirm(posted.response(), keys, posted.actor(), posted.at());
    }
  }

  /** Confirms all carried answers of a section that are asked and wait; returns how many. */
  @Transactional
  public int confirmSection(Response response, String section, Actor actor, Instant now) {
    List<AnswerKey> keys = waiting(response, section, actor);
    confirm(response, keys, actor, now);
    return keys.size();
  }

  private List<AnswerKey> waiting(Response response, String section, Actor actor) {
    CarriedForms seen = seen(response, actor);
    if (FilledForms.section(filledForms.forms(response), section).isEmpty()) {
      throw ProblemKind.NOT_FOUND.exception();
    }
    if (!seen.visible().contains(section)) {
      throw ProblemKind.SECTION_NOT_SHARED.exception();
    }
    return seen.forms().stream()
        .flatMap(
            form ->
                form.form().sections().stream()
                    .filter(each -> each.name().equals(section))
                    .flatMap(each -> seen.waiting(form, each).stream()))
        .toList();
  }

  /** Confirms one carried answer; one that was confirmed or changed already stays as it is. */
  @Transactional
  public void confirm(Response response, AnswerKey key, Actor actor, Instant now) {
    CarriedForms seen = seen(response, actor);
    FilledForm form =
        seen.forms().stream()
            .filter(each -> each.form().questions().containsKey(key.question()))
            .findFirst()
            .orElseThrow(() -> ProblemKind.QUESTION_UNKNOWN.exception(key.question()));
    String section = form.form().sectionOf(key.question()).orElseThrow().name();
    if (!seen.visible().contains(section)) {
      throw ProblemKind.SECTION_NOT_SHARED.at(Place.question(key.question())).exception();
    }
    CarriedAnswer.State state = seen.state(form, key);
    if (state == null) {
      throw ProblemKind.NOT_CARRIED.at(Place.row(key.question(), key.row())).exception();
    }
    if (state == CarriedAnswer.State.WAITING) {
      confirm(response, List.of(key), actor, now);
    }
  }

  /** Confirms carried answers that wait and are this person's to fill in. */
  @Transactional
  public void confirm(Response response, Collection<AnswerKey> keys, Actor actor, Instant now) {
    response.refuseUnlessOpen(now);
    Map<AnswerKey, CarriedAnswer> carried = carriedAnswers.of(response);
    keys.forEach(key -> carried.get(key).confirm(actor.login(), now));
    if (!keys.isEmpty() && response.state() == Response.State.INVITED) {
      responses.lock(response).begin(now);
    }
  }
}

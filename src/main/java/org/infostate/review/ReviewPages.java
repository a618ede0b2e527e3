package org.infostate.review;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.infostate.account.Actor;
import org.infostate.account.Role;
import org.infostate.audit.Audited;
import org.infostate.carryforward.ConfirmAnswers;
import org.infostate.country.Countries;
import org.infostate.page.View;
import org.infostate.problem.Place;
import org.infostate.problem.Problem;
import org.infostate.problem.ProblemException;
import org.infostate.problem.ProblemKind;
import org.infostate.questionnaire.Section;
import org.infostate.response.AnswerKey;
import org.infostate.response.FilledForm;
import org.infostate.response.FilledForms;
import org.infostate.response.MoveResponse;
import org.infostate.response.Response;
import org.infostate.response.Responses;
import org.infostate.round.DeadlineField;
import org.infostate.text.ReadersLanguage;

/**
 * The review of a section: every answer with what was said about it. The reviewer asks and judges
 * here, the country reads and replies.
 */
@RequestScoped
@Path("rounds/{round}/responses/{iso3}")
public class ReviewPages {

  @Inject private Responses responses;
  @Inject private FilledForms filledForms;
  @Inject private ReviewAsides reviewAsides;
  @Inject private ReviewAnswers reviewAnswers;
  @Inject private MoveResponse moveResponse;
  @Inject private ConfirmAnswers confirmAnswers;
  @Inject private Countries countries;
  @Inject private Actor actor;
  @Inject private Clock clock;
  @Context private HttpServletRequest request;

  @PathParam("round")
  private String round;

  @PathParam("iso3")
  private String iso3;

  @GET
  @Path("review/{section}")
  @RolesAllowed({Role.FOCAL_POINT, Role.CONTRIBUTOR, Role.REVIEWER, Role.PLANNER})
  public View section(@PathParam("section") String name) {
    return section(require(), name, List.of());
  }

  private View section(Response response, String name, List<Problem> problems) {
    Set<String> visible = filledForms.visible(response, actor);
    FilledForm form =
        filledForms.of(response).stream()
            .filter(each -> section(each, name) != null)
            .findFirst()
            .orElseThrow(ProblemKind.NOT_FOUND::exception);
    if (!visible.contains(name)) {
      throw ProblemKind.SECTION_NOT_SHARED.exception();
    }
    return View.of("review/section.jte")
        .with("response", response)
        .with("country", countries.find(iso3).orElseThrow())
        .with("form", form)
        .with("section", section(form, name))
        .with("review", reviewAsides.of(response, actor))
        .with("evidence", responses.evidence(response))
        .with(
            "carried",
            response.round().carriesForward() ? confirmAnswers.seen(response, actor) : null)
        .with("problems", problems);
  }

  private static Section section(FilledForm form, String name) {
    return form.form().sections().stream()
        .filter(section -> section.name().equals(name))
        .findFirst()
        .orElse(null);
  }

  @POST
  @Path("clarifications")
  @Transactional(dontRollbackOn = ProblemException.class)
  @Audited("clarification.ask")
  @RolesAllowed(Role.REVIEWER)
  public jakarta.ws.rs.core.Response ask(
      @FormParam("question") @DefaultValue("") String question,
      @FormParam("row") @DefaultValue("0") int row,
      @FormParam("message") String message,
      @FormParam("marked") String marked) {
    Response response = require();
    AnswerKey key = new AnswerKey(question, row);
    return orShownAgain(
        response,
        key,
        () -> reviewAnswers.ask(response, key, message, marked != null, actor, clock.instant()));
  }

  @POST
  @Path("clarifications/{id}/messages")
  @Transactional(dontRollbackOn = ProblemException.class)
  @Audited("clarification.write")
  @RolesAllowed({Role.FOCAL_POINT, Role.CONTRIBUTOR})
  public jakarta.ws.rs.core.Response reply(
      @PathParam("id") long id, @FormParam("message") String message) {
    Response response = require();
    AnswerKey key = key(response, id);
    return orShownAgain(
        response,
        key,
        () -> reviewAnswers.write(response, id, message, actor, true, clock.instant()));
  }

  @POST
  @Path("clarifications/{id}/resolution")
  @Transactional(dontRollbackOn = ProblemException.class)
  @Audited("clarification.resolve")
  @RolesAllowed(Role.REVIEWER)
  public jakarta.ws.rs.core.Response resolve(@PathParam("id") long id) {
    Response response = require();
    AnswerKey key = key(response, id);
    return orShownAgain(response, key, () -> reviewAnswers.resolve(response, id, actor));
  }

  private AnswerKey key(Response response, long id) {
    return reviewAsides.of(response, actor).threads().stream()
        .filter(thread -> thread.id() == id)
        .findFirst()
        .orElseThrow(ProblemKind.NOT_FOUND::exception)
        .key();
  }

  @POST
  @Path("answers/{question}/verification")
  @Transactional(dontRollbackOn = ProblemException.class)
  @Audited("answer.verify")
  @RolesAllowed(Role.REVIEWER)
  public jakarta.ws.rs.core.Response verify(
      @PathParam("question") String question,
      @FormParam("row") @DefaultValue("0") int row,
      @FormParam("verdict") String verdict,
      @FormParam("value") List<String> values,
      @FormParam("comment") String comment,
      @FormParam("base") @DefaultValue("0") int base) {
    Response response = require();
    AnswerKey key = new AnswerKey(question, row);
    return orShownAgain(
        response,
        key,
        () ->
            reviewAnswers.verify(
                response,
                key,
                verdict,
                String.join(" ", values),
                comment,
                base,
                actor,
                ReadersLanguage.of(request),
                clock.instant()));
  }

  @POST
  @Path("answers/{question}/verification/removal")
  @Transactional(dontRollbackOn = ProblemException.class)
  @Audited("answer.unverify")
  @RolesAllowed(Role.REVIEWER)
  public jakarta.ws.rs.core.Response withdraw(
      @PathParam("question") String question,
      @FormParam("row") @DefaultValue("0") int row,
      @FormParam("base") @DefaultValue("0") int base) {
    Response response = require();
    AnswerKey key = new AnswerKey(question, row);
    return orShownAgain(
        response, key, () -> reviewAnswers.withdraw(response, key, base, actor, clock.instant()));
  }

  /** Back to the answer, or the page again with what was refused. */
  private jakarta.ws.rs.core.Response orShownAgain(
      Response response, AnswerKey key, Runnable step) {
    String section =
        filledForms.forms(response).stream()
            .flatMap(form -> form.sectionOf(key.question()).stream())
            .map(Section::name)
            .findFirst()
            .orElseThrow(() -> ProblemKind.QUESTION_UNKNOWN.exception(key.question()));
    try {
      step.run();
    } catch (ProblemException e) {
      return jakarta.ws.rs.core.Response.status(e.first().kind().status())
          .entity(section(response, section, e.problems()))
          .build();
    }
    return jakarta.ws.rs.core.Response.seeOther(
            URI.create(
                response.path()
                    + "/review/"
                    + section
                    + "?notice=common.notice.saved#"
                    + key.field()))
        .build();
  }

  @POST
  @Path("return")
  @Transactional
  @Audited("response.return")
  @RolesAllowed(Role.REVIEWER)
  public jakarta.ws.rs.core.Response giveBack(
      @FormParam("comment") String comment, @FormParam("until") String until) {
    Response response = require();
    reviewAnswers.giveBack(response, comment, List.of(), day(until), actor, clock.instant());
    return done(response, "common.notice.returned");
  }

  /** Null where nothing is said. */
  private static Instant day(String until) {
    return until == null || until.isBlank()
        ? null
        : Optional.ofNullable(DeadlineField.endOfDay(until))
            .orElseThrow(ProblemKind.ROUND_DEADLINE_PAST.at(Place.question("until"))::exception);
  }

  @POST
  @Path("acceptance")
  @Transactional
  @Audited("response.accept")
  @RolesAllowed(Role.REVIEWER)
  public jakarta.ws.rs.core.Response accept(@FormParam("comment") String comment) {
    Response response = require();
    reviewAnswers.accept(response, comment, actor, clock.instant());
    return done(response, "common.notice.accepted");
  }

  @POST
  @Path("reopening")
  @Transactional
  @Audited("response.reopen")
  @RolesAllowed(Role.REVIEWER)
  public jakarta.ws.rs.core.Response reopen(@FormParam("comment") String comment) {
    Response response = require();
    moveResponse.reopen(response, comment, actor, clock.instant());
    return done(response, "common.notice.saved");
  }

  private Response require() {
    return responses.require(round, iso3, actor);
  }

  private static jakarta.ws.rs.core.Response done(Response response, String notice) {
    return jakarta.ws.rs.core.Response.seeOther(URI.create(response.path() + "?notice=" + notice))
        .build();
  }
}

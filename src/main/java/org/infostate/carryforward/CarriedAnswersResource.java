package org.infostate.carryforward;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.infostate.account.Actor;
import org.infostate.account.Role;
import org.infostate.audit.Audited;
import org.infostate.questionnaire.Section;
import org.infostate.response.AnswerKey;
import org.infostate.response.FilledForm;
import org.infostate.response.Response;
import org.infostate.response.Responses;

/** Carried answers and their confirmation over HTTP. */
@RequestScoped
@Path("api/v1/rounds/{round}/responses")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.WILDCARD)
public class CarriedAnswersResource {

  @Inject private Responses responses;
  @Inject private ConfirmAnswers confirmAnswers;
  @Inject private Actor actor;
  @Inject private Clock clock;

  @PathParam("round")
  private String round;

  /**
   * A carried answer that is asked.
   *
   * @param state {@code waiting}, {@code confirmed} or {@code changed}
   * @param reworded whether the question reads otherwise than when it was answered
   */
  public record Carried(
      String question,
      int row,
      String state,
      boolean reworded,
      String confirmedBy,
      Instant confirmedAt) {}

  /** All carried answers that the caller may see, and how many of them stand how. */
  public record CarriedBody(CarriedForms.Share share, List<Carried> answers) {}

  /** How many answers were confirmed. */
  public record Confirmed(int confirmed) {}

  @GET
  @Path("{iso3}/carried")
  @RolesAllowed({Role.FOCAL_POINT, Role.CONTRIBUTOR, Role.REVIEWER, Role.PLANNER})
  public CarriedBody carried(@PathParam("iso3") String iso3) {
    CarriedForms seen = confirmAnswers.seen(require(iso3), actor);
    List<Carried> answers = new ArrayList<>();
    for (FilledForm form : seen.forms()) {
      for (Section section : form.form().sections()) {
        if (seen.visible().contains(section.name())) {
          form.keys(section).stream()
              .filter(key -> seen.state(form, key) != null)
              .forEach(key -> answers.add(body(seen, form, key)));
        }
      }
    }
    return new CarriedBody(seen.share(), answers);
  }

  private static Carried body(CarriedForms seen, FilledForm form, AnswerKey key) {
    CarriedAnswer it = seen.carried().get(key);
    return new Carried(
        key.question(),
        key.row(),
        seen.state(form, key).code(),
        it.reworded(),
        it.confirmedBy(),
        it.confirmedAt());
  }

  @POST
  @Path("{iso3}/answers/{question}/confirmation")
  @Transactional
  @Audited("answer.confirm")
  @RolesAllowed({Role.FOCAL_POINT, Role.CONTRIBUTOR})
  public void confirm(
      @PathParam("iso3") String iso3,
      @PathParam("question") String question,
      @QueryParam("row") @DefaultValue("0") int row) {
    confirmAnswers.confirm(require(iso3), new AnswerKey(question, row), actor, clock.instant());
  }

  /** Confirms every carried answer of a section that is asked and waits. */
  @POST
  @Path("{iso3}/sections/{section}/confirmation")
  @Transactional
  @Audited("section.confirm")
  @RolesAllowed({Role.FOCAL_POINT, Role.CONTRIBUTOR})
  public Confirmed confirmSection(
      @PathParam("iso3") String iso3, @PathParam("section") String section) {
    return new Confirmed(
        confirmAnswers.confirmSection(require(iso3), section, actor, clock.instant()));
  }

  private Response require(String iso3) {
    return responses.require(round, iso3, actor);
  }
}

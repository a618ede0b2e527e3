package org.infostate.response;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.infostate.account.Actor;
import org.infostate.account.Role;
import org.infostate.audit.Audited;
import org.infostate.problem.ProblemKind;
import org.infostate.questionnaire.Section;
import org.infostate.round.Rounds;

/** Responses and their answers over HTTP. */
@RequestScoped
@Path("api/v1/rounds/{round}/responses")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class ResponsesResource {

  @Inject private Responses responses;
  @Inject private FilledForms filledForms;
  @Inject private SaveAnswers saveAnswers;
  @Inject private MoveResponse moveResponse;
  @Inject private Rounds rounds;
  @Inject private Actor actor;
  @Inject private Clock clock;
  @Context private HttpServletRequest request;

  @PathParam("round")
  private String round;

  /** A response in short. */
  public record Summary(
      String round,
      String country,
      String state,
      Instant stateSince,
      Instant deadline,
      List<SectionSummary> sections) {}

  /** A section in short. */
  public record SectionSummary(String section, int asked, int answered, int requiredMissing) {}

  /** The number of a new row. */
  public record Row(String roster, int row) {}

  @GET
  @RolesAllowed({Role.FOCAL_POINT, Role.CONTRIBUTOR, Role.REVIEWER, Role.PLANNER})
  public List<Summary> all() {
    return responses
        .of(rounds.find(round, actor).orElseThrow(ProblemKind.NOT_FOUND::exception), actor)
        .stream()
        .map(this::summary)
        .toList();
  }

  @GET
  @Path("{iso3}")
  @RolesAllowed({Role.FOCAL_POINT, Role.CONTRIBUTOR, Role.REVIEWER, Role.PLANNER})
  public Summary one(@PathParam("iso3") String iso3) {
    return summary(responses.require(round, iso3, actor));
  }

  private Summary summary(Response response) {
    Set<String> visible = filledForms.visible(response, actor);
    List<SectionSummary> sections = new ArrayList<>();
    for (FilledForm form : filledForms.of(response)) {
      for (Section section : form.form().sections()) {
        if (visible.contains(section.name())) {
          Progress progress = form.progress(section);
          sections.add(
              new SectionSummary(
                  section.name(), progress.asked(), progress.given(), progress.requiredMissing()));
        }
      }
    }
    return new Summary(
        response.round().code(),
        response.iso3(),
        response.state().code(),
        response.stateSince(),
        response.deadline(),
        sections);
  }

  @POST
  @Path("{iso3}/rosters/{roster}/rows")
  @Transactional
  @Audited("row.add")
  @Consumes(MediaType.WILDCARD)
  @RolesAllowed({Role.FOCAL_POINT, Role.CONTRIBUTOR})
  public jakarta.ws.rs.core.Response addRow(
      @PathParam("iso3") String iso3, @PathParam("roster") String roster) {
    Response response = responses.require(round, iso3, actor);
    return jakarta.ws.rs.core.Response.status(jakarta.ws.rs.core.Response.Status.CREATED)
        .entity(new Row(roster, saveAnswers.addRow(response, roster, actor, clock.instant())))
        .build();
  }

  @DELETE
  @Path("{iso3}/rosters/{roster}/rows/{row}")
  @Transactional
  @Audited("row.remove")
  @Consumes(MediaType.WILDCARD)
  @RolesAllowed({Role.FOCAL_POINT, Role.CONTRIBUTOR})
  public void removeRow(
      @PathParam("iso3") String iso3,
      @PathParam("roster") String roster,
      @PathParam("row") int row) {
    saveAnswers.removeRow(
        responses.require(round, iso3, actor), roster, row, actor, clock.instant());
  }

  @POST
  @Path("{iso3}/submission")
  @Transactional
  @Audited("response.submit")
  @Consumes(MediaType.WILDCARD)
  @RolesAllowed(Role.FOCAL_POINT)
  public JsonObject submit(@PathParam("iso3") String iso3) {
    Response response = responses.require(round, iso3, actor);
    moveResponse.submit(response, actor, clock.instant());
    return state(iso3);
  }

  private JsonObject state(String iso3) {
    return Json.createObjectBuilder()
        .add("state", responses.require(round, iso3, actor).state().code())
        .build();
  }

  @GET
  @Path("{iso3}/history")
  @RolesAllowed({Role.FOCAL_POINT, Role.REVIEWER, Role.PLANNER})
  public List<Event> events(@PathParam("iso3") String iso3) {
    return responses.events(responses.require(round, iso3, actor)).stream()
        .map(e -> new Event(e.doneAt(), e.doneBy(), e.newState().code(), e.remark()))
        .toList();
  }

  /** A step of a response. */
  public record Event(Instant at, String by, String state, String comment) {}
}

package org.infostate.followup;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.infostate.account.Actor;
import org.infostate.account.Role;
import org.infostate.audit.Audited;
import org.infostate.plan.PlanAction;
import org.infostate.plan.Plans;
import org.infostate.plan.PlansResource.ActionBody;
import org.infostate.plan.PlansResource.MilestoneBody;
import org.infostate.problem.ProblemKind;
import org.infostate.spreadsheet.CsvAnswer;
import org.infostate.spreadsheet.CsvTable;

/** Actions of a plan and their milestones over HTTP, to be followed up. */
@RequestScoped
@Path("api/v1/plans")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class ActionsResource {

  @Inject private Plans plans;
  @Inject private FollowAction followAction;
  @Inject private Actor actor;

  /** A milestone and the action that it belongs to. */
  public record MilestoneLine(
      int place,
      String assistance,
      String country,
      String standing,
      String responsible,
      MilestoneBody milestone) {}

  @GET
  @Path("{id}/actions/{place}")
  @RolesAllowed({Role.PLANNER, Role.REVIEWER})
  @Operation(
      summary = "An action of a plan",
      description = "With its milestones; the ETag is needed to follow it up.")
  public Response action(@PathParam("id") long id, @PathParam("place") int place) {
    plans.require(id);
    PlanAction action = plans.requireAction(id, place);
    return tagged(action);
  }

  private Response tagged(PlanAction action) {
    return Response.ok(ActionBody.of(action, followAction.today()))
        .tag(new EntityTag(Integer.toString(action.edition())))
        .build();
  }

  /** Keeps what is said of an action; {@code If-Match} carries the edition that it is said of. */
  @PUT
  @Path("{id}/actions/{place}")
  @Transactional
  @Audited("plan.follow")
  @RolesAllowed(Role.PLANNER)
  @Operation(
      summary = "Follows up an action of a plan",
      description =
          "Replaces standing (proposed, under_way, done, dropped), responsible, provider, remark"
              + " and all milestones; one without a number is new, one that is left out is taken"
              + " out. What else an action has is ignored. If-Match carries its ETag: without it"
              + " 428, with an older one 412 and what is there now.")
  public Response follow(
      @PathParam("id") long id,
      @PathParam("place") int place,
      @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch,
      FollowUp said) {
    if (said == null) {
      throw ProblemKind.BODY_UNREADABLE.exception();
    }
    PlanAction action = followAction.follow(id, place, seen(ifMatch), said, actor);
    plans.flush();
    return tagged(action);
  }

  private static int seen(String ifMatch) {
    if (ifMatch == null) {
      throw ProblemKind.PLAN_PRECONDITION_MISSING.exception();
    }
    String edition = ifMatch.replace("\"", "");
    if (!edition.matches("\\d{1,9}")) {
      throw ProblemKind.BAD_PARAMETER.exception(HttpHeaders.IF_MATCH);
    }
    return Integer.parseInt(edition);
  }

  @GET
  @Path("{id}/milestones")
  @RolesAllowed({Role.PLANNER, Role.REVIEWER})
  @Operation(summary = "The milestones of all actions of a plan")
  public List<MilestoneLine> milestones(@PathParam("id") long id) {
    LocalDate today = followAction.today();
    return plans.actions(plans.require(id).id()).stream()
        .flatMap(
            action ->
                action.milestones().stream()
                    .map(
                        one ->
                            new MilestoneLine(
                                action.place(),
                                action.assistance(),
                                action.iso3(),
                                action.standing().code(),
                                action.responsible(),
                                MilestoneBody.of(one, today))))
        .toList();
  }

  @GET
  @Path("{id}/milestones.csv")
  @Produces(CsvAnswer.TYPE)
  @RolesAllowed({Role.PLANNER, Role.REVIEWER})
  @Operation(summary = "The milestones of all actions of a plan as CSV")
  public Response milestonesAsCsv(@PathParam("id") long id) {
    return CsvAnswer.of(
        "plan-" + id + "-milestones",
        List.of(
            "place",
            "assistance",
            "country",
            "standing",
            "responsible",
            "milestone",
            "due",
            "aim",
            "reached",
            "reached_by",
            "late"),
        milestones(id).stream()
            .map(
                line ->
                    CsvAnswer.row(
                        line.place(),
                        line.assistance(),
                        line.country(),
                        line.standing(),
                        CsvTable.guarded(line.responsible()),
                        line.milestone().number(),
                        line.milestone().due(),
                        CsvTable.guarded(line.milestone().aim()),
                        line.milestone().reached(),
                        CsvTable.guarded(line.milestone().reachedBy()),
                        line.milestone().late()))
            .toList());
  }
}

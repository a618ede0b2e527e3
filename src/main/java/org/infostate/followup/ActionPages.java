package org.infostate.followup;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.List;
import org.infostate.account.Actor;
import org.infostate.account.Role;
import org.infostate.audit.Audited;
import org.infostate.country.Countries;
import org.infostate.page.View;
import org.infostate.plan.Plan;
import org.infostate.plan.PlanAction;
import org.infostate.plan.Plans;
import org.infostate.problem.Problem;
import org.infostate.problem.ProblemException;
import org.infostate.problem.ProblemKind;

/** An action of a plan as a page, to be followed up. */
@RequestScoped
@Path("plans")
public class ActionPages {

  @Inject private Plans plans;
  @Inject private FollowAction followAction;
  @Inject private Countries countries;
  @Inject private Actor actor;

  @GET
  @Path("{id}/actions/{place}")
  @RolesAllowed({Role.PLANNER, Role.REVIEWER})
  public View action(@PathParam("id") long id, @PathParam("place") int place) {
    Plan plan = plans.require(id);
    PlanAction action = plans.requireAction(id, place);
    return view(plan, action, FollowUpForm.of(action), List.of());
  }

  private View view(Plan plan, PlanAction action, FollowUpForm form, List<Problem> problems) {
    return View.of("followup/action.jte")
        .with("plan", plan)
        .with("action", action)
        .with("form", form)
        .with("problems", problems)
        .with("today", followAction.today())
        .with("assistance", plan.catalogue().find(action.assistance()).orElseThrow())
        .with("country", countries.find(action.iso3()).orElseThrow());
  }

  /**
   * Keeps what is said of an action, or shows again what was refused. Where somebody else was first
   * both stand on the page, and what is saved then goes over what the other said.
   */
  @POST
  @Path("{id}/actions/{place}")
  @Transactional(dontRollbackOn = ProblemException.class)
  @Audited("plan.follow")
  @RolesAllowed(Role.PLANNER)
  public Response follow(
      @PathParam("id") long id,
      @PathParam("place") int place,
      MultivaluedMap<String, String> posted) {
    Plan plan = plans.requireComposed(id);
    PlanAction action = plans.requireAction(id, place);
    FollowUpForm form = FollowUpForm.read(posted);
    try {
      followAction.follow(id, place, form.edition(), form.said(), actor);
      return Response.seeOther(URI.create(plan.path() + "#a" + place)).build();
    } catch (ProblemException e) {
      boolean stale = e.first().kind() == ProblemKind.PLAN_ACTION_STALE;
      return Response.status(e.first().kind().status())
          .entity(
              view(
                  plan,
                  action,
                  stale ? form.over(action, FollowUpForm.known(posted)) : form,
                  e.problems()))
          .build();
    }
  }
}

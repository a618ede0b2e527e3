package org.infostate.round;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.Clock;
import java.util.List;
import org.infostate.account.Actor;
import org.infostate.account.Role;
import org.infostate.audit.Audited;
import org.infostate.country.Countries;
import org.infostate.page.View;
import org.infostate.problem.Problem;
import org.infostate.problem.ProblemException;
import org.infostate.questionnaire.Questionnaires;
import org.infostate.text.ReadersLanguage;

/**
 * The list of rounds, and the page where a planner plans one; {@code response} has the page of one.
 */
@RequestScoped
@Path("rounds")
public class RoundPages {

  @Inject private Rounds rounds;
  @Inject private PlanRound planRound;
  @Inject private Questionnaires questionnaires;
  @Inject private Countries countries;
  @Inject private Actor actor;
  @Inject private Clock clock;
  @Context private HttpServletRequest request;

  @GET
  @RolesAllowed({Role.FOCAL_POINT, Role.CONTRIBUTOR, Role.REVIEWER, Role.PLANNER})
  public View all() {
    return View.of("round/rounds.jte").with("rounds", rounds.all(actor));
  }

  @GET
  @Path("new")
  @RolesAllowed(Role.PLANNER)
  public View plan() {
    return plan(null, List.of());
  }

  private View plan(MultivaluedMap<String, String> posted, List<Problem> problems) {
    return View.of("round/plan.jte")
        .with("versions", questionnaires.offered())
        .with("questionnaires", questionnaires)
        .with("countries", countries.all(ReadersLanguage.of(request)))
        .with("posted", posted)
        .with("problems", problems);
  }

  /** Plans a round, or shows again what was refused. */
  @POST
  @Path("new")
  @Transactional(dontRollbackOn = ProblemException.class)
  @Audited("round.plan")
  @RolesAllowed(Role.PLANNER)
  public Response plan(MultivaluedMap<String, String> posted) {
    try {
      Round round =
          planRound.plan(
              posted.getFirst("code"),
              posted.getFirst("title"),
              DeadlineField.endOfDay(posted.getFirst("deadline")),
              posted.getOrDefault("versions", List.of()),
              posted.getOrDefault("countries", List.of()),
              clock.instant());
      return Response.seeOther(URI.create("/rounds/" + round.code())).build();
    } catch (ProblemException e) {
      return Response.status(e.first().kind().status()).entity(plan(posted, e.problems())).build();
    }
  }

  @POST
  @Path("{round}/opening")
  @Transactional
  @Audited("round.open")
  @RolesAllowed(Role.PLANNER)
  public Response open(
      @PathParam("round") String code, @FormParam("carryForward") String carryForward) {
    planRound.open(code, carryForward != null, clock.instant());
    return Response.seeOther(URI.create("/rounds/" + code + "?notice=common.notice.opened"))
        .build();
  }

  @POST
  @Path("{round}/closing")
  @Transactional
  @Audited("round.close")
  @RolesAllowed(Role.PLANNER)
  public Response close(@PathParam("round") String code) {
    planRound.close(code, clock.instant());
    return Response.seeOther(URI.create("/rounds/" + code + "?notice=common.notice.saved")).build();
  }

  @POST
  @Path("{round}/countries/{iso3}/extension")
  @Transactional
  @Audited("round.extend")
  @RolesAllowed(Role.PLANNER)
  public Response extend(
      @PathParam("round") String code,
      @PathParam("iso3") String iso3,
      @FormParam("deadline") String deadline,
      @FormParam("reason") String reason) {
    planRound.extend(code, iso3, DeadlineField.endOfDay(deadline), reason, clock.instant());
    return Response.seeOther(URI.create("/rounds/" + code + "?notice=common.notice.saved")).build();
  }
}

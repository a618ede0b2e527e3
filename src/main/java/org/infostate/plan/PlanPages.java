package org.infostate.plan;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.net.URI;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.infostate.account.Actor;
import org.infostate.account.Role;
import org.infostate.audit.Audited;
import org.infostate.country.Countries;
import org.infostate.country.Country;
import org.infostate.page.View;
import org.infostate.planning.PlanningFiles;
import org.infostate.planning.RankPriorities;
import org.infostate.problem.Problem;
import org.infostate.problem.ProblemException;
import org.infostate.problem.ProblemKind;

/** Plans as pages: what there is, ordering one, and what was chosen. */
@RequestScoped
@Path("plans")
public class PlanPages {

  /** Seconds after which the page of a plan that is being composed is loaded again. */
  private static final int LOOK_AGAIN = 3;

  @Inject private Plans plans;
  @Inject private ComposePlan composePlan;
  @Inject private RankPriorities rankPriorities;
  @Inject private PlanningFiles files;
  @Inject private Countries countries;
  @Inject private Actor actor;
  @Inject private Clock clock;

  /**
   * The plans, and the form of a new one: filled with what the address says, or with the terms of
   * the plan that is to be composed again.
   */
  @GET
  @RolesAllowed({Role.PLANNER, Role.REVIEWER})
  public View all(@Context UriInfo address, @QueryParam("after") Long after) {
    return all(
        after == null
            ? address.getQueryParameters()
            : PlanForm.filled(plans.require(after).order()),
        List.of());
  }

  private View all(MultivaluedMap<String, String> posted, List<Problem> problems) {
    return View.of("plan/plans.jte")
        .with("plans", plans.all())
        .with("possible", rankPriorities.possible())
        .with("catalogue", files.catalogue())
        .with("posted", posted)
        .with("problems", problems);
  }

  /** Orders a plan, or shows again what was refused. */
  @POST
  @Transactional
  @Audited("plan.compose")
  @RolesAllowed(Role.PLANNER)
  public Response compose(MultivaluedMap<String, String> posted) {
    PlanForm form = new PlanForm(posted);
    PlanOrder order = form.order();
    List<Problem> problems = form.all(composePlan.problems(order));
    if (!problems.isEmpty()) {
      return Response.status(problems.get(0).kind().status()).entity(all(posted, problems)).build();
    }
    Plan plan = composePlan.start(order, actor);
    return Response.seeOther(URI.create(plan.path())).build();
  }

  @GET
  @Path("{id}")
  @RolesAllowed({Role.PLANNER, Role.REVIEWER})
  public Response one(@PathParam("id") long id) {
    Plan plan = plans.require(id);
    if (!plan.state().composed()) {
      Response.ResponseBuilder reply =
          Response.ok(View.of("plan/plan-unfinished.jte").with("plan", plan));
      return plan.state() == Plan.State.COMPOSING
          ? reply.header("Refresh", LOOK_AGAIN).build()
          : reply.build();
    }
    List<PlanAction> actions = plans.actions(id);
    return Response.ok(
            View.of("plan/plan.jte")
                .with("plan", plan)
                .with("catalogue", plan.catalogue())
                .with("actions", actions)
                .with("changes", plans.changes(id))
                .with("today", LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC))
                .with("frequencies", Frequency.of(plan, actions, plans.choices(id)))
                .with("versions", plans.versions(plan))
                .with(
                    "others",
                    plans.all().stream()
                        .filter(other -> other.state().composed() && !other.id().equals(id))
                        .toList())
                .with("countries", byCode()))
        .build();
  }

  private Map<String, Country> byCode() {
    return countries.all().stream().collect(Collectors.toMap(Country::iso3, Function.identity()));
  }

  /** Ends a composition before it is done; where it has ended meanwhile, its page says so. */
  @POST
  @Path("{id}/cancellation")
  @Transactional(dontRollbackOn = ProblemException.class)
  @Audited("plan.cancel")
  @RolesAllowed(Role.PLANNER)
  public Response cancel(@PathParam("id") long id) {
    Plan plan = plans.require(id);
    try {
      plans.cancel(id);
    } catch (ProblemException e) {
      if (e.first().kind() != ProblemKind.PLAN_COMPOSED) {
        throw e;
      }
    }
    return Response.seeOther(URI.create(plan.path())).build();
  }

  @POST
  @Path("{id}/agreement")
  @Transactional
  @Audited("plan.agree")
  @RolesAllowed(Role.PLANNER)
  public Response agree(@PathParam("id") long id, @FormParam("supersedes") Long supersedes) {
    Plan plan = plans.agree(id, supersedes, actor.login());
    return Response.seeOther(URI.create(plan.path())).build();
  }
}

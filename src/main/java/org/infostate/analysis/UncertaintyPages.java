package org.infostate.analysis;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MultivaluedHashMap;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.infostate.account.Actor;
import org.infostate.account.Role;
import org.infostate.assessment.Assessment;
import org.infostate.assessment.Assessments;
import org.infostate.assessment.ResultTables;
import org.infostate.audit.Audited;
import org.infostate.country.Countries;
import org.infostate.country.Country;
import org.infostate.page.View;
import org.infostate.problem.Problem;
import org.infostate.problem.ProblemException;
import org.infostate.problem.ProblemKind;

/** The runs that tell how sure an assessment is: the list with the form, and the page of each. */
@RequestScoped
@Path("assessments")
public class UncertaintyPages {

  /** Seconds after which the page of a run that is going is loaded again. */
  private static final int LOOK_AGAIN = 3;

  @Inject private Assessments assessments;
  @Inject private ResultTables results;
  @Inject private OrderUncertainty orders;
  @Inject private UncertaintyRuns runs;
  @Inject private UncertaintyTables tables;
  @Inject private Countries countries;
  @Inject private Actor actor;

  @GET
  @Path("{id}/uncertainty")
  @RolesAllowed({Role.PLANNER, Role.REVIEWER})
  public View all(@PathParam("id") long id) {
    return all(assessments.requireDone(id), new MultivaluedHashMap<>(), List.of());
  }

  private View all(
      Assessment assessment, MultivaluedMap<String, String> posted, List<Problem> problems) {
    return View.of("analysis/uncertainties.jte")
        .with("assessment", assessment)
        .with("names", assessments.names(assessment))
        .with("runs", runs.of(assessment))
        .with("factors", orders.factors(assessment))
        .with("years", results.years(assessment.id()))
        .with("posted", posted)
        .with("problems", problems);
  }

  /** Starts a run, or shows again what was refused. */
  @POST
  @Path("{id}/uncertainty")
  @Transactional(dontRollbackOn = ProblemException.class)
  @Audited("uncertainty.run")
  @RolesAllowed(Role.PLANNER)
  public Response run(@PathParam("id") long id, MultivaluedMap<String, String> posted) {
    Assessment assessment = assessments.requireDone(id);
    try {
      UncertaintyRun run = orders.start(assessment, order(new PostedFields(posted)), actor);
      return Response.seeOther(URI.create(run.path())).build();
    } catch (ProblemException e) {
      return Response.status(e.first().kind().status())
          .entity(all(assessment, posted, e.problems()))
          .build();
    }
  }

  private static UncertaintyOrder order(PostedFields fields) {
    Integer seed = fields.integer("seed");
    return new UncertaintyOrder(
        fields.integer("year"),
        fields.text("element"),
        fields.integer("replications"),
        seed == null ? null : seed.longValue(),
        fields.integer("top"),
        fields.all("factors"),
        fields.share("weights"),
        fields.share("unverified"),
        fields.integer("sensitivity"));
  }

  /** A run: how far it is, why it ended, or what it came to. */
  @GET
  @Path("{id}/uncertainty/{run}")
  @RolesAllowed({Role.PLANNER, Role.REVIEWER})
  public Response one(
      @PathParam("id") long id,
      @PathParam("run") long number,
      @QueryParam("country") String country,
      @QueryParam("aheadOf") String other) {
    UncertaintyRun run = runs.require(id, number);
    if (run.state() == UncertaintyRun.State.DONE) {
      return Response.ok(done(run, country, other)).build();
    }
    Response.ResponseBuilder reply =
        Response.ok(View.of("analysis/uncertainty-unfinished.jte").with("run", run));
    return run.state() == UncertaintyRun.State.RUNNING
        ? reply.header("Refresh", LOOK_AGAIN).build()
        : reply.build();
  }

  private View done(UncertaintyRun run, String country, String other) {
    List<UncertainCase> cases = tables.cases(run.id());
    boolean asked = country != null && other != null;
    return View.of("analysis/uncertainty.jte")
        .with("run", run)
        .with("names", assessments.names(run.assessment()))
        .with("factors", tables.factors(run.id()))
        .with("cases", cases)
        .with(
            "ranked",
            cases.stream()
                .sorted(
                    Comparator.comparing(
                        UncertainCase::rank, Comparator.nullsLast(Comparator.naturalOrder())))
                .toList())
        .with("heat", RankHeat.of(cases, run.replications()))
        .with("countries", byCode())
        .with("country", country)
        .with("other", other)
        .with("chance", asked ? chance(cases, country, other) : null);
  }

  private static Double chance(List<UncertainCase> cases, String country, String other) {
    return cases
        .get(UncertaintyResource.place(cases, country))
        .aheadOf(UncertaintyResource.place(cases, other));
  }

  private Map<String, Country> byCode() {
    return countries.all().stream().collect(Collectors.toMap(Country::iso3, Function.identity()));
  }

  /** Ends a run before it is done; where it has ended in the meantime, its page says so. */
  @POST
  @Path("{id}/uncertainty/{run}/cancellation")
  @Transactional(dontRollbackOn = ProblemException.class)
  @Audited("uncertainty.cancel")
  @RolesAllowed(Role.PLANNER)
  public Response cancel(@PathParam("id") long id, @PathParam("run") long number) {
    UncertaintyRun run = runs.require(id, number);
    try {
      runs.cancel(run);
    } catch (ProblemException e) {
      if (e.first().kind() != ProblemKind.UNCERTAINTY_ENDED) {
        throw e;
      }
    }
    return Response.seeOther(URI.create(run.path())).build();
  }
}

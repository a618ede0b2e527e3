package org.infostate.round;

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
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.infostate.account.Actor;
import org.infostate.account.Role;
import org.infostate.audit.Audited;
import org.infostate.problem.ProblemKind;

/** Rounds over HTTP. */
@RequestScoped
@Path("api/v1/rounds")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class RoundsResource {

  @Inject private Rounds rounds;
  @Inject private PlanRound planRound;
  @Inject private Actor actor;
  @Inject private Clock clock;

  /**
   * A round, as it is asked for and shown.
   *
   * @param versions as {@code code/version}
   * @param state ignored in requests
   */
  public record RoundBody(
      String code,
      String title,
      Instant deadline,
      List<String> versions,
      List<String> countries,
      String state) {

    static RoundBody of(Round round) {
      return new RoundBody(
          round.code(),
          round.title(),
          round.deadline(),
          round.versions().stream().map(v -> v.code() + "/" + v.version()).toList(),
          round.countries().stream().map(RoundCountry::iso3).toList(),
          round.state().code());
    }
  }

  /** More time for one country. */
  public record Extension(Instant deadline, String reason) {}

  @GET
  @RolesAllowed({Role.FOCAL_POINT, Role.CONTRIBUTOR, Role.REVIEWER, Role.PLANNER})
  public List<RoundBody> all() {
    return rounds.all(actor).stream().map(round -> body(round)).toList();
  }

  @GET
  @Path("{round}")
  @RolesAllowed({Role.FOCAL_POINT, Role.CONTRIBUTOR, Role.REVIEWER, Role.PLANNER})
  public RoundBody one(@PathParam("round") String code) {
    return body(rounds.find(code, actor).orElseThrow(ProblemKind.NOT_FOUND::exception));
  }

  /** People of a country are not told which other countries take part. */
  private RoundBody body(Round round) {
    RoundBody body = RoundBody.of(round);
    return Role.ofCountry(actor.role())
        ? new RoundBody(
            body.code(),
            body.title(),
            round.deadline(actor.iso3()),
            body.versions(),
            List.of(actor.iso3()),
            body.state())
        : body;
  }

  @POST
  @Transactional
  @RolesAllowed(Role.PLANNER)
  @Audited("round.plan")
  public Response plan(RoundBody body) {
    if (body == null) {
      throw ProblemKind.BODY_UNREADABLE.exception();
    }
    Round round =
        planRound.plan(
            body.code(),
            body.title(),
            body.deadline(),
            body.versions() == null ? List.of() : body.versions(),
            body.countries() == null ? List.of() : body.countries(),
            clock.instant());
    return Response.created(URI.create("/api/v1/rounds/" + round.code()))
        .entity(RoundBody.of(round))
        .build();
  }

  /**
   * Opens a round.
   *
   * @param carryForward whether the responses begin with the accepted answers of the last round
   */
  @POST
  @Path("{round}/opening")
  @Transactional
  @Audited("round.open")
  @Consumes(MediaType.WILDCARD)
  @RolesAllowed(Role.PLANNER)
  public RoundBody open(
      @PathParam("round") String code,
      @QueryParam("carryForward") @DefaultValue("false") boolean carryForward) {
    return RoundBody.of(planRound.open(code, carryForward, clock.instant()));
  }

  @POST
  @Path("{round}/closing")
  @Transactional
  @Audited("round.close")
  @Consumes(MediaType.WILDCARD)
  @RolesAllowed(Role.PLANNER)
  public RoundBody close(@PathParam("round") String code) {
    return RoundBody.of(planRound.close(code, clock.instant()));
  }

  @POST
  @Path("{round}/countries/{iso3}/extension")
  @Transactional
  @Audited("round.extend")
  @RolesAllowed(Role.PLANNER)
  public RoundBody extend(
      @PathParam("round") String code, @PathParam("iso3") String iso3, Extension extension) {
    if (extension == null) {
      throw ProblemKind.BODY_UNREADABLE.exception();
    }
    planRound.extend(code, iso3, extension.deadline(), extension.reason(), clock.instant());
    return one(code);
  }
}

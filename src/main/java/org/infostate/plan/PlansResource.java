package org.infostate.plan;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.Consumes;
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
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.infostate.account.Actor;
import org.infostate.account.Role;
import org.infostate.audit.Audited;
import org.infostate.problem.ProblemKind;
import org.infostate.spreadsheet.CsvAnswer;
import org.infostate.spreadsheet.CsvTable;

/** Plans over HTTP. Numbers are not rounded. */
@RequestScoped
@Path("api/v1/plans")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class PlansResource {

  @Inject private Plans plans;
  @Inject private ComposePlan composePlan;
  @Inject private Actor actor;
  @Inject private Clock clock;

  /**
   * A plan without its actions. What is not composed yet has no method, gain, bound and need; what
   * is not being composed has no stage. {@code draws} is 0 and {@code uncertainty} null where no
   * draws were asked for.
   */
  public record PlanBody(
      long id,
      String title,
      long first,
      int version,
      long assessment,
      String state,
      String catalogueSha256,
      String currency,
      List<Long> budgets,
      Integer mostPerCountry,
      double ldcShare,
      double lowEndShare,
      double yearlyLoss,
      String target,
      Map<String, Double> weights,
      String method,
      Double gain,
      Double bound,
      String basis,
      Double wholeNeed,
      long moreMoney,
      Double moreGain,
      Long moreCost,
      int draws,
      Long uncertainty,
      Integer drawTimeOuts,
      String stage,
      int drawn,
      Integer problem,
      String createdBy,
      Instant createdAt,
      String agreedBy,
      Instant agreedAt) {

    static PlanBody of(Plan plan) {
      return new PlanBody(
          plan.id(),
          plan.title(),
          plan.first(),
          plan.version(),
          plan.assessment().id(),
          plan.state().code(),
          plan.catalogueSha256(),
          plan.catalogue().currency(),
          plan.budgets(),
          plan.mostPerCountry(),
          plan.ldcShare(),
          plan.lowEndShare(),
          plan.yearlyLoss(),
          plan.target().code(),
          plan.weights().named(),
          plan.method() == null ? null : plan.method().name().toLowerCase(Locale.ROOT),
          plan.gain(),
          plan.bound(),
          plan.basis() == null ? null : plan.basis().name().toLowerCase(Locale.ROOT),
          plan.wholeNeed(),
          plan.moreMoney(),
          plan.moreGain(),
          plan.moreCost(),
          plan.draws(),
          plan.run() == null ? null : plan.run().id(),
          plan.drawTimeOuts(),
          plan.state() == Plan.State.COMPOSING && plan.stage() != null ? plan.stage().code() : null,
          plan.drawn(),
          plan.failureNumber(),
          plan.createdBy(),
          plan.createdAt(),
          plan.agreedBy(),
          plan.agreedAt());
    }
  }

  /**
   * What is to be reached in an action.
   *
   * @param reached day on which it was reached; missing until then
   * @param reachedBy login of who said so
   */
  public record MilestoneBody(
      int number, LocalDate due, String aim, LocalDate reached, String reachedBy, boolean late) {

    public static MilestoneBody of(PlanMilestone one, LocalDate today) {
      return new MilestoneBody(
          one.number(), one.due(), one.aim(), one.reached(), one.reachedBy(), one.late(today));
    }
  }

  /** An action of a plan. What nobody said is missing. */
  public record ActionBody(
      int place,
      String assistance,
      String country,
      int year,
      long cost,
      double points,
      boolean shared,
      String offer,
      String standing,
      String responsible,
      String provider,
      String remark,
      List<MilestoneBody> milestones,
      String followedBy,
      Instant followedAt) {

    public static ActionBody of(PlanAction action, LocalDate today) {
      return new ActionBody(
          action.place(),
          action.assistance(),
          action.iso3(),
          action.year(),
          action.cost(),
          action.points(),
          action.shared(),
          action.offer(),
          action.standing().code(),
          action.responsible(),
          action.provider(),
          action.remark(),
          action.milestones().stream().map(one -> MilestoneBody.of(one, today)).toList(),
          action.followedBy(),
          action.followedAt());
    }
  }

  /** An action that the additional amount would buy, or drop. */
  public record ChangeBody(
      boolean added,
      String assistance,
      String country,
      int year,
      long cost,
      double points,
      boolean shared) {

    static ChangeBody of(PlanChange change) {
      return new ChangeBody(
          change.added(),
          change.assistance(),
          change.iso3(),
          change.year(),
          change.cost(),
          change.points(),
          change.shared());
    }
  }

  /**
   * In which share of the draws a country would be given some assistance.
   *
   * @param planned whether the plan itself gives it
   */
  public record ChoiceBody(String country, String assistance, double share, boolean planned) {}

  /** What a country needed, and what the plan closes of it. */
  public record CountryBody(String country, double need, double gain) {}

  @GET
  @RolesAllowed({Role.PLANNER, Role.REVIEWER})
  public List<PlanBody> all() {
    return plans.all().stream().map(PlanBody::of).toList();
  }

  /** Orders a plan; it is answered at once, and the composition goes on. */
  @POST
  @Transactional
  @Audited("plan.compose")
  @RolesAllowed(Role.PLANNER)
  public Response compose(PlanOrder order) {
    if (order == null) {
      throw ProblemKind.BODY_UNREADABLE.exception();
    }
    Plan plan = composePlan.start(order, actor);
    return Response.accepted(PlanBody.of(plan))
        .location(URI.create("/api/v1/plans/" + plan.id()))
        .build();
  }

  @GET
  @Path("{id}")
  @RolesAllowed({Role.PLANNER, Role.REVIEWER})
  public PlanBody one(@PathParam("id") long id) {
    return PlanBody.of(plans.require(id));
  }

  @GET
  @Path("{id}/selection")
  @RolesAllowed({Role.PLANNER, Role.REVIEWER})
  public List<ActionBody> selection(@PathParam("id") long id) {
    LocalDate today = today();
    return plans.actions(plans.require(id).id()).stream()
        .map(action -> ActionBody.of(action, today))
        .toList();
  }

  private LocalDate today() {
    return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
  }

  @GET
  @Path("{id}/selection.csv")
  @Produces(CsvAnswer.TYPE)
  @RolesAllowed({Role.PLANNER, Role.REVIEWER})
  public Response selectionAsCsv(@PathParam("id") long id) {
    LocalDate today = today();
    return CsvAnswer.of(
        "plan-" + id,
        List.of(
            "place",
            "assistance",
            "country",
            "year",
            "cost",
            "points",
            "offer",
            "standing",
            "responsible",
            "provider",
            "milestones",
            "reached",
            "next_due",
            "late"),
        plans.actions(plans.require(id).id()).stream()
            .map(
                action ->
                    CsvAnswer.row(
                        action.place(),
                        action.assistance(),
                        action.iso3(),
                        action.year(),
                        action.cost(),
                        action.points(),
                        action.offer(),
                        action.standing().code(),
                        CsvTable.guarded(action.responsible()),
                        CsvTable.guarded(action.provider()),
                        action.milestones().size(),
                        action.milestones().stream().filter(m -> m.reached() != null).count(),
                        action.next().map(PlanMilestone::due).orElse(null),
                        action.late(today)))
            .toList());
  }

  /** What the additional amount would change. */
  @GET
  @Path("{id}/changes")
  @RolesAllowed({Role.PLANNER, Role.REVIEWER})
  public List<ChangeBody> changes(@PathParam("id") long id) {
    return plans.changes(plans.require(id).id()).stream().map(ChangeBody::of).toList();
  }

  /** How often each action is chosen in the draws, and each that the plan has although none is. */
  @GET
  @Path("{id}/choices")
  @RolesAllowed({Role.PLANNER, Role.REVIEWER})
  public List<ChoiceBody> choices(@PathParam("id") long id) {
    return Frequency.of(plans.require(id), plans.actions(id), plans.choices(id)).stream()
        .map(one -> new ChoiceBody(one.iso3(), one.assistance(), one.share(), one.planned()))
        .toList();
  }

  @GET
  @Path("{id}/choices.csv")
  @Produces(CsvAnswer.TYPE)
  @RolesAllowed({Role.PLANNER, Role.REVIEWER})
  public Response choicesAsCsv(@PathParam("id") long id) {
    return CsvAnswer.of(
        "plan-" + id + "-choices",
        List.of("country", "assistance", "share", "planned"),
        choices(id).stream()
            .map(one -> CsvAnswer.row(one.country(), one.assistance(), one.share(), one.planned()))
            .toList());
  }

  @GET
  @Path("{id}/countries")
  @RolesAllowed({Role.PLANNER, Role.REVIEWER})
  public List<CountryBody> countries(@PathParam("id") long id) {
    return plans.countries(plans.require(id).id()).stream()
        .map(one -> new CountryBody(one.iso3(), one.need(), one.gain()))
        .toList();
  }

  /** Ends a composition before it is done. */
  @POST
  @Path("{id}/cancellation")
  @Consumes(MediaType.WILDCARD)
  @Transactional
  @Audited("plan.cancel")
  @RolesAllowed(Role.PLANNER)
  public PlanBody cancel(@PathParam("id") long id) {
    return PlanBody.of(plans.cancel(id));
  }

  /** All versions of the plan, the first first. */
  @GET
  @Path("{id}/versions")
  @RolesAllowed({Role.PLANNER, Role.REVIEWER})
  public List<PlanBody> versions(@PathParam("id") long id) {
    return plans.versions(plans.require(id)).stream().map(PlanBody::of).toList();
  }

  /**
   * Settles the plan.
   *
   * @param supersedes id of the version that is agreed until now, where one is
   */
  @POST
  @Path("{id}/agreement")
  @Consumes(MediaType.WILDCARD)
  @Transactional
  @Audited("plan.agree")
  @RolesAllowed(Role.PLANNER)
  public PlanBody agree(@PathParam("id") long id, @QueryParam("supersedes") Long supersedes) {
    return PlanBody.of(plans.agree(id, supersedes, actor.login()));
  }
}

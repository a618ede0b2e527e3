package org.infostate.profile;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.infostate.account.Role;
import org.infostate.analysis.UncertainCase;
import org.infostate.diagnostics.Profile;
import org.infostate.plan.Plan;
import org.infostate.plan.PlanAction;
import org.infostate.planning.Priority;
import org.infostate.text.Language;
import org.infostate.text.ReadersLanguage;

/** Profiles over HTTP. Numbers are not rounded; what is not known is left out, never zero. */
@RequestScoped
@Path("api/v1/assessments")
public class CountryProfilesResource {

  @Inject private DescribeCountry describeCountry;
  @Context private HttpServletRequest request;

  /** A profile. */
  public record ProfileBody(
      long assessment,
      String country,
      String name,
      Integer year,
      Double score,
      Double rank,
      int ranked,
      IntervalBody interval,
      Integer infoState,
      Integer infoStateYear,
      Double completeness,
      String basis,
      String method,
      LastRoundBody lastRound,
      List<RowBody> elements,
      List<StandingBody> strengths,
      List<StandingBody> gaps,
      PriorityBody priority,
      PlanBody plan) {

    static ProfileBody of(CountryProfile p, Language language) {
      return new ProfileBody(
          p.assessment().id(),
          p.country().iso3(),
          p.country().name(language),
          p.year(),
          p.own().score(),
          p.own().rank(),
          p.ranked(),
          IntervalBody.of(p.interval()),
          p.own().assessed().group(),
          p.own().assessed().groupYear(),
          p.own().completeness(),
          p.own().assessed().basis().code(),
          p.method(),
          LastRoundBody.of(p.last()),
          p.rows().stream().map(row -> RowBody.of(row, p, language)).toList(),
          p.strengths().stream().map(one -> StandingBody.of(one, p, language)).toList(),
          p.gaps().stream().map(one -> StandingBody.of(one, p, language)).toList(),
          PriorityBody.of(p.priority()),
          PlanBody.of(p.plan(), p.actions()));
    }
  }

  /** Between what nine of ten replications lie. */
  public record IntervalBody(Double scoreLow, Double scoreHigh, Double rankLow, Double rankHigh) {

    static IntervalBody of(UncertainCase one) {
      return one == null
          ? null
          : new IntervalBody(one.scoreLow(), one.scoreHigh(), one.rankLow(), one.rankHigh());
    }
  }

  /** What the country is compared with. */
  public record LastRoundBody(
      long assessment, String round, Integer year, Double score, Double rank, boolean sameMethod) {

    static LastRoundBody of(LastRound last) {
      return last == null
          ? null
          : new LastRoundBody(
              last.assessment().id(),
              last.assessment().round() == null ? null : last.assessment().round().code(),
              last.year(),
              last.line().score(),
              last.line().rank(),
              last.sameMethod());
    }
  }

  /** The whole or a pillar. */
  public record RowBody(
      String element,
      String name,
      Double score,
      Double infoStateMedian,
      Double median,
      Double lastRound,
      Double change) {

    static RowBody of(CountryProfile.Row row, CountryProfile profile, Language language) {
      return new RowBody(
          row.element(),
          profile.names().element(row.element(), language),
          row.now(),
          row.groupMedian(),
          row.median(),
          row.before(),
          row.change());
    }
  }

  /** Where the country stands among all in one indicator. */
  public record StandingBody(
      String element, String name, double score, double median, int rank, int of) {

    static StandingBody of(Profile.Standing one, CountryProfile profile, Language language) {
      return new StandingBody(
          one.element(),
          profile.names().element(one.element(), language),
          one.score(),
          one.median(),
          one.rank(),
          one.peers());
    }
  }

  /** Its place among the needs, by the usual weights. */
  public record PriorityBody(int rank, double need, double missing, double unknown, double factor) {

    static PriorityBody of(Priority p) {
      return p == null
          ? null
          : new PriorityBody(
              p.rank(), p.need(), p.gaps().missing(), p.gaps().unknown(), p.factor());
    }
  }

  /** What a plan has for the country. */
  public record PlanBody(long id, String title, String state, List<ActionBody> actions) {

    static PlanBody of(Plan plan, List<PlanAction> actions) {
      return plan == null
          ? null
          : new PlanBody(
              plan.id(),
              plan.title(),
              plan.state().code(),
              actions.stream()
                  .map(
                      a ->
                          new ActionBody(
                              a.assistance(), a.year(), a.cost(), a.points(), a.standing().code()))
                  .toList());
    }
  }

  /** One piece of assistance. */
  public record ActionBody(
      String assistance, int year, long cost, double points, String standing) {}

  @GET
  @Path("{id}/countries/{iso3}/profile")
  @Produces(MediaType.APPLICATION_JSON)
  @RolesAllowed({Role.PLANNER, Role.REVIEWER})
  @Operation(
      summary = "The profile of a country in an assessment",
      description =
          "Score, rank and pillars beside the median of the info-state and the last round,"
              + " strengths, gaps, priority by the usual weights, and what the newest plan has.")
  public ProfileBody profile(
      @PathParam("id") long id, @PathParam("iso3") String iso3, @QueryParam("year") Integer year) {
    return ProfileBody.of(describeCountry.of(id, iso3, year), ReadersLanguage.of(request));
  }

  @GET
  @Path("{id}/countries/{iso3}/profile.pdf")
  @Produces("application/pdf")
  @RolesAllowed({Role.PLANNER, Role.REVIEWER})
  @Operation(
      summary = "The profile of a country in an assessment, as a document",
      description =
          "What stands on the page of the profile, in the language of the reader, as tagged PDF on"
              + " A4.")
  public Response document(
      @PathParam("id") long id, @PathParam("iso3") String iso3, @QueryParam("year") Integer year) {
    return ProfilePaper.of(describeCountry.of(id, iso3, year), ReadersLanguage.of(request));
  }
}

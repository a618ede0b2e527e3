package org.infostate.followup;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.infostate.account.Role;
import org.infostate.plan.PlanAction;
import org.infostate.spreadsheet.CsvAnswer;

/** How two plans differ, over HTTP. Numbers are not rounded; what is not known is missing. */
@RequestScoped
@Path("api/v1/plans")
@Produces(MediaType.APPLICATION_JSON)
public class ComparisonsResource {

  private static final String FIRST = "first";
  private static final String SECOND = "second";
  private static final String BOTH = "both";

  @Inject private ComparePlans comparePlans;

  /**
   * An action of either plan.
   *
   * @param plan {@code first}, {@code second} or {@code both}
   * @param year in the plan that has it, in the first where both do
   * @param otherYear in the second where both have it; otherwise null
   */
  public record ActionLine(
      String plan,
      String assistance,
      String country,
      int year,
      Integer otherYear,
      long cost,
      double points) {

    static ActionLine of(String plan, PlanAction action, Integer otherYear) {
      return new ActionLine(
          plan,
          action.assistance(),
          action.iso3(),
          action.year(),
          otherYear,
          action.cost(),
          action.points());
    }
  }

  /** A country in both plans. */
  public record CountryBody(
      String country, long firstCost, long secondCost, Double firstGain, Double secondGain) {

    static CountryBody of(PlanComparison.CountryLine line) {
      return new CountryBody(
          line.iso3(), line.firstCost(), line.secondCost(), line.firstGain(), line.secondGain());
    }
  }

  /** A term that differs; missing where it is not set. */
  public record TermBody(String term, Object first, Object second) {}

  /**
   * The comparison.
   *
   * @param same how many actions both have in the same year; they are not listed
   * @param sameNeeds whether both measure need in the same way
   */
  public record ComparisonBody(
      long first,
      long second,
      int same,
      boolean sameNeeds,
      List<ActionLine> actions,
      List<CountryBody> countries,
      List<TermBody> terms) {}

  @GET
  @Path("{id}/comparison")
  @RolesAllowed({Role.PLANNER, Role.REVIEWER})
  public ComparisonBody comparison(@PathParam("id") long id, @QueryParam("with") Long other) {
    PlanComparison found = comparePlans.of(id, other);
    return new ComparisonBody(
        found.first().id(),
        found.second().id(),
        found.same(),
        found.sameNeeds(),
        actions(found),
        found.countries().stream().map(CountryBody::of).toList(),
        found.terms().stream().map(t -> new TermBody(t.name(), t.first(), t.second())).toList());
  }

  private static List<ActionLine> actions(PlanComparison found) {
    return Stream.of(
            found.onlyFirst().stream().map(action -> ActionLine.of(FIRST, action, null)),
            found.onlySecond().stream().map(action -> ActionLine.of(SECOND, action, null)),
            found.moved().stream()
                .map(both -> ActionLine.of(BOTH, both.first(), both.second().year())))
        .flatMap(Function.identity())
        .toList();
  }

  @GET
  @Path("{id}/comparison/actions.csv")
  @Produces(CsvAnswer.TYPE)
  @RolesAllowed({Role.PLANNER, Role.REVIEWER})
  public Response actionsAsCsv(@PathParam("id") long id, @QueryParam("with") Long other) {
    return CsvAnswer.of(
        "plans-" + id + "-" + other + "-actions",
        List.of("plan", "assistance", "country", "year", "other_year", "cost", "points"),
        actions(comparePlans.of(id, other)).stream()
            .map(
                a ->
                    CsvAnswer.row(
                        a.plan(),
                        a.assistance(),
                        a.country(),
                        a.year(),
                        a.otherYear(),
                        a.cost(),
                        a.points()))
            .toList());
  }

  @GET
  @Path("{id}/comparison/countries.csv")
  @Produces(CsvAnswer.TYPE)
  @RolesAllowed({Role.PLANNER, Role.REVIEWER})
  public Response countriesAsCsv(@PathParam("id") long id, @QueryParam("with") Long other) {
    return CsvAnswer.of(
        "plans-" + id + "-" + other + "-countries",
        List.of("country", "first_cost", "second_cost", "first_gain", "second_gain"),
        comparePlans.of(id, other).countries().stream()
            .map(
                c ->
                    CsvAnswer.row(
                        c.iso3(), c.firstCost(), c.secondCost(), c.firstGain(), c.secondGain()))
            .toList());
  }
}

package org.infostate.analysis;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.util.Comparator;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.infostate.account.Role;
import org.infostate.assessment.Assessments;
import org.infostate.country.Countries;
import org.infostate.country.Country;
import org.infostate.diagnostics.Trend;
import org.infostate.page.View;
import org.infostate.scoring.Element;

/** What is asked of an assessment and answered at once: groups, divide, trends, diagnostics. */
@RequestScoped
@Path("assessments")
public class AnalysisPages {

  private static final int MOST_MOVES = 30;

  @Inject private Subjects subjects;
  @Inject private Assessments assessments;
  @Inject private Countries countries;

  /** The countries of a year in groups, and what speaks for their number. */
  @GET
  @Path("{id}/groups")
  @RolesAllowed({Role.PLANNER, Role.REVIEWER})
  public View groups(
      @PathParam("id") long id,
      @QueryParam("year") Integer year,
      @QueryParam("element") String element,
      @QueryParam("method") String method,
      @QueryParam("count") Integer count) {
    Subject subject = subjects.of(id, year);
    GroupsView groups = GroupsView.of(subject, element, method, count);
    return asked("analysis/groups.jte", subject)
        .with("groups", groups)
        .with("declared", subject.declared(groups.element()) != null);
  }

  /** The divide between groups over years, and who moved between them. */
  @GET
  @Path("{id}/divide")
  @RolesAllowed({Role.PLANNER, Role.REVIEWER})
  public View divide(
      @PathParam("id") long id,
      @QueryParam("from") Integer from,
      @QueryParam("to") Integer to,
      @QueryParam("element") String element,
      @QueryParam("count") Integer count) {
    Subject subject = subjects.of(id, null);
    DivideView divide = DivideView.of(subject, from, to, element, count);
    return asked("analysis/divide.jte", subject)
        .with("view", divide)
        .with("moves", divide.movement().moves().stream().limit(MOST_MOVES).toList());
  }

  /** How the scores of the countries went over the years, those that rose fastest first. */
  @GET
  @Path("{id}/trends")
  @RolesAllowed({Role.PLANNER, Role.REVIEWER})
  public View trends(@PathParam("id") long id, @QueryParam("element") String element) {
    Subject subject = subjects.of(id, null);
    subject.requireComparableYears();
    String code = subject.element(element);
    return asked("analysis/trends.jte", subject)
        .with("element", code)
        .with(
            "trends",
            Trend.of(subject.result().scores(), code).stream()
                .sorted(Comparator.comparingDouble((Trend t) -> -orLeast(t.perYear())))
                .toList());
  }

  private static double orLeast(double perYear) {
    return Double.isNaN(perYear) ? Double.NEGATIVE_INFINITY : perYear;
  }

  private View asked(String template, Subject subject) {
    Map<String, Country> byCode =
        countries.all().stream().collect(Collectors.toMap(Country::iso3, Function.identity()));
    return View.of(template)
        .with("subject", subject)
        .with("names", assessments.names(subject.assessment()))
        .with("elements", subject.index().elements().stream().map(Element::code).toList())
        .with("countries", byCode);
  }
}

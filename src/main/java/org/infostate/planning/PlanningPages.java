package org.infostate.planning;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.infostate.account.Role;
import org.infostate.assessment.Assessment;
import org.infostate.assessment.Assessments;
import org.infostate.country.Countries;
import org.infostate.country.Country;
import org.infostate.page.View;
import org.infostate.problem.ProblemKind;

/** The list of priorities as a page. */
@RequestScoped
@Path("planning")
public class PlanningPages {

  @Inject private RankPriorities rankPriorities;
  @Inject private Assessments assessments;
  @Inject private Countries countries;

  /** The priorities by an assessment, the newest that allows it if none is named. */
  @GET
  @RolesAllowed({Role.PLANNER, Role.REVIEWER})
  public View priorities(
      @QueryParam("assessment") Long assessmentId,
      @QueryParam("unknown") Double unknown,
      @QueryParam("lowEnd") Double lowEnd,
      @QueryParam("closing") Double closing) {
    List<Assessment> possible = rankPriorities.possible();
    if (assessmentId == null && possible.isEmpty()) {
      return View.of("planning/nothing.jte");
    }
    long id = assessmentId == null ? possible.get(0).id() : assessmentId;
    PriorityList list = rankPriorities.of(id, weights(unknown, lowEnd, closing));
    return View.of("planning/priorities.jte")
        .with("list", list)
        .with("possible", possible)
        .with("names", assessments.names(list.assessment()))
        .with(
            "countries",
            countries.all().stream().collect(Collectors.toMap(Country::iso3, Function.identity())));
  }

  /** The weights that are asked for, the usual one where one is not. */
  static PriorityWeights weights(Double unknown, Double lowEnd, Double closing) {
    PriorityWeights usual = PriorityWeights.USUAL;
    try {
      return new PriorityWeights(
          unknown == null ? usual.unknown() : unknown,
          lowEnd == null ? usual.lowEnd() : lowEnd,
          closing == null ? usual.closing() : closing);
    } catch (IllegalArgumentException e) {
      throw ProblemKind.BAD_PARAMETER.exception(e.getMessage());
    }
  }
}

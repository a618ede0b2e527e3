package org.infostate.planning;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.UriInfo;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.infostate.account.Role;
import org.infostate.assessment.Assessment;
import org.infostate.assessment.Assessments;
import org.infostate.country.Countries;
import org.infostate.country.Country;
import org.infostate.page.View;
import org.infostate.problem.Place;
import org.infostate.problem.ProblemException;
import org.infostate.problem.ProblemKind;

/** The list of priorities as a page. */
@RequestScoped
@Path("planning")
public class PlanningPages {

  @Inject private RankPriorities rankPriorities;
  @Inject private PriorityIntervals priorityIntervals;
  @Inject private Assessments assessments;
  @Inject private Countries countries;

  /** The priorities by an assessment, the newest that allows it if none is named. */
  @GET
  @RolesAllowed({Role.PLANNER, Role.REVIEWER})
  public View priorities(@QueryParam("assessment") Long assessmentId, @Context UriInfo address) {
    List<Assessment> possible = rankPriorities.possible();
    if (assessmentId == null && possible.isEmpty()) {
      return View.of("plan/nothing.jte");
    }
    long id = assessmentId == null ? possible.get(0).id() : assessmentId;
    PriorityList list = rankPriorities.of(id, weights(address), target(address));
    return View.of("planning/priorities.jte")
        .with("list", list)
        .with("intervals", priorityIntervals.of(list).orElse(null))
        .with("possible", possible)
        .with("names", assessments.names(list.assessment()))
        .with(
            "countries",
            countries.all().stream().collect(Collectors.toMap(Country::iso3, Function.identity())));
  }

  /**
   * The weights that an address asks for, the usual one where it asks for none.
   *
   * @throws ProblemException with each that is no number or out of its bounds
   */
  public static PriorityWeights weights(UriInfo address) {
    Map<String, Double> asked = new LinkedHashMap<>();
    for (String name : PriorityWeights.USUAL.named().keySet()) {
      String text = address.getQueryParameters().getFirst(name);
      if (text != null && !text.isBlank()) {
        asked.put(name, number(name, text.strip()));
      }
    }
    return PriorityWeights.of(asked);
  }

  public static Target target(UriInfo address) {
    return target(address.getQueryParameters().getFirst("target"));
  }

  /**
   * @param code blank or null for full capacity
   */
  public static Target target(String code) {
    return code == null || code.isBlank()
        ? Target.FULL
        : Target.of(code.strip())
            .orElseThrow(
                () -> ProblemKind.BAD_PARAMETER.at(Place.question("target"), code).exception());
  }

  private static Double number(String name, String text) {
    if (!text.matches("-?\\d{1,9}([.,]\\d{1,9})?")) {
      throw ProblemKind.BAD_PARAMETER.at(Place.question(name), text).exception();
    }
    return Double.valueOf(text.replace(',', '.'));
  }
}

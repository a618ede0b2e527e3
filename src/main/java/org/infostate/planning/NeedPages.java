package org.infostate.planning;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.UriInfo;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.infostate.account.Role;
import org.infostate.assessment.Assessments;
import org.infostate.assessment.ResultTables;
import org.infostate.country.Countries;
import org.infostate.country.Country;
import org.infostate.page.View;
import org.infostate.problem.ProblemKind;

/** The needs that an assessment found in a country, and who helps whom, as pages. */
@RequestScoped
@Path("planning/assessments/{id: \\d{1,18}}")
public class NeedPages {

  @Inject private RankPriorities rankPriorities;
  @Inject private FindNeeds findNeeds;
  @Inject private PlanningFiles files;
  @Inject private Assessments assessments;
  @Inject private ResultTables tables;
  @Inject private Countries countries;
  @Inject private Clock clock;

  @PathParam("id")
  private long id;

  @Context private UriInfo address;

  /** What a country lacks, by requirement, and what it says about assistance. */
  @GET
  @Path("needs/{iso3: [A-Z]{3}}")
  @RolesAllowed({Role.PLANNER, Role.REVIEWER})
  public View needs(@PathParam("iso3") String iso3) {
    PriorityList list = list();
    List<Finding> findings = findNeeds.of(list).get(iso3);
    if (findings == null) {
      throw ProblemKind.NOT_FOUND.exception();
    }
    return View.of("planning/needs.jte")
        .with("list", list)
        .with("findings", findings)
        .with("linked", findNeeds.linked(tables.scores(id, iso3, null)))
        .with("country", countries.find(iso3).orElseThrow())
        .with("told", list.told().getOrDefault(iso3, Told.NOTHING))
        .with("given", files.given().stream().filter(one -> one.iso3().equals(iso3)).toList())
        .with("names", assessments.names(list.assessment()))
        .with("catalogue", files.catalogue());
  }

  /** Who helps whom: what is known to be given, and what countries say. */
  @GET
  @Path("assistance")
  @RolesAllowed({Role.PLANNER, Role.REVIEWER})
  public View assistance() {
    PriorityList list = list();
    return View.of("planning/assistance.jte")
        .with("list", list)
        .with("given", files.given())
        .with("today", LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC))
        .with("countries", byCode())
        .with("names", assessments.names(list.assessment()))
        .with("catalogue", files.catalogue());
  }

  private PriorityList list() {
    return rankPriorities.of(id, PlanningPages.weights(address), PlanningPages.target(address));
  }

  private Map<String, Country> byCode() {
    return countries.all().stream().collect(Collectors.toMap(Country::iso3, Function.identity()));
  }
}

package org.infostate.followup;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.infostate.account.Role;
import org.infostate.assessment.Assessments;
import org.infostate.country.Countries;
import org.infostate.country.Country;
import org.infostate.page.View;

/** How two plans differ, as a page. */
@RequestScoped
@Path("plans")
public class ComparisonPages {

  @Inject private ComparePlans comparePlans;
  @Inject private Assessments assessments;
  @Inject private Countries countries;

  @GET
  @Path("{id}/comparison")
  @RolesAllowed({Role.PLANNER, Role.REVIEWER})
  public View comparison(@PathParam("id") long id, @QueryParam("with") Long other) {
    return View.of("followup/comparison.jte")
        .with("comparison", comparePlans.of(id, other))
        .with(
            "assessments",
            assessments.done().stream().collect(Collectors.toMap(a -> a.id(), Function.identity())))
        .with(
            "countries",
            countries.all().stream().collect(Collectors.toMap(Country::iso3, Function.identity())));
  }
}

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

/** What changed since a plan was composed, as a page. */
@RequestScoped
@Path("plans")
public class EffectPages {

  @Inject private ObserveEffect observeEffect;
  @Inject private Assessments assessments;
  @Inject private Countries countries;

  @GET
  @Path("{id}/effect")
  @RolesAllowed({Role.PLANNER, Role.REVIEWER})
  public View effect(@PathParam("id") long id, @QueryParam("with") Long with) {
    PlanEffect effect = observeEffect.of(id, with);
    return View.of("followup/effect.jte")
        .with("effect", effect)
        .with("later", observeEffect.later(effect.plan()))
        .with("names", assessments.names(effect.plan().assessment()))
        .with(
            "countries",
            countries.all().stream().collect(Collectors.toMap(Country::iso3, Function.identity())));
  }
}

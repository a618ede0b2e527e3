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
import jakarta.ws.rs.core.Response;
import org.infostate.account.Role;
import org.infostate.page.View;
import org.infostate.text.ReadersLanguage;

/** The profile of a country in an assessment, as a page to print and as a document. */
@RequestScoped
@Path("assessments")
public class CountryProfilePages {

  @Inject private DescribeCountry describeCountry;
  @Context private HttpServletRequest request;

  @GET
  @Path("{id}/countries/{iso3}/profile")
  @RolesAllowed({Role.PLANNER, Role.REVIEWER})
  public View profile(
      @PathParam("id") long id, @PathParam("iso3") String iso3, @QueryParam("year") Integer year) {
    CountryProfile profile = describeCountry.of(id, iso3, year);
    return View.of("profile/profile.jte")
        .with("profile", profile)
        .with("radar", ProfileRadar.svg(profile, ReadersLanguage.of(request)));
  }

  @GET
  @Path("{id}/countries/{iso3}/profile.pdf")
  @Produces("application/pdf")
  @RolesAllowed({Role.PLANNER, Role.REVIEWER})
  public Response document(
      @PathParam("id") long id, @PathParam("iso3") String iso3, @QueryParam("year") Integer year) {
    return ProfilePaper.of(describeCountry.of(id, iso3, year), ReadersLanguage.of(request));
  }
}

package org.infostate.web;

import jakarta.annotation.security.PermitAll;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.infostate.country.Countries;
import org.infostate.page.View;

/** The start page. */
@RequestScoped
@Path("")
public class StartPages {

  @Inject private Countries countries;
  @Inject private Announcement announcement;

  @GET
  @PermitAll
  public View start() {
    return View.of("web/start.jte").with("countries", countries.all().size());
  }

  /** A number that tells this process from another at the same address; see Announcement. */
  @GET
  @Path("identity")
  @Produces(MediaType.TEXT_PLAIN)
  @PermitAll
  public String identity() {
    return announcement.identity();
  }
}

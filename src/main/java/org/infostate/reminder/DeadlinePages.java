package org.infostate.reminder;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import java.time.Clock;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.infostate.account.Actor;
import org.infostate.account.Role;
import org.infostate.response.Response;
import org.infostate.response.Responses;
import org.infostate.round.DeadlineCalendar;
import org.infostate.text.ReadersLanguage;

/** The deadline of a response for the reader's calendar. */
@RequestScoped
@Path("rounds/{round}/responses/{iso3}")
public class DeadlinePages {

  private static final String CALENDAR = "text/calendar;charset=utf-8";

  @Inject private Responses responses;
  @Inject private Actor actor;
  @Inject private Clock clock;
  @Context private HttpServletRequest request;

  @Inject
  @ConfigProperty(name = "app.base.url")
  private String baseUrl;

  @GET
  @Path("deadline.ics")
  @Produces(CALENDAR)
  @RolesAllowed({Role.FOCAL_POINT, Role.CONTRIBUTOR, Role.REVIEWER, Role.PLANNER})
  public jakarta.ws.rs.core.Response calendar(
      @PathParam("round") String round, @PathParam("iso3") String iso3) {
    Response response = responses.require(round, iso3, actor);
    String file =
        DeadlineCalendar.of(
            response.round(), iso3, ReadersLanguage.of(request), baseUrl, clock.instant());
    return jakarta.ws.rs.core.Response.ok(file, CALENDAR)
        .header(
            HttpHeaders.CONTENT_DISPOSITION,
            "attachment; filename=\"" + response.round().code() + "-" + iso3 + ".ics\"")
        .header(HttpHeaders.CACHE_CONTROL, "private, no-store")
        .build();
  }
}

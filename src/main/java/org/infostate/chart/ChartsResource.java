package org.infostate.chart;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.infostate.account.Role;
import org.infostate.text.ReadersLanguage;

/** The charts of an assessment, each as a drawing, as a picture and as the table behind it. */
@RequestScoped
@Path("api/v1/assessments")
public class ChartsResource {

  @Inject private DrawAssessment draw;
  @Context private HttpServletRequest request;

  /** A chart; the ending says as what. */
  @GET
  @Path("{id}/charts/{kind}.{form}")
  @RolesAllowed({Role.PLANNER, Role.REVIEWER})
  @Operation(
      summary = "A chart of an assessment",
      description =
          "Kinds: ranking (with intervals once an uncertainty run over the year is done), radar"
              + " (needs country), map (a square for each country), heat (indicators by countries),"
              + " distribution (of an element), trajectories (info-states over the years), divide"
              + " and distances (means of the groups over the years, and how many times one is the"
              + " other), ranks and sensitivity (of an uncertainty run, which they need). Forms: svg"
              + " for pages and print; png for documents; csv, the table behind the chart.")
  public Response chart(
      @PathParam("id") long id,
      @PathParam("kind") String kind,
      @PathParam("form") String form,
      @BeanParam ChartQuery query) {
    ChartKind wanted = ChartKind.of(kind);
    return draw.chart(id, wanted, query, ReadersLanguage.of(request))
        .reply(form, wanted.code() + "-" + id);
  }
}

package org.infostate.chart;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.infostate.account.Role;
import org.infostate.plan.Plan;
import org.infostate.plan.Plans;
import org.infostate.text.ReadersLanguage;

/** The chart of a plan, as a drawing, as a picture and as the table behind it. */
@RequestScoped
@Path("api/v1/plans")
public class PlanChartsResource {

  @Inject private Plans plans;
  @Context private HttpServletRequest request;

  /** By year the budget, and what it is spent on; the ending says as what. */
  @GET
  @Path("{id}/charts/budget.{form}")
  @RolesAllowed({Role.PLANNER, Role.REVIEWER})
  @Operation(
      summary = "The budget of a plan by year and kind of assistance",
      description =
          "Forms: svg for pages and print; png for documents; csv, the table behind the chart, with"
              + " a column for the budget and one for each kind that costs something.")
  public Response budget(
      @PathParam("id") long id,
      @PathParam("form") String form,
      @Parameter(description = "300 to 4000 pixels") @QueryParam("width") Integer width) {
    int wide = Chart.width(width);
    Plan plan = plans.require(id);
    Figure figure = BudgetFigures.of(plan, plans.actions(plan.id()), ReadersLanguage.of(request));
    return Chart.of(new BudgetDrawing(figure, wide)).reply(form, "budget-" + id);
  }
}

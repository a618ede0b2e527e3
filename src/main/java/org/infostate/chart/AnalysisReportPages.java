package org.infostate.chart;

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
import org.infostate.account.Role;
import org.infostate.analysis.DivideView;
import org.infostate.analysis.Subjects;
import org.infostate.analysis.UncertaintyRuns;
import org.infostate.text.Language;
import org.infostate.text.ReadersLanguage;

/** The charts of what was asked of an assessment. */
@RequestScoped
@Path("assessments")
public class AnalysisReportPages {

  private static final String SVG = "image/svg+xml";
  private static final int WIDTH = 900;
  private static final int HEIGHT = 420;

  @Inject private UncertaintyRuns runs;
  @Inject private Subjects subjects;
  @Inject private AnalysisFigures figures;
  @Context private HttpServletRequest request;

  /** The ranks of an uncertainty run with their intervals. */
  @GET
  @Path("{id}/uncertainty/{run}/charts/ranks.svg")
  @Produces(SVG)
  @RolesAllowed({Role.PLANNER, Role.REVIEWER})
  public String ranksSvg(@PathParam("id") long id, @PathParam("run") long run) {
    return IntervalDrawing.draw(figures.ranks(runs.requireDone(id, run), language()), WIDTH);
  }

  /** What matters in an uncertainty run. */
  @GET
  @Path("{id}/uncertainty/{run}/charts/sensitivity.svg")
  @Produces(SVG)
  @RolesAllowed({Role.PLANNER, Role.REVIEWER})
  public String sensitivitySvg(@PathParam("id") long id, @PathParam("run") long run) {
    Figure figure = figures.sensitivity(runs.requireDone(id, run), language());
    return BarChart.svg(figure, WIDTH, BarChart.height(figure));
  }

  /** The means of the groups over the years. */
  @GET
  @Path("{id}/charts/divide.svg")
  @Produces(SVG)
  @RolesAllowed({Role.PLANNER, Role.REVIEWER})
  public String divideSvg(
      @PathParam("id") long id,
      @QueryParam("from") Integer from,
      @QueryParam("to") Integer to,
      @QueryParam("element") String element,
      @QueryParam("count") Integer count) {
    DivideView view = subjects.divide(id, from, to, element, count);
    return LineDrawing.draw(figures.groupMeans(view, language()), WIDTH, HEIGHT);
  }

  /** How many times the mean of one group is that of another, over the years. */
  @GET
  @Path("{id}/charts/distances.svg")
  @Produces(SVG)
  @RolesAllowed({Role.PLANNER, Role.REVIEWER})
  public String distancesSvg(
      @PathParam("id") long id,
      @QueryParam("from") Integer from,
      @QueryParam("to") Integer to,
      @QueryParam("element") String element,
      @QueryParam("count") Integer count) {
    DivideView view = subjects.divide(id, from, to, element, count);
    return LineDrawing.draw(figures.distances(view, language()), WIDTH, HEIGHT);
  }

  private Language language() {
    return ReadersLanguage.of(request);
  }
}

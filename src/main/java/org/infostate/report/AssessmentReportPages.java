package org.infostate.report;

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
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import org.infostate.account.Role;
import org.infostate.assessment.Assessment;
import org.infostate.assessment.Assessments;
import org.infostate.text.Language;
import org.infostate.text.ReadersLanguage;

/** The charts and the workbook of an assessment. */
@RequestScoped
@Path("assessments")
public class AssessmentReportPages {

  private static final String SVG = "image/svg+xml";
  private static final String PNG = "image/png";
  private static final String XLSX =
      "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
  private static final int BAR_WIDTH = 900;
  private static final int RADAR_WIDTH = 640;
  private static final int RADAR_HEIGHT = 520;

  @Inject private Assessments assessments;
  @Inject private AssessmentFigures figures;
  @Inject private AssessmentRanking ranking;
  @Context private HttpServletRequest request;

  /** All countries with a score, the first rank on top. */
  @GET
  @Path("{id}/charts/ranking.svg")
  @Produces(SVG)
  @RolesAllowed({Role.PLANNER, Role.REVIEWER})
  public String rankingSvg(@PathParam("id") long id, @QueryParam("year") Integer year) {
    Figure figure = figures.ranking(assessments.requireDone(id), year, language());
    return BarChart.svg(figure, BAR_WIDTH, BarChart.height(figure));
  }

  @GET
  @Path("{id}/charts/ranking.png")
  @Produces(PNG)
  @RolesAllowed({Role.PLANNER, Role.REVIEWER})
  public byte[] rankingPng(@PathParam("id") long id, @QueryParam("year") Integer year) {
    Figure figure = figures.ranking(assessments.requireDone(id), year, language());
    return BarChart.png(figure, BAR_WIDTH, BarChart.height(figure));
  }

  /** The pillars of a country beside the median of all. */
  @GET
  @Path("{id}/charts/radar/{iso3}.svg")
  @Produces(SVG)
  @RolesAllowed({Role.PLANNER, Role.REVIEWER})
  public String radarSvg(
      @PathParam("id") long id, @PathParam("iso3") String iso3, @QueryParam("year") Integer year) {
    Figure figure = figures.radar(assessments.requireDone(id), year, iso3, language());
    return RadarChart.svg(figure, RADAR_WIDTH, RADAR_HEIGHT);
  }

  @GET
  @Path("{id}/charts/radar/{iso3}.png")
  @Produces(PNG)
  @RolesAllowed({Role.PLANNER, Role.REVIEWER})
  public byte[] radarPng(
      @PathParam("id") long id, @PathParam("iso3") String iso3, @QueryParam("year") Integer year) {
    Figure figure = figures.radar(assessments.requireDone(id), year, iso3, language());
    return RadarChart.png(figure, RADAR_WIDTH, RADAR_HEIGHT);
  }

  /** Ranking and priorities, in the template that ships. */
  @GET
  @Path("{id}/workbook")
  @Produces(XLSX)
  @RolesAllowed({Role.PLANNER, Role.REVIEWER})
  public Response workbook(@PathParam("id") long id, @QueryParam("year") Integer year) {
    Assessment assessment = assessments.requireDone(id);
    byte[] filled =
        ReportTemplate.shipped(RankingReport.TEMPLATE)
            .fill(ranking.report(assessment, year, language()).filling(language()));
    return Response.ok(filled, XLSX)
        .header(
            HttpHeaders.CONTENT_DISPOSITION,
            "attachment; filename=\"infostate-ranking-" + id + "-" + language().tag() + ".xlsx\"")
        .header(HttpHeaders.CACHE_CONTROL, "private, no-store")
        .build();
  }

  private Language language() {
    return ReadersLanguage.of(request);
  }
}

package org.infostate.reporting;

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
import java.io.IOException;
import org.infostate.account.Role;
import org.infostate.assessment.Assessment;
import org.infostate.assessment.Assessments;
import org.infostate.report.AssessmentRanking;
import org.infostate.report.RankingReport;
import org.infostate.report.ReportTemplate;
import org.infostate.text.Language;
import org.infostate.text.ReadersLanguage;

/** The workbook of an assessment. */
@RequestScoped
@Path("assessments")
public class AssessmentReportPages {

  private static final String XLSX =
      "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

  @Inject private Assessments assessments;
  @Inject private AssessmentRanking ranking;
  @Inject private TemplateVersions versions;
  @Inject private ChangeTemplate changeTemplate;
  @Context private HttpServletRequest request;

  /** Ranking and priorities, in the version of the template that is in use. */
  @GET
  @Path("{id}/workbook")
  @Produces(XLSX)
  @RolesAllowed({Role.PLANNER, Role.REVIEWER})
  public Response workbook(@PathParam("id") long id, @QueryParam("year") Integer year)
      throws IOException {
    Assessment assessment = assessments.requireDone(id);
    byte[] template =
        changeTemplate.file(RankingReport.TEMPLATE, versions.chosen(RankingReport.TEMPLATE));
    byte[] filled =
        ReportTemplate.read(template)
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

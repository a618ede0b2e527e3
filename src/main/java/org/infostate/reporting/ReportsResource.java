package org.infostate.reporting;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import org.infostate.account.Actor;
import org.infostate.account.Role;
import org.infostate.audit.Audited;
import org.infostate.problem.ProblemKind;
import org.infostate.text.ReadersLanguage;

/** Reports over HTTP. */
@RequestScoped
@Path("api/v1/reports")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class ReportsResource {

  private static final int MOST = 200;

  @Inject private Reports reports;
  @Inject private MakeReport makeReport;
  @Inject private Actor actor;
  @Context private HttpServletRequest request;

  /** A report as the API gives it. */
  public record ReportBody(
      long id,
      ReportOrder order,
      String state,
      int progressPercent,
      String sha256,
      Long sizeBytes,
      int templateVersion,
      String templateSha256,
      Integer problem,
      String createdBy,
      Instant createdAt) {

    static ReportBody of(Report report) {
      return new ReportBody(
          report.id(),
          report.order(),
          report.state().code(),
          report.progressPercent(),
          report.sha256(),
          report.sizeBytes(),
          report.templateVersion(),
          report.templateSha256(),
          report.failureNumber(),
          report.createdBy(),
          report.createdAt());
    }
  }

  /** The newest {@value #MOST}. */
  @GET
  @RolesAllowed({Role.PLANNER, Role.REVIEWER})
  public List<ReportBody> all() {
    return reports.newest(MOST).stream().map(ReportBody::of).toList();
  }

  /** Orders a report; it is answered at once, and the making goes on. */
  @POST
  @Transactional
  @Audited("report.order")
  @RolesAllowed({Role.PLANNER, Role.REVIEWER})
  public Response order(ReportOrder order) {
    if (order == null) {
      throw ProblemKind.BODY_UNREADABLE.exception();
    }
    Report report = makeReport.start(order, ReadersLanguage.of(request), actor);
    return Response.accepted(ReportBody.of(report))
        .location(URI.create("/api/v1" + report.path()))
        .build();
  }

  @GET
  @Path("{id}")
  @RolesAllowed({Role.PLANNER, Role.REVIEWER})
  public ReportBody one(@PathParam("id") long id) {
    return ReportBody.of(reports.require(id));
  }

  @GET
  @Path("{id}/file")
  @Produces(MediaType.WILDCARD)
  @RolesAllowed({Role.PLANNER, Role.REVIEWER})
  public Response file(@PathParam("id") long id) throws IOException {
    Report report = reports.require(id);
    return ReportPages.workbook(makeReport.file(report), report.fileName());
  }
}

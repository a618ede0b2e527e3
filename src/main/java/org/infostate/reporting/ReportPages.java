package org.infostate.reporting;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedHashMap;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import org.infostate.account.Actor;
import org.infostate.account.Role;
import org.infostate.audit.Audited;
import org.infostate.page.View;
import org.infostate.problem.Problem;
import org.infostate.problem.ProblemException;
import org.infostate.text.ReadersLanguage;

/** Reports as pages: what there is, ordering one, and how far it is. */
@RequestScoped
@Path("reports")
public class ReportPages {

  private static final int MOST = 100;
  private static final String XLSX =
      "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

  @Inject private Reports reports;
  @Inject private MakeReport makeReport;
  @Inject private OrderForm orderForm;
  @Inject private Actor actor;
  @Context private HttpServletRequest request;

  @GET
  @RolesAllowed({Role.PLANNER, Role.REVIEWER})
  public View all() {
    return all(new MultivaluedHashMap<>(), List.of());
  }

  private View all(MultivaluedMap<String, String> posted, List<Problem> problems) {
    return orderForm
        .on(View.of("reporting/reports.jte"), posted, ReadersLanguage.of(request))
        .with("reports", reports.newest(MOST))
        .with("problems", problems);
  }

  /** Orders a report, or shows again what was refused. */
  @POST
  @Transactional(dontRollbackOn = ProblemException.class)
  @Audited("report.order")
  @RolesAllowed({Role.PLANNER, Role.REVIEWER})
  public Response order(MultivaluedMap<String, String> posted) {
    try {
      Report report = makeReport.start(orderForm.order(posted), ReadersLanguage.of(request), actor);
      return Response.seeOther(URI.create(report.path())).build();
    } catch (ProblemException e) {
      return Response.status(e.first().kind().status()).entity(all(posted, e.problems())).build();
    }
  }

  @GET
  @Path("{id: \\d+}")
  @RolesAllowed({Role.PLANNER, Role.REVIEWER})
  public View one(@PathParam("id") long id) {
    return View.of("reporting/report.jte").with("report", reports.require(id));
  }

  @GET
  @Path("{id: \\d+}/file")
  @Produces(MediaType.WILDCARD)
  @RolesAllowed({Role.PLANNER, Role.REVIEWER})
  public Response file(@PathParam("id") long id) throws IOException {
    Report report = reports.require(id);
    return workbook(makeReport.file(report), report.fileName());
  }

  static Response workbook(byte[] file, String name) {
    return Response.ok(file, XLSX)
        .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + name + "\"")
        .header(HttpHeaders.CACHE_CONTROL, "private, no-store")
        .build();
  }
}

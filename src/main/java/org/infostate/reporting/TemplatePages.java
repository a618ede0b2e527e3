package org.infostate.reporting;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.EntityPart;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.infostate.account.Actor;
import org.infostate.account.Role;
import org.infostate.audit.Audited;
import org.infostate.page.Upload;
import org.infostate.page.View;
import org.infostate.problem.Place;
import org.infostate.problem.Problem;
import org.infostate.problem.ProblemException;
import org.infostate.problem.ProblemKind;

/** Templates of reports as pages: their versions, uploading a changed one, choosing. */
@RequestScoped
@Path("reports/templates")
public class TemplatePages {

  @Inject private MakeReport makeReport;
  @Inject private ChangeTemplate changeTemplate;
  @Inject private TemplateVersions versions;
  @Inject private Actor actor;

  @GET
  @RolesAllowed({Role.PLANNER, Role.REVIEWER})
  public View all() {
    Map<String, Integer> chosen = new HashMap<>();
    makeReport
        .contents()
        .forEach(each -> chosen.put(each.template(), versions.chosen(each.template())));
    return View.of("reporting/templates.jte")
        .with("contents", makeReport.contents())
        .with("chosen", chosen);
  }

  @GET
  @Path("{template: [a-z]+}")
  @RolesAllowed({Role.PLANNER, Role.REVIEWER})
  public View one(@PathParam("template") String template) throws IOException {
    return one(template, List.of());
  }

  private View one(String template, List<Problem> problems) throws IOException {
    ReportContent content = makeReport.content(template);
    int chosen = versions.chosen(template);
    ChangeTemplate.Fit fit = changeTemplate.fit(content, chosen);
    return View.of("reporting/template.jte")
        .with("template", template)
        .with("chosen", chosen)
        .with("versions", versions.of(template))
        .with("unused", fit.unused())
        .with("vocabulary", content.vocabulary())
        .with("problems", problems.isEmpty() ? fit.problems() : problems);
  }

  /** Keeps a changed template, or shows all that is wrong with it. */
  @POST
  @Path("{template: [a-z]+}")
  @Consumes(MediaType.MULTIPART_FORM_DATA)
  @Transactional(dontRollbackOn = ProblemException.class)
  @Audited("report_template.upload")
  @RolesAllowed(Role.PLANNER)
  public Response upload(@PathParam("template") String template, List<EntityPart> parts)
      throws IOException {
    ReportContent content = makeReport.content(template);
    try {
      changeTemplate.add(content, Upload.of(parts, ChangeTemplate.MOST_MEGABYTES), actor);
      return to(template);
    } catch (ProblemException e) {
      return Response.status(e.first().kind().status()).entity(one(template, e.problems())).build();
    }
  }

  @POST
  @Path("{template: [a-z]+}/choice")
  @Transactional
  @Audited("report_template.choose")
  @RolesAllowed(Role.PLANNER)
  public Response choose(
      @PathParam("template") String template,
      @FormParam("number") String number,
      @FormParam("seen") String seen)
      throws IOException {
    changeTemplate.choose(
        makeReport.content(template), number("number", number), number("seen", seen));
    return to(template);
  }

  private static int number(String field, String posted) {
    if (posted == null || !posted.matches("\\d{1,9}")) {
      throw ProblemKind.BAD_PARAMETER.at(Place.question(field), String.valueOf(posted)).exception();
    }
    return Integer.parseInt(posted);
  }

  private static Response to(String template) {
    return Response.seeOther(
            URI.create("/reports/templates/" + template + "?notice=common.notice.saved"))
        .build();
  }

  @GET
  @Path("{template: [a-z]+}/{number: \\d{1,9}}.xlsx")
  @Produces(MediaType.WILDCARD)
  @RolesAllowed({Role.PLANNER, Role.REVIEWER})
  public Response file(@PathParam("template") String template, @PathParam("number") int number)
      throws IOException {
    return workbook(makeReport.content(template), number, changeTemplate);
  }

  static Response workbook(ReportContent content, int number, ChangeTemplate changeTemplate)
      throws IOException {
    return ReportPages.workbook(
        changeTemplate.file(content.template(), number),
        "template-" + content.template() + "-" + number + ".xlsx");
  }
}

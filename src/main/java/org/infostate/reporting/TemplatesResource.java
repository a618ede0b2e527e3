package org.infostate.reporting;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import org.infostate.account.Actor;
import org.infostate.account.Role;
import org.infostate.audit.Audited;
import org.infostate.page.Upload;
import org.infostate.problem.Place;
import org.infostate.problem.ProblemException;
import org.infostate.problem.ProblemKind;
import org.infostate.report.Dataset;

/** Templates of reports over HTTP. */
@RequestScoped
@Path("api/v1/reports/templates")
@Produces(MediaType.APPLICATION_JSON)
public class TemplatesResource {

  private static final String XLSX =
      "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
  private static final int NAME_LENGTH = 200;

  @Inject private MakeReport makeReport;
  @Inject private ChangeTemplate changeTemplate;
  @Inject private TemplateVersions versions;
  @Inject private Actor actor;

  /** A table that a template can ask for. */
  public record TableBody(String name, List<String> columns) {

    static TableBody of(Dataset dataset) {
      return new TableBody(dataset.name(), dataset.columns());
    }
  }

  /** An uploaded version. */
  public record VersionBody(
      String template,
      int number,
      String fileName,
      String sha256,
      long sizeBytes,
      String createdBy,
      Instant createdAt) {

    static VersionBody of(TemplateVersion version) {
      return new VersionBody(
          version.template(),
          version.number(),
          version.fileName(),
          version.sha256(),
          version.sizeBytes(),
          version.createdBy(),
          version.createdAt());
    }
  }

  /**
   * A template.
   *
   * @param chosen number of the version in use; 0 is the shipped one
   * @param names of values that a cell can be given
   * @param unused what the version in use does not ask for
   * @param fits false where the version in use names what is no longer known
   */
  public record TemplateBody(
      String template,
      int chosen,
      List<VersionBody> versions,
      List<String> names,
      List<TableBody> tables,
      List<String> unused,
      boolean fits) {}

  /**
   * Which version reports are to be made with.
   *
   * @param number 0 for the shipped one
   * @param seen the version that was in use when the caller looked
   */
  public record Choice(Integer number, Integer seen) {}

  @GET
  @Path("{template: [a-z]+}")
  @RolesAllowed({Role.PLANNER, Role.REVIEWER})
  public TemplateBody one(@PathParam("template") String template) throws IOException {
    ReportContent content = makeReport.content(template);
    int chosen = versions.chosen(template);
    ChangeTemplate.Fit fit = changeTemplate.fit(content, chosen);
    return new TemplateBody(
        template,
        chosen,
        versions.of(template).stream().map(VersionBody::of).toList(),
        List.copyOf(content.vocabulary().values().keySet()),
        content.vocabulary().datasets().stream().map(TableBody::of).toList(),
        fit.unused(),
        fit.problems().isEmpty());
  }

  /**
   * Keeps a changed template.
   *
   * @param name what the file is called
   */
  @POST
  @Path("{template: [a-z]+}")
  @Consumes(XLSX)
  @Transactional(dontRollbackOn = ProblemException.class)
  @Audited("report_template.upload")
  @RolesAllowed(Role.PLANNER)
  public Response upload(
      @PathParam("template") String template,
      @QueryParam("name") @DefaultValue("template.xlsx") String name,
      byte[] workbook)
      throws IOException {
    ReportContent content = makeReport.content(template);
    if (name.length() > NAME_LENGTH) {
      throw ProblemKind.FIELD_TOO_LONG.at(Place.question("name"), NAME_LENGTH).exception();
    }
    TemplateVersion version = changeTemplate.add(content, new Upload(name, workbook), actor);
    return Response.created(
            URI.create("/api/v1/reports/templates/" + template + "/" + version.number() + ".xlsx"))
        .entity(VersionBody.of(version))
        .build();
  }

  @PUT
  @Path("{template: [a-z]+}/choice")
  @Consumes(MediaType.APPLICATION_JSON)
  @Transactional
  @Audited("report_template.choose")
  @RolesAllowed(Role.PLANNER)
  public Choice choose(@PathParam("template") String template, Choice choice) throws IOException {
    ReportContent content = makeReport.content(template);
    if (choice == null || choice.number() == null || choice.seen() == null) {
      throw ProblemKind.BODY_UNREADABLE.exception();
    }
    changeTemplate.choose(content, choice.number(), choice.seen());
    return new Choice(choice.number(), choice.number());
  }

  @GET
  @Path("{template: [a-z]+}/{number: \\d{1,9}}.xlsx")
  @Produces(MediaType.WILDCARD)
  @RolesAllowed({Role.PLANNER, Role.REVIEWER})
  public Response file(@PathParam("template") String template, @PathParam("number") int number)
      throws IOException {
    return TemplatePages.workbook(makeReport.content(template), number, changeTemplate);
  }
}

package org.infostate.design;

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
import jakarta.ws.rs.core.Response;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.infostate.account.Actor;
import org.infostate.account.Role;
import org.infostate.page.View;
import org.infostate.problem.ProblemKind;
import org.infostate.questionnaire.Form;
import org.infostate.questionnaire.QuestionnaireVersion;
import org.infostate.questionnaire.Questionnaires;
import org.infostate.questionnaire.Section;
import org.infostate.response.FilledForm;
import org.infostate.response.ShownSection;
import org.infostate.text.Language;
import org.infostate.text.ReadersLanguage;
import org.infostate.workbook.BlankWorkbook;

/** A version as those who are asked will see it: its sections, drawn by their own templates. */
@RequestScoped
@Path("questionnaires")
public class PreviewPages {

  static final String XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

  @Inject private Questionnaires questionnaires;
  @Inject private Actor actor;
  @Inject private Clock clock;
  @Context private HttpServletRequest request;

  @Inject
  @ConfigProperty(name = "app.base.url")
  private String baseUrl;

  @PathParam("code")
  private String code;

  @PathParam("version")
  private String name;

  @GET
  @Path("{code}/{version}/preview")
  @RolesAllowed({Role.PLANNER, Role.REVIEWER})
  public Response first() {
    QuestionnaireVersion version = questionnaires.require(code, name, actor);
    Form form = questionnaires.form(version.id());
    return Response.seeOther(
            URI.create(version.path() + "/preview/" + form.sections().get(0).name()))
        .build();
  }

  @GET
  @Path("{code}/{version}/preview/{section}")
  @RolesAllowed({Role.PLANNER, Role.REVIEWER})
  public View section(@PathParam("section") String section) {
    QuestionnaireVersion version = questionnaires.require(code, name, actor);
    FilledForm blank =
        new FilledForm(questionnaires.form(version.id()), Map.of(), Map.of(), today());
    return View.of("design/section.jte")
        .with("version", version)
        .with("shown", ShownSection.of(blank, section(blank.form(), section)))
        .with("trial", false)
        .with("standing", List.of());
  }

  static Section section(Form form, String name) {
    return form.sections().stream()
        .filter(section -> section.name().equals(name))
        .findFirst()
        .orElseThrow(ProblemKind.NOT_FOUND::exception);
  }

  private LocalDate today() {
    return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
  }

  @GET
  @Path("{code}/{version}/workbook")
  @Produces(XLSX)
  @RolesAllowed({Role.PLANNER, Role.REVIEWER})
  public Response workbook() throws IOException {
    QuestionnaireVersion version = questionnaires.require(code, name, actor);
    return workbook(
        version, questionnaires.form(version.id()), ReadersLanguage.of(request), baseUrl, clock);
  }

  static Response workbook(
      QuestionnaireVersion version, Form form, Language language, String baseUrl, Clock clock)
      throws IOException {
    ByteArrayOutputStream made = new ByteArrayOutputStream();
    BlankWorkbook.write(version, form, language, baseUrl + version.path(), clock.instant(), made);
    String file = version.code() + "-" + version.version() + "-" + language.tag() + ".xlsx";
    return Response.ok(made.toByteArray(), XLSX)
        .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + file + "\"")
        .header(HttpHeaders.CACHE_CONTROL, "private, no-store")
        .build();
  }
}

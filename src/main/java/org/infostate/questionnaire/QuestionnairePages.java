package org.infostate.questionnaire;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import org.infostate.account.Role;
import org.infostate.page.View;
import org.infostate.problem.ProblemKind;

/** The versions that there are, and what each asks. */
@RequestScoped
@Path("questionnaires")
public class QuestionnairePages {

  @Inject private Questionnaires questionnaires;

  @GET
  @RolesAllowed({Role.PLANNER, Role.REVIEWER})
  public View all() {
    return View.of("questionnaire/all.jte")
        .with("versions", questionnaires.all())
        .with("questionnaires", questionnaires);
  }

  @GET
  @Path("{code}/{version}")
  @RolesAllowed({Role.PLANNER, Role.REVIEWER, Role.FOCAL_POINT, Role.CONTRIBUTOR})
  public View one(@PathParam("code") String code, @PathParam("version") String name) {
    QuestionnaireVersion version =
        questionnaires.find(code, name).orElseThrow(ProblemKind.NOT_FOUND::exception);
    return View.of("questionnaire/one.jte")
        .with("version", version)
        .with("form", questionnaires.form(version.id()));
  }

  /** The form, verbatim. */
  @GET
  @Path("{code}/{version}.yaml")
  @jakarta.ws.rs.Produces("application/yaml;charset=utf-8")
  @RolesAllowed({Role.PLANNER, Role.REVIEWER, Role.FOCAL_POINT, Role.CONTRIBUTOR})
  public String yaml(@PathParam("code") String code, @PathParam("version") String name) {
    QuestionnaireVersion version =
        questionnaires.find(code, name).orElseThrow(ProblemKind.NOT_FOUND::exception);
    return questionnaires.files(version.id()).get(FormFile.FORM);
  }
}

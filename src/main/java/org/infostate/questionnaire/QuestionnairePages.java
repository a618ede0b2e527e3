package org.infostate.questionnaire;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.infostate.account.Actor;
import org.infostate.account.Role;
import org.infostate.page.View;
import org.infostate.problem.Problem;

/**
 * The versions that there are, and what each asks; {@code design} has the pages that change them.
 */
@RequestScoped
@Path("questionnaires")
public class QuestionnairePages {

  @Inject private Questionnaires questionnaires;
  @Inject private EditVersion editVersion;
  @Inject private Actor actor;

  @GET
  @RolesAllowed({Role.PLANNER, Role.REVIEWER})
  public View all() {
    List<QuestionnaireVersion> versions = questionnaires.all(actor);
    Map<Long, Form> forms = new HashMap<>();
    for (QuestionnaireVersion version : versions) {
      questionnaires.readable(version).ifPresent(form -> forms.put(version.id(), form));
    }
    return View.of("questionnaire/all.jte").with("versions", versions).with("forms", forms);
  }

  @GET
  @Path("{code}/{version}")
  @RolesAllowed({Role.PLANNER, Role.REVIEWER, Role.FOCAL_POINT, Role.CONTRIBUTOR})
  public View one(@PathParam("code") String code, @PathParam("version") String name) {
    QuestionnaireVersion version = questionnaires.require(code, name, actor);
    Form form = questionnaires.verified(version).orElse(null);
    List<Problem> warnings =
        form != null && version.draft() ? editVersion.warnings(version) : List.of();
    return View.of("questionnaire/one.jte")
        .with("version", version)
        .with("form", form)
        .with("warnings", warnings);
  }

  /** The form, verbatim. */
  @GET
  @Path("{code}/{version}.yaml")
  @Produces("application/yaml;charset=utf-8")
  @RolesAllowed({Role.PLANNER, Role.REVIEWER, Role.FOCAL_POINT, Role.CONTRIBUTOR})
  public String yaml(@PathParam("code") String code, @PathParam("version") String name) {
    QuestionnaireVersion version = questionnaires.require(code, name, actor);
    return questionnaires.files(version.id()).get(FormFile.FORM);
  }
}

package org.infostate.questionnaire;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.util.List;
import org.infostate.account.Role;
import org.infostate.problem.ProblemKind;

/** Questionnaire versions over HTTP. */
@RequestScoped
@Path("api/v1/questionnaires")
@Produces(MediaType.APPLICATION_JSON)
public class QuestionnairesResource {

  @Inject private Questionnaires questionnaires;

  /** A version in short. */
  public record VersionBody(
      String code, String version, String state, String sha256, Instant publishedAt) {

    static VersionBody of(QuestionnaireVersion version) {
      return new VersionBody(
          version.code(),
          version.version(),
          version.state().name().toLowerCase(java.util.Locale.ROOT),
          version.sha256(),
          version.publishedAt());
    }
  }

  @GET
  @RolesAllowed({Role.PLANNER, Role.REVIEWER, Role.FOCAL_POINT, Role.CONTRIBUTOR, Role.RESEARCHER})
  public List<VersionBody> all() {
    return questionnaires.all().stream().map(VersionBody::of).toList();
  }

  @GET
  @Path("{code}/{version}.yaml")
  @Produces("application/yaml;charset=utf-8")
  @RolesAllowed({Role.PLANNER, Role.REVIEWER, Role.FOCAL_POINT, Role.CONTRIBUTOR, Role.RESEARCHER})
  public String yaml(@PathParam("code") String code, @PathParam("version") String version) {
    return questionnaires
        .find(code, version)
        .map(found -> questionnaires.files(found.id()).get(FormFile.FORM))
        .orElseThrow(ProblemKind.NOT_FOUND::exception);
  }
}

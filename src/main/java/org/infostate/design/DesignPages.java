package org.infostate.design;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.EntityPart;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.infostate.account.Actor;
import org.infostate.account.Role;
import org.infostate.audit.Audited;
import org.infostate.page.View;
import org.infostate.problem.Problem;
import org.infostate.problem.ProblemException;
import org.infostate.problem.ProblemKind;
import org.infostate.questionnaire.Difference;
import org.infostate.questionnaire.EditVersion;
import org.infostate.questionnaire.QuestionnaireVersion;
import org.infostate.questionnaire.Questionnaires;

/** The pages on which a planner uploads a version, compares it, publishes and retires it. */
@RequestScoped
@Path("questionnaires")
public class DesignPages {

  @Inject private Questionnaires questionnaires;
  @Inject private EditVersion editVersion;
  @Inject private Actor actor;

  @GET
  @Path("upload")
  @RolesAllowed(Role.PLANNER)
  public View upload() {
    return upload("/questionnaires/upload", null, List.of());
  }

  private static View upload(String action, Integer seen, List<Problem> problems) {
    return View.of("design/upload.jte")
        .with("action", action)
        .with("seen", seen)
        .with("problems", problems);
  }

  /** Stores a draft, or shows all that is wrong with it. */
  @POST
  @Path("upload")
  @Consumes(MediaType.MULTIPART_FORM_DATA)
  @Transactional(dontRollbackOn = ProblemException.class)
  @Audited("questionnaire.draft")
  @RolesAllowed(Role.PLANNER)
  public Response draft(List<EntityPart> parts) throws IOException {
    try {
      DraftFiles sent = DraftFiles.of(parts);
      return stored(sent, editVersion.draft(sent.files(), actor.login()), "drafted");
    } catch (ProblemException e) {
      return refused(e, upload("/questionnaires/upload", null, e.problems()));
    }
  }

  /** The draft; what only the file could tell is shown at once, as it is not kept. */
  private static Response stored(DraftFiles sent, EditVersion.Checked draft, String notice) {
    return sent.warnings().isEmpty()
        ? to(draft.version(), notice)
        : Response.ok(
                View.of("questionnaire/one.jte")
                    .with("version", draft.version())
                    .with("form", draft.form())
                    .with("warnings", draft.and(sent.warnings()).warnings()))
            .build();
  }

  private static Response to(QuestionnaireVersion version, String notice) {
    return Response.seeOther(URI.create(version.path() + "?notice=common.notice." + notice))
        .build();
  }

  private static Response refused(ProblemException e, View shown) {
    return Response.status(e.first().kind().status()).entity(shown).build();
  }

  @POST
  @Path("{code}/{version}/replacement")
  @Consumes(MediaType.MULTIPART_FORM_DATA)
  @Transactional(dontRollbackOn = ProblemException.class)
  @Audited("questionnaire.replace")
  @RolesAllowed(Role.PLANNER)
  public Response replace(
      @PathParam("code") String code, @PathParam("version") String name, List<EntityPart> parts)
      throws IOException {
    QuestionnaireVersion version = questionnaires.require(code, name, actor);
    int seen = seen(parts);
    try {
      DraftFiles sent = DraftFiles.of(parts);
      return stored(
          sent, editVersion.replace(version, seen, sent.files(), actor.login()), "replaced");
    } catch (ProblemException e) {
      return refused(e, upload(version.path() + "/replacement", seen, e.problems()));
    }
  }

  private static int seen(List<EntityPart> parts) throws IOException {
    for (EntityPart part : parts) {
      if ("seen".equals(part.getName())) {
        byte[] sent = part.getContent().readNBytes(9);
        return seen(new String(sent, StandardCharsets.US_ASCII));
      }
    }
    throw ProblemKind.VERSION_PRECONDITION_MISSING.exception();
  }

  private static int seen(String edition) {
    if (edition == null || !edition.matches("\\d{1,9}")) {
      throw ProblemKind.VERSION_PRECONDITION_MISSING.exception();
    }
    return Integer.parseInt(edition);
  }

  @POST
  @Path("{code}/{version}/removal")
  @Transactional
  @Audited("questionnaire.delete")
  @RolesAllowed(Role.PLANNER)
  public Response delete(
      @PathParam("code") String code,
      @PathParam("version") String name,
      @FormParam("seen") String seen) {
    editVersion.delete(questionnaires.require(code, name, actor), seen(seen));
    return Response.seeOther(URI.create("/questionnaires?notice=common.notice.deleted")).build();
  }

  @POST
  @Path("{code}/{version}/publication")
  @Transactional
  @Audited("questionnaire.publish")
  @RolesAllowed(Role.PLANNER)
  public Response publish(
      @PathParam("code") String code,
      @PathParam("version") String name,
      @FormParam("seen") String seen) {
    QuestionnaireVersion version = questionnaires.require(code, name, actor);
    editVersion.publish(version, seen(seen), actor.login());
    return to(version, "published");
  }

  @POST
  @Path("{code}/{version}/retirement")
  @Transactional
  @Audited("questionnaire.retire")
  @RolesAllowed(Role.PLANNER)
  public Response retire(@PathParam("code") String code, @PathParam("version") String name) {
    QuestionnaireVersion version = questionnaires.require(code, name, actor);
    editVersion.retire(version, actor.login());
    return to(version, "retired");
  }

  /** The difference to another version of the same questionnaire: the one before, unless named. */
  @GET
  @Path("{code}/{version}/changes")
  @RolesAllowed({Role.PLANNER, Role.REVIEWER})
  public View changes(
      @PathParam("code") String code,
      @PathParam("version") String name,
      @QueryParam("since") @DefaultValue("") String since) {
    QuestionnaireVersion version = questionnaires.require(code, name, actor);
    QuestionnaireVersion before =
        since.isEmpty()
            ? questionnaires.before(version).orElse(null)
            : questionnaires.require(code, since, actor);
    return View.of("design/changes.jte")
        .with("version", version)
        .with("since", before)
        .with(
            "others",
            questionnaires.all(actor).stream()
                .filter(other -> other.code().equals(code) && !other.id().equals(version.id()))
                .toList())
        .with("form", questionnaires.form(version.id()))
        .with(
            "difference",
            before == null
                ? null
                : Difference.between(
                    questionnaires.form(before.id()), questionnaires.form(version.id())));
  }
}

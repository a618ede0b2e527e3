package org.infostate.planning;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
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
import org.infostate.page.Upload;
import org.infostate.page.View;
import org.infostate.problem.Place;
import org.infostate.problem.Problem;
import org.infostate.problem.ProblemException;
import org.infostate.problem.ProblemKind;

/** What planners bring, as pages: the texts in use, bringing a changed one, earlier ones. */
@RequestScoped
@Path("planning/files")
public class PlanningFilePages {

  @Inject private PlanningFiles files;
  @Inject private ChangePlanningFile changePlanningFile;
  @Inject private Actor actor;

  @GET
  @Path("{kind: [a-z]+}")
  @RolesAllowed({Role.PLANNER, Role.REVIEWER})
  public View one(@PathParam("kind") String code) {
    return one(kind(code), List.of());
  }

  private View one(PlanningFile.Kind kind, List<Problem> problems) {
    return View.of("planning/file.jte")
        .with("kind", kind)
        .with("number", files.number(kind))
        .with("versions", files.of(kind))
        .with("problems", problems);
  }

  /** Keeps a changed text, which is in use from then on, or shows all that is wrong with it. */
  @POST
  @Path("{kind: [a-z]+}")
  @Consumes(MediaType.MULTIPART_FORM_DATA)
  @Transactional(dontRollbackOn = ProblemException.class)
  @Audited("planning_file.upload")
  @RolesAllowed(Role.PLANNER)
  public Response upload(@PathParam("kind") String code, List<EntityPart> parts)
      throws IOException {
    PlanningFile.Kind kind = kind(code);
    try {
      Upload upload = Upload.of(parts, ChangePlanningFile.MOST_MEGABYTES);
      changePlanningFile.add(kind, upload.content(), seen(parts), actor);
      return Response.seeOther(
              URI.create("/planning/files/" + kind.code() + "?notice=common.notice.saved"))
          .build();
    } catch (ProblemException e) {
      return Response.status(e.first().kind().status()).entity(one(kind, e.problems())).build();
    }
  }

  private static int seen(List<EntityPart> parts) throws IOException {
    for (EntityPart part : parts) {
      if (part.getName().equals("seen")) {
        String seen = new String(part.getContent().readNBytes(20), StandardCharsets.UTF_8);
        if (seen.matches("\\d{1,9}")) {
          return Integer.parseInt(seen);
        }
      }
    }
    throw ProblemKind.FIELD_MISSING.at(Place.question("seen")).exception();
  }

  /** The kind with this code, or a 404 problem. */
  static PlanningFile.Kind kind(String code) {
    return PlanningFile.Kind.of(code).orElseThrow(ProblemKind.NOT_FOUND::exception);
  }
}

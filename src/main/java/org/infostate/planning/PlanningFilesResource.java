package org.infostate.planning;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import org.infostate.account.Actor;
import org.infostate.account.Role;
import org.infostate.audit.Audited;
import org.infostate.problem.ProblemException;
import org.infostate.problem.ProblemKind;

/** What planners bring, over HTTP: the catalogue, declared targets, assistance that is given. */
@RequestScoped
@Path("api/v1/planning")
@Produces(MediaType.APPLICATION_JSON)
public class PlanningFilesResource {

  @Inject private PlanningFiles files;
  @Inject private ChangePlanningFile changePlanningFile;
  @Inject private Actor actor;

  /** A version that somebody brought. */
  public record VersionBody(int number, String sha256, String createdBy, Instant createdAt) {

    static VersionBody of(PlanningFile file) {
      return new VersionBody(file.number(), file.sha256(), file.createdBy(), file.createdAt());
    }
  }

  /**
   * All versions.
   *
   * @param number of the one in use; 0 is what ships
   */
  public record FileBody(String kind, int number, List<VersionBody> versions) {}

  @GET
  @Path("{kind: [a-z]+}")
  @RolesAllowed({Role.PLANNER, Role.REVIEWER})
  public FileBody one(@PathParam("kind") String code) {
    PlanningFile.Kind kind = PlanningFilePages.kind(code);
    return new FileBody(
        kind.code(), files.number(kind), files.of(kind).stream().map(VersionBody::of).toList());
  }

  /** The text itself. */
  @GET
  @Path("{kind: [a-z]+}/{number: \\d{1,9}}.{ending: yaml|csv}")
  @Produces(MediaType.WILDCARD)
  @RolesAllowed({Role.PLANNER, Role.REVIEWER})
  public Response text(
      @PathParam("kind") String code,
      @PathParam("number") int number,
      @PathParam("ending") String ending) {
    PlanningFile.Kind kind = PlanningFilePages.kind(code);
    if (!kind.ending().equals(ending)) {
      throw ProblemKind.NOT_FOUND.exception();
    }
    return Response.ok(files.content(kind, number), kind.type() + ";charset=utf-8")
        .header(
            "Content-Disposition",
            "attachment; filename=\"" + kind.code() + "-" + number + "." + ending + "\"")
        .build();
  }

  /**
   * Keeps a changed text, which is in use from then on.
   *
   * @param seen the number of the one in use when the caller looked
   */
  @POST
  @Path("{kind: [a-z]+}")
  @Consumes(MediaType.WILDCARD)
  @Transactional(dontRollbackOn = ProblemException.class)
  @Audited("planning_file.upload")
  @RolesAllowed(Role.PLANNER)
  public Response upload(
      @PathParam("kind") String code,
      @QueryParam("seen") @DefaultValue("0") int seen,
      byte[] content) {
    PlanningFile.Kind kind = PlanningFilePages.kind(code);
    if (content.length > ChangePlanningFile.MOST_MEGABYTES << 20) {
      throw ProblemKind.BODY_TOO_LARGE.exception(ChangePlanningFile.MOST_MEGABYTES);
    }
    int number = changePlanningFile.add(kind, content, seen, actor);
    return Response.created(
            URI.create("/api/v1/planning/" + kind.code() + "/" + number + "." + kind.ending()))
        .entity(one(code))
        .build();
  }
}

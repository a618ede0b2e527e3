package org.infostate.response;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.EntityPart;
import jakarta.ws.rs.core.MediaType;
import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.infostate.account.Actor;
import org.infostate.account.Role;
import org.infostate.audit.Audited;
import org.infostate.page.Upload;
import org.infostate.problem.ProblemKind;
import org.infostate.text.ReadersLanguage;

/** The files and links that support the answers of a response, over HTTP. */
@RequestScoped
@Path("api/v1/rounds/{round}/responses/{iso3}/evidence")
@Produces(MediaType.APPLICATION_JSON)
public class EvidenceResource {

  @Inject private Responses responses;
  @Inject private KeepEvidence keepEvidence;
  @Inject private EvidenceFiles files;
  @Inject private Actor actor;
  @Inject private Clock clock;
  @Context private HttpServletRequest request;

  @PathParam("round")
  private String round;

  @PathParam("iso3")
  private String iso3;

  /** A file or a link; what the other has is null. */
  public record Piece(
      long id,
      String question,
      Integer row,
      String name,
      String url,
      LocalDate accessedOn,
      String mediaType,
      Long sizeBytes,
      String sha256,
      String addedBy,
      Instant addedAt) {

    static Piece of(Evidence e) {
      return new Piece(
          e.id(),
          e.key() == null ? null : e.key().question(),
          e.key() == null ? null : e.key().row(),
          e.fileName(),
          e.url(),
          e.accessedOn(),
          e.mediaType(),
          e.isLink() ? null : e.sizeBytes(),
          e.sha256(),
          e.addedBy(),
          e.addedAt());
    }
  }

  /**
   * A link to be kept.
   *
   * @param accessed {@code yyyy-mm-dd}; null for today
   */
  public record Link(String url, String title, String accessed) {}

  @GET
  @RolesAllowed({Role.FOCAL_POINT, Role.CONTRIBUTOR, Role.REVIEWER, Role.PLANNER})
  public List<Piece> all() {
    Response response = responses.require(round, iso3, actor);
    return responses.evidence(response).stream()
        .filter(each -> keepEvidence.shared(response, each, actor))
        .map(Piece::of)
        .toList();
  }

  @POST
  @Consumes(MediaType.MULTIPART_FORM_DATA)
  @Transactional
  @Audited("evidence.add")
  @RolesAllowed({Role.FOCAL_POINT, Role.CONTRIBUTOR})
  public jakarta.ws.rs.core.Response addFile(
      @QueryParam("question") String question,
      @QueryParam("row") @DefaultValue("0") int row,
      List<EntityPart> parts)
      throws IOException {
    Response response = responses.require(round, iso3, actor);
    KeepEvidence.Spot spot = keepEvidence.spot(response, new AnswerKey(question, row), actor);
    return created(
        keepEvidence.file(
            response,
            spot,
            Upload.of(parts, KeepEvidence.MOST_MEGABYTES),
            actor,
            ReadersLanguage.of(request),
            clock.instant()));
  }

  @POST
  @Path("links")
  @Consumes(MediaType.APPLICATION_JSON)
  @Transactional
  @Audited("evidence.add")
  @RolesAllowed({Role.FOCAL_POINT, Role.CONTRIBUTOR})
  public jakarta.ws.rs.core.Response addLink(
      @QueryParam("question") String question,
      @QueryParam("row") @DefaultValue("0") int row,
      Link link) {
    if (link == null) {
      throw ProblemKind.BODY_UNREADABLE.exception();
    }
    Response response = responses.require(round, iso3, actor);
    KeepEvidence.Spot spot = keepEvidence.spot(response, new AnswerKey(question, row), actor);
    return created(
        keepEvidence.link(
            response, spot, link.url(), link.title(), link.accessed(), actor, clock.instant()));
  }

  private static jakarta.ws.rs.core.Response created(Evidence evidence) {
    return jakarta.ws.rs.core.Response.status(jakarta.ws.rs.core.Response.Status.CREATED)
        .entity(Piece.of(evidence))
        .build();
  }

  /** The content of a file, always as an attachment. */
  @GET
  @Path("{id}/content")
  @Produces(MediaType.WILDCARD)
  @RolesAllowed({Role.FOCAL_POINT, Role.CONTRIBUTOR, Role.REVIEWER, Role.PLANNER})
  public jakarta.ws.rs.core.Response read(@PathParam("id") long id) throws IOException {
    return EvidencePages.attachment(
        files, keepEvidence.require(responses.require(round, iso3, actor), id, actor));
  }

  @DELETE
  @Path("{id}")
  @Transactional
  @Audited("evidence.remove")
  @RolesAllowed({Role.FOCAL_POINT, Role.CONTRIBUTOR})
  public void remove(@PathParam("id") long id) {
    Response response = responses.require(round, iso3, actor);
    keepEvidence.remove(
        response,
        keepEvidence.require(response, id, actor),
        actor,
        ReadersLanguage.of(request),
        clock.instant());
  }
}

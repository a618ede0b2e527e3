package org.infostate.response;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.EntityPart;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.infostate.account.Actor;
import org.infostate.account.Role;
import org.infostate.audit.Audited;
import org.infostate.page.Upload;
import org.infostate.page.View;
import org.infostate.problem.Problem;
import org.infostate.problem.ProblemException;
import org.infostate.problem.ProblemKind;
import org.infostate.text.ReadersLanguage;

/** The files and links of one answer as a page: what there is, adding, removing, reading. */
@RequestScoped
@Path("rounds/{round}/responses/{iso3}/evidence")
public class EvidencePages {

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

  @GET
  @RolesAllowed({Role.FOCAL_POINT, Role.CONTRIBUTOR, Role.REVIEWER, Role.PLANNER})
  public View all(
      @QueryParam("question") String question, @QueryParam("row") @DefaultValue("0") int row) {
    Response response = responses.require(round, iso3, actor);
    return page(response, spot(response, question, row), "", "", null, List.of());
  }

  private KeepEvidence.Spot spot(Response response, String question, int row) {
    return keepEvidence.spot(response, new AnswerKey(question, row), actor);
  }

  private View page(
      Response response,
      KeepEvidence.Spot spot,
      String url,
      String title,
      String accessed,
      List<Problem> problems) {
    LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    return View.of("response/evidence.jte")
        .with("response", response)
        .with("form", spot.form())
        .with("section", spot.section())
        .with("key", spot.key())
        .with("evidence", keepEvidence.of(response, spot.key()))
        .with("editable", Role.ofCountry(actor.role()) && response.open(clock.instant()))
        .with("url", url)
        .with("title", title)
        .with("accessed", accessed == null ? today.toString() : accessed)
        .with("problems", problems);
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
    KeepEvidence.Spot spot = spot(response, question, row);
    try {
      keepEvidence.file(
          response,
          spot,
          Upload.of(parts, KeepEvidence.MOST_MEGABYTES),
          actor,
          ReadersLanguage.of(request),
          clock.instant());
      return back(response, spot, "common.notice.uploaded");
    } catch (ProblemException e) {
      return refused(page(response, spot, "", "", null, e.problems()), e);
    }
  }

  @POST
  @Path("links")
  @Transactional
  @Audited("evidence.add")
  @RolesAllowed({Role.FOCAL_POINT, Role.CONTRIBUTOR})
  public jakarta.ws.rs.core.Response addLink(
      @QueryParam("question") String question,
      @QueryParam("row") @DefaultValue("0") int row,
      @FormParam("url") @DefaultValue("") String url,
      @FormParam("title") @DefaultValue("") String title,
      @FormParam("accessed") @DefaultValue("") String accessed) {
    Response response = responses.require(round, iso3, actor);
    KeepEvidence.Spot spot = spot(response, question, row);
    try {
      keepEvidence.link(response, spot, url, title, accessed, actor, clock.instant());
      return back(response, spot, "common.notice.saved");
    } catch (ProblemException e) {
      return refused(page(response, spot, url, title, accessed, e.problems()), e);
    }
  }

  private static jakarta.ws.rs.core.Response refused(View page, ProblemException e) {
    return jakarta.ws.rs.core.Response.status(e.first().kind().status()).entity(page).build();
  }

  @POST
  @Path("{id}/removal")
  @Transactional
  @Audited("evidence.remove")
  @RolesAllowed({Role.FOCAL_POINT, Role.CONTRIBUTOR})
  public jakarta.ws.rs.core.Response remove(@PathParam("id") long id) {
    Response response = responses.require(round, iso3, actor);
    Evidence evidence = keepEvidence.require(response, id, actor);
    keepEvidence.remove(response, evidence, actor, ReadersLanguage.of(request), clock.instant());
    return evidence.key() == null
        ? jakarta.ws.rs.core.Response.seeOther(URI.create(response.path())).build()
        : back(response, keepEvidence.spot(response, evidence.key(), actor), "common.notice.saved");
  }

  private static jakarta.ws.rs.core.Response back(
      Response response, KeepEvidence.Spot spot, String notice) {
    return jakarta.ws.rs.core.Response.seeOther(
            URI.create(
                response.path()
                    + "/evidence?question="
                    + spot.key().question()
                    + "&row="
                    + spot.key().row()
                    + "&notice="
                    + notice))
        .build();
  }

  /** The file, always to be saved and never shown, so that nothing in it runs here. */
  @GET
  @Path("{id}")
  @RolesAllowed({Role.FOCAL_POINT, Role.CONTRIBUTOR, Role.REVIEWER, Role.PLANNER})
  public jakarta.ws.rs.core.Response read(@PathParam("id") long id) throws IOException {
    Response response = responses.require(round, iso3, actor);
    return attachment(files, keepEvidence.require(response, id, actor));
  }

  static jakarta.ws.rs.core.Response attachment(EvidenceFiles files, Evidence evidence)
      throws IOException {
    if (evidence.isLink()) {
      throw ProblemKind.NOT_FOUND.exception();
    }
    String name =
        URLEncoder.encode(evidence.fileName(), StandardCharsets.UTF_8).replace("+", "%20");
    return jakarta.ws.rs.core.Response.ok(files.read(evidence.sha256()), evidence.mediaType())
        .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename*=UTF-8''" + name)
        .header(HttpHeaders.CACHE_CONTROL, "private, no-store")
        .header("Content-Security-Policy", "sandbox; default-src 'none'")
        .build();
  }
}

package org.infostate.workbook;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.EntityPart;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.infostate.account.Actor;
import org.infostate.account.Role;
import org.infostate.audit.Audited;
import org.infostate.page.Upload;
import org.infostate.page.View;
import org.infostate.problem.Problem;
import org.infostate.problem.ProblemKind;
import org.infostate.response.AnswerKey;
import org.infostate.response.EvidenceFiles;
import org.infostate.response.FilledForms;
import org.infostate.response.Response;
import org.infostate.response.Responses;
import org.infostate.text.Language;
import org.infostate.text.ReadersLanguage;

/** The workbook of a response: to be downloaded, tried, and confirmed. */
@RequestScoped
@Path("rounds/{round}/responses/{iso3}")
public class WorkbookPages {

  static final String XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

  private static final int MOST_MEGABYTES = 10;

  @Inject private Responses responses;
  @Inject private Workbooks workbooks;
  @Inject private FilledForms filledForms;
  @Inject private IssueWorkbook issueWorkbook;
  @Inject private ImportWorkbook importWorkbook;
  @Inject private EvidenceFiles files;
  @Inject private Actor actor;
  @Inject private Clock clock;
  @Context private HttpServletRequest request;

  @PathParam("round")
  private String round;

  @PathParam("iso3")
  private String iso3;

  @GET
  @Path("workbook")
  @Produces(XLSX)
  @RolesAllowed({Role.FOCAL_POINT, Role.CONTRIBUTOR, Role.REVIEWER, Role.PLANNER})
  public jakarta.ws.rs.core.Response download() throws IOException {
    return workbook(responses.require(round, iso3, actor), issueWorkbook, actor, language());
  }

  /**
   * The workbook as a reply; made whole before the first byte leaves, so that it fails as a whole.
   */
  static jakarta.ws.rs.core.Response workbook(
      Response response, IssueWorkbook issueWorkbook, Actor actor, Language language)
      throws IOException {
    ByteArrayOutputStream made = new ByteArrayOutputStream();
    issueWorkbook.write(response, actor, language, made);
    return jakarta.ws.rs.core.Response.ok(made.toByteArray(), XLSX)
        .header(
            HttpHeaders.CONTENT_DISPOSITION,
            "attachment; filename=\"" + IssueWorkbook.fileName(response, language) + "\"")
        .header(HttpHeaders.CACHE_CONTROL, "private, no-store")
        .build();
  }

  private Language language() {
    return ReadersLanguage.of(request);
  }

  /** Keeps the file and shows what it would change; stores no answer. */
  @POST
  @Path("workbook")
  @Consumes(MediaType.MULTIPART_FORM_DATA)
  @Transactional
  @Audited("workbook.try")
  @RolesAllowed({Role.FOCAL_POINT, Role.CONTRIBUTOR})
  public jakarta.ws.rs.core.Response tryOut(List<EntityPart> parts) throws IOException {
    Response response = responses.require(round, iso3, actor);
    response.refuseUnlessOpen(clock.instant());
    Upload upload = Upload.of(parts, MOST_MEGABYTES);
    Trial trial = importWorkbook.dryRun(response, upload.content(), actor, language());
    WorkbookUpload kept =
        new WorkbookUpload(
            response.id(),
            files.keep(upload.content()),
            upload.fileName(),
            actor.login(),
            clock.instant());
    workbooks.add(kept);
    return shown(response, kept, trial, List.of());
  }

  private jakarta.ws.rs.core.Response shown(
      Response response, WorkbookUpload upload, Trial trial, List<Problem> undecided) {
    int status = trial.acceptable() && undecided.isEmpty() ? 200 : 422;
    return jakarta.ws.rs.core.Response.status(status)
        .entity(
            View.of("workbook/trial.jte")
                .with("response", response)
                .with("upload", upload)
                .with("trial", trial)
                .with("undecided", undecided)
                .with("forms", filledForms.forms(response)))
        .build();
  }

  /** Stores what the trial showed, all of it or nothing. */
  @POST
  @Path("workbook/{upload}/confirmation")
  @Transactional
  @Audited("workbook.import")
  @RolesAllowed({Role.FOCAL_POINT, Role.CONTRIBUTOR})
  public jakarta.ws.rs.core.Response confirm(
      @PathParam("upload") long uploadId, MultivaluedMap<String, String> posted)
      throws IOException {
    Response response = responses.require(round, iso3, actor);
    WorkbookUpload upload =
        workbooks
            .upload(response, uploadId)
            .filter(kept -> kept.uploadedBy().equals(actor.login()))
            .orElseThrow(ProblemKind.WORKBOOK_DRY_RUN_EXPIRED::exception);
    byte[] content = files.read(upload.sha256());
    Trial now = importWorkbook.dryRun(response, content, actor, language());
    Map<AnswerKey, Trial.Side> winners = winners(now, posted);
    if (!now.fingerprint().equals(posted.getFirst("seen"))) {
      return shown(response, upload, now, List.of(ProblemKind.WORKBOOK_IN_THE_MEANTIME.problem()));
    }
    if (!now.acceptable() || winners.size() < now.conflicts().size()) {
      return shown(response, upload, now, List.of());
    }
    importWorkbook.apply(response, content, winners, null, now.fingerprint(), actor, language());
    return jakarta.ws.rs.core.Response.seeOther(
            URI.create(response.path() + "?notice=common.notice.imported"))
        .build();
  }

  private static Map<AnswerKey, Trial.Side> winners(
      Trial trial, MultivaluedMap<String, String> posted) {
    Map<AnswerKey, Trial.Side> winners = new HashMap<>();
    for (Trial.Conflict conflict : trial.conflicts()) {
      String side = posted.getFirst("w." + conflict.key().field());
      if ("workbook".equals(side) || "online".equals(side)) {
        winners.put(conflict.key(), Trial.Side.valueOf(side.toUpperCase(Locale.ROOT)));
      }
    }
    return winners;
  }
}

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
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.EntityPart;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
import org.infostate.text.Texts;

/** The workbook of a response: to be downloaded, tried, and confirmed. */
@RequestScoped
@Path("rounds/{round}/responses/{iso3}")
public class WorkbookPages {

  static final String XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

  static final int MOST_MEGABYTES = 10;
  static final int MOST_FILES = 20;

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

  /**
   * The workbook, to be filled in offline.
   *
   * @param sections of it; none means all that the person may see
   * @param language of the workbook, where it is not the reader's
   */
  @GET
  @Path("workbook")
  @Produces(XLSX)
  @RolesAllowed({Role.FOCAL_POINT, Role.CONTRIBUTOR, Role.REVIEWER, Role.PLANNER})
  public jakarta.ws.rs.core.Response download(
      @QueryParam("section") List<String> sections, @QueryParam("language") String language)
      throws IOException {
    return workbook(
        responses.require(round, iso3, actor),
        sections,
        issueWorkbook,
        actor,
        Language.of(language == null ? "" : language).orElseGet(this::language));
  }

  /**
   * The workbook as a reply; made whole before the first byte leaves, so that it fails as a whole.
   */
  static jakarta.ws.rs.core.Response workbook(
      Response response,
      List<String> sections,
      IssueWorkbook issueWorkbook,
      Actor actor,
      Language language)
      throws IOException {
    ByteArrayOutputStream made = new ByteArrayOutputStream();
    issueWorkbook.write(response, sections, actor, language, made);
    return jakarta.ws.rs.core.Response.ok(made.toByteArray(), XLSX)
        .header(
            HttpHeaders.CONTENT_DISPOSITION,
            "attachment; filename=\"" + IssueWorkbook.fileName(response, sections, language) + "\"")
        .header(HttpHeaders.CACHE_CONTROL, "private, no-store")
        .build();
  }

  private Language language() {
    return ReadersLanguage.of(request);
  }

  /** Keeps the files and shows what they would change together; stores no answer. */
  @POST
  @Path("workbook")
  @Consumes(MediaType.MULTIPART_FORM_DATA)
  @Transactional
  @Audited("workbook.try")
  @RolesAllowed({Role.FOCAL_POINT, Role.CONTRIBUTOR})
  public jakarta.ws.rs.core.Response tryOut(List<EntityPart> parts) throws IOException {
    Response response = responses.require(round, iso3, actor);
    response.refuseUnlessOpen(clock.instant());
    List<Upload> uploads = Upload.all(parts, MOST_FILES, MOST_MEGABYTES);
    Trial trial = importWorkbook.dryRun(response, uploads, actor, language());
    List<WorkbookUpload> kept = new ArrayList<>();
    for (Upload upload : uploads) {
      kept.add(
          new WorkbookUpload(
              response.id(),
              files.keep(upload.content()),
              upload.fileName(),
              actor.login(),
              clock.instant()));
      workbooks.add(kept.get(kept.size() - 1));
    }
    return shown(response, kept, trial, List.of(), Map.of());
  }

  private jakarta.ws.rs.core.Response shown(
      Response response,
      List<WorkbookUpload> uploads,
      Trial trial,
      List<Problem> undecided,
      Map<AnswerKey, String> decided) {
    int status = trial.acceptable() && undecided.isEmpty() ? 200 : 422;
    return jakarta.ws.rs.core.Response.status(status)
        .entity(
            View.of("workbook/trial.jte")
                .with("response", response)
                .with("uploads", uploads)
                .with("trial", trial)
                .with("undecided", undecided)
                .with("decided", decided)
                .with(
                    "shown",
                    new TrialShown(
                        filledForms.forms(response),
                        Texts.in(language()),
                        issueWorkbook.fileNames(response))))
        .build();
  }

  /**
   * Stores what the trial showed, all of it or nothing.
   *
   * @param posted {@code upload}: number of each file that was tried; {@code seen}: fingerprint of
   *     the trial; and the decisions, see {@link WorkbookDecisions}
   */
  @POST
  @Path("workbook/confirmation")
  @Transactional
  @Audited("workbook.import")
  @RolesAllowed({Role.FOCAL_POINT, Role.CONTRIBUTOR})
  public jakarta.ws.rs.core.Response confirm(MultivaluedMap<String, String> posted)
      throws IOException {
    Response response = responses.require(round, iso3, actor);
    List<WorkbookUpload> kept = new ArrayList<>();
    List<Upload> uploads = new ArrayList<>();
    for (String number : posted.getOrDefault("upload", List.of())) {
      WorkbookUpload upload = upload(response, number);
      kept.add(upload);
      uploads.add(new Upload(upload.fileName(), files.read(upload.sha256())));
    }
    if (kept.isEmpty()) {
      throw ProblemKind.WORKBOOK_DRY_RUN_EXPIRED.exception();
    }
    Trial now = importWorkbook.dryRun(response, uploads, actor, language());
    WorkbookDecisions decisions = WorkbookDecisions.of(now.conflicts(), posted::getFirst);
    if (!now.fingerprint().equals(posted.getFirst("seen"))) {
      List<Problem> meanwhile = List.of(ProblemKind.WORKBOOK_IN_THE_MEANTIME.problem());
      return shown(response, kept, now, meanwhile, decisions.sides());
    }
    if (!now.acceptable() || !decisions.settle(now.conflicts())) {
      List<Problem> open =
          now.acceptable() ? List.of(ProblemKind.WORKBOOK_UNDECIDED.problem()) : List.of();
      return shown(response, kept, now, open, decisions.sides());
    }
    importWorkbook.apply(response, uploads, decisions, null, now.fingerprint(), actor, language());
    return jakarta.ws.rs.core.Response.seeOther(
            URI.create(response.path() + "?notice=common.notice.imported"))
        .build();
  }

  private WorkbookUpload upload(Response response, String number) {
    return Optional.of(number)
        .filter(digits -> digits.matches("\\d{1,18}"))
        .flatMap(digits -> workbooks.upload(response, Long.parseLong(digits)))
        .filter(kept -> kept.uploadedBy().equals(actor.login()))
        .orElseThrow(ProblemKind.WORKBOOK_DRY_RUN_EXPIRED::exception);
  }
}

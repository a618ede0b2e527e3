package org.infostate.workbook;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.EntityPart;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.infostate.account.Actor;
import org.infostate.account.Role;
import org.infostate.audit.Audited;
import org.infostate.page.Upload;
import org.infostate.problem.Place;
import org.infostate.problem.Problem;
import org.infostate.problem.ProblemException;
import org.infostate.problem.ProblemKind;
import org.infostate.response.AnswerKey;
import org.infostate.response.Given;
import org.infostate.response.Held;
import org.infostate.response.Response;
import org.infostate.response.Responses;
import org.infostate.text.Language;
import org.infostate.text.ReadersLanguage;
import org.infostate.text.Texts;

/** The workbook of a response over HTTP. */
@RequestScoped
@Path("api/v1/rounds/{round}/responses")
public class WorkbooksResource {

  @Inject private Responses responses;
  @Inject private IssueWorkbook issueWorkbook;
  @Inject private ImportWorkbook importWorkbook;
  @Inject private Actor actor;
  @Context private HttpServletRequest request;

  @PathParam("round")
  private String round;

  /** What workbooks would do, or have done. */
  public record TrialBody(
      boolean stored,
      List<ChangeBody> added,
      List<ChangeBody> changed,
      List<ChangeBody> cleared,
      List<ChangeBody> confirmed,
      List<ChangeBody> unchanged,
      int newRows,
      List<ConflictBody> conflicts,
      List<ProblemLine> remarks,
      List<ProblemLine> problems) {}

  /** An answer that changes, or stays as it is. */
  public record ChangeBody(
      String question, int row, String sheet, String cell, AnswerBody before, AnswerBody after) {}

  /**
   * An answer of which somebody has to say which one stays.
   *
   * @param decision name of the field that says it: {@code online}, or the number of the answer
   *     among those of the workbooks, from 1
   */
  public record ConflictBody(
      String question,
      int row,
      String decision,
      AnswerBody issued,
      AnswerBody online,
      List<OfferBody> workbooks) {}

  /** What one workbook says, and where. */
  public record OfferBody(String sheet, String cell, AnswerBody answer) {}

  /**
   * One answer.
   *
   * @param changedBy null for what no one has stored yet
   */
  public record AnswerBody(
      String value, String status, String comment, String source, String changedBy) {}

  /** Something to know of, or that is wrong, with its place. */
  public record ProblemLine(
      int number, String title, String detail, String sheet, String cell, String question) {}

  /**
   * The workbook, to be filled in offline.
   *
   * @param sections of it; none means all that the caller may see
   */
  @GET
  @Path("{iso3}/workbook")
  @Produces(WorkbookPages.XLSX)
  @RolesAllowed({Role.FOCAL_POINT, Role.CONTRIBUTOR, Role.REVIEWER, Role.PLANNER})
  public jakarta.ws.rs.core.Response download(
      @PathParam("iso3") String iso3, @QueryParam("section") List<String> sections)
      throws IOException {
    return WorkbookPages.workbook(
        responses.require(round, iso3, actor), sections, issueWorkbook, actor, language());
  }

  private Language language() {
    return ReadersLanguage.of(request);
  }

  /**
   * Takes a filled workbook, all of it or nothing. Conflicts may be decided one by one in the
   * parameters {@code w.question} and {@code w.question.row}: {@code online} or {@code workbook}.
   *
   * @param dryRun only tells what would change
   * @param conflicts {@code workbook} or {@code online}: which answer stays in the other conflicts;
   *     without it they stop the import
   */
  @PUT
  @Path("{iso3}/workbook")
  @Consumes({WorkbookPages.XLSX, MediaType.APPLICATION_OCTET_STREAM})
  @Produces(MediaType.APPLICATION_JSON)
  @Transactional
  @Audited("workbook.import")
  @RolesAllowed({Role.FOCAL_POINT, Role.CONTRIBUTOR})
  public TrialBody upload(
      @PathParam("iso3") String iso3,
      @QueryParam("dryRun") @DefaultValue("false") boolean dryRun,
      @QueryParam("conflicts") String conflicts,
      @Context UriInfo address,
      byte[] content) {
    if (content == null || content.length == 0) {
      throw ProblemKind.FILE_MISSING.exception();
    }
    return take(iso3, List.of(new Upload("workbook.xlsx", content)), dryRun, conflicts, address);
  }

  /**
   * Takes several filled workbooks, parts named {@code file}, all of them or nothing; otherwise as
   * one. Where they answer differently, {@code w.question} is the number of the answer that stays.
   */
  @PUT
  @Path("{iso3}/workbook")
  @Consumes(MediaType.MULTIPART_FORM_DATA)
  @Produces(MediaType.APPLICATION_JSON)
  @Transactional
  @Audited("workbook.import")
  @RolesAllowed({Role.FOCAL_POINT, Role.CONTRIBUTOR})
  public TrialBody uploadSeveral(
      @PathParam("iso3") String iso3,
      @QueryParam("dryRun") @DefaultValue("false") boolean dryRun,
      @QueryParam("conflicts") String conflicts,
      @Context UriInfo address,
      List<EntityPart> parts)
      throws IOException {
    List<Upload> files = Upload.all(parts, WorkbookPages.MOST_FILES, WorkbookPages.MOST_MEGABYTES);
    return take(iso3, files, dryRun, conflicts, address);
  }

  private TrialBody take(
      String iso3, List<Upload> files, boolean dryRun, String conflicts, UriInfo address) {
    Response response = responses.require(round, iso3, actor);
    Trial.Side otherwise = side(conflicts);
    Trial trial =
        dryRun
            ? importWorkbook.dryRun(response, files, actor, language())
            : importWorkbook.apply(
                response, files, decisions(address), otherwise, null, actor, language());
    return body(trial, !dryRun);
  }

  private static WorkbookDecisions decisions(UriInfo address) {
    Map<String, String> fields = new HashMap<>();
    address.getQueryParameters().forEach((name, values) -> fields.put(name, values.get(0)));
    return WorkbookDecisions.of(fields);
  }

  private static Trial.Side side(String name) {
    if (name == null) {
      return null;
    }
    if (!name.equals("workbook") && !name.equals("online")) {
      throw new ProblemException(ProblemKind.BAD_PARAMETER.at(Place.question("conflicts"), name));
    }
    return Trial.Side.valueOf(name.toUpperCase(Locale.ROOT));
  }

  private TrialBody body(Trial trial, boolean stored) {
    List<Problem> problems = new ArrayList<>(trial.problems());
    problems.addAll(trial.refused());
    return new TrialBody(
        stored,
        changes(trial.added()),
        changes(trial.changed()),
        changes(trial.cleared()),
        same(trial.confirmed()),
        same(trial.unchanged()),
        trial.newRowCount(),
        trial.conflicts().stream().map(WorkbooksResource::conflict).toList(),
        trial.remarks().stream().map(this::line).toList(),
        problems.stream().map(this::line).toList());
  }

  private static List<ChangeBody> changes(List<Trial.Change> changes) {
    return changes.stream()
        .map(c -> change(c.key(), c.place(), answer(c.before()), answer(c.after())))
        .toList();
  }

  private static List<ChangeBody> same(List<Trial.Same> same) {
    return same.stream()
        .map(s -> change(s.key(), s.place(), answer(s.stored()), answer(s.stored())))
        .toList();
  }

  private static ChangeBody change(
      AnswerKey key, Place place, AnswerBody before, AnswerBody after) {
    return new ChangeBody(key.question(), key.row(), place.sheet(), place.cell(), before, after);
  }

  private static ConflictBody conflict(Trial.Conflict conflict) {
    return new ConflictBody(
        conflict.key().question(),
        conflict.key().row(),
        WorkbookDecisions.field(conflict.key()),
        answer(conflict.issued()),
        answer(conflict.online()),
        conflict.offers().stream()
            .map(o -> new OfferBody(o.place().sheet(), o.place().cell(), answer(o.given())))
            .toList());
  }

  private static AnswerBody answer(Held held) {
    return held == null
        ? null
        : new AnswerBody(
            held.value(), held.status().code(), held.comment(), held.source(), held.changedBy());
  }

  private static AnswerBody answer(Given given) {
    return new AnswerBody(
        given.value(), given.status().code(), given.comment(), given.source(), null);
  }

  private ProblemLine line(Problem problem) {
    Texts texts = Texts.in(language());
    String key = "problem." + problem.kind().number();
    Object[] arguments = problem.arguments().toArray();
    return new ProblemLine(
        problem.kind().number(),
        texts.text(key, arguments),
        texts.text(key + ".do", arguments),
        problem.place().sheet(),
        problem.place().cell(),
        problem.place().question());
  }
}

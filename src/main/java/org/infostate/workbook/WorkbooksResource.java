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
import jakarta.ws.rs.core.MediaType;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.infostate.account.Actor;
import org.infostate.account.Role;
import org.infostate.audit.Audited;
import org.infostate.problem.Place;
import org.infostate.problem.Problem;
import org.infostate.problem.ProblemException;
import org.infostate.problem.ProblemKind;
import org.infostate.response.AnswerKey;
import org.infostate.response.Given;
import org.infostate.response.Held;
import org.infostate.response.Response;
import org.infostate.response.Responses;
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

  /** What a workbook would do, or has done. */
  public record TrialBody(
      boolean stored,
      List<ChangeBody> added,
      List<ChangeBody> changed,
      List<ChangeBody> cleared,
      int unchanged,
      int newRows,
      List<ChangeBody> conflicts,
      List<ProblemLine> problems) {}

  /** An answer that changes. */
  public record ChangeBody(
      String question, int row, String sheet, String cell, String before, String after) {}

  /** Something that is wrong with the workbook. */
  public record ProblemLine(
      int number, String title, String detail, String sheet, String cell, String question) {}

  @GET
  @Path("{iso3}/workbook")
  @Produces(WorkbookPages.XLSX)
  @RolesAllowed({Role.FOCAL_POINT, Role.CONTRIBUTOR, Role.REVIEWER, Role.PLANNER})
  public jakarta.ws.rs.core.Response download(@PathParam("iso3") String iso3) throws IOException {
    return WorkbookPages.workbook(
        responses.require(round, iso3, actor), issueWorkbook, actor, ReadersLanguage.of(request));
  }

  /**
   * Takes a filled workbook, all of it or nothing.
   *
   * @param dryRun only tells what would change
   * @param conflicts {@code workbook} or {@code online}: which answer stays where both were
   *     changed; without it conflicts stop the import
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
      byte[] content) {
    Response response = responses.require(round, iso3, actor);
    if (content == null || content.length == 0) {
      throw ProblemKind.FILE_MISSING.exception();
    }
    Trial trial =
        dryRun
            ? importWorkbook.dryRun(response, content, actor, ReadersLanguage.of(request))
            : importWorkbook.apply(
                response,
                content,
                Map.of(),
                side(conflicts),
                null,
                actor,
                ReadersLanguage.of(request));
    return body(trial, !dryRun);
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
        trial.unchanged(),
        trial.newRows(),
        trial.conflicts().stream()
            .map(c -> change(c.key(), c.place(), c.online(), c.workbook()))
            .toList(),
        problems.stream().map(this::line).toList());
  }

  private static List<ChangeBody> changes(List<Trial.Change> changes) {
    return changes.stream().map(c -> change(c.key(), c.place(), c.before(), c.after())).toList();
  }

  private static ChangeBody change(AnswerKey key, Place place, Held before, Given after) {
    return new ChangeBody(
        key.question(),
        key.row(),
        place.sheet(),
        place.cell(),
        before == null ? null : before.value(),
        after.value());
  }

  private ProblemLine line(Problem problem) {
    Texts texts = Texts.in(ReadersLanguage.of(request));
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

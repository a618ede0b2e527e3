package org.infostate.design;

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
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.infostate.account.Actor;
import org.infostate.account.Role;
import org.infostate.audit.Audited;
import org.infostate.problem.Place;
import org.infostate.problem.Problem;
import org.infostate.problem.ProblemKind;
import org.infostate.questionnaire.Form;
import org.infostate.questionnaire.QuestionType;
import org.infostate.questionnaire.QuestionnaireVersion;
import org.infostate.questionnaire.Questionnaires;
import org.infostate.questionnaire.Section;
import org.infostate.response.AnswerKey;
import org.infostate.response.AnswerStatus;
import org.infostate.response.FilledForm;
import org.infostate.response.Given;
import org.infostate.text.ReadersLanguage;
import org.infostate.text.Texts;

/** A version tried out over HTTP: answers in, what they lead to out; nothing is stored. */
@RequestScoped
@Path("api/v1/questionnaires")
@Produces(MediaType.APPLICATION_JSON)
public class TrialsResource {

  @Inject private Questionnaires questionnaires;
  @Inject private Actor actor;
  @Inject private Clock clock;
  @Context private HttpServletRequest request;

  @Inject
  @ConfigProperty(name = "app.base.url")
  private String baseUrl;

  @PathParam("code")
  private String code;

  @PathParam("version")
  private String name;

  /** One answer; {@code row} from 1, 0 outside rosters. */
  public record TriedAnswer(
      String question, int row, String value, String status, String comment, String source) {}

  /**
   * What is tried.
   *
   * @param rows how many rows each roster has; left out for none
   */
  public record Trial(Map<String, Integer> rows, List<TriedAnswer> answers) {}

  /** What is wrong with an answer, or stands in the way of submitting. */
  public record Found(int number, String title, String detail, String question, Integer row) {}

  /**
   * What it leads to.
   *
   * @param refused answers that the check does not take
   * @param asked fields that are asked: {@code question}, or {@code question.row}
   * @param calculated texts of the calculated fields
   * @param standing what would stand in the way of submitting
   */
  public record Tried(
      List<Found> refused,
      List<String> asked,
      Map<String, String> calculated,
      List<Found> standing) {}

  @POST
  @Path("{code}/{version}/trial")
  @Consumes(MediaType.APPLICATION_JSON)
  @Transactional
  @Audited("questionnaire.try")
  @RolesAllowed(Role.PLANNER)
  public Tried tryOut(Trial trial) {
    QuestionnaireVersion version = questionnaires.require(code, name, actor);
    if (trial == null) {
      throw ProblemKind.BODY_UNREADABLE.exception();
    }
    Form form = questionnaires.form(version.id());
    Scratch rows = rows(trial, form);
    Map<AnswerKey, Problem> problems = new LinkedHashMap<>();
    Scratch answered =
        rows.with(given(trial), filled(form, rows), ReadersLanguage.of(request), problems);
    return tried(filled(form, answered), problems);
  }

  private static Scratch rows(Trial trial, Form form) {
    Scratch scratch = Scratch.EMPTY;
    Map<String, Integer> wanted = trial.rows() == null ? Map.of() : trial.rows();
    for (Map.Entry<String, Integer> roster : wanted.entrySet()) {
      if (!form.rosters().containsKey(roster.getKey()) || roster.getValue() == null) {
        throw ProblemKind.QUESTION_UNKNOWN.exception(roster.getKey());
      }
      for (int row = 0; row < roster.getValue(); row++) {
        scratch = scratch.withRow(roster.getKey());
      }
    }
    return scratch;
  }

  private static Map<AnswerKey, Given> given(Trial trial) {
    Map<AnswerKey, Given> given = new LinkedHashMap<>();
    List<TriedAnswer> answers = trial.answers() == null ? List.of() : trial.answers();
    for (TriedAnswer answer : answers) {
      if (answer == null || answer.question() == null) {
        throw ProblemKind.BODY_UNREADABLE.exception();
      }
      AnswerStatus status =
          answer.status() == null
              ? null
              : AnswerStatus.of(answer.status())
                  .orElseThrow(
                      () ->
                          ProblemKind.ANSWER_STATUS_UNKNOWN
                              .at(Place.question(answer.question()), answer.status())
                              .exception());
      given.put(
          new AnswerKey(answer.question(), answer.row()),
          new Given(answer.value(), status, answer.comment(), answer.source(), null));
    }
    return given;
  }

  private FilledForm filled(Form form, Scratch scratch) {
    Instant now = clock.instant();
    return scratch.in(form, actor.login(), now, LocalDate.ofInstant(now, ZoneOffset.UTC));
  }

  private Tried tried(FilledForm filled, Map<AnswerKey, Problem> problems) {
    List<String> asked = new ArrayList<>();
    Map<String, String> calculated = new LinkedHashMap<>();
    for (Section section : filled.form().sections()) {
      for (AnswerKey key : filled.keys(section)) {
        var question = filled.form().questions().get(key.question());
        if (filled.asked(question, key.row())) {
          asked.add(key.field());
        }
        if (question.type() == QuestionType.CALCULATE) {
          calculated.put(key.field(), filled.calculated(question, key.row()).toString());
        }
      }
    }
    return new Tried(
        problems.values().stream().map(this::found).toList(),
        asked,
        calculated,
        filled.problems().stream().map(this::found).toList());
  }

  private Found found(Problem problem) {
    Texts texts = Texts.in(ReadersLanguage.of(request));
    String key = "problem." + problem.kind().number();
    return new Found(
        problem.kind().number(),
        texts.text(key, problem.arguments().toArray()),
        texts.text(key + ".do", problem.arguments().toArray()),
        problem.place().question(),
        problem.place().row());
  }

  /** The version as a workbook without answers, in the language that {@code lang} names. */
  @GET
  @Path("{code}/{version}/workbook")
  @Produces(PreviewPages.XLSX)
  @RolesAllowed({Role.PLANNER, Role.REVIEWER})
  public Response workbook() throws IOException {
    QuestionnaireVersion version = questionnaires.require(code, name, actor);
    return PreviewPages.workbook(
        version, questionnaires.form(version.id()), ReadersLanguage.of(request), baseUrl, clock);
  }
}

package org.infostate.response;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonStructure;
import jakarta.json.JsonValue;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response.ResponseBuilder;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.infostate.account.Actor;
import org.infostate.account.Role;
import org.infostate.audit.Audited;
import org.infostate.problem.Place;
import org.infostate.problem.ProblemKind;
import org.infostate.questionnaire.Confidentiality;
import org.infostate.questionnaire.Section;
import org.infostate.round.Rounds;
import org.infostate.text.ReadersLanguage;

/** Responses and their answers over HTTP. */
@RequestScoped
@Path("api/v1/rounds/{round}/responses")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class ResponsesResource {

  @Inject private Responses responses;
  @Inject private FilledForms filledForms;
  @Inject private SaveAnswers saveAnswers;
  @Inject private MoveResponse moveResponse;
  @Inject private Rounds rounds;
  @Inject private Actor actor;
  @Inject private Clock clock;
  @Context private HttpServletRequest request;

  @PathParam("round")
  private String round;

  /** A response in short. */
  public record Summary(
      String round,
      String country,
      String state,
      Instant stateSince,
      Instant deadline,
      List<SectionSummary> sections) {}

  /** A section in short. */
  public record SectionSummary(String section, int asked, int answered, int requiredMissing) {}

  /** An answer as the API shows it. */
  public record AnswerBody(
      String question,
      int row,
      String value,
      String status,
      String comment,
      String source,
      String confidentiality,
      int revision,
      String changedBy,
      Instant changedAt) {

    static AnswerBody of(AnswerKey key, Held held) {
      return new AnswerBody(
          key.question(),
          key.row(),
          held.value(),
          held.status().code(),
          held.comment(),
          held.source(),
          held.confidentiality() == null ? null : held.confidentiality().code(),
          held.revision(),
          held.changedBy(),
          held.changedAt());
    }
  }

  /**
   * What a saved answer leads to.
   *
   * @param asked fields of its section that are asked now
   * @param required those of them that must be answered to submit
   * @param offered choices by field, for the fields whose choices depend on other answers
   * @param calculated texts of the calculated fields of its section
   */
  public record Saved(
      AnswerBody answer,
      List<String> asked,
      List<String> required,
      Map<String, List<String>> offered,
      Map<String, String> calculated,
      int sectionAsked,
      int sectionAnswered) {}

  /** What is said when a response moves. */
  public record Remark(String comment) {}

  /** The number of a new row. */
  public record Row(String roster, int row) {}

  @GET
  @RolesAllowed({Role.FOCAL_POINT, Role.CONTRIBUTOR, Role.REVIEWER, Role.PLANNER})
  public List<Summary> all() {
    return responses
        .of(rounds.find(round, actor).orElseThrow(ProblemKind.NOT_FOUND::exception), actor)
        .stream()
        .map(this::summary)
        .toList();
  }

  @GET
  @Path("{iso3}")
  @RolesAllowed({Role.FOCAL_POINT, Role.CONTRIBUTOR, Role.REVIEWER, Role.PLANNER})
  public Summary one(@PathParam("iso3") String iso3) {
    return summary(responses.require(round, iso3, actor));
  }

  private Summary summary(Response response) {
    Set<String> visible = filledForms.visible(response, actor);
    List<SectionSummary> sections = new ArrayList<>();
    for (FilledForm form : filledForms.of(response)) {
      for (Section section : form.form().sections()) {
        if (visible.contains(section.name())) {
          Progress progress = form.progress(section);
          sections.add(
              new SectionSummary(
                  section.name(), progress.asked(), progress.given(), progress.requiredMissing()));
        }
      }
    }
    return new Summary(
        response.round().code(),
        response.iso3(),
        response.state().code(),
        response.stateSince(),
        response.deadline(),
        sections);
  }

  @GET
  @Path("{iso3}/answers")
  @RolesAllowed({Role.FOCAL_POINT, Role.CONTRIBUTOR, Role.REVIEWER, Role.PLANNER})
  public List<AnswerBody> answers(@PathParam("iso3") String iso3) {
    Response response = responses.require(round, iso3, actor);
    Map<AnswerKey, Held> held = responses.held(response);
    Set<String> visible = filledForms.visible(response, actor);
    List<AnswerBody> answers = new ArrayList<>();
    for (FilledForm form : filledForms.filled(response, held)) {
      for (Section section : form.form().sections()) {
        if (visible.contains(section.name())) {
          form.keys(section).stream()
              .filter(held::containsKey)
              .forEach(key -> answers.add(AnswerBody.of(key, held.get(key))));
        }
      }
    }
    return answers;
  }

  @GET
  @Path("{iso3}/answers/{question}")
  @RolesAllowed({Role.FOCAL_POINT, Role.CONTRIBUTOR, Role.REVIEWER, Role.PLANNER})
  public jakarta.ws.rs.core.Response answer(
      @PathParam("iso3") String iso3,
      @PathParam("question") String question,
      @QueryParam("row") @DefaultValue("0") int row) {
    Response response = responses.require(round, iso3, actor);
    AnswerKey key = new AnswerKey(question, row);
    refuseUnlessVisible(response, question);
    Held held = responses.held(response).get(key);
    if (held == null) {
      throw ProblemKind.NOT_FOUND.exception();
    }
    return tagged(jakarta.ws.rs.core.Response.ok(AnswerBody.of(key, held)), held);
  }

  private void refuseUnlessVisible(Response response, String question) {
    Section section =
        filledForms.forms(response).stream()
            .filter(form -> form.questions().containsKey(question))
            .findFirst()
            .flatMap(form -> form.sectionOf(question))
            .orElseThrow(() -> ProblemKind.QUESTION_UNKNOWN.exception(question));
    if (!filledForms.visible(response, actor).contains(section.name())) {
      throw ProblemKind.SECTION_NOT_SHARED.at(Place.question(question)).exception();
    }
  }

  private static jakarta.ws.rs.core.Response tagged(ResponseBuilder reply, Held held) {
    return reply.tag(new EntityTag(Integer.toString(held.revision()))).build();
  }

  /**
   * Saves one answer. {@code If-Match} carries the revision that it was edited from, {@code
   * If-None-Match: *} says that there was none.
   */
  @PUT
  @Path("{iso3}/answers/{question}")
  @Transactional
  @Audited("answer.save")
  @RolesAllowed({Role.FOCAL_POINT, Role.CONTRIBUTOR})
  public jakarta.ws.rs.core.Response save(
      @PathParam("iso3") String iso3,
      @PathParam("question") String question,
      @QueryParam("row") @DefaultValue("0") int row,
      @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch,
      @HeaderParam(HttpHeaders.IF_NONE_MATCH) String ifNoneMatch,
      JsonStructure body) {
    Response response = responses.require(round, iso3, actor);
    AnswerKey key = new AnswerKey(question, row);
    SaveAnswers.Outcome outcome =
        saveAnswers.save(
            response,
            Map.of(key, given(body)),
            Map.of(key, base(ifMatch, ifNoneMatch)),
            actor,
            Via.API,
            ReadersLanguage.of(request),
            clock.instant());
    outcome.orThrow();
    Held held = outcome.saved().get(key);
    if (held == null) {
      return jakarta.ws.rs.core.Response.noContent().build();
    }
    return tagged(jakarta.ws.rs.core.Response.ok(saved(response, key, held)), held);
  }

  private static int base(String ifMatch, String ifNoneMatch) {
    if ("*".equals(ifNoneMatch)) {
      return 0;
    }
    if (ifMatch == null) {
      throw ProblemKind.ANSWER_PRECONDITION_MISSING.exception();
    }
    String revision = ifMatch.replace("\"", "");
    if (!revision.matches("\\d{1,9}")) {
      throw ProblemKind.BAD_PARAMETER.exception(HttpHeaders.IF_MATCH);
    }
    return Integer.parseInt(revision);
  }

  private static Given given(JsonStructure sent) {
    if (!(sent instanceof JsonObject body)) {
      throw ProblemKind.BODY_UNREADABLE.exception();
    }
    String status = text(body.get("status"));
    String confidentiality = text(body.get("confidentiality"));
    return new Given(
        text(body.get("value")),
        status == null
            ? null
            : AnswerStatus.of(status)
                .orElseThrow(() -> ProblemKind.ANSWER_STATUS_UNKNOWN.exception(status)),
        text(body.get("comment")),
        text(body.get("source")),
        confidentiality == null
            ? null
            : Confidentiality.of(confidentiality)
                .orElseThrow(() -> ProblemKind.BAD_PARAMETER.exception("confidentiality")));
  }

  private static String text(JsonValue value) {
    if (value == null || value.getValueType() == JsonValue.ValueType.NULL) {
      return null;
    }
    return switch (value.getValueType()) {
      case STRING -> ((JsonString) value).getString();
      case NUMBER -> value.toString();
      case ARRAY ->
          ((JsonArray) value)
              .stream().map(ResponsesResource::text).collect(Collectors.joining(" "));
      default -> throw ProblemKind.BAD_PARAMETER.exception(value.toString());
    };
  }

  private Saved saved(Response response, AnswerKey key, Held held) {
    FilledForm form =
        filledForms.of(response).stream()
            .filter(filled -> filled.form().questions().containsKey(key.question()))
            .findFirst()
            .orElseThrow();
    Section section = form.form().sectionOf(key.question()).orElseThrow();
    Progress progress = form.progress(section);
    return new Saved(
        AnswerBody.of(key, held),
        SectionState.asked(form, section),
        SectionState.required(form, section),
        SectionState.offered(form, section),
        SectionState.calculated(form, section),
        progress.asked(),
        progress.given());
  }

  @GET
  @Path("{iso3}/answers/{question}/history")
  @RolesAllowed({Role.FOCAL_POINT, Role.CONTRIBUTOR, Role.REVIEWER, Role.PLANNER})
  public List<AnswerBody> history(
      @PathParam("iso3") String iso3,
      @PathParam("question") String question,
      @QueryParam("row") @DefaultValue("0") int row) {
    Response response = responses.require(round, iso3, actor);
    refuseUnlessVisible(response, question);
    AnswerKey key = new AnswerKey(question, row);
    return responses.history(response, key).stream()
        .map(revision -> AnswerBody.of(key, revision.held()))
        .toList();
  }

  @POST
  @Path("{iso3}/rosters/{roster}/rows")
  @Transactional
  @Audited("row.add")
  @Consumes(MediaType.WILDCARD)
  @RolesAllowed({Role.FOCAL_POINT, Role.CONTRIBUTOR})
  public jakarta.ws.rs.core.Response addRow(
      @PathParam("iso3") String iso3, @PathParam("roster") String roster) {
    Response response = responses.require(round, iso3, actor);
    return jakarta.ws.rs.core.Response.status(jakarta.ws.rs.core.Response.Status.CREATED)
        .entity(new Row(roster, saveAnswers.addRow(response, roster, actor, clock.instant())))
        .build();
  }

  @DELETE
  @Path("{iso3}/rosters/{roster}/rows/{row}")
  @Transactional
  @Audited("row.remove")
  @Consumes(MediaType.WILDCARD)
  @RolesAllowed({Role.FOCAL_POINT, Role.CONTRIBUTOR})
  public void removeRow(
      @PathParam("iso3") String iso3,
      @PathParam("roster") String roster,
      @PathParam("row") int row) {
    saveAnswers.removeRow(
        responses.require(round, iso3, actor), roster, row, actor, clock.instant());
  }

  @POST
  @Path("{iso3}/submission")
  @Transactional
  @Audited("response.submit")
  @Consumes(MediaType.WILDCARD)
  @RolesAllowed(Role.FOCAL_POINT)
  public JsonObject submit(@PathParam("iso3") String iso3) {
    Response response = responses.require(round, iso3, actor);
    moveResponse.submit(response, actor, clock.instant());
    return state(iso3);
  }

  @POST
  @Path("{iso3}/return")
  @Transactional
  @Audited("response.return")
  @RolesAllowed(Role.REVIEWER)
  public JsonObject giveBack(@PathParam("iso3") String iso3, Remark remark) {
    moveResponse.giveBack(
        responses.require(round, iso3, actor),
        remark == null ? null : remark.comment(),
        actor,
        clock.instant());
    return state(iso3);
  }

  @POST
  @Path("{iso3}/acceptance")
  @Transactional
  @Audited("response.accept")
  @RolesAllowed(Role.REVIEWER)
  public JsonObject accept(@PathParam("iso3") String iso3, Remark remark) {
    moveResponse.accept(
        responses.require(round, iso3, actor),
        remark == null ? null : remark.comment(),
        actor,
        clock.instant());
    return state(iso3);
  }

  private JsonObject state(String iso3) {
    return Json.createObjectBuilder()
        .add("state", responses.require(round, iso3, actor).state().code())
        .build();
  }

  @GET
  @Path("{iso3}/history")
  @RolesAllowed({Role.FOCAL_POINT, Role.REVIEWER, Role.PLANNER})
  public List<Event> events(@PathParam("iso3") String iso3) {
    return responses.events(responses.require(round, iso3, actor)).stream()
        .map(e -> new Event(e.doneAt(), e.doneBy(), e.newState().code(), e.remark()))
        .toList();
  }

  /** A step of a response. */
  public record Event(Instant at, String by, String state, String comment) {}
}

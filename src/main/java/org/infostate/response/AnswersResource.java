package org.infostate.response;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonArray;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonStructure;
import jakarta.json.JsonValue;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
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
import java.util.HashMap;
import java.util.LinkedHashMap;
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
import org.infostate.text.ReadersLanguage;

/** The answers of a response over HTTP. */
@RequestScoped
@Path("api/v1/rounds/{round}/responses")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class AnswersResource {

  /** Answers that may be saved at once. */
  private static final int MOST_ANSWERS = 5_000;

  @Inject private Responses responses;
  @Inject private FilledForms filledForms;
  @Inject private SaveAnswers saveAnswers;
  @Inject private Actor actor;
  @Inject private Clock clock;
  @Context private HttpServletRequest request;

  @PathParam("round")
  private String round;

  @PathParam("iso3")
  private String iso3;

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

  /** What many answers that were saved together became. */
  public record SavedAll(List<Revision> answers) {}

  /** The revision that an answer now has. */
  public record Revision(String question, int row, int revision) {

    static Revision of(AnswerKey key, Held held) {
      return new Revision(key.question(), key.row(), held.revision());
    }
  }

  @GET
  @Path("{iso3}/answers")
  @RolesAllowed({Role.FOCAL_POINT, Role.CONTRIBUTOR, Role.REVIEWER, Role.PLANNER})
  public List<AnswerBody> answers() {
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
      @PathParam("question") String question, @QueryParam("row") @DefaultValue("0") int row) {
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
  @RepeatedOnConflict
  @Audited("answer.save")
  @RolesAllowed({Role.FOCAL_POINT, Role.CONTRIBUTOR})
  public jakarta.ws.rs.core.Response save(
      @PathParam("question") String question,
      @QueryParam("row") @DefaultValue("0") int row,
      @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch,
      @HeaderParam(HttpHeaders.IF_NONE_MATCH) String ifNoneMatch,
      JsonStructure body) {
    Response response = responses.require(round, iso3, actor);
    AnswerKey key = new AnswerKey(question, row);
    SaveAnswers.Outcome outcome =
        store(response, Map.of(key, given(body)), Map.of(key, base(ifMatch, ifNoneMatch)));
    Held held = outcome.saved().get(key);
    if (held == null) {
      return jakarta.ws.rs.core.Response.noContent().build();
    }
    return tagged(jakarta.ws.rs.core.Response.ok(saved(outcome.after(), key, held)), held);
  }

  /**
   * Saves many answers, all or none. Each says with {@code revision} what it was edited from; 0 for
   * a first answer.
   */
  @PUT
  @Path("{iso3}/answers")
  @Transactional
  @RepeatedOnConflict
  @Audited("answers.save")
  @RolesAllowed({Role.FOCAL_POINT, Role.CONTRIBUTOR})
  public SavedAll saveAll(JsonStructure body) {
    if (!(body instanceof JsonArray sent) || sent.isEmpty() || sent.size() > MOST_ANSWERS) {
      throw ProblemKind.ANSWERS_LIST.exception(MOST_ANSWERS);
    }
    Map<AnswerKey, Given> given = new LinkedHashMap<>();
    Map<AnswerKey, Integer> bases = new HashMap<>();
    for (JsonValue each : sent) {
      if (!(each instanceof JsonObject one)) {
        throw ProblemKind.ANSWERS_LIST.exception(MOST_ANSWERS);
      }
      AnswerKey key = new AnswerKey(name(one), number(one, "row", 0));
      Place place = Place.row(key.question(), key.row());
      int base = number(one, "revision", -1);
      if (base < 0) {
        throw ProblemKind.ANSWER_PRECONDITION_MISSING.at(place).exception();
      }
      if (given.put(key, given(one)) != null) {
        throw ProblemKind.ANSWER_TWICE.at(place).exception();
      }
      bases.put(key, base);
    }
    SaveAnswers.Outcome outcome = store(responses.require(round, iso3, actor), given, bases);
    return new SavedAll(
        outcome.saved().entrySet().stream()
            .map(saved -> Revision.of(saved.getKey(), saved.getValue()))
            .toList());
  }

  private static String name(JsonObject answer) {
    String name = text(answer.get("question"));
    if (name == null) {
      throw ProblemKind.BAD_PARAMETER.exception("question");
    }
    return name;
  }

  private static int number(JsonObject answer, String name, int otherwise) {
    JsonValue value = answer.get(name);
    if (value == null) {
      return otherwise;
    }
    if (!(value instanceof JsonNumber number) || !number.isIntegral()) {
      throw ProblemKind.BAD_PARAMETER.exception(name);
    }
    return number.intValue();
  }

  /** All or nothing: the exception undoes what passed. */
  private SaveAnswers.Outcome store(
      Response response, Map<AnswerKey, Given> given, Map<AnswerKey, Integer> bases) {
    SaveAnswers.Outcome outcome =
        saveAnswers.save(
            response, given, bases, actor, Via.API, ReadersLanguage.of(request), clock.instant());
    outcome.orThrow();
    return outcome;
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
          ((JsonArray) value).stream().map(AnswersResource::text).collect(Collectors.joining(" "));
      default -> throw ProblemKind.BAD_PARAMETER.exception(value.toString());
    };
  }

  private static Saved saved(List<FilledForm> after, AnswerKey key, Held held) {
    FilledForm form =
        after.stream()
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
      @PathParam("question") String question, @QueryParam("row") @DefaultValue("0") int row) {
    Response response = responses.require(round, iso3, actor);
    refuseUnlessVisible(response, question);
    AnswerKey key = new AnswerKey(question, row);
    return responses.history(response, key).stream()
        .map(revision -> AnswerBody.of(key, revision.held()))
        .toList();
  }
}

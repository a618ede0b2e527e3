package org.infostate.review;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonObject;
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
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.infostate.account.Actor;
import org.infostate.account.Role;
import org.infostate.audit.Audited;
import org.infostate.problem.Place;
import org.infostate.problem.ProblemKind;
import org.infostate.response.AnswerKey;
import org.infostate.response.MoveResponse;
import org.infostate.response.Response;
import org.infostate.response.Responses;
import org.infostate.text.ReadersLanguage;

/** Clarifications, verdicts and the reviewer's decisions over HTTP. */
@RequestScoped
@Path("api/v1/rounds/{round}/responses")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class ReviewsResource {

  @Inject private Responses responses;
  @Inject private Clarifications clarifications;
  @Inject private ReviewAsides reviewAsides;
  @Inject private Verifications verifications;
  @Inject private ReviewAnswers reviewAnswers;
  @Inject private MoveResponse moveResponse;
  @Inject private Actor actor;
  @Inject private Clock clock;
  @Context private HttpServletRequest request;

  @PathParam("round")
  private String round;

  /** A thread. */
  public record Thread(
      long id,
      String question,
      int row,
      String state,
      boolean marked,
      boolean told,
      int answerRevision,
      List<Message> messages) {

    static Thread of(Clarification thread) {
      return new Thread(
          thread.id(),
          thread.key().question(),
          thread.key().row(),
          thread.state().code(),
          thread.marked(),
          thread.told(),
          thread.answerRevision(),
          thread.messages().stream()
              .map(m -> new Message(m.writtenAt(), m.writtenBy(), m.ofCountry(), m.words()))
              .toList());
    }
  }

  /** What somebody wrote. */
  public record Message(Instant at, String by, boolean ofCountry, String message) {}

  /**
   * What is asked about an answer.
   *
   * @param marked whether another answer is asked for; missing means no
   */
  public record Asked(String question, Integer row, String message, Boolean marked) {

    AnswerKey key() {
      return new AnswerKey(question == null ? "" : question, row == null ? 0 : row);
    }
  }

  /** A verdict as it is given; {@code value} only with "partly" and "not_confirmed". */
  public record Judged(String verdict, String value, String comment) {}

  /** A verdict as it is shown. */
  public record VerdictBody(
      String question,
      int row,
      String verdict,
      String value,
      String comment,
      int answerRevision,
      int revision,
      String judgedBy,
      Instant judgedAt) {

    static VerdictBody of(Verification it) {
      return new VerdictBody(
          it.key().question(),
          it.key().row(),
          it.verdict().code(),
          it.value(),
          it.remark(),
          it.answerRevision(),
          it.revision(),
          it.judgedBy(),
          it.judgedAt());
    }
  }

  /**
   * What is said when a response moves.
   *
   * @param questions marked when it is returned; may be missing
   * @param until new deadline of the country when it is returned; may be missing
   */
  public record Remark(String comment, List<Asked> questions, Instant until) {}

  @GET
  @Path("{iso3}/clarifications")
  @RolesAllowed({Role.FOCAL_POINT, Role.CONTRIBUTOR, Role.REVIEWER, Role.PLANNER})
  public List<Thread> clarifications(@PathParam("iso3") String iso3) {
    return clarifications.of(require(iso3), actor).stream().map(Thread::of).toList();
  }

  @POST
  @Path("{iso3}/clarifications")
  @Transactional
  @Audited("clarification.ask")
  @RolesAllowed(Role.REVIEWER)
  public jakarta.ws.rs.core.Response ask(@PathParam("iso3") String iso3, Asked asked) {
    if (asked == null) {
      throw ProblemKind.BODY_UNREADABLE.exception();
    }
    boolean marked = Boolean.TRUE.equals(asked.marked());
    Clarification thread =
        reviewAnswers.ask(
            require(iso3), asked.key(), asked.message(), marked, actor, clock.instant());
    return jakarta.ws.rs.core.Response.status(jakarta.ws.rs.core.Response.Status.CREATED)
        .entity(Thread.of(thread))
        .build();
  }

  @POST
  @Path("{iso3}/clarifications/{id}/messages")
  @Transactional
  @Audited("clarification.write")
  @RolesAllowed({Role.FOCAL_POINT, Role.CONTRIBUTOR, Role.REVIEWER})
  public Thread write(@PathParam("iso3") String iso3, @PathParam("id") long id, Asked written) {
    boolean ofCountry = Role.ofCountry(actor.role());
    String words = written == null ? null : written.message();
    return Thread.of(
        reviewAnswers.write(require(iso3), id, words, actor, ofCountry, clock.instant()));
  }

  @POST
  @Path("{iso3}/clarifications/{id}/resolution")
  @Transactional
  @Audited("clarification.resolve")
  @Consumes(MediaType.WILDCARD)
  @RolesAllowed(Role.REVIEWER)
  public Thread resolve(@PathParam("iso3") String iso3, @PathParam("id") long id) {
    return Thread.of(reviewAnswers.resolve(require(iso3), id, actor));
  }

  /** The verdicts on a response that hold. */
  @GET
  @Path("{iso3}/verifications")
  @RolesAllowed({Role.FOCAL_POINT, Role.CONTRIBUTOR, Role.REVIEWER, Role.PLANNER})
  public List<VerdictBody> verdicts(@PathParam("iso3") String iso3) {
    return reviewAsides.of(require(iso3), actor).verdicts().values().stream()
        .map(VerdictBody::of)
        .toList();
  }

  @GET
  @Path("{iso3}/answers/{question}/verification")
  @RolesAllowed({Role.FOCAL_POINT, Role.CONTRIBUTOR, Role.REVIEWER, Role.PLANNER})
  public jakarta.ws.rs.core.Response verdict(
      @PathParam("iso3") String iso3,
      @PathParam("question") String question,
      @QueryParam("row") @DefaultValue("0") int row) {
    Verification holding =
        reviewAsides.of(require(iso3), actor).verdict(new AnswerKey(question, row));
    if (holding == null) {
      throw ProblemKind.NOT_FOUND.exception();
    }
    return tagged(holding);
  }

  /** Everything that was said of an answer, the oldest first; withdrawals too. */
  @GET
  @Path("{iso3}/answers/{question}/verification/history")
  @RolesAllowed({Role.FOCAL_POINT, Role.REVIEWER, Role.PLANNER})
  public List<VerdictBody> verdictHistory(
      @PathParam("iso3") String iso3,
      @PathParam("question") String question,
      @QueryParam("row") @DefaultValue("0") int row) {
    return verifications.history(require(iso3), new AnswerKey(question, row)).stream()
        .map(VerdictBody::of)
        .toList();
  }

  /** Gives a verdict; {@code If-Match} and {@code If-None-Match} as with answers. */
  @PUT
  @Path("{iso3}/answers/{question}/verification")
  @Transactional
  @Audited("answer.verify")
  @RolesAllowed(Role.REVIEWER)
  public jakarta.ws.rs.core.Response verify(
      @PathParam("iso3") String iso3,
      @PathParam("question") String question,
      @QueryParam("row") @DefaultValue("0") int row,
      @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch,
      @HeaderParam(HttpHeaders.IF_NONE_MATCH) String ifNoneMatch,
      Judged judged) {
    if (judged == null) {
      throw ProblemKind.BODY_UNREADABLE.exception();
    }
    return tagged(
        reviewAnswers.verify(
            require(iso3),
            new AnswerKey(question, row),
            judged.verdict(),
            judged.value(),
            judged.comment(),
            base(question, ifMatch, ifNoneMatch),
            actor,
            ReadersLanguage.of(request),
            clock.instant()));
  }

  @DELETE
  @Path("{iso3}/answers/{question}/verification")
  @Transactional
  @Audited("answer.unverify")
  @Consumes(MediaType.WILDCARD)
  @RolesAllowed(Role.REVIEWER)
  public void withdraw(
      @PathParam("iso3") String iso3,
      @PathParam("question") String question,
      @QueryParam("row") @DefaultValue("0") int row,
      @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch) {
    reviewAnswers.withdraw(
        require(iso3),
        new AnswerKey(question, row),
        base(question, ifMatch, null),
        actor,
        clock.instant());
  }

  private static int base(String question, String ifMatch, String ifNoneMatch) {
    if ("*".equals(ifNoneMatch)) {
      return 0;
    }
    if (ifMatch == null) {
      throw ProblemKind.ANSWER_PRECONDITION_MISSING.at(Place.question(question)).exception();
    }
    String revision = ifMatch.replace("\"", "");
    if (!revision.matches("\\d{1,9}")) {
      throw ProblemKind.BAD_PARAMETER.exception(HttpHeaders.IF_MATCH);
    }
    return Integer.parseInt(revision);
  }

  private static jakarta.ws.rs.core.Response tagged(Verification it) {
    return jakarta.ws.rs.core.Response.ok(VerdictBody.of(it))
        .tag(new EntityTag(Integer.toString(it.revision())))
        .build();
  }

  @POST
  @Path("{iso3}/return")
  @Transactional
  @Audited("response.return")
  @RolesAllowed(Role.REVIEWER)
  public JsonObject giveBack(@PathParam("iso3") String iso3, Remark remark) {
    List<Asked> marked =
        remark == null || remark.questions() == null ? List.of() : remark.questions();
    Response response = require(iso3);
    reviewAnswers.giveBack(
        response,
        comment(remark),
        marked.stream().map(m -> new ReviewAnswers.Marking(m.key(), m.message())).toList(),
        remark == null ? null : remark.until(),
        actor,
        clock.instant());
    return state(response);
  }

  @POST
  @Path("{iso3}/acceptance")
  @Transactional
  @Audited("response.accept")
  @RolesAllowed(Role.REVIEWER)
  public JsonObject accept(@PathParam("iso3") String iso3, Remark remark) {
    Response response = require(iso3);
    reviewAnswers.accept(response, comment(remark), actor, clock.instant());
    return state(response);
  }

  /** Takes an accepted response back into review. */
  @POST
  @Path("{iso3}/reopening")
  @Transactional
  @Audited("response.reopen")
  @RolesAllowed(Role.REVIEWER)
  public JsonObject reopen(@PathParam("iso3") String iso3, Remark remark) {
    Response response = require(iso3);
    moveResponse.reopen(response, comment(remark), actor, clock.instant());
    return state(response);
  }

  private static String comment(Remark remark) {
    return remark == null ? null : remark.comment();
  }

  private Response require(String iso3) {
    return responses.require(round, iso3, actor);
  }

  private static JsonObject state(Response response) {
    return Json.createObjectBuilder().add("state", response.state().code()).build();
  }
}

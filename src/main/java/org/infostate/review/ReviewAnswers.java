package org.infostate.review;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.infostate.account.Actor;
import org.infostate.audit.AuditTrail;
import org.infostate.problem.Place;
import org.infostate.problem.ProblemException;
import org.infostate.problem.ProblemKind;
import org.infostate.questionnaire.Question;
import org.infostate.response.AnswerCheck;
import org.infostate.response.AnswerKey;
import org.infostate.response.FilledForm;
import org.infostate.response.FilledForms;
import org.infostate.response.Given;
import org.infostate.response.Held;
import org.infostate.response.MoveResponse;
import org.infostate.response.Response;
import org.infostate.round.PlanRound;
import org.infostate.text.Language;

/** What a reviewer does with the answers of a country, and how the country replies. */
@ApplicationScoped
public class ReviewAnswers {

  private static final int WORDS_LENGTH = 5_000;
  private static final int REMARK_LENGTH = 2_000;
  private static final Set<Response.State> ASKING =
      EnumSet.of(Response.State.SUBMITTED, Response.State.RETURNED);
  private static final Set<Response.State> JUDGING =
      EnumSet.of(Response.State.SUBMITTED, Response.State.ACCEPTED);

  @Inject private Clarifications clarifications;
  @Inject private Verifications verifications;
  @Inject private ReviewMail mail;
  @Inject private MoveResponse moveResponse;
  @Inject private PlanRound planRound;
  @Inject private AuditTrail auditTrail;
  @Inject private FilledForms filledForms;

  /** A question that is marked when a response is returned, with what the reviewer says of it. */
  public record Marking(AnswerKey key, String words) {}

  /**
   * Asks about an answer: in the thread that is open, otherwise in a new one.
   *
   * @param change whether another answer is asked for, and not only an explanation
   */
  @Transactional(dontRollbackOn = ProblemException.class)
  public Clarification ask(
      Response response, AnswerKey key, String words, boolean change, Actor reviewer, Instant now) {
    refuseUnless(ASKING, response);
    boolean toldNow = !change || response.state() == Response.State.RETURNED;
    Clarification asked = asked(response, key, words, change, toldNow, reviewer, now);
    if (toldNow) {
      mail.asked(response, asked);
    }
    return asked;
  }

  private Clarification asked(
      Response response,
      AnswerKey key,
      String words,
      boolean change,
      boolean toldNow,
      Actor reviewer,
      Instant now) {
    String said = said(words, "message");
    FilledForm form = form(response, key);
    Clarification thread =
        clarifications
            .open(response, key)
            .orElseGet(
                () -> {
                  Clarification fresh = new Clarification(response.id(), key);
                  clarifications.add(fresh);
                  return fresh;
                });
    int revision = form.held(key.question(), key.row()).map(Held::revision).orElse(0);
    thread.ask(said, change, revision, toldNow, reviewer, now);
    return thread;
  }

  /** Somebody of the country, or the reviewer again, writes in a thread. */
  @Transactional(dontRollbackOn = ProblemException.class)
  public Clarification write(
      Response response, long id, String words, Actor actor, boolean ofCountry, Instant now) {
    Clarification thread = clarifications.require(response, id, actor);
    if (ofCountry) {
      thread.reply(said(words, "message"), actor, now);
      mail.replied(response, thread);
      return thread;
    }
    if (thread.open()) {
      return ask(response, thread.key(), words, thread.marked(), actor, now);
    }
    throw ProblemKind.CLARIFICATION_RESOLVED.exception();
  }

  /** The reviewer has no more to ask about it. */
  @Transactional(dontRollbackOn = ProblemException.class)
  public Clarification resolve(Response response, long id, Actor reviewer) {
    Clarification thread = clarifications.require(response, id, reviewer);
    if (!thread.open()) {
      throw ProblemKind.CLARIFICATION_RESOLVED.exception();
    }
    boolean told = thread.told();
    thread.resolve();
    if (told) {
      mail.resolved(response, thread);
    }
    return thread;
  }

  /**
   * Says what could be confirmed of an answer. What the country declared stays as it is.
   *
   * @param value what was found instead; null or blank for nothing
   * @param base revision of the verdict that this one was edited from; 0 where there was none
   */
  @Transactional(dontRollbackOn = ProblemException.class)
  public Verification verify(
      Response response,
      AnswerKey key,
      String verdictCode,
      String value,
      String remark,
      int base,
      Actor reviewer,
      Language language,
      Instant now) {
    refuseUnless(JUDGING, response);
    Place place = Place.row(key.question(), key.row());
    Verdict verdict =
        Verdict.of(Objects.requireNonNullElse(verdictCode, ""))
            .orElseThrow(
                () ->
                    ProblemKind.VERDICT_UNKNOWN
                        .at(place, String.valueOf(verdictCode), Verdict.codes())
                        .exception());
    FilledForm form = form(response, key);
    Question question = form.form().questions().get(key.question());
    Held declared =
        form.answer(question, key.row())
            .orElseThrow(() -> ProblemKind.NOTHING_TO_VERIFY.at(place).exception());
    String found = value == null || value.isBlank() ? null : value;
    if (found != null && !verdict.takesValue()) {
      throw ProblemKind.VERDICT_TAKES_NO_VALUE.at(place).exception();
    }
    if (verdict != Verdict.CONFIRMED && (remark == null || remark.isBlank())) {
      throw ProblemKind.VERDICT_WITHOUT_REMARK.at(place).exception();
    }
    if (found != null) {
      found = AnswerCheck.check(form, question, key, Given.value(found), language).value();
    }
    return add(response, key, base, verdict, found, remark, declared.revision(), reviewer, now);
  }

  /** Takes a verdict back. */
  @Transactional(dontRollbackOn = ProblemException.class)
  public void withdraw(Response response, AnswerKey key, int base, Actor reviewer, Instant now) {
    refuseUnless(JUDGING, response);
    Verification holding = verifications.of(response).get(key);
    if (holding == null) {
      throw ProblemKind.NOT_FOUND.exception();
    }
    add(
        response,
        key,
        base,
        Verdict.WITHDRAWN,
        null,
        null,
        holding.answerRevision(),
        reviewer,
        now);
  }

  private Verification add(
      Response response,
      AnswerKey key,
      int base,
      Verdict verdict,
      String value,
      String remark,
      int answerRevision,
      Actor reviewer,
      Instant now) {
    List<Verification> before = verifications.history(response, key);
    Verification last = before.isEmpty() ? null : before.get(before.size() - 1);
    int revision = last == null ? 0 : last.revision();
    boolean fresh = last == null || last.verdict() == Verdict.WITHDRAWN;
    if (base != revision && !(base == 0 && fresh)) {
      throw ProblemKind.VERDICT_STALE
          .at(Place.row(key.question(), key.row()), last == null ? "–" : last.judgedBy())
          .exception();
    }
    if (remark != null && remark.length() > REMARK_LENGTH) {
      throw ProblemKind.FIELD_TOO_LONG.at(Place.question("comment"), REMARK_LENGTH).exception();
    }
    Verification verification =
        new Verification(
            response.id(),
            key,
            revision + 1,
            verdict,
            value,
            remark == null || remark.isBlank() ? null : remark.strip(),
            answerRevision,
            reviewer.login(),
            now);
    verifications.add(verification);
    return verification;
  }

  /** Returns the response, with these questions marked and those that were marked before. */
  @Transactional
  public void giveBack(
      Response response,
      String remark,
      List<Marking> markings,
      Instant until,
      Actor reviewer,
      Instant now) {
    moveResponse.giveBack(response, remark, reviewer, now);
    if (until != null) {
      extend(response, until, remark.strip(), reviewer, now);
    }
    for (Marking marking : markings) {
      asked(response, marking.key(), marking.words(), true, true, reviewer, now);
    }
    clarifications.all(response).stream().filter(Clarification::open).forEach(Clarification::tell);
  }

  private void extend(
      Response response, Instant until, String reason, Actor reviewer, Instant now) {
    String cut =
        reason.length() <= PlanRound.REASON_LENGTH
            ? reason
            : reason.substring(0, PlanRound.REASON_LENGTH - 1) + "…";
    planRound.extend(response.round().code(), response.iso3(), until, cut, now);
    auditTrail.record(reviewer.login(), "round.extend", response.path());
  }

  /** Accepts the response. Refused while a clarification is open: somebody waits for an end. */
  @Transactional
  public void accept(Response response, String remark, Actor reviewer, Instant now) {
    long open = clarifications.all(response).stream().filter(Clarification::open).count();
    if (open > 0) {
      throw ProblemKind.CLARIFICATIONS_OPEN.exception(open);
    }
    moveResponse.accept(response, remark, reviewer, now);
  }

  private static void refuseUnless(Set<Response.State> states, Response response) {
    if (!states.contains(response.state())) {
      throw ProblemKind.REVIEW_NOT_NOW.exception(response.state().code());
    }
  }

  private static String said(String words, String field) {
    if (words == null || words.isBlank()) {
      throw ProblemKind.FIELD_MISSING.at(Place.question(field)).exception();
    }
    if (words.length() > WORDS_LENGTH) {
      throw ProblemKind.FIELD_TOO_LONG.at(Place.question(field), WORDS_LENGTH).exception();
    }
    return words.strip();
  }

  /** The form that has this question, and the row where it is in a roster. */
  private FilledForm form(Response response, AnswerKey key) {
    Place place = Place.row(key.question(), key.row());
    FilledForm form =
        filledForms.of(response).stream()
            .filter(each -> each.form().questions().containsKey(key.question()))
            .findFirst()
            .orElseThrow(() -> ProblemKind.QUESTION_UNKNOWN.at(place, key.question()).exception());
    if (!form.keys(form.form().sectionOf(key.question()).orElseThrow()).contains(key)) {
      throw ProblemKind.ROW_UNKNOWN.at(place, key.row()).exception();
    }
    return form;
  }
}

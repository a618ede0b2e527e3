package org.infostate.response;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.infostate.account.Account;
import org.infostate.account.Accounts;
import org.infostate.account.Actor;
import org.infostate.account.Role;
import org.infostate.mail.Letter;
import org.infostate.mail.Outbox;
import org.infostate.problem.Place;
import org.infostate.problem.Problem;
import org.infostate.problem.ProblemException;
import org.infostate.problem.ProblemKind;
import org.infostate.round.RoundCountry;
import org.infostate.round.RoundOpened;
import org.infostate.text.Texts;

/** Takes a response from hand to hand: invited, submitted, returned, accepted, reopened. */
@ApplicationScoped
public class MoveResponse {

  private static final int REMARK_LENGTH = 5_000;

  @Inject private Responses responses;
  @Inject private FilledForms filledForms;
  @Inject private Accounts accounts;
  @Inject private Outbox outbox;
  @Inject private Event<SubmissionTried> submissionTried;

  @Inject
  @ConfigProperty(name = "app.base.url")
  private String baseUrl;

  void invite(@Observes RoundOpened opened) {
    for (RoundCountry country : opened.round().countries()) {
      responses.add(new Response(opened.round(), country.iso3(), opened.at()));
    }
  }

  /** What stands in the way of submitting. */
  public List<Problem> problems(Response response) {
    List<Problem> problems = new ArrayList<>();
    filledForms.of(response).forEach(form -> problems.addAll(form.problems()));
    submissionTried.fire(new SubmissionTried(response, problems));
    return problems;
  }

  /** Hands the answers in. Refused with everything that is missing or no longer fits. */
  @Transactional
  public void submit(Response response, Actor actor, Instant now) {
    if (!actor.is(Role.FOCAL_POINT)) {
      throw ProblemKind.NOT_ALLOWED.exception();
    }
    Response locked = responses.lock(response);
    locked.refuseUnlessOpen(now);
    List<Problem> problems = problems(locked);
    if (!problems.isEmpty()) {
      throw new ProblemException(problems);
    }
    locked.submit(now);
    record(locked, actor, null, now);
  }

  /** Gives the answers back to the country. */
  @Transactional
  public void giveBack(Response response, String remark, Actor actor, Instant now) {
    if (remark == null || remark.isBlank()) {
      throw ProblemKind.RETURN_WITHOUT_COMMENT.at(Place.question("comment")).exception();
    }
    Response locked = responses.lock(response);
    locked.giveBack(now);
    record(locked, actor, shortened(remark), now);
    tell(locked, Letter.Purpose.RETURN, "response.returned", shortened(remark));
  }

  /** Accepts the answers: they count from now on. */
  @Transactional
  public void accept(Response response, String remark, Actor actor, Instant now) {
    Response locked = responses.lock(response);
    locked.accept(now);
    String said = remark == null || remark.isBlank() ? null : shortened(remark);
    record(locked, actor, said, now);
    tell(locked, Letter.Purpose.ACCEPTANCE, "response.accepted", said == null ? "" : said);
  }

  /** Takes an accepted response back into review, so that it can be returned. */
  @Transactional
  public void reopen(Response response, String reason, Actor actor, Instant now) {
    if (reason == null || reason.isBlank()) {
      throw ProblemKind.REOPENING_WITHOUT_REASON.at(Place.question("comment")).exception();
    }
    Response locked = responses.lock(response);
    locked.reopen(now);
    record(locked, actor, shortened(reason), now);
    tell(locked, Letter.Purpose.REOPENING, "review.mail.reopened", shortened(reason));
  }

  private static String shortened(String remark) {
    String said = remark.strip();
    if (said.length() > REMARK_LENGTH) {
      throw ProblemKind.FIELD_TOO_LONG.at(Place.question("comment"), REMARK_LENGTH).exception();
    }
    return said;
  }

  private void record(Response response, Actor actor, String remark, Instant now) {
    responses.add(new ResponseEvent(response, now, actor.login(), remark));
  }

  private void tell(Response response, Letter.Purpose purpose, String key, String remark) {
    for (Account focalPoint : accounts.of(Role.FOCAL_POINT, response.iso3())) {
      Texts texts = Texts.in(focalPoint.language());
      String title = response.round().title();
      outbox.post(
          Letter.about(
              response.round().code(),
              response.iso3(),
              purpose,
              focalPoint.email(),
              focalPoint.language(),
              texts.text(key + ".subject", title),
              texts.text(
                  key + ".body", focalPoint.name(), title, remark, baseUrl + response.path())));
    }
  }
}

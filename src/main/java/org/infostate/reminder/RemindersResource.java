package org.infostate.reminder;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.infostate.account.Actor;
import org.infostate.account.Role;
import org.infostate.audit.Audited;
import org.infostate.mail.Letter;
import org.infostate.problem.ProblemKind;
import org.infostate.round.Round;
import org.infostate.round.Rounds;

/** Reminders over HTTP. */
@RequestScoped
@Path("api/v1/rounds/{round}/reminders")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class RemindersResource {

  @Inject private Rounds rounds;
  @Inject private Reminders reminders;
  @Inject private RemindCountries remindCountries;
  @Inject private Actor actor;
  @Inject private Clock clock;

  @PathParam("round")
  private String round;

  /** On which days before the deadline the round reminds. */
  public record Plan(List<Integer> daysBefore) {}

  /** A letter that would be written now. */
  public record Preview(
      String country, String recipient, String language, String subject, String body) {}

  /**
   * A reminder that was written.
   *
   * @param state of the delivery: waiting, sent, bounced or failed
   */
  public record Sent(
      String country,
      String recipient,
      int daysBefore,
      Instant deadline,
      Instant writtenAt,
      String state,
      Instant sentAt,
      String error) {}

  /** How many letters were written. */
  public record Written(int written) {}

  @GET
  @RolesAllowed(Role.PLANNER)
  public Plan plan() {
    return new Plan(reminders.days(require()).stream().map(ReminderDay::daysBefore).toList());
  }

  @PUT
  @Transactional
  @Audited("round.scheduleReminders")
  @RolesAllowed(Role.PLANNER)
  public Plan plan(Plan plan) {
    if (plan == null || plan.daysBefore() == null || plan.daysBefore().contains(null)) {
      throw ProblemKind.BODY_UNREADABLE.exception();
    }
    remindCountries.plan(require(), plan.daysBefore(), clock.instant());
    return plan();
  }

  /** What would be written to whom if the countries were reminded now. */
  @GET
  @Path("preview")
  @RolesAllowed(Role.PLANNER)
  public List<Preview> preview() {
    Instant now = clock.instant();
    return remindCountries.recipients(require(), now).stream()
        .map(reminder -> preview(reminder, remindCountries.letter(reminder, now)))
        .toList();
  }

  private static Preview preview(Reminder reminder, Letter letter) {
    return new Preview(
        reminder.response().iso3(),
        letter.recipient(),
        letter.language().tag(),
        letter.subject(),
        letter.body());
  }

  /** Reminds now everybody who has not submitted and was not reminded today. */
  @POST
  @Path("sending")
  @Transactional
  @Audited("round.remind")
  @Consumes(MediaType.WILDCARD)
  @RolesAllowed(Role.PLANNER)
  public Written remindNow() {
    return new Written(remindCountries.remindNow(require(), clock.instant()));
  }

  @GET
  @Path("log")
  @RolesAllowed(Role.PLANNER)
  public List<Sent> log() {
    return reminders.sent(require()).stream()
        .map(
            sent ->
                new Sent(
                    sent.iso3(),
                    sent.message().recipient(),
                    sent.daysBefore(),
                    sent.deadline(),
                    sent.sentAt(),
                    sent.message().state().code(),
                    sent.message().sentAt(),
                    sent.message().lastError()))
        .toList();
  }

  private Round require() {
    return rounds.find(round, actor).orElseThrow(ProblemKind.NOT_FOUND::exception);
  }
}

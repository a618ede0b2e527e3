package org.infostate.reminder;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.infostate.account.Account;
import org.infostate.account.Accounts;
import org.infostate.account.Role;
import org.infostate.audit.AuditTrail;
import org.infostate.mail.Letter;
import org.infostate.mail.MailMessage;
import org.infostate.mail.Outbox;
import org.infostate.problem.Place;
import org.infostate.problem.ProblemException;
import org.infostate.problem.ProblemKind;
import org.infostate.questionnaire.Section;
import org.infostate.response.FilledForm;
import org.infostate.response.FilledForms;
import org.infostate.response.Response;
import org.infostate.response.Responses;
import org.infostate.round.DeadlineCalendar;
import org.infostate.round.Round;
import org.infostate.text.Texts;

/** Reminds the focal points of countries that have not submitted. */
@ApplicationScoped
public class RemindCountries {

  private static final Set<Response.State> REMINDED =
      EnumSet.of(Response.State.INVITED, Response.State.IN_PROGRESS, Response.State.RETURNED);
  private static final int MOST_DAYS = 365;
  private static final int MOST_REMINDERS = 12;

  @Inject private Reminders reminders;
  @Inject private Responses responses;
  @Inject private FilledForms filledForms;
  @Inject private Accounts accounts;
  @Inject private Outbox outbox;
  @Inject private AuditTrail trail;

  @Inject
  @ConfigProperty(name = "app.base.url")
  private String baseUrl;

  /** Sets on which days before the deadline the round reminds; those that stay keep their age. */
  @Transactional(dontRollbackOn = ProblemException.class)
  public void plan(Round round, List<Integer> daysBefore, Instant now) {
    Set<Integer> wanted = new TreeSet<>(daysBefore);
    if (wanted.size() > MOST_REMINDERS) {
      throw ProblemKind.REMINDERS_TOO_MANY.at(Place.question("days"), MOST_REMINDERS).exception();
    }
    for (int days : wanted) {
      if (days < 1 || days > MOST_DAYS) {
        throw ProblemKind.REMINDER_DAYS.at(Place.question("days"), days, MOST_DAYS).exception();
      }
    }
    for (ReminderDay day : reminders.days(round)) {
      if (!wanted.remove(day.daysBefore())) {
        reminders.remove(day);
      }
    }
    wanted.forEach(days -> reminders.add(new ReminderDay(round.id(), days, now)));
  }

  /** What the schedules of all open rounds make due now and was not sent yet. */
  List<Reminder> due(Instant now) {
    List<Reminder> due = new ArrayList<>();
    for (Round round : reminders.remindingRounds()) {
      List<ReminderDay> days = reminders.days(round);
      for (Response response : responses.of(round, REMINDED)) {
        ReminderDay.due(days, response.deadline(), round.openedAt(), now)
            .ifPresent(day -> due.addAll(toFocalPoints(response, day.daysBefore())));
      }
    }
    return due;
  }

  private List<Reminder> toFocalPoints(Response response, int daysBefore) {
    return accounts.of(Role.FOCAL_POINT, response.iso3()).stream()
        .map(focalPoint -> new Reminder(response, focalPoint, daysBefore))
        .filter(reminder -> !reminders.wasSent(reminder))
        .toList();
  }

  /**
   * Who would be reminded now, whatever the schedule says: focal points of countries that have not
   * submitted, have time left, and were not reminded today.
   */
  public List<Reminder> recipients(Round round, Instant now) {
    if (round.state() != Round.State.OPEN) {
      return List.of();
    }
    return responses.of(round, REMINDED).stream()
        .filter(response -> !now.isAfter(response.deadline()))
        .flatMap(response -> toFocalPoints(response, daysLeft(response, now)).stream())
        .toList();
  }

  /** Whole days to the deadline, begun ones counted: reminding now is a reminder of that day. */
  private static int daysLeft(Response response, Instant now) {
    Duration left = Duration.between(now, response.deadline());
    return (int) left.plus(Duration.ofDays(1)).minusNanos(1).toDays();
  }

  /**
   * Reminds all of {@link #recipients}.
   *
   * @return how many letters were written
   */
  @Transactional
  public int remindNow(Round round, Instant now) {
    List<Reminder> all = recipients(round, now);
    all.forEach(reminder -> write(reminder, now));
    return all.size();
  }

  /** Writes one that the schedule made due; in a transaction of its own. */
  @Transactional(Transactional.TxType.REQUIRES_NEW)
  public void send(Reminder reminder, Instant now) {
    write(reminder, now);
    trail.record("-", "reminder.send", reminder.response().path());
  }

  private void write(Reminder reminder, Instant now) {
    MailMessage message = outbox.post(letter(reminder, now));
    reminders.add(new SentReminder(reminder, message, now));
  }

  /** What a reminder says. */
  public Letter letter(Reminder reminder, Instant now) {
    Response response = reminder.response();
    Account to = reminder.to();
    Texts texts = Texts.in(to.language());
    return Letter.about(
            response.round().code(),
            response.iso3(),
            Letter.Purpose.REMINDER,
            to.email(),
            to.language(),
            texts.text("reminder.mail.subject", response.round().title(), response.deadline()),
            texts.text(
                "reminder.mail.body",
                to.name(),
                response.round().title(),
                response.deadline(),
                missing(response),
                baseUrl + response.path()))
        .with(DeadlineCalendar.of(response.round(), response.iso3(), to.language(), baseUrl, now));
  }

  private int missing(Response response) {
    int missing = 0;
    for (FilledForm form : filledForms.of(response)) {
      for (Section section : form.form().sections()) {
        missing += form.progress(section).requiredMissing();
      }
    }
    return missing;
  }
}

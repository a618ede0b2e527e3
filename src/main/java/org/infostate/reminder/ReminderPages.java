package org.infostate.reminder;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.infostate.account.Actor;
import org.infostate.account.Role;
import org.infostate.audit.Audited;
import org.infostate.page.View;
import org.infostate.problem.Place;
import org.infostate.problem.Problem;
import org.infostate.problem.ProblemException;
import org.infostate.problem.ProblemKind;
import org.infostate.round.Round;
import org.infostate.round.Rounds;

/** The page where a planner plans reminders, sees whom they would reach, and what went out. */
@RequestScoped
@Path("rounds")
public class ReminderPages {

  @Inject private Rounds rounds;
  @Inject private Reminders reminders;
  @Inject private RemindCountries remindCountries;
  @Inject private Actor actor;
  @Inject private Clock clock;

  @GET
  @Path("{round}/reminders")
  @RolesAllowed(Role.PLANNER)
  public View show(@PathParam("round") String code) {
    return show(require(code), null, List.of());
  }

  private View show(Round round, String typed, List<Problem> problems) {
    Instant now = clock.instant();
    List<Reminder> recipients = remindCountries.recipients(round, now);
    return View.of("reminder/reminders.jte")
        .with("round", round)
        .with("days", reminders.days(round))
        .with("typed", typed)
        .with("recipients", recipients)
        .with(
            "letters", recipients.stream().map(each -> remindCountries.letter(each, now)).toList())
        .with("sent", reminders.sent(round))
        .with("problems", problems);
  }

  @POST
  @Path("{round}/reminders")
  @Transactional(dontRollbackOn = ProblemException.class)
  @Audited("round.scheduleReminders")
  @RolesAllowed(Role.PLANNER)
  public Response plan(
      @PathParam("round") String code, @FormParam("days") @DefaultValue("") String typed) {
    Round round = require(code);
    try {
      remindCountries.plan(round, days(typed), clock.instant());
      return done(round);
    } catch (ProblemException e) {
      return Response.status(e.first().kind().status())
          .entity(show(round, typed, e.problems()))
          .build();
    }
  }

  /** Numbers with anything between them; digits of any script. */
  private static List<Integer> days(String typed) {
    return Arrays.stream(typed.split("\\P{Nd}+"))
        .filter(part -> !part.isEmpty())
        .map(ReminderPages::number)
        .toList();
  }

  private static int number(String digits) {
    try {
      return Integer.parseInt(digits);
    } catch (NumberFormatException e) {
      throw ProblemKind.REMINDER_DAYS.at(Place.question("days"), digits, 365).exception();
    }
  }

  @POST
  @Path("{round}/reminders/sending")
  @Transactional
  @Audited("round.remind")
  @RolesAllowed(Role.PLANNER)
  public Response remindNow(@PathParam("round") String code) {
    Round round = require(code);
    remindCountries.remindNow(round, clock.instant());
    return done(round);
  }

  private Round require(String code) {
    return rounds.find(code, actor).orElseThrow(ProblemKind.NOT_FOUND::exception);
  }

  private static Response done(Round round) {
    return Response.seeOther(
            URI.create("/rounds/" + round.code() + "/reminders?notice=common.notice.saved"))
        .build();
  }
}

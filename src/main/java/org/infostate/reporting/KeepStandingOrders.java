package org.infostate.reporting;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.infostate.account.Account;
import org.infostate.account.Accounts;
import org.infostate.account.Actor;
import org.infostate.account.Role;
import org.infostate.audit.AuditTrail;
import org.infostate.mail.Letter;
import org.infostate.mail.MailMessage;
import org.infostate.mail.Outbox;
import org.infostate.problem.Place;
import org.infostate.problem.ProblemException;
import org.infostate.problem.ProblemKind;
import org.infostate.text.Language;
import org.infostate.text.Texts;

/** Takes standing orders, orders what is due, and tells its readers once it is made. */
@ApplicationScoped
public class KeepStandingOrders {

  /** Who may read reports. */
  private static final Set<String> READERS = Set.of(Role.PLANNER, Role.REVIEWER);

  @Inject private StandingOrders standingOrders;
  @Inject private MakeReport makeReport;
  @Inject private Reports reports;
  @Inject private Accounts accounts;
  @Inject private Outbox outbox;
  @Inject private AuditTrail trail;

  @Inject
  @ConfigProperty(name = "app.base.url")
  private String baseUrl;

  /** Accounts that may be told of reports. */
  List<Account> possibleReaders() {
    return accounts.all().stream().filter(KeepStandingOrders::mayRead).toList();
  }

  private static boolean mayRead(Account account) {
    return account.active() && READERS.contains(account.role());
  }

  /**
   * Takes a standing order.
   *
   * @param rhythm code of a {@link StandingOrder.Rhythm}
   * @param first day as {@code 2026-12-01}, today or later
   * @param readers sign-in names of accounts that may read reports
   * @throws org.infostate.problem.ProblemException if the report cannot be ordered, or one of these
   *     is missing or no such thing
   */
  @Transactional(dontRollbackOn = ProblemException.class)
  StandingOrder take(
      ReportOrder order,
      String rhythm,
      String first,
      List<String> readers,
      Language reader,
      Actor actor,
      Instant now) {
    ReportOrder whole = makeReport.checked(order, reader);
    StandingOrder taken =
        new StandingOrder(whole, rhythm(rhythm), day(first, now), ids(readers), actor.login());
    standingOrders.add(taken);
    return taken;
  }

  private static StandingOrder.Rhythm rhythm(String code) {
    return Arrays.stream(StandingOrder.Rhythm.values())
        .filter(each -> each.code().equals(code))
        .findFirst()
        .orElseThrow(() -> unusable("rhythm", code));
  }

  private static LocalDate day(String written, Instant now) {
    if (written == null || !written.matches("\\d{4}-\\d{2}-\\d{2}")) {
      throw unusable("first", written);
    }
    try {
      LocalDate day = LocalDate.parse(written);
      if (day.isBefore(LocalDate.ofInstant(now, ZoneOffset.UTC))) {
        throw unusable("first", written);
      }
      return day;
    } catch (java.time.format.DateTimeParseException e) {
      throw unusable("first", written);
    }
  }

  private Set<Long> ids(List<String> logins) {
    if (logins == null || logins.isEmpty()) {
      throw ProblemKind.FIELD_MISSING.at(Place.question("readers")).exception();
    }
    Set<Long> ids = new HashSet<>();
    for (String login : logins) {
      ids.add(
          accounts
              .find(String.valueOf(login))
              .filter(KeepStandingOrders::mayRead)
              .orElseThrow(() -> unusable("readers", login))
              .id());
    }
    return ids;
  }

  private static ProblemException unusable(String field, String value) {
    return ProblemKind.BAD_PARAMETER.at(Place.question(field), String.valueOf(value)).exception();
  }

  /** Removes a standing order; the reports that it made stay. */
  @Transactional
  void remove(long id) {
    standingOrders.remove(standingOrders.require(id));
  }

  List<Long> due(Instant now) {
    return standingOrders.due(now);
  }

  /**
   * Orders the report. Two nodes that try at once change the same row, and one of them gives up.
   *
   * @throws org.infostate.problem.ProblemException if it cannot be ordered now
   */
  @Transactional(Transactional.TxType.REQUIRES_NEW)
  public void order(long id, Instant now) {
    StandingOrder standing = standingOrders.require(id);
    if (standing.due(now)) {
      standing.ordered(now);
      Report report =
          makeReport.start(standing.order(), standing.createdBy(), standing.id(), Language.EN);
      trail.record("-", "report.order", report.path());
    }
  }

  /** Goes on to the next time, with a note why this one is missing. */
  @Transactional(Transactional.TxType.REQUIRES_NEW)
  public void refused(long id, ProblemKind kind, Instant now) {
    standingOrders
        .find(id)
        .filter(each -> each.due(now))
        .ifPresent(each -> each.refused(kind, now));
  }

  /** Keeps what came out, and tells the readers in the same transaction. */
  @Transactional(Transactional.TxType.REQUIRES_NEW)
  void done(long id, String sha256, long bytes, String templateSha256, Instant now) {
    Report report = reports.require(id);
    report.done(sha256, bytes, templateSha256, now);
    if (report.state() == Report.State.DONE && report.standingOrder() != null) {
      standingOrders
          .find(report.standingOrder())
          .ifPresent(standing -> standing.readers().forEach(reader -> tell(reader, report)));
    }
  }

  private void tell(Long reader, Report report) {
    accounts
        .find(reader)
        .filter(KeepStandingOrders::mayRead)
        .ifPresent(account -> outbox.post(letter(account, report)));
  }

  /** With a link and not the workbook: who has lost the right to read reports reads none. */
  private Letter letter(Account to, Report report) {
    Texts texts = Texts.in(to.language());
    String title = texts.text("reporting.report." + report.order().template());
    return new Letter(
        MailMessage.Topic.ROUND,
        Letter.Purpose.REPORT,
        null,
        null,
        to.email(),
        to.language(),
        texts.text("standing.mail.subject", title),
        texts.text(
            "standing.mail.body",
            to.name(),
            title,
            report.order().subject(),
            baseUrl + report.path(),
            baseUrl + "/reports/standing-orders"),
        null);
  }
}

package org.infostate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.InputStream;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/**
 * Invitations and reminders through a real mail server.
 *
 * <ol>
 *   <li>An invitation comes with the deadline as a calendar file; so does an extension.
 *   <li>A reminder says what its preview said, and goes out once a day at most.
 *   <li>The schedule sends by itself what is due, once.
 *   <li>A letter that the mail server refuses for good is marked as bounced.
 *   <li>A standing order makes its report when it is due, once, and tells its readers.
 * </ol>
 */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class RemindersIT {

  private static final String ORDERS = "/api/v1/reports/standing-orders";
  private static final String ORDER =
      """
      {"order": {"template": "round", "subject": "%s", "language": "en"},
       "rhythm": "%s", "first": "%s", "readers": ["%s"]}
      """;

  /** Both schedules have run twice within. */
  private static final Duration TWO_RUNS = Duration.ofSeconds(130);

  private static GreenMail mail;
  private static RefusingProxy proxy;
  private static Server server;
  private static String today;
  private static Instant begun;
  private static HttpResponse<String> standing;

  /** What the clock is to do is ordered first, so that all tests wait for it together. */
  @BeforeAll
  static void startWithAMailServer() throws Exception {
    mail = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
    mail.start();
    proxy = new RefusingProxy(mail.getSmtp().getPort(), "focal-xru@");
    server =
        Server.start(
            "reminders",
            Map.of(
                "app.sample", "true",
                "app.mail.host", "127.0.0.1",
                "app.mail.port", Integer.toString(proxy.port())));
    Caller planner = Caller.of(server, "planner");
    begun = Instant.now();
    today = begun.toString().substring(0, 10);
    openTheRoundThatIsDueTomorrow(planner);
    standing =
        planner.post(
            ORDERS, ORDER.formatted(SampleAssessment.round(), "weekly", today, "reviewer"));
  }

  private static void openTheRoundThatIsDueTomorrow(Caller planner) {
    planner.post(
        "/api/v1/rounds",
        """
        {"code": "tomorrow", "title": "Tomorrow", "deadline": "%s",
         "versions": ["units/1"], "countries": ["XAA"]}
        """
            .formatted(begun.plus(1, ChronoUnit.DAYS).plusSeconds(25)));
    assertEquals(200, planner.post("/api/v1/rounds/tomorrow/opening", null).statusCode());
    String reminders = "/api/v1/rounds/tomorrow/reminders";
    assertEquals("[]", planner.get(reminders + "/log").body());
    assertEquals(
        "{\"daysBefore\":[7,1]}", planner.put(reminders, "{\"daysBefore\":[1,7,1]}").body());
  }

  @AfterAll
  static void stop() throws Exception {
    server.close();
    proxy.close();
    mail.stop();
  }

  private static List<MimeMessage> received(String subject) throws Exception {
    long end = System.nanoTime() + 120_000_000_000L;
    while (true) {
      List<MimeMessage> found =
          Stream.of(mail.getReceivedMessages()).filter(each -> about(each, subject)).toList();
      if (!found.isEmpty() || System.nanoTime() > end) {
        return found;
      }
      Thread.sleep(500);
    }
  }

  private static boolean about(MimeMessage message, String subject) {
    try {
      return message.getSubject().startsWith(subject);
    } catch (MessagingException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String part(MimeMessage message, int number) throws Exception {
    Object content = ((MimeMultipart) message.getContent()).getBodyPart(number).getContent();
    return content instanceof InputStream in
        ? new String(in.readAllBytes(), StandardCharsets.UTF_8)
        : content.toString();
  }

  @Test
  void theInvitationAndTheExtensionComeWithTheDeadlineForTheCalendar() throws Exception {
    TestRound.open(server, "invite", "XAA");
    MimeMessage invitation = received("Invitation: Round invite").get(0);
    assertTrue(part(invitation, 1).contains("UID:invite-XAA@localhost"), part(invitation, 1));

    String until = Instant.now().plus(60, ChronoUnit.DAYS).truncatedTo(ChronoUnit.DAYS).toString();
    HttpResponse<String> extended =
        Caller.of(server, "planner")
            .post(
                "/api/v1/rounds/invite/countries/XAA/extension",
                "{\"deadline\":\"%s\",\"reason\":\"After the storm.\"}".formatted(until));
    assertEquals(200, extended.statusCode(), extended.body());
    MimeMessage more = received("More time: Round invite").get(0);
    assertTrue(part(more, 0).contains("After the storm."), part(more, 0));
    assertTrue(part(more, 1).contains("DTEND:" + until.replaceAll("[-:]", "")), part(more, 1));

    HttpResponse<String> file =
        Caller.of(server, "focal-xaa").get("/rounds/invite/responses/XAA/deadline.ics");
    assertEquals("text/calendar;charset=utf-8", file.headers().firstValue("Content-Type").get());
    assertTrue(file.body().startsWith("BEGIN:VCALENDAR\r\n"), file.body());
    assertEquals(
        404,
        Caller.of(server, "focal-xru")
            .get("/rounds/invite/responses/XAA/deadline.ics")
            .statusCode());
  }

  @Test
  void aReminderSaysWhatThePreviewSaidAndGoesOutOnceADay() throws Exception {
    TestRound.open(server, "remind", "XAA", "XRU");
    Caller planner = Caller.of(server, "planner");
    String reminders = "/api/v1/rounds/remind/reminders";
    assertEquals(403, Caller.of(server, "focal-xaa").get(reminders).statusCode());
    assertEquals(1320, Caller.problem(planner.put(reminders, "{\"daysBefore\":[0]}")));

    String preview = planner.get(reminders + "/preview").body();
    assertTrue(preview.contains("focal-xaa@") && preview.contains("focal-xru@"), preview);
    assertEquals("{\"written\":2}", planner.post(reminders + "/sending", null).body());
    assertEquals("{\"written\":0}", planner.post(reminders + "/sending", null).body());
    assertEquals("[]", planner.get(reminders + "/preview").body());

    MimeMessage reminder = received("Reminder: Round remind").get(0);
    String first =
        part(reminder, 0).lines().filter(line -> line.contains("due by")).findFirst().orElseThrow();
    assertTrue(preview.contains(first.strip().replace("\"", "\\\"")), preview + first);

    String log = logWith(planner, reminders, "bounced");
    assertTrue(log.contains("\"sent\""), log);
    assertTrue(log.contains("550 5.1.1 No such mailbox"), log);
    String bounced =
        planner.get("/api/v1/outbox?round=remind&purpose=reminder&state=bounced").body();
    assertTrue(bounced.contains("focal-xru@") && !bounced.contains("focal-xaa@"), bounced);
    assertEquals(1010, Caller.problem(planner.get("/api/v1/outbox?state=perhaps")));
  }

  private static String logWith(Caller planner, String reminders, String state) throws Exception {
    String log = "";
    for (int second = 0; second < 60 && !log.contains(state); second++) {
      Thread.sleep(1_000);
      log = planner.get(reminders + "/log").body();
    }
    assertTrue(log.contains(state), log);
    return log;
  }

  @Test
  @Order(Integer.MAX_VALUE)
  void theScheduleSendsWhatIsDueByItselfAndOnce() throws Exception {
    assertEquals(1, received("Reminder: Tomorrow").size());
    Duration left = TWO_RUNS.minus(Duration.between(begun, Instant.now()));
    Thread.sleep(Math.max(0, left.toMillis()));
    assertEquals(1, received("Reminder: Tomorrow").size());
    assertEquals(1, received("Report ready: Round summary").size());
    String log = Caller.of(server, "planner").get("/api/v1/rounds/tomorrow/reminders/log").body();
    assertTrue(log.contains("\"daysBefore\":1"), log);
    assertFalse(log.contains("\"daysBefore\":7"), log);
  }

  @Test
  void aStandingOrderMakesItsReportOnceAndTellsItsReaders() throws Exception {
    Caller planner = Caller.of(server, "planner");
    String round = SampleAssessment.round();
    for (String refused :
        List.of(
            ORDER.formatted(round, "daily", today, "reviewer"),
            ORDER.formatted(round, "weekly", "2020-01-01", "reviewer"),
            ORDER.formatted(round, "weekly", "2026-02-31", "reviewer"),
            ORDER.formatted(round, "weekly", today, "focal-xaa"))) {
      assertEquals(1010, Caller.problem(planner.post(ORDERS, refused)), refused);
    }
    assertEquals(
        1811, Caller.problem(planner.post(ORDERS, ORDER.formatted("none", "weekly", today, "x"))));
    assertEquals(1009, Caller.problem(planner.post(ORDERS, "{}")));
    String good = ORDER.formatted(round, "weekly", today, "reviewer");
    assertEquals(403, Caller.of(server, "reviewer").post(ORDERS, good).statusCode());

    assertEquals(201, standing.statusCode(), standing.body());
    String path =
        standing.headers().firstValue("Location").orElseThrow().replaceFirst("^.*/api", "/api");
    List<MimeMessage> letters = received("Report ready: Round summary");
    assertEquals(1, letters.size());
    assertTrue(letters.get(0).getAllRecipients()[0].toString().startsWith("reviewer@"));
    Matcher link = Pattern.compile("/reports/(\\d+)\\s").matcher(text(letters.get(0)));
    assertTrue(link.find(), text(letters.get(0)));
    Caller reviewer = Caller.of(server, "reviewer");
    String report = "/api/v1/reports/" + link.group(1);
    assertTrue(reviewer.get(report).body().contains("\"state\":\"done\""));
    assertEquals(200, reviewer.download(report + "/file").statusCode());

    String next = Instant.parse(today + "T00:00:00Z").plus(7, ChronoUnit.DAYS).toString();
    assertTrue(planner.get(path).body().contains("\"next\":\"" + next), planner.get(path).body());
    assertEquals(200, planner.get("/reports/standing-orders").statusCode());
    assertEquals(204, planner.send("DELETE", path, null, null).statusCode());
    assertEquals(404, planner.get(path).statusCode());
    assertEquals(200, reviewer.get(report).statusCode());
  }

  /** The text of a letter without attachments. */
  private static String text(MimeMessage message) throws Exception {
    return message.getContent() instanceof MimeMultipart
        ? part(message, 0)
        : message.getContent().toString();
  }
}

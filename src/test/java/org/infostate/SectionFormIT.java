package org.infostate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * The page of a section as a browser without scripts posts it, on both databases.
 *
 * <ol>
 *   <li>What passes is stored; what is refused is shown again as it was typed, with its problem.
 *   <li>An answer that somebody else changed meanwhile is shown beside the other one, with who and
 *       when; posting again decides nothing; only the person's choice does.
 *   <li>A row is added to a table without losing what was typed in it.
 *   <li>Of several people who answer first at the same moment one is stored and the others learn of
 *       it.
 *   <li>What is posted after the session ended goes through the sign-in and is sent again.
 *   <li>Earlier answers are read in the reader's words, with who gave them; only by whom they
 *       concern.
 *   <li>Evidence, a file or a link, stands with its answer and is read as an attachment.
 * </ol>
 */
@ParameterizedClass
@EnumSource(Database.class)
class SectionFormIT {

  private static final AtomicInteger ROUNDS = new AtomicInteger();

  @Parameter private Database database;

  private TestRound round;
  private Caller focalPoint;

  @BeforeEach
  void openARound() {
    round = TestRound.open(database.sample(), "form-" + ROUNDS.incrementAndGet(), "XAA");
    focalPoint = round.caller("focal-xaa");
  }

  private String page(String section) {
    return "/rounds/" + round.code() + "/responses/XAA/" + section;
  }

  private HttpResponse<String> give(String question, String json, String header, String value) {
    return focalPoint.put(round.answer("XAA", question), json, header, value);
  }

  private String stored(String question) {
    return focalPoint.get(round.answer("XAA", question)).body();
  }

  @Test
  void earlierAnswersAreReadInTheReadersWords() {
    give("unit_247_status", "{\"value\":\"planned\"}", "If-None-Match", "*");
    give("unit_247_status", "{\"value\":\"operating\"}", "If-Match", "\"1\"");

    String history = page("unit_contact_point") + "/history/unit_247_status?lang=";
    String english = focalPoint.get(history + "en").body();
    assertTrue(english.contains("<bdi>Planned</bdi>"), english);
    assertTrue(english.contains("<bdi>Yes, in operation</bdi>"), english);
    assertTrue(english.contains("<bdi>focal-xaa</bdi>"), english);
    String french = focalPoint.get(history + "fr").body();
    assertTrue(french.contains("<bdi>Oui, en activité</bdi>"), french);
    assertEquals(404, round.caller("focal-xru").get(history + "en").statusCode());
  }

  @Test
  void whatPassesIsStoredAndWhatIsRefusedIsShownAgain() {
    HttpResponse<String> reply =
        focalPoint.submit(
            page("unit_contact_point"),
            "r.unit_247_status",
            "0",
            "a.unit_247_status",
            "operating",
            "r.unit_247_since",
            "0",
            "a.unit_247_since",
            "long ago");
    assertEquals(422, reply.statusCode());
    assertTrue(reply.body().contains("value=\"long ago\""), "what was typed stays");
    assertTrue(reply.body().contains("1401"), "its problem is named");
    assertTrue(stored("unit_247_status").contains("operating"));
  }

  @Test
  void aConflictIsShownSideBySideAndAPersonDecides() {
    give("unit_247_status", "{\"value\":\"planned\"}", "If-None-Match", "*");
    String[] late = {"r.unit_247_status", "0", "a.unit_247_status", "operating"};
    HttpResponse<String> first = focalPoint.submit(page("unit_contact_point"), late);
    assertEquals(412, first.statusCode());
    assertTrue(first.body().contains("class=\"conflict\""));
    assertTrue(first.body().contains("name=\"r.unit_247_status\" value=\"0\""), "base stays");
    assertTrue(first.body().contains("name=\"t.unit_247_status\" value=\"1\""), "theirs is named");

    assertEquals(412, focalPoint.submit(page("unit_contact_point"), late).statusCode());
    assertTrue(stored("unit_247_status").contains("planned"));

    String[] mine = decided(late, "mine");
    assertEquals(303, focalPoint.submit(page("unit_contact_point"), mine).statusCode());
    assertTrue(stored("unit_247_status").contains("operating"));

    // In between it changed once more: what was decided was about another answer.
    give("unit_247_status", "{\"value\":\"none\"}", "If-Match", "\"2\"");
    String[] again = {"r.unit_247_status", "0", "a.unit_247_status", "set_up"};
    assertEquals(
        412, focalPoint.submit(page("unit_contact_point"), decided(again, "mine")).statusCode());
    assertEquals(
        303, focalPoint.submit(page("unit_contact_point"), decided(again, "theirs")).statusCode());
    assertTrue(stored("unit_247_status").contains("none"));
  }

  private static String[] decided(String[] fields, String which) {
    List<String> all = new ArrayList<>(List.of(fields));
    all.addAll(List.of("t.unit_247_status", "1", "w.unit_247_status", which));
    return all.toArray(new String[0]);
  }

  @Test
  void aRowIsAddedWithoutLosingWhatWasTyped() {
    give("unit_investigation", "{\"value\":\"operating\"}", "If-None-Match", "*");
    focalPoint.submit(page("unit_special"), "add", "unit_roster");
    HttpResponse<String> reply =
        focalPoint.submit(
            page("unit_special"),
            "r.unit_name.1",
            "0",
            "a.unit_name.1",
            "High-tech crime unit",
            "r.unit_since.1",
            "0",
            "a.unit_since.1",
            "12",
            "add",
            "unit_roster");
    assertEquals(422, reply.statusCode());
    assertTrue(reply.body().contains("id=\"unit_roster.2\""), "the new row is there");
    assertTrue(reply.body().contains("High-tech crime unit"));
    assertTrue(reply.body().contains("value=\"12\""));
    assertTrue(stored("unit_name?row=1").contains("High-tech crime unit"));
  }

  @Test
  void ofSeveralFirstAnswersOneIsStoredAndTheOthersLearnOfIt() {
    List<Integer> statuses =
        IntStream.range(0, 8)
            .parallel()
            .mapToObj(
                i ->
                    give(
                            "unit_247_status",
                            "{\"value\":\"operating\",\"comment\":\"" + i + "\"}",
                            "If-None-Match",
                            "*")
                        .statusCode())
            .toList();
    assertEquals(1, statuses.stream().filter(status -> status == 200).count(), "" + statuses);
    assertEquals(7, statuses.stream().filter(status -> status == 412).count(), "" + statuses);
  }

  @Test
  void whatIsPostedAfterTheSessionEndedGoesThroughTheSignIn() {
    Caller nobody = Caller.nobody(database.sample());
    HttpResponse<String> asked =
        nobody.submit(
            page("unit_contact_point"), "r.unit_247_status", "0", "a.unit_247_status", "operating");
    assertEquals(401, asked.statusCode());
    String kept = "name=\"again.a.unit_247_status\" value=\"operating\"";
    assertTrue(asked.body().contains(kept), asked.body());
    String[] signIn = {
      "to",
      page("unit_contact_point"),
      "login",
      "focal-xaa",
      "password",
      "wrong wrong wrong",
      "again.r.unit_247_status",
      "0",
      "again.a.unit_247_status",
      "operating"
    };
    assertTrue(nobody.submit("/sign-in", signIn).body().contains(kept), "a wrong password too");
    signIn[5] = "sample-focal-xaa";
    HttpResponse<String> signedIn = nobody.submit("/sign-in", signIn);
    assertEquals(200, signedIn.statusCode());
    assertTrue(signedIn.body().contains("action=\"" + page("unit_contact_point") + "\""));
    assertTrue(signedIn.body().contains("name=\"a.unit_247_status\" value=\"operating\""));
  }

  @Test
  void manyAnswersAreSavedTogetherOrNotAtAll() {
    String good =
        """
        [{"question": "unit_247_status", "revision": 0, "value": "operating"},
         {"question": "unit_247_since", "revision": 0, "value": %s}]
        """;
    String answers = round.api() + "XAA/answers";
    HttpResponse<String> refused = focalPoint.put(answers, good.formatted("\"once\""));
    assertEquals(422, refused.statusCode());
    assertEquals(404, focalPoint.get(round.answer("XAA", "unit_247_status")).statusCode());

    HttpResponse<String> saved = focalPoint.put(answers, good.formatted("2010"));
    assertEquals(200, saved.statusCode(), saved.body());
    assertTrue(stored("unit_247_since").contains("2010"));
    assertEquals(1481, Caller.problem(focalPoint.put(answers, "[]")));
    assertEquals(1409, Caller.problem(focalPoint.put(answers, "[{\"question\":\"x\"}]")));
  }

  @Test
  void evidenceStandsWithItsAnswerAndIsReadAsAnAttachment() {
    String evidence = round.api() + "XAA/evidence";
    HttpResponse<String> added = upload(evidence + "?question=unit_247_status", "%PDF-1.7 decree");
    assertEquals(201, added.statusCode(), added.body());
    assertTrue(added.body().contains("application/pdf"));
    assertEquals(1424, Caller.problem(upload(evidence + "?question=unit_247_status", "MZ\0\1")));
    HttpResponse<String> link =
        focalPoint.post(
            evidence + "/links?question=unit_247_status",
            "{\"url\":\"https://law.example/decree\",\"title\":\"Decree\",\"accessed\":\"2026-01-31\"}");
    assertEquals(201, link.statusCode(), link.body());
    assertEquals(1483, problemOfLink("javascript:alert(1)", "2026-01-31"));
    assertEquals(1484, problemOfLink("https://law.example/", "2999-01-01"));

    String page = focalPoint.get(page("unit_contact_point")).body();
    assertTrue(page.contains("https://law.example/decree"));
    String id = added.body().replaceAll("(?s).*\"id\":(\\d+).*", "$1");
    HttpResponse<String> read =
        focalPoint.get("/rounds/" + round.code() + "/responses/XAA/evidence/" + id);
    assertEquals("%PDF-1.7 decree", read.body());
    assertTrue(
        read.headers()
            .firstValue("Content-Disposition")
            .orElse("")
            .startsWith("attachment; filename*=UTF-8''decree.pdf"));
    assertEquals("nosniff", read.headers().firstValue("X-Content-Type-Options").orElse(""));

    assertEquals(404, Caller.of(database.sample(), "focal-xru").get(evidence).statusCode());
    HttpResponse<String> contributor =
        Caller.of(database.sample(), "contributor-xaa").get(evidence);
    assertFalse(contributor.body().contains("decree"), "not handed over, not shown");

    focalPoint.send("DELETE", evidence + "/" + id, null, null);
    assertFalse(focalPoint.get(evidence).body().contains("decree.pdf"));
  }

  private int problemOfLink(String url, String accessed) {
    return Caller.problem(
        focalPoint.post(
            round.api() + "XAA/evidence/links?question=unit_247_status",
            "{\"url\":\"" + url + "\",\"accessed\":\"" + accessed + "\"}"));
  }

  private HttpResponse<String> upload(String path, String content) {
    String body =
        "--end\r\nContent-Disposition: form-data; name=\"file\"; filename=\"decree.pdf\"\r\n"
            + "Content-Type: application/octet-stream\r\n\r\n"
            + content
            + "\r\n--end--\r\n";
    return focalPoint.send("POST", path, "multipart/form-data; boundary=end", body);
  }
}

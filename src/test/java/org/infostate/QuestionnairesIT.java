package org.infostate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * The life of a questionnaire version over the API, on both databases.
 *
 * <ol>
 *   <li>A file with mistakes is refused with all of them and their places; nothing is stored.
 *   <li>A draft is its planners' alone; it is replaced and deleted only as it was seen.
 *   <li>A published version never changes but in its wording; a retired one is asked by no new
 *       round.
 *   <li>Nobody but a planner changes anything, and no body is answered with a 500.
 * </ol>
 */
@ParameterizedClass
@EnumSource(Database.class)
class QuestionnairesIT {

  private static final String API = "/api/v1/questionnaires";
  private static final String YAML = "application/yaml";
  private static final AtomicInteger NUMBER = new AtomicInteger();

  @Parameter private Database database;

  private Caller planner;
  private String code;

  @BeforeEach
  void nameAQuestionnaire() {
    planner = Caller.of(database.sample(), "planner");
    code = "realm" + NUMBER.incrementAndGet();
  }

  private String form(String version) {
    return """
        questionnaire: %1$s
        version: "%2$s"
        language: en
        title: The realm
        choices:
          yes_no:
            - {name: "yes", label: "Yes"}
            - {name: "no", label: "No"}
        survey:
          - type: group
            name: %1$s_crown
            label: The crown
            questions:
              - {type: select_one yes_no, name: %1$s_heir, label: Is there a hair?}
              - type: integer
                name: %1$s_heirs
                label: How many?
                relevant: "${%1$s_heir} = 'yes'"
                constraint: ". >= 1"
        """
        .formatted(code, version);
  }

  private HttpResponse<String> draft(String form) {
    return planner.send("POST", API, YAML, form);
  }

  private String path(String version) {
    return API + "/" + code + "/" + version;
  }

  private static String tag(HttpResponse<String> reply) {
    return reply.headers().firstValue("ETag").orElse("");
  }

  private void publish(String version) {
    HttpResponse<String> drafted = draft(form(version));
    assertEquals(201, drafted.statusCode(), drafted.body());
    HttpResponse<String> published =
        planner.post(path(version) + "/publication", null, "If-Match", tag(drafted));
    assertEquals(200, published.statusCode(), published.body());
    assertTrue(published.body().contains("\"state\":\"published\""), published.body());
  }

  @Test
  void aFileWithMistakesIsRefusedWithAllOfThemAndStoresNothing() {
    String broken =
        form("1")
            .replace("type: integer", "type: integr")
            .replace("_heir} = 'yes'", "_hair} = 'yes'")
            .replace("label: How many?", "labl: How many?");
    HttpResponse<String> refused = draft(broken);
    assertEquals(422, refused.statusCode());
    assertEquals(List.of(1202, 1206, 1203, 1209), Caller.problems(refused), refused.body());
    assertTrue(refused.body().contains("\"line\":15"), refused.body());
    assertEquals(404, planner.get(path("1")).statusCode());
  }

  @Test
  void aDraftIsReplacedOnlyAsItWasSeen() {
    HttpResponse<String> drafted = draft(form("1"));
    assertEquals(201, drafted.statusCode(), drafted.body());
    assertEquals(tag(drafted), tag(planner.get(path("1"))));
    assertEquals(1225, Caller.problem(draft(form("1"))));
    String better = form("1").replace("a hair", "an heir");

    HttpResponse<String> blind = planner.send("PUT", path("1"), YAML, better);
    HttpResponse<String> replaced =
        planner.send("PUT", path("1"), YAML, better, "If-Match", tag(drafted));
    HttpResponse<String> stale =
        planner.send("PUT", path("1"), YAML, form("1"), "If-Match", tag(drafted));
    HttpResponse<String> unseen =
        planner.post(path("1") + "/publication", null, "If-Match", tag(drafted));

    assertEquals(428, blind.statusCode());
    assertEquals(200, replaced.statusCode(), replaced.body());
    assertEquals(412, stale.statusCode());
    assertEquals(412, unseen.statusCode());
    assertTrue(planner.get(path("1") + ".yaml").body().contains("an heir"));
    String now = tag(planner.get(path("1")));
    assertEquals(204, planner.send("DELETE", path("1"), null, null, "If-Match", now).statusCode());
    assertEquals(404, planner.get(path("1")).statusCode());
  }

  @Test
  void aDraftIsSeenByPlannersAlone() {
    draft(form("1"));
    for (String login : List.of("reviewer", "focal-xaa", "researcher")) {
      Caller other = Caller.of(database.sample(), login);
      assertEquals(404, other.get(path("1") + ".json").statusCode(), login);
      assertFalse(other.get(API).body().contains('"' + code + '"'), login);
      assertEquals(403, other.send("POST", API, YAML, form("2")).statusCode(), login);
      assertEquals(403, other.post(path("1") + "/publication", null).statusCode(), login);
    }
    assertEquals(
        401,
        Caller.nobody(database.sample())
            .send("POST", API, YAML, form("2"), "Origin", database.sample().address())
            .statusCode());
  }

  @Test
  void aPublishedVersionChangesInItsWordingAlone() {
    publish("1");
    assertEquals(
        1226, Caller.problem(planner.send("PUT", path("1"), YAML, form("1"), "If-Match", "\"2\"")));
    String order =
        """
        {"language": "%s", "part": "%s", "name": "%s_heir", "before": "%s", "after": "%s",
         "reason": "typo"}
        """;
    HttpResponse<String> corrected =
        planner.post(
            path("1") + "/corrections",
            order.formatted("en", "label", code, "Is there a hair?", "Is there an heir?"));
    assertEquals(201, corrected.statusCode(), corrected.body());
    HttpResponse<String> stale =
        planner.post(
            path("1") + "/corrections",
            order.formatted("en", "label", code, "Is there a hair?", "Is there a bear?"));
    HttpResponse<String> type =
        planner.post(path("1") + "/corrections", order.formatted("en", "type", code, "", "text"));
    HttpResponse<String> nowhere =
        planner.post(path("1") + "/corrections", order.formatted("en", "label", "no", "", "text"));

    assertEquals(1232, Caller.problem(stale));
    assertEquals(1230, Caller.problem(type));
    assertEquals(1231, Caller.problem(nowhere));
    String json = planner.get(path("1") + ".json").body();
    assertTrue(json.contains("Is there an heir?"), json);
    assertTrue(planner.get(path("1") + ".yaml").body().contains("Is there a hair?"), "verbatim");
    String listed = planner.get(path("1") + "/corrections").body();
    assertTrue(listed.contains("\"before\":\"Is there a hair?\""), listed);
    assertTrue(listed.contains("\"correctedBy\":\"planner\""), listed);
  }

  @Test
  void correctedFilesMayDifferInWordingAlone() {
    publish("1");
    String better = form("1").replace("How many?", "How many heirs?");
    HttpResponse<String> corrected = planner.send("PUT", path("1") + "/wording", YAML, better);
    HttpResponse<String> more =
        planner.send("PUT", path("1") + "/wording", YAML, better.replace(". >= 1", ". >= 2"));

    assertEquals("{\"corrected\":1}", corrected.body());
    assertEquals(1230, Caller.problem(more));
    assertTrue(more.body().contains("\"question\":\"" + code + "_heirs\""), more.body());
  }

  @Test
  void theDifferenceSaysWhatHappensToAnswers() {
    publish("1");
    String second =
        form("2")
            .replace("type: integer", "type: decimal")
            .replace("    - {name: \"no\", label: \"No\"}\n", "");
    assertEquals(201, draft(second).statusCode());
    HttpResponse<String> changes = planner.get(path("2") + "/changes?since=1");
    assertEquals(200, changes.statusCode(), changes.body());
    assertTrue(changes.body().contains("\"kind\":\"type\""), changes.body());
    assertTrue(changes.body().contains("\"carry\":\"keep\""), changes.body());
    assertTrue(changes.body().contains("\"kind\":\"choice_removed\""), changes.body());
    assertTrue(changes.body().contains("\"series\":\"breaks\""), changes.body());
    assertEquals(changes.body(), planner.get(path("2") + "/changes").body());
  }

  @Test
  void aRetiredVersionIsAskedByNoNewRound() {
    publish("1");
    assertEquals(200, planner.post(path("1") + "/retirement", null).statusCode());
    assertEquals(409, planner.post(path("1") + "/retirement", null).statusCode());
    HttpResponse<String> planned =
        planner.post(
            "/api/v1/rounds",
            """
            {"code": "%s", "title": "Late", "deadline": "2036-01-01T00:00:00Z",
             "versions": ["%s/1"], "countries": ["XAA"]}
            """
                .formatted(code, code));
    assertEquals(400, planned.statusCode(), planned.body());
  }

  @Test
  void translationsAreCountedAndReviewed() {
    String units = planner.get(API + "/units/1/translations").body();
    assertTrue(units.contains("\"language\":\"ru\""), units);
    assertEquals(204, planner.post(API + "/units/1/translations/ru/review", null).statusCode());
    assertTrue(
        planner.get(API + "/units/1/translations").body().contains("\"reviewedBy\":\"planner\""));
    assertEquals(400, planner.post(API + "/units/1/translations/en/review", null).statusCode());
    assertEquals(400, planner.post(API + "/units/1/translations/xx/review", null).statusCode());
  }

  @Test
  void aTrialIsJudgedAsAnswersAreAndStoredNowhere() {
    draft(form("1"));
    HttpResponse<String> tried =
        planner.post(
            path("1") + "/trial",
            """
            {"answers": [{"question": "%1$s_heir", "value": "yes"},
                         {"question": "%1$s_heirs", "value": "0"}]}
            """
                .formatted(code));
    assertEquals(200, tried.statusCode(), tried.body());
    assertTrue(tried.body().contains("\"asked\":[\"" + code + "_heir\",\"" + code + "_heirs\"]"));
    assertEquals(List.of(1405), Caller.problems(tried), tried.body());
    assertTrue(tried.body().contains("accepted only if"), "in words: " + tried.body());
  }

  @Test
  void noBodyIsAnsweredWithA500() {
    String text = "x".repeat(1 << 20);
    for (String body :
        List.of(
            "",
            "[]",
            "a: *b",
            "%YAML 9.9\n---\n",
            "\u0000",
            "questionnaire: " + text,
            form("1") + "# " + text,
            form("1").replace("The realm", text),
            form("1").replace("survey:", "survey: [[[[[[[[[[[[[[[[[[[[\n"))) {
      HttpResponse<String> refused = draft(body);
      assertTrue(
          refused.statusCode() >= 400 && refused.statusCode() < 500,
          refused.statusCode() + " " + refused.body());
      assertTrue(Caller.problem(refused) > 0, refused.body());
    }
    publish("9");
    for (String body : List.of("", "[]", "{}", "7", "{\"language\":7}", "{\"part\":[]}")) {
      int status = planner.send("POST", path("9") + "/corrections", Caller.JSON, body).statusCode();
      assertTrue(status >= 400 && status < 500, body + " " + status);
      status = planner.send("POST", path("9") + "/trial", Caller.JSON, body).statusCode();
      assertTrue(status < 500, body + " " + status);
    }
  }
}

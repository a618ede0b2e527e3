package org.infostate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.http.HttpResponse;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * A choice that a later version no longer offers takes nothing with it out of what is exported: the
 * columns stay as they are and where they are, the answers of the earlier round still name it, and
 * the list of choices still says what it meant.
 */
class RemovedChoiceIT {

  private static final String API = "/api/v1/questionnaires";
  private static final String COUNTRY = "XAA";

  private final Server server = Server.sample();
  private final Caller planner = Caller.of(server, "planner");

  private static String form(String version, String... choices) {
    StringBuilder list = new StringBuilder();
    for (String choice : choices) {
      list.append("    - {name: ").append(choice).append(", label: The ").append(choice);
      list.append("}\n");
    }
    return """
        questionnaire: menagerie
        version: "%s"
        language: en
        title: The menagerie
        choices:
          menagerie_beasts:
        %s\
        survey:
          - type: group
            name: menagerie_yard
            label: The yard
            questions:
              - {type: select_multiple menagerie_beasts, name: menagerie_kept, label: Which beasts?, confidentiality: public}
              - {type: select_one menagerie_beasts, name: menagerie_first, label: Which first?, confidentiality: public}
              - {type: integer, name: menagerie_keepers, label: Keepers, confidentiality: public}
        """
        .formatted(version, list);
  }

  private void publish(String version, String... choices) {
    HttpResponse<String> drafted =
        planner.send("POST", API, "application/yaml", form(version, choices));
    assertEquals(201, drafted.statusCode(), drafted.body());
    String tag = drafted.headers().firstValue("ETag").orElse("");
    HttpResponse<String> published =
        planner.post(API + "/menagerie/" + version + "/publication", null, "If-Match", tag);
    assertEquals(200, published.statusCode(), published.body());
  }

  /** A round that asks the version; the country answers and is accepted. */
  private void ask(String version, String kept, String first) {
    TestRound round =
        TestRound.asking(server, "menagerie-" + version, "menagerie/" + version, COUNTRY);
    Caller focalPoint = round.caller("focal-xaa");
    for (List<String> answer :
        List.of(
            List.of("menagerie_kept", kept),
            List.of("menagerie_first", first),
            List.of("menagerie_keepers", "4"))) {
      HttpResponse<String> saved =
          focalPoint.put(
              round.answer(COUNTRY, answer.get(0)),
              "{\"value\":\"" + answer.get(1) + "\"}",
              "If-None-Match",
              "*");
      assertTrue(saved.statusCode() < 300, saved.body());
    }
    assertEquals(200, round.submit(COUNTRY).statusCode());
    HttpResponse<String> accepted =
        round.caller("reviewer").post(round.api() + COUNTRY + "/acceptance", "{}");
    assertEquals(200, accepted.statusCode(), accepted.body());
  }

  private List<String> export(String table, String round) {
    String csv = planner.get("/api/v1/data/" + table + ".csv?round=" + round).body();
    return Arrays.asList(csv.split("\r?\n"));
  }

  private static List<String> values(List<String> rows) {
    int column = Arrays.asList(rows.get(0).split(",")).indexOf("value");
    return rows.stream().skip(1).map(row -> row.split(",", -1)[column]).toList();
  }

  @Test
  void itsColumnsAndAnswersStay() {
    publish("1", "lion", "griffin", "bear");
    ask("1", "lion griffin", "griffin");
    List<String> before = export("answers", "menagerie-1");

    publish("2", "lion", "bear");
    ask("2", "lion bear", "bear");
    List<String> second = export("answers", "menagerie-2");

    assertEquals(List.of("lion griffin", "griffin", "4"), values(before));
    assertEquals(before, export("answers", "menagerie-1"), "the earlier round is untouched");
    assertEquals(before.get(0), second.get(0), "the same columns in the same places");
    assertEquals(List.of("lion bear", "bear", "4"), values(second));
    List<String> choices =
        Arrays.asList(planner.get("/api/v1/data/choices.csv").body().split("\r?\n"));
    assertTrue(
        choices.contains("menagerie,1,menagerie_beasts,griffin,The griffin"), choices::toString);
    assertTrue(choices.contains("menagerie,2,menagerie_beasts,bear,The bear"), choices::toString);
    assertEquals(
        -1,
        String.join("\n", choices).indexOf("menagerie,2,menagerie_beasts,griffin"),
        "the later version does not offer it");
    assertTrue(
        planner.get(API + "/menagerie/2/changes").body().contains("\"kind\":\"choice_removed\""));
  }
}

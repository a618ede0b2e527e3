package org.infostate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;

/**
 * Where a questionnaire has no text in the reader's language the source stands in, and the page
 * says in which language it is: a screen reader would speak it with the wrong voice.
 */
class StandInTextsIT {

  private static final String API = "/api/v1/questionnaires";

  private static final String FORM =
      """
      questionnaire: aviary
      version: "1"
      language: en
      title: The aviary
      choices:
        aviary_birds:
          - {name: owl, label: The owl}
          - {name: crane, label: The crane}
      survey:
        - type: group
          name: aviary_cage
          label: The cage
          questions:
            - {type: select_one aviary_birds, name: aviary_kept, label: Which bird?, hint: The first one}
      """;

  private final Server server = Server.sample();

  @Test
  void theirLanguageIsSaid() {
    Caller planner = Caller.of(server, "planner");
    HttpResponse<String> drafted = planner.send("POST", API, "application/yaml", FORM);
    assertEquals(201, drafted.statusCode(), drafted.body());
    String tag = drafted.headers().firstValue("ETag").orElse("");
    HttpResponse<String> published =
        planner.post(API + "/aviary/1/publication", null, "If-Match", tag);
    assertEquals(200, published.statusCode(), published.body());
    TestRound round = TestRound.asking(server, "aviary-1", "aviary/1", "XAA");

    Caller focalPoint = round.caller("focal-xaa");
    String address = "/rounds/aviary-1/responses/XAA/aviary_cage?lang=";
    String arabic = focalPoint.get(address + "ar").body();
    assertTrue(arabic.contains("<html lang=\"ar\" dir=\"rtl\""), arabic);
    assertTrue(arabic.contains("<h1 lang=\"en\">The cage</h1>"), arabic);
    assertTrue(arabic.contains("<bdi lang=\"en\">Which bird?</bdi>"), arabic);
    assertTrue(arabic.contains("<bdi lang=\"en\">The first one</bdi>"), arabic);
    assertTrue(arabic.contains("<bdi lang=\"en\">The crane</bdi>"), arabic);
    String english = focalPoint.get(address + "en").body();
    assertTrue(english.contains("<bdi>Which bird?</bdi>"), english);
  }
}

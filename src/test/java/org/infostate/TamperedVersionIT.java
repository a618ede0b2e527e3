package org.infostate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.http.HttpResponse;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;

/**
 * Somebody alters a published version in the database, behind the server's back: the version is
 * shown as damaged, its altered files are given to nobody, and no new round asks it.
 */
@EnabledIf(value = Postgres.AVAILABLE, disabledReason = Postgres.WHY)
class TamperedVersionIT {

  private static final int TAMPERED = 1220;
  private static final String API = "/api/v1/questionnaires";

  private final Server server = Server.sampleOnPostgres();
  private final Caller planner = Caller.of(server, "planner");

  private void publish(String code) {
    HttpResponse<String> drafted =
        planner.send(
            "POST",
            API,
            "application/yaml",
            """
            questionnaire: %1$s
            version: "1"
            language: en
            title: The realm
            survey:
              - type: group
                name: %1$s_crown
                label: The crown
                questions:
                  - {type: integer, name: %1$s_heirs, label: How many heirs?, constraint: ". >= 1"}
            """
                .formatted(code));
    assertEquals(201, drafted.statusCode(), drafted.body());
    HttpResponse<String> published =
        planner.post(
            API + "/" + code + "/1/publication",
            null,
            "If-Match",
            drafted.headers().firstValue("ETag").orElse(""));
    assertEquals(200, published.statusCode(), published.body());
  }

  private static void alter(String code, String from, String to) throws SQLException {
    try (Connection connection = Postgres.shared().database("sample").getConnection();
        PreparedStatement update =
            connection.prepareStatement(
                "update questionnaire_text set content = replace(content, ?, ?) where version_id ="
                    + " (select id from questionnaire_version where code = ?)")) {
      update.setString(1, from);
      update.setString(2, to);
      update.setString(3, code);
      assertEquals(1, update.executeUpdate());
    }
  }

  private HttpResponse<String> plan(String code) {
    return planner.post(
        "/api/v1/rounds",
        """
        {"code": "%1$s", "title": "Round", "deadline": "2036-01-01T00:00:00Z",
         "versions": ["%1$s/1"], "countries": ["XAA"]}
        """
            .formatted(code));
  }

  @Test
  void anAlteredVersionIsFoundAndNotAsked() throws SQLException {
    String code = "tampered";
    publish(code);
    String path = API + "/" + code + "/1";
    assertTrue(planner.get(path).body().contains("\"intact\":true"));

    alter(code, ". >= 1", ". >= 0");

    assertEquals(TAMPERED, Caller.problem(planner.get(path + ".yaml")));
    assertTrue(planner.get(path).body().contains("\"intact\":false"), planner.get(path).body());
    HttpResponse<String> page = planner.get("/questionnaires/" + code + "/1");
    assertEquals(200, page.statusCode());
    assertTrue(page.body().contains("class=\"problems\""), page.body());
    assertFalse(page.body().contains(code + "_heirs"), page.body());
    assertEquals(TAMPERED, Caller.problem(plan(code)));

    alter(code, ". >= 0", ". >= 1");

    assertTrue(planner.get(path).body().contains("\"intact\":true"));
    assertEquals(201, plan(code).statusCode());
  }
}

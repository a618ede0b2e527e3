package org.infostate;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * A server on PostgreSQL with an open round of a made-up questionnaire, 193 invented countries and
 * 2,000 focal points of theirs, each with a bearer token.
 */
final class LoadedServer {

  static final int COUNTRIES = 193;
  static final int SECTIONS = 10;
  static final int QUESTIONS = 30;

  private static final int PEOPLE = 2_000;
  private static final String ROUND = "load";

  private final HttpClient client =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .connectTimeout(Duration.ofSeconds(30))
          .build();
  private final Server server;
  private final List<String> countries = new ArrayList<>();

  private LoadedServer(Server server) {
    this.server = server;
  }

  static LoadedServer start() {
    Map<String, String> settings = new LinkedHashMap<>(Postgres.durable().settings("load"));
    settings.computeIfPresent("app.db.url", (name, url) -> url + "?reWriteBatchedInserts=true");
    settings.put("app.sample", "true");
    LoadedServer loaded = new LoadedServer(Server.start("load", settings));
    try (Connection connection = Postgres.durable().database("load").getConnection()) {
      loaded.seed(connection);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
    loaded.openRound();
    return loaded;
  }

  /** Rows are copied from those of the sample data, with other keys. */
  private void seed(Connection connection) throws SQLException {
    try (Statement sql = connection.createStatement()) {
      sql.execute(
          """
          insert into country select (jsonb_populate_record(c, jsonb_build_object('iso3', n.code))).*
          from country c, (select 'X' || chr(a) || chr(b) code
              from generate_series(65, 90) a, generate_series(65, 90) b) n
          where c.iso3 = 'XAA' and n.code not in (select iso3 from country)
          order by n.code limit 193
          """);
      try (ResultSet codes =
          sql.executeQuery(
              "select iso3 from country where iso3 like 'X%' and iso3 > 'XAA'"
                  + " order by iso3 limit "
                  + COUNTRIES)) {
        while (codes.next()) {
          countries.add(codes.getString(1));
        }
      }
    }
    for (int person = 0; person < PEOPLE; person++) {
      addPerson(connection, person);
    }
    addQuestionnaire(connection);
  }

  private void addPerson(Connection connection, int person) throws SQLException {
    execute(
        connection,
        """
        insert into account select (jsonb_populate_record(a,
            jsonb_build_object('id', ?, 'login_name', ?, 'iso3', ?))).*
        from account a where a.login_name = 'focal-xaa'
        """,
        10_000_000L + person,
        "load-" + person,
        countries.get(person % COUNTRIES));
    execute(
        connection,
        """
        insert into account_key select (jsonb_populate_record(k, jsonb_build_object('id', ?,
            'account_id', ?, 'secret_sha256', encode(sha256(convert_to(?, 'UTF8')), 'hex')))).*
        from account_key k join account a on a.id = k.account_id
        where a.login_name = 'focal-xaa' and k.key_use = 'TOKEN' limit 1
        """,
        10_000_000L + person,
        10_000_000L + person,
        token(person));
  }

  private static void addQuestionnaire(Connection connection) throws SQLException {
    execute(
        connection,
        """
        insert into questionnaire_version select (jsonb_populate_record(v,
            jsonb_build_object('id', ?, 'code', 'load', 'sha256',
                encode(sha256(convert_to(?, 'UTF8')), 'hex')))).*
        from questionnaire_version v where v.code = 'units' limit 1
        """,
        10_000_000L,
        questionnaire());
    execute(
        connection,
        """
        insert into questionnaire_text (id, version_id, file_name, content)
        values (?, ?, 'form.yaml', ?)
        """,
        10_000_000L,
        10_000_000L,
        questionnaire());
  }

  private static void execute(Connection connection, String sql, Object... values)
      throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      for (int i = 0; i < values.length; i++) {
        statement.setObject(i + 1, values[i]);
      }
      assertEquals(1, statement.executeUpdate(), sql);
    }
  }

  private static String questionnaire() {
    StringBuilder yaml =
        new StringBuilder(
            """
            questionnaire: load
            version: "1"
            language: en
            title: Three hundred questions
            description: For the load program.
            survey:
            """);
    for (int section = 0; section < SECTIONS; section++) {
      yaml.append(
          """
            - type: group
              name: s%d
              label: Section %d
              hint: Thirty questions.
              questions:
          """
              .formatted(section, section));
      for (int question = 0; question < QUESTIONS; question++) {
        yaml.append(
            """
                  - type: text
                    name: %s
                    label: Question %d
                    hint: Any text.
                    constraint: "string-length(.) <= 200"
                    constraint_message: Write less.
            """
                .formatted(name(section * QUESTIONS + question), question));
      }
    }
    return yaml.toString();
  }

  private static String name(int question) {
    return "s" + question / QUESTIONS + "_q" + question % QUESTIONS;
  }

  private void openRound() {
    Caller planner = Caller.of(server, "planner");
    String list = countries.stream().map(c -> '"' + c + '"').collect(Collectors.joining(","));
    HttpResponse<String> planned =
        planner.post(
            "/api/v1/rounds",
            """
            {"code": "%s", "title": "Load", "deadline": "%s", "versions": ["load/1"],
             "countries": [%s]}
            """
                .formatted(ROUND, Instant.now().plus(30, ChronoUnit.DAYS), list));
    assertEquals(201, planned.statusCode(), planned.body());
    HttpResponse<String> opened = planner.post("/api/v1/rounds/" + ROUND + "/opening", null);
    assertEquals(200, opened.statusCode(), opened.body());
  }

  /** One answer over the API; a person answers for the country {@code person % 193}. */
  HttpResponse<String> give(int country, int person, int question, int revision, String text) {
    HttpRequest.Builder request = request(person(country, person), answer(country, question));
    return send(
        request
            .header("Content-Type", Caller.JSON)
            .header(
                revision == 0 ? "If-None-Match" : "If-Match",
                revision == 0 ? "*" : "\"" + revision + "\"")
            .PUT(HttpRequest.BodyPublishers.ofString("{\"value\":\"" + text + "\"}")));
  }

  /** The revision that the store holds; 0 where there is no answer yet. */
  int revision(int country, int question) {
    HttpResponse<String> reply = send(request(country, answer(country, question)).GET());
    return reply.statusCode() == 404
        ? 0
        : Integer.parseInt(reply.headers().firstValue("ETag").orElseThrow().replace("\"", ""));
  }

  /** A section as its form posts it. */
  HttpResponse<String> post(int country, int section, int revision, String text) {
    List<String> fields = new ArrayList<>();
    for (int q = 0; q < QUESTIONS; q++) {
      String name = name(section * QUESTIONS + q);
      fields.addAll(List.of("r." + name, "" + revision, "a." + name, text, "s." + name));
      fields.addAll(List.of("answered", "c." + name, "", "o." + name, "", "k." + name, ""));
    }
    return send(
        request(
                country,
                "/rounds/" + ROUND + "/responses/" + countries.get(country) + "/s" + section)
            .header("Content-Type", Caller.FORM)
            .POST(HttpRequest.BodyPublishers.ofString(Caller.form(fields.toArray(new String[0])))));
  }

  /** All answers of a response at once. */
  HttpResponse<String> giveAll(int country, int revision, String text) {
    StringBuilder body = new StringBuilder("[");
    for (int q = 0; q < SECTIONS * QUESTIONS; q++) {
      body.append(q == 0 ? "" : ",")
          .append("{\"question\":\"")
          .append(name(q))
          .append("\",\"revision\":")
          .append(revision)
          .append(",\"value\":\"")
          .append(text)
          .append("\"}");
    }
    return send(
        request(country, api(country) + "/answers")
            .header("Content-Type", Caller.JSON)
            .PUT(HttpRequest.BodyPublishers.ofString(body.append("]").toString())));
  }

  /** How many revisions each response has in the store. */
  int[] revisions() {
    int[] revisions = new int[COUNTRIES];
    try (Connection connection = Postgres.durable().database("load").getConnection();
        Statement sql = connection.createStatement();
        ResultSet rows =
            sql.executeQuery(
                "select r.iso3, count(*) from answer_revision v join response r"
                    + " on r.id = v.response_id join collection_round c on c.id = r.round_id"
                    + " where c.code = 'load' group by r.iso3")) {
      while (rows.next()) {
        revisions[countries.indexOf(rows.getString(1))] = rows.getInt(2);
      }
      return revisions;
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String token(int person) {
    return "load-token-" + person;
  }

  /** Somebody of the country; the persons are dealt out to the countries in turn. */
  private static int person(int country, int person) {
    return person % COUNTRIES == country ? person : country;
  }

  private String api(int country) {
    return "/api/v1/rounds/" + ROUND + "/responses/" + countries.get(country);
  }

  private String answer(int country, int question) {
    return api(country) + "/answers/" + name(question);
  }

  private HttpRequest.Builder request(int person, String path) {
    return HttpRequest.newBuilder(URI.create(server.address() + path))
        .timeout(Duration.ofSeconds(60))
        .header("Authorization", "Bearer " + token(person));
  }

  private HttpResponse<String> send(HttpRequest.Builder request) {
    try {
      return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}

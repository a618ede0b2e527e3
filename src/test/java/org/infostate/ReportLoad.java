package org.infostate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;

/**
 * Every report that ships, of 200 invented countries with 100,000 accepted answers, on PostgreSQL.
 * Prints how long each takes from the order to the file, and what the heap of the server was: the
 * most that it held at any collection, garbage and all, and the most that a collection left. Fails
 * only where a report is not made. Not among the tests of the build; how to run it stands in {@code
 * src/site/markdown/benchmarks.md}.
 */
@EnabledIf(Postgres.AVAILABLE)
class ReportLoad {

  private static final int COUNTRIES = 200;
  private static final int ANSWERS_EACH = Integer.getInteger("load.answers", 500);
  private static final int PATIENCE_SECONDS = 600;
  private static final String ROUND = "load";
  private static final String GARBAGE_LOG = "garbage.log";

  /** Megabytes before and after a collection, such as {@code 136M->20M(495M)}. */
  private static final Pattern COLLECTION = Pattern.compile("(\\d+)M->(\\d+)M\\(\\d+M\\)");

  private static Server server;
  private static Caller planner;
  private static String country;

  @BeforeAll
  static void seed() throws Exception {
    if (System.getProperty("test.java.options") == null) {
      System.setProperty("test.java.options", "-Xmx512m -Xlog:gc:file=" + GARBAGE_LOG);
    }
    Map<String, String> settings = new LinkedHashMap<>(Postgres.shared().settings("reports"));
    settings.put("app.sample", "true");
    server = Server.start("reports", settings);
    planner = Caller.of(server, "planner");
    SampleAssessment.number(planner);
    try (Connection connection = Postgres.shared().database("reports").getConnection();
        Statement sql = connection.createStatement()) {
      List<String> countries = countries(sql);
      openRound(countries);
      country = countries.get(0);
      System.out.printf(
          Locale.ROOT, "%d countries, %d accepted answers%n", countries.size(), answers(sql));
      statistics(sql);
    }
  }

  /** Copies of the invented countries that ship, with other codes. */
  private static List<String> countries(Statement sql) throws SQLException {
    sql.execute(
        """
        insert into country select (jsonb_populate_record(c, jsonb_build_object('iso3', n.code,
            'name_en', c.name_en || ' ' || n.code, 'name_ar', c.name_ar || ' ' || n.code))).*
        from (select code, row_number() over (order by code) place from
            (select 'X' || chr(a) || chr(b) code
                from generate_series(65, 90) a, generate_series(65, 90) b) codes
            where code not in (select iso3 from country) limit %d) n
        join (select *, row_number() over (order by iso3) place from country where invented) o
            on o.place = 1 + n.place %% 24
        join country c on c.iso3 = o.iso3
        """
            .formatted(COUNTRIES));
    List<String> countries = new ArrayList<>();
    try (ResultSet codes =
        sql.executeQuery(
            "select iso3 from country where invented and iso3 not in"
                + " (select iso3 from response) order by iso3")) {
      while (codes.next()) {
        countries.add(codes.getString(1));
      }
    }
    assertEquals(COUNTRIES, countries.size());
    return countries;
  }

  private static void openRound(List<String> countries) {
    String list = countries.stream().map(c -> '"' + c + '"').collect(Collectors.joining(","));
    HttpResponse<String> planned =
        planner.post(
            "/api/v1/rounds",
            """
            {"code": "%s", "title": "Load", "deadline": "%s", "countries": [%s], "versions":
             ["cooperation/1", "equipment/1", "legislation/1", "training/1", "units/1"]}
            """
                .formatted(ROUND, Instant.now().plus(30, ChronoUnit.DAYS), list));
    assertEquals(201, planned.statusCode(), planned.body());
    HttpResponse<String> opened = planner.post("/api/v1/rounds/" + ROUND + "/opening", null);
    assertEquals(200, opened.statusCode(), opened.body());
  }

  /**
   * The accepted answers of the sample data in turn, with so many more rows of their rosters that
   * each country has {@link #ANSWERS_EACH}.
   */
  private static int answers(Statement sql) throws SQLException {
    sql.execute(
        """
        create temporary table source as
        select r.id, row_number() over (order by r.iso3) - 1 place, count(*) over () sources,
            1 + greatest(0, (%d - (select count(*) from answer a where a.response_id = r.id))
              / (select count(*) from answer a where a.response_id = r.id and a.roster_row > 0))
              copies
        from response r join collection_round c on c.id = r.round_id
        where c.code = '%s' and r.state = 'ACCEPTED'
        """
            .formatted(ANSWERS_EACH, SampleAssessment.round()));
    sql.execute(
        """
        create temporary table target as
        select r.id, s.id source, s.copies
        from (select r.id, row_number() over (order by r.iso3) place from response r
            join collection_round c on c.id = r.round_id where c.code = '%s') r
        join source s on s.place = r.place %% s.sources
        """
            .formatted(ROUND));
    sql.execute(
        """
        insert into roster_row select (jsonb_populate_record(x, jsonb_build_object(
            'id', 10000000 + row_number() over (), 'response_id', t.id,
            'place', x.place + 1000 * k))).*
        from target t join roster_row x on x.response_id = t.source,
            generate_series(0, t.copies) k
        """);
    int answers =
        sql.executeUpdate(
            """
            insert into answer select (jsonb_populate_record(a, jsonb_build_object(
                'id', 10000000 + row_number() over (), 'response_id', t.id,
                'roster_row', case when a.roster_row = 0 then 0 else a.roster_row + 1000 * k end
                ))).*
            from target t join answer a on a.response_id = t.source,
                generate_series(0, t.copies) k where a.roster_row > 0 or k = 0
            """);
    sql.execute("update response set state = 'ACCEPTED' where id in (select id from target)");
    assertTrue(answers >= COUNTRIES * ANSWERS_EACH, answers + " answers");
    return answers;
  }

  /** Each new country has the figures of one that ships, a little lower. */
  private static void statistics(Statement sql) throws SQLException {
    sql.execute(
        """
        insert into statistic select (jsonb_populate_record(s, jsonb_build_object(
            'id', 10000000 + row_number() over (), 'iso3', n.iso3,
            'figure', s.figure * (1 - 0.001 * n.place)))).*
        from (select iso3, row_number() over (order by iso3) place from country where invented
            and iso3 not in (select iso3 from statistic)) n
        join (select iso3, row_number() over (order by iso3) - 1 place, count(*) over () countries
            from (select distinct s.iso3 from statistic s join country c on c.iso3 = s.iso3
                where c.invented) with_figures) o
            on o.place = n.place % o.countries
        join statistic s on s.iso3 = o.iso3
        """);
  }

  @Test
  void everyReport() throws Exception {
    String years = done("assessments", "{\"index\":\"infostate\",\"population\":\"invented\"}");
    String answers = done("assessments", "{\"index\":\"capacity\",\"round\":\"" + ROUND + "\"}");
    String plan =
        done(
            "plans",
            "{\"title\":\"Load\",\"assessment\":%s,\"budgets\":[20000000]}".formatted(answers));
    System.out.printf(
        "%d actions in the plan%n",
        planner.get("/api/v1/plans/" + plan + "/selection.csv").body().split("\r?\n").length - 1);
    String subject = "\"subject\":\"%s\"";
    report("round", subject.formatted(ROUND));
    report("answers", subject.formatted(ROUND));
    report("inventory", subject.formatted(ROUND));
    report("legislation", subject.formatted(ROUND));
    report("ranking", subject.formatted(answers));
    report("ranking", subject.formatted(years));
    report("divide", subject.formatted(years));
    report("profile", subject.formatted(answers) + ",\"country\":\"" + country + "\"");
    report("plan", subject.formatted(plan));
  }

  private static void report(String template, String order) throws Exception {
    collect();
    int before = collections().size();
    long start = System.nanoTime();
    String report =
        done("reports", "{\"template\":\"%s\",%s,\"language\":\"ar\"}".formatted(template, order));
    double seconds = (System.nanoTime() - start) / 1e9;
    collect();
    List<int[]> during = collections().subList(before, collections().size());
    String told = planner.get("/api/v1/reports/" + report).body();
    System.out.printf(
        Locale.ROOT,
        "%s: %.1f s, %d kB, heap at most %d MB, after a collection at most %d MB%n",
        template,
        seconds,
        Long.parseLong(first("\"sizeBytes\":(\\d+)", told)) / 1000,
        during.stream().mapToInt(each -> each[0]).max().orElseThrow(),
        during.stream().mapToInt(each -> each[1]).max().orElseThrow());
  }

  /** Orders something and waits until it is made; gives its number. */
  private static String done(String what, String order) throws InterruptedException {
    HttpResponse<String> ordered = planner.post("/api/v1/" + what, order);
    assertTrue(ordered.statusCode() / 100 == 2, ordered.body());
    String number = first("\"id\":(\\d+)", ordered.body());
    Pattern waiting = Pattern.compile("\"state\":\"(running|composing|waiting)\"");
    for (int i = 0; i < PATIENCE_SECONDS * 10; i++) {
      String reply = planner.get("/api/v1/" + what + "/" + number).body();
      if (!waiting.matcher(reply).find()) {
        assertTrue(!reply.contains("\"failed\""), reply);
        return number;
      }
      Thread.sleep(100);
    }
    throw new AssertionError(what + " is not made: " + order);
  }

  private static void collect() throws IOException, InterruptedException {
    new ProcessBuilder(
            java.nio.file.Path.of(System.getProperty("java.home"), "bin", "jcmd").toString(),
            String.valueOf(server.processId()),
            "GC.run")
        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
        .redirectErrorStream(true)
        .start()
        .waitFor();
  }

  /** Megabytes before and after, of each collection so far. */
  private static List<int[]> collections() {
    List<int[]> found = new ArrayList<>();
    Matcher matcher = COLLECTION.matcher(server.file(GARBAGE_LOG));
    while (matcher.find()) {
      found.add(new int[] {Integer.parseInt(matcher.group(1)), Integer.parseInt(matcher.group(2))});
    }
    return found;
  }

  private static String first(String pattern, String json) {
    Matcher found = Pattern.compile(pattern).matcher(json);
    assertTrue(found.find(), pattern + " in " + json);
    return found.group(1);
  }
}

package org.infostate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Uncertainty runs over the assessments of the sample data, on both databases. */
class UncertaintyIT {

  private static final Pattern ID = Pattern.compile("\"id\":(\\d+)");
  private static final Duration PATIENCE = Duration.ofMinutes(2);

  @ParameterizedTest
  @EnumSource(Database.class)
  void anOrderIsCheckedRunAndGivesTheSameWithTheSameSeed(Database database) {
    Server server = database.sample();
    Caller planner = Caller.of(server, "planner");
    String runs = uncertaintyOf(planner);

    assertEquals(403, Caller.of(server, "reviewer").post(runs, "{}").statusCode());
    assertEquals(403, Caller.of(server, "focal-xaa").get(runs).statusCode());
    assertEquals(401, Caller.nobody(server).get(runs).statusCode());
    assertRefused(planner, runs, 1715, "{\"factors\":[\"weights\",\"weather\"]}");
    assertRefused(planner, runs, 1716, "{\"factors\":[]}");
    assertRefused(planner, runs, 1717, "{\"replications\":1000000}");
    assertRefused(planner, runs, 1717, "{\"sensitivity\":-1}");
    assertRefused(planner, runs, 1010, "{\"weights\":1.5,\"element\":\"none\",\"year\":1800}");

    String order = "{\"replications\":200,\"sensitivity\":16,\"seed\":7,\"top\":3}";
    String first = done(planner, planner.post(runs, order));
    String second = done(planner, planner.post(runs, order));

    String ranks = planner.get(first + "/ranks.csv").body();
    assertTrue(ranks.startsWith("country,rank,probability"), ranks);
    assertEquals(ranks, planner.get(second + "/ranks.csv").body());
    assertEquals(
        planner.get(first + "/pairs.csv").body(), planner.get(second + "/pairs.csv").body());
    assertEquals(
        planner.get(first + "/countries.csv").body(),
        planner.get(second + "/countries.csv").body());
    assertTrue(planner.get(first + "/sensitivity.csv").body().contains("\nweights,share 0.25,"));
    String result = Caller.of(server, "reviewer").get(first).body();
    assertTrue(result.contains("\"shiftVariance\""), result);
    String page = first.substring("/api/v1".length());
    assertEquals(200, planner.get(page).statusCode());
    for (String chart : List.of("ranks.svg", "ranks.csv", "sensitivity.svg")) {
      String address = first.replaceFirst("/uncertainty/(\\d+)$", "/charts/" + chart + "?run=$1");
      assertEquals(200, planner.get(address).statusCode(), address);
    }
    String ranking = first.replaceFirst("/uncertainty/\\d+$", "/charts/ranking.csv");
    String heading = planner.get(ranking).body().lines().findFirst().orElseThrow();
    assertTrue(heading.endsWith(",5 %,95 %"), heading);
    assertEquals(1720, Caller.problem(planner.post(first + "/cancellation", null)));
  }

  @ParameterizedTest
  @EnumSource(Database.class)
  void aRunThatIsGoingKeepsOthersOutUntilItIsCancelled(Database database) {
    Caller planner = Caller.of(database.sample(), "planner");
    String runs = uncertaintyOf(planner);

    HttpResponse<String> long1 =
        planner.post(runs, "{\"replications\":20000,\"sensitivity\":4096}");
    assertEquals(202, long1.statusCode(), long1.body());
    String run =
        long1.headers().firstValue("Location").orElseThrow().replaceFirst("^.*?/api", "/api");
    assertEquals(1718, Caller.problem(planner.post(runs, "{}")));
    assertEquals(1719, Caller.problem(planner.get(run + "/ranks.csv")));
    HttpResponse<String> cancelled = planner.post(run + "/cancellation", null);
    assertTrue(cancelled.body().contains("\"cancelled\""), cancelled.body());
    done(planner, planner.post(runs, "{\"replications\":10,\"sensitivity\":0}"));
    assertTrue(planner.get(run).body().contains("\"cancelled\""));
  }

  @ParameterizedTest
  @EnumSource(Database.class)
  void groupsDivideAndTrendsAreAnswered(Database database) {
    Server server = database.sample();
    Caller planner = Caller.of(server, "planner");
    String capacity = uncertaintyOf(planner).replace("/uncertainty", "");
    Matcher years =
        Pattern.compile("\"id\":(\\d+)[^}]*\"index\":\"infostate\"")
            .matcher(planner.get("/api/v1/assessments").body());
    assertTrue(years.find());
    String infostate = "/api/v1/assessments/" + years.group(1);

    for (String path : List.of("/groups", "/divide", "/trends", "/groups?method=ward&count=3")) {
      assertEquals(200, planner.get(infostate + path).statusCode(), path);
      assertEquals(200, planner.get(infostate.substring(7) + path).statusCode(), path);
    }
    for (String path : List.of("/groups.csv", "/divide.csv", "/trends.csv")) {
      assertEquals(200, planner.get(infostate + path).statusCode(), path);
      assertEquals(403, Caller.of(server, "focal-xaa").get(infostate + path).statusCode(), path);
    }
    assertEquals(200, planner.get(capacity + "/groups?count=3").statusCode());
    assertEquals(1721, Caller.problem(planner.get(capacity + "/divide")));
    assertEquals(1010, Caller.problem(planner.get(capacity + "/groups?count=99")));
  }

  @ParameterizedTest
  @EnumSource(Database.class)
  void otherWeightsAreTriedAndThenKeptAsAnIndexOfTheirOwn(Database database) {
    Server server = database.sample();
    Caller planner = Caller.of(server, "planner");
    String one = uncertaintyOf(planner).replace("/uncertainty", "");
    int before = planner.get("/api/v1/assessments").body().length();

    assertTrue(planner.get(one + "/what-if?w.legislation=3").body().contains("\"legislation\":3"));
    assertEquals(200, planner.get(one.substring(7) + "/what-if?w.legislation=3").statusCode());
    assertEquals(200, planner.get(one.substring(7) + "/diagnostics").statusCode());
    assertEquals(200, planner.get(one + "/diagnostics").statusCode());
    assertEquals(1010, Caller.problem(planner.get(one + "/what-if?w.weather=3")));
    assertEquals(before, planner.get("/api/v1/assessments").body().length());

    String order = "{\"name\":\"law-first\",\"weights\":{\"legislation\":3}}";
    assertEquals(403, Caller.of(server, "reviewer").post(one + "/what-if", order).statusCode());
    assertEquals(1725, Caller.problem(planner.post(one + "/what-if", order.replace(":3", ":1"))));
    assertEquals(
        1726,
        Caller.problem(planner.post(one + "/what-if", order.replace("law-first", "law first"))));
    HttpResponse<String> kept = planner.post(one + "/what-if", order);
    assertEquals(202, kept.statusCode(), kept.body());
    assertTrue(kept.body().contains("\"capacity.law-first\""), kept.body());
    assertEquals(1726, Caller.problem(planner.post(one + "/what-if", order)));

    Matcher id = ID.matcher(kept.body());
    assertTrue(id.find());
    String variant = "/api/v1/assessments/" + id.group(1);
    long end = System.nanoTime() + PATIENCE.toNanos();
    while (!planner.get(variant).body().contains("\"state\":\"done\"")) {
      assertTrue(System.nanoTime() < end, () -> planner.get(variant).body());
      pause();
    }
    String compared = planner.get(one + "/comparison?with=" + id.group(1)).body();
    assertTrue(compared.contains("\"kind\":\"weight\""), compared);
    assertTrue(compared.contains("\"sameInput\":true"), compared);
    assertEquals(
        200, planner.get(one.substring(7) + "/comparison?with=" + id.group(1)).statusCode());
  }

  private static void assertRefused(Caller planner, String runs, int problem, String order) {
    HttpResponse<String> reply = planner.post(runs, order);
    assertEquals(problem, Caller.problem(reply), reply.body());
  }

  private static String uncertaintyOf(Caller planner) {
    return "/api/v1/assessments/" + SampleAssessment.number(planner) + "/uncertainty";
  }

  /** The address of a run, once it is done. */
  private static String done(Caller planner, HttpResponse<String> ordered) {
    assertEquals(202, ordered.statusCode(), ordered.body());
    Matcher assessment = Pattern.compile("\"assessment\":(\\d+)").matcher(ordered.body());
    Matcher id = ID.matcher(ordered.body());
    assertTrue(assessment.find() && id.find());
    String run = "/api/v1/assessments/" + assessment.group(1) + "/uncertainty/" + id.group(1);
    long end = System.nanoTime() + PATIENCE.toNanos();
    while (!planner.get(run).body().contains("\"state\":\"done\"")) {
      assertTrue(System.nanoTime() < end, run);
      pause();
    }
    return run;
  }

  private static void pause() {
    try {
      Thread.sleep(300);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}

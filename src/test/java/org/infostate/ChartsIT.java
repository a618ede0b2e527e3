package org.infostate;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.http.HttpResponse;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import org.infostate.text.Language;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Charts of an assessment.
 *
 * <ol>
 *   <li>The table behind a chart has the numbers of the assessment.
 *   <li>Each is there in every language, as drawing and, where it is one for documents, as picture.
 *   <li>What can not be drawn is refused with its number; only planners and reviewers see any.
 * </ol>
 */
class ChartsIT {

  private static final String[] KINDS = {"ranking", "map", "heat", "distribution"};

  private static Caller planner;
  private static String charts;

  @BeforeAll
  static void find() {
    planner = Caller.of(Server.sample(), "planner");
    charts = "/api/v1/assessments/" + SampleAssessment.number(planner) + "/charts/";
  }

  private static List<String[]> table(String chart) {
    HttpResponse<String> reply = planner.get(charts + chart);
    assertEquals(200, reply.statusCode(), reply.body());
    return Arrays.stream(reply.body().split("\r?\n")).map(line -> line.split(",", -1)).toList();
  }

  @Test
  void theHeatMapHasTheScoresOfTheAssessment() {
    List<String[]> heat = table("heat.csv?lang=en");
    String scores = planner.get(charts.replace("charts/", "scores"), "Accept", "text/csv").body();
    assertEquals(25, heat.size(), "a row for each country");
    int compared = 0;
    int missing = 0;
    for (String[] row : heat.subList(1, heat.size())) {
      for (int column = 1; column < row.length; column++) {
        if (row[column].isEmpty()) {
          missing++;
        } else {
          assertTrue(scores.contains("," + row[column] + ","), row[0] + " " + row[column]);
          compared++;
        }
      }
    }
    assertTrue(compared > 200, compared + " compared");
    assertTrue(missing > 0, "what is missing is empty");
  }

  @Test
  void theDistributionCountsEveryCountryThatHasAScoreOnce() {
    List<String[]> bins = table("distribution.csv?lang=en");
    double counted = bins.stream().skip(1).mapToDouble(bin -> Double.parseDouble(bin[1])).sum();
    assertTrue(counted > 10, counted + " countries");
    assertEquals(table("ranking.csv?lang=en").size() - 1, counted);
  }

  @Test
  void trajectoriesAreTheInfoStatesOfTheYears() {
    String infostate =
        Pattern.compile("\"id\":(\\d+),\"index\":\"infostate\",")
            .matcher(planner.get("/api/v1/assessments").body())
            .results()
            .map(found -> found.group(1))
            .reduce((newer, older) -> older)
            .orElseThrow();
    String address = "/api/v1/assessments/" + infostate;
    String table = planner.get(address + "/charts/trajectories.csv?lang=en").body();
    List<String> years = List.of(table.lines().findFirst().orElseThrow().split(","));
    String last = years.get(years.size() - 1);
    String arcadia = table.lines().filter(line -> line.startsWith("Arcadia,")).findFirst().get();
    String group = arcadia.substring(arcadia.lastIndexOf(',') + 1).replace(".0", "");
    String clusters = planner.get(address + "/clusters?year=" + last, "Accept", "text/csv").body();
    assertTrue(clusters.contains("XAA," + last + "," + group + ","), clusters);
    assertEquals(200, planner.get(address + "/charts/trajectories.svg?lang=ar").statusCode());
    assertEquals(200, planner.get("/assessments/" + infostate + "?lang=en").statusCode());
  }

  @ParameterizedTest
  @EnumSource(Language.class)
  void everyChartIsThereInEveryLanguage(Language language) {
    for (String kind : KINDS) {
      HttpResponse<String> reply = planner.get(charts + kind + ".svg?lang=" + language.tag());
      assertEquals(200, reply.statusCode(), reply.body());
      assertTrue(reply.body().contains("lang=\"" + language.tag() + "\""), reply.body());
      assertFalse(reply.body().contains("report."), "a text without translation");
    }
    HttpResponse<String> radar =
        planner.get(charts + "radar.svg?country=XAA&lang=" + language.tag());
    assertEquals(200, radar.statusCode(), radar.body());
  }

  @Test
  @EnabledIf(
      value = "org.infostate.chart.ChartPictureTest#fonts",
      disabledReason =
          "no font with Arabic letters is installed (apt-get install fonts-dejavu-core)")
  void picturesAreForDocuments() {
    byte[] picture = planner.download(charts + "distribution.png?width=600&lang=en").body();
    assertArrayEquals(new byte[] {(byte) 0x89, 'P', 'N', 'G'}, Arrays.copyOf(picture, 4));
  }

  @ParameterizedTest
  @CsvSource({
    "pie.svg, 404, 1803",
    "heat.gif, 404, 1803",
    "ranking.svg?width=20, 400, 1010",
    "radar.svg, 422, 1015",
    "radar.svg?country=ZZZ, 404, 1001",
    "map.svg?by=size, 400, 1010",
    "map.svg?element=nothing, 400, 1010",
    "ranking.svg?year=1900, 400, 1010",
    "divide.svg, 422, 1721",
    "ranks.svg, 422, 1015",
    "ranks.svg?run=999999, 404, 1001",
    "distribution.svg?element=nothing, 400, 1010",
    "trajectories.svg, 422, 1702",
  })
  void whatCanNotBeDrawnIsRefused(String chart, int status, int problem) {
    HttpResponse<String> reply = planner.get(charts + chart);
    assertEquals(status, reply.statusCode(), reply.body());
    assertEquals(problem, Caller.problem(reply));
  }

  @ParameterizedTest
  @ValueSource(strings = {"focal-xaa", "contributor-xaa", "researcher", "admin"})
  void othersSeeNone(String login) {
    assertEquals(403, Caller.of(Server.sample(), login).get(charts + "heat.svg").statusCode());
  }
}

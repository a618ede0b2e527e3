package org.infostate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Needs, what they are measured to, and who helps whom, on both databases.
 *
 * <ol>
 *   <li>The needs of a country add up to what its priority says is missing and unknown.
 *   <li>A nearer target leaves less to be missing.
 *   <li>What planners bring is in use at once, with every problem told where it is broken; who
 *       looked at an older one is refused.
 *   <li>Help that others give lowers the priority, and stands on the page of who helps whom.
 *   <li>Planners bring, reviewers look, nobody else.
 * </ol>
 */
@ParameterizedClass
@EnumSource(Database.class)
class NeedsIT {

  private static final String GIVEN = "country,assistance,provider,from,to,cost,source\r\n";

  @Parameter private Database database;

  private Caller planner;
  private String assessment;

  @BeforeEach
  void look() throws InterruptedException {
    planner = caller("planner");
    assessment = "/api/v1/assessments/" + SampleAssessment.number(planner);
  }

  private Caller caller(String login) {
    return Caller.of(database.sample(), login);
  }

  /** The rows of a table by its headings. */
  private static List<String[]> rows(String csv) {
    return csv.lines().skip(1).map(line -> line.split(",", -1)).toList();
  }

  private List<String[]> priorities(String query) {
    return rows(planner.get(assessment + "/priorities/table.csv" + query).body());
  }

  private double sum(String query, String iso3, int column) {
    return rows(planner.get(assessment + "/needs.csv" + query).body()).stream()
        .filter(row -> row[0].equals(iso3))
        .mapToDouble(row -> Double.parseDouble(row[column]))
        .sum();
  }

  @Test
  void needsAddUpToWhatThePrioritySays() {
    for (String query : List.of("", "?target=median")) {
      for (String[] row : priorities(query).subList(0, 3)) {
        assertEquals(Double.parseDouble(row[4]), sum(query, row[2], 7), 1e-6, row[2]);
        assertEquals(Double.parseDouble(row[5]), sum(query, row[2], 8), 1e-6, row[2]);
      }
    }
    double whole = sum("", "XBM", 7);
    double next = sum("?target=next_level", "XBM", 7);
    assertTrue(next > 0 && next < whole, next + " of " + whole);
    HttpResponse<String> wrong = planner.get(assessment + "/needs?target=moon");
    assertEquals(400, wrong.statusCode());
    assertEquals(1010, Caller.problem(wrong));
  }

  private int number(String kind) {
    Matcher found =
        Pattern.compile("\"number\":(\\d+)")
            .matcher(planner.get("/api/v1/planning/" + kind).body());
    assertTrue(found.find());
    return Integer.parseInt(found.group(1));
  }

  private HttpResponse<String> bring(String kind, String text, int seen) {
    return planner.upload(
        "POST",
        "/api/v1/planning/" + kind + "?seen=" + seen,
        "text/csv",
        text.getBytes(StandardCharsets.UTF_8));
  }

  @Test
  void helpThatOthersGiveLowersThePriority() {
    int seen = number("given");
    HttpResponse<String> broken = bring("given", GIVEN + "XAA,nothing,A,2026-01-01,,,\r\n", seen);
    assertEquals(422, broken.statusCode());
    assertEquals(1732, Caller.problem(broken));
    String[] before = row("XAA");

    String lines = "";
    for (String help : List.of("unit_set_up", "legislative_drafting", "network_linking")) {
      lines += "XAA," + help + ",<b>Institute</b>,2026-01-01,,1000,letter\r\n";
    }
    HttpResponse<String> kept = bring("given", GIVEN + lines, seen);
    assertEquals(201, kept.statusCode(), kept.body());
    assertEquals(seen + 1, number("given"));
    assertEquals(409, bring("given", GIVEN, seen).statusCode(), "somebody brought one since");

    int received = 6 + 2 * 5;
    String[] after = row("XAA");
    assertTrue(Double.parseDouble(after[received]) > 0, after[received]);
    double earlier = before[received].isEmpty() ? 0 : Double.parseDouble(before[received]);
    assertTrue(Double.parseDouble(after[received]) >= earlier);
    String page = planner.get("/planning" + path() + "/assistance").body();
    assertTrue(page.contains("&lt;b>Institute") || page.contains("&lt;b&gt;Institute"), page);
    assertFalse(page.contains("<b>Institute"));
    assertTrue(
        planner.get(assessment + "/assistance.csv").body().contains("XAA,register,received,"));
    assertEquals(201, bring("given", GIVEN, seen + 1).statusCode());
  }

  private String[] row(String iso3) {
    return priorities("").stream().filter(row -> row[2].equals(iso3)).findFirst().orElseThrow();
  }

  private String path() {
    return "/assessments/" + assessment.substring(assessment.lastIndexOf('/') + 1);
  }

  @Test
  void declaredTargetsAndCataloguesAreCheckedAndKept() {
    int seen = number("targets");
    String text = "element,country,share,source\r\ncapacity,,0.0,nobody\r\n";
    assertEquals(201, bring("targets", text, seen).statusCode());
    assertEquals(0, sum("?target=declared", "XBM", 7), 1e-9);
    assertEquals(text, planner.get("/api/v1/planning/targets/" + (seen + 1) + ".csv").body());
    assertEquals(
        1732, Caller.problem(bring("targets", text.replace("capacity", "weather"), seen + 1)));

    String catalogue = planner.get("/api/v1/planning/catalogue/0.yaml").body();
    assertEquals(
        1904,
        Caller.problem(
            bring("catalogue", catalogue.replace("poc_networks: 0.8", "weather: 0.8"), 0)));
    HttpResponse<String> form =
        planner.uploadForm(
            "POST", "/planning/files/catalogue", Map.of("file", "no: yaml: at".getBytes()));
    assertEquals(422, form.statusCode());
    assertTrue(form.body().contains("1201") || form.body().contains("1015"), form.body());
  }

  @Test
  void plannersBringReviewersLookAndNobodyElse() {
    Caller reviewer = caller("reviewer");
    String needs = "/planning" + path() + "/needs/XBM";
    assertTrue(reviewer.get(needs).body().contains("ETS 185"));
    assertEquals(404, reviewer.get("/planning" + path() + "/needs/QQQ").statusCode());
    assertEquals(200, reviewer.get("/planning/files/given").statusCode());
    assertEquals(403, reviewer.post("/api/v1/planning/given", "x").statusCode());
    for (String login : List.of("focal-xaa", "researcher")) {
      assertEquals(403, caller(login).get(assessment + "/needs").statusCode());
      assertEquals(403, caller(login).get("/api/v1/planning/given").statusCode());
    }
  }
}

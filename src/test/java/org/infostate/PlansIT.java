package org.infostate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Plans over the API, on both databases, from the assessments of the sample data.
 *
 * <ol>
 *   <li>A plan is composed within its budget, and says how far it may be from the best.
 *   <li>Its actions, and the priorities that it follows from, can be had as CSV.
 *   <li>It says what the next amount would buy.
 *   <li>It is agreed to once. Composed again it is another version; of all versions one is agreed,
 *       and of two people who agree at once one is told.
 *   <li>Two plans are compared.
 *   <li>Planners order plans, reviewers read them, nobody else.
 *   <li>What is wrong with an order is told at once, with numbers.
 * </ol>
 */
@ParameterizedClass
@EnumSource(Database.class)
class PlansIT {

  private static final String PLANS = "/api/v1/plans";
  private static final int PATIENCE_SECONDS = 120;

  @Parameter private Database database;

  private Caller caller(String login) {
    return Caller.of(database.sample(), login);
  }

  private String assessment() {
    return SampleAssessment.number(caller("planner"));
  }

  static long number(String name, String json) {
    Matcher found = Pattern.compile("\"" + name + "\":(\\d+)").matcher(json);
    assertTrue(found.find(), json);
    return Long.parseLong(found.group(1));
  }

  @Test
  void aPlanIsComposedAndAgreedTo() throws InterruptedException {
    Caller planner = caller("planner");
    HttpResponse<String> ordered =
        planner.post(
            PLANS,
            """
            {"title": "A plan", "assessment": %s, "budgets": [400000], "mostPerCountry": 2}
            """
                .formatted(assessment()));
    assertEquals(202, ordered.statusCode(), ordered.body());
    String plan = PLANS + "/" + number("id", ordered.body());

    String composed = composed(planner, plan);
    assertTrue(composed.contains("\"bound\":") && composed.contains("\"gain\":"), composed);
    assertTrue(composed.contains("\"basis\":"), composed);
    assertEquals(409, planner.post(plan + "/cancellation", null).statusCode());
    String more = planner.get(plan + "/changes").body();
    assertTrue(more.contains("\"added\":true"), more);
    assertTrue(number("moreCost", composed) > 0, composed);
    assertTrue(planner.get(plan + "/countries").body().contains("\"need\":"));

    String[] rows = planner.get(plan + "/selection.csv").body().split("\r?\n");
    assertEquals(
        "place,assistance,country,year,cost,points,offer,standing,responsible,provider,milestones,"
            + "reached,next_due,late",
        rows[0]);
    long cost = 0;
    for (int i = 1; i < rows.length; i++) {
      cost += Long.parseLong(rows[i].split(",")[4]);
    }
    assertTrue(rows.length > 1 && cost > 0 && cost <= 400_000, rows.length + " rows, " + cost);

    assertTrue(planner.post(plan + "/agreement", null).body().contains("\"state\":\"agreed\""));
    HttpResponse<String> again = planner.post(plan + "/agreement", null);
    assertEquals(409, again.statusCode());
    assertEquals(1901, Caller.problem(again));
    String french = planner.post(plan + "/agreement?lang=fr", null).body();
    assertTrue(french.contains("Le plan est approuv\u00e9"), french);
    composedAgainItIsAnotherVersion(number("id", composed));
  }

  /** Two people agree to two further versions at once: one of them is told. */
  private void composedAgainItIsAnotherVersion(long first) throws InterruptedException {
    Caller planner = caller("planner");
    String form = planner.get("/plans?after=" + first).body();
    assertTrue(form.contains("name=\"after\" value=\"" + first + "\""), form);
    assertTrue(form.contains("value=\"400000\""), form);
    String second = again(planner, first, 500_000, "full");
    String third = again(planner, first, 300_000, "median");
    String versions = planner.get(PLANS + "/" + first + "/versions").body();
    assertTrue(versions.contains("\"version\":2") && versions.contains("\"version\":3"), versions);

    HttpResponse<String> unaware = planner.post(second + "/agreement", null);
    assertEquals(1741, Caller.problem(unaware), unaware.body());

    List<CompletableFuture<HttpResponse<String>>> both =
        Stream.of(second, third)
            .map(
                plan ->
                    CompletableFuture.supplyAsync(
                        () ->
                            caller("planner").post(plan + "/agreement?supersedes=" + first, null)))
            .toList();
    List<HttpResponse<String>> replies = both.stream().map(CompletableFuture::join).toList();

    assertEquals(
        List.of(200, 409), replies.stream().map(HttpResponse::statusCode).sorted().toList());
    HttpResponse<String> told =
        replies.stream().filter(reply -> reply.statusCode() == 409).findFirst().orElseThrow();
    assertEquals(1741, Caller.problem(told), told.body());
    versions = planner.get(PLANS + "/" + first + "/versions").body();
    assertEquals(2, versions.split("\"state\":\"agreed\"").length, versions);
    assertTrue(versions.contains("\"state\":\"superseded\""), versions);

    twoPlansAreCompared(planner, PLANS + "/" + first, number("id", planner.get(second).body()));
    long other = number("id", planner.get(third).body());
    String comparison = planner.get(PLANS + "/" + first + "/comparison?with=" + other).body();
    assertTrue(comparison.contains("\"term\":\"target\""), comparison);
    assertTrue(comparison.contains("\"sameNeeds\":false"), comparison);
  }

  private static void twoPlansAreCompared(Caller planner, String first, long second) {
    String comparison = planner.get(first + "/comparison?with=" + second).body();
    assertTrue(comparison.contains("\"term\":\"budgets\""), comparison);
    assertTrue(comparison.contains("\"plan\":\"second\""), comparison);
    assertTrue(comparison.contains("\"sameNeeds\":true"), comparison);
    String countries = planner.get(first + "/comparison/countries.csv?with=" + second).body();
    assertTrue(countries.startsWith("country,first_cost,second_cost,first_gain"), countries);
    assertTrue(planner.get(first + "/comparison/actions.csv?with=" + second).body().contains(","));
    String page = first.substring("/api/v1".length()) + "/comparison?with=" + second;
    assertEquals(200, planner.get(page).statusCode(), planner.get(page).body());
    assertEquals(1015, Caller.problem(planner.get(first + "/comparison")));
    assertEquals(404, planner.get(first + "/comparison?with=999999").statusCode());
  }

  private static String again(Caller planner, long after, long budget, String target)
      throws InterruptedException {
    HttpResponse<String> ordered =
        planner.post(
            PLANS,
            """
            {"title": "Again", "assessment": %s, "budgets": [%d], "mostPerCountry": 2, "after": %d,
             "target": "%s"}
            """
                .formatted(SampleAssessment.number(planner), budget, after, target));
    assertEquals(202, ordered.statusCode(), ordered.body());
    String plan = PLANS + "/" + number("id", ordered.body());
    composed(planner, plan);
    return plan;
  }

  static String composed(Caller planner, String plan) throws InterruptedException {
    String composed = planner.get(plan).body();
    for (int second = 0; composed.contains("composing") && second < PATIENCE_SECONDS; second++) {
      Thread.sleep(1000);
      composed = planner.get(plan).body();
    }
    assertTrue(composed.contains("\"state\":\"draft\""), composed);
    return composed;
  }

  @Test
  void weightsOfThePrioritiesGoWithThePlan() throws InterruptedException {
    Caller planner = caller("planner");
    String assessment = assessment();
    String weights = "?unknown=0.25&lowEnd=0.75&closing=2.0&assessment=" + assessment;
    assertTrue(planner.get("/plans" + weights).body().contains("name=\"closing\" inputmode"));
    assertTrue(planner.get("/plans" + weights).body().contains("value=\"0.75\""));

    HttpResponse<String> ordered =
        planner.submit(
            "/plans",
            "title",
            "Weighted",
            "assessment",
            assessment,
            "budget1",
            "400000",
            "unknown",
            "0,25",
            "lowEnd",
            "0.75",
            "closing",
            "2");
    assertEquals(303, ordered.statusCode(), ordered.body());
    String plan = ordered.headers().firstValue("Location").orElseThrow();
    String kept = planner.get("/api/v1" + plan.substring(plan.indexOf("/plans"))).body();
    assertTrue(kept.contains("\"weights\":{") && kept.contains("\"unknown\":0.25"), kept);
    assertTrue(kept.contains("\"lowEnd\":0.75"), kept);
    assertTrue(kept.contains("\"closing\":2"), kept);
  }

  /** Several years, shares and regional courses: that takes longer than to cancel it. */
  @Test
  void theFormTellsEverythingThatIsWrongAtOnce() {
    Caller planner = caller("planner");

    HttpResponse<String> refused =
        planner.submit(
            "/plans",
            "assessment",
            assessment(),
            "budget1",
            "400.5",
            "budget3",
            "much",
            "unknown",
            "a lot",
            "closing",
            "7");

    assertEquals(400, refused.statusCode(), refused.body());
    for (String field : new String[] {"budget1", "budget3", "unknown", "title"}) {
      assertTrue(refused.body().contains("href=\"#" + field + "\""), field + refused.body());
    }
    assertTrue(refused.body().contains("value=\"400.5\""), refused.body());
    assertFalse(refused.body().contains("(1902)"), refused.body());
  }

  @Test
  void aBlankYearBeforeAFilledOneHasNothingToSpend() {
    Caller planner = caller("planner");
    HttpResponse<String> ordered =
        planner.submit("/plans", "title", "Later", "assessment", assessment(), "budget2", "90 000");
    assertEquals(303, ordered.statusCode(), ordered.body());
    String plan = ordered.headers().firstValue("Location").orElseThrow();

    String kept = planner.get("/api/v1" + plan.substring(plan.indexOf("/plans"))).body();

    assertTrue(kept.contains("\"budgets\":[0,90000]"), kept);
  }

  @Test
  void prioritiesAreThereAsCsv() throws InterruptedException {
    String csv =
        caller("reviewer")
            .get("/api/v1/assessments/" + assessment() + "/priorities/table.csv")
            .body();

    assertTrue(csv.startsWith("rank,rank_in_info_state,country,"), csv);
    assertTrue(csv.lines().findFirst().orElseThrow().contains(",received,received_adds,"), csv);
    assertTrue(csv.lines().count() > 10, csv);
  }

  @Test
  void plannersOrderReviewersReadAndNobodyElse() {
    assertEquals(403, caller("reviewer").post(PLANS, "{}").statusCode());
    assertEquals(200, caller("reviewer").get(PLANS).statusCode());
    assertEquals(403, caller("focal-xaa").get(PLANS).statusCode());
    assertEquals(403, caller("researcher").get(PLANS).statusCode());
    assertEquals(401, Caller.nobody(database.sample()).get(PLANS).statusCode());
  }

  @Test
  void whatIsWrongWithAnOrderIsToldWithNumbers() throws InterruptedException {
    Caller planner = caller("planner");

    assertEquals(1015, Caller.problem(planner.post(PLANS, "{}")));
    assertEquals(1009, Caller.problem(planner.post(PLANS, "[]")));
    assertEquals(404, planner.get(PLANS + "/999999").statusCode());
    HttpResponse<String> budget =
        planner.post(
            PLANS,
            "{\"title\":\"x\",\"assessment\":%s,\"budgets\":[-1],\"ldcShare\":7}"
                .formatted(assessment()));
    assertEquals(422, budget.statusCode());
    assertTrue(budget.body().contains("1902") && budget.body().contains("1903"), budget.body());
  }
}

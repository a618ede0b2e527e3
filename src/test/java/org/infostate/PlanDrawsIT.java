package org.infostate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Plans whose choice is made again with the draws of an uncertainty run.
 *
 * <ol>
 *   <li>Every action has the share of the draws in which it is chosen, and equal orders have equal
 *       shares.
 *   <li>While it is composed it says which draw it is at, and can be cancelled.
 *   <li>Without a run, or with too many draws, an order is refused.
 * </ol>
 */
@ParameterizedClass
@EnumSource(Database.class)
class PlanDrawsIT {

  private static final String PLANS = "/api/v1/plans";
  private static final int PATIENCE_SECONDS = 120;

  @Parameter private Database database;

  private Caller planner() {
    return Caller.of(database.sample(), "planner");
  }

  private static String found(String pattern, String text) {
    Matcher found = Pattern.compile(pattern).matcher(text);
    assertTrue(found.find(), text);
    return found.group(1);
  }

  /** Waits until an address says so. */
  private static String until(Caller caller, String address, String what)
      throws InterruptedException {
    String body = caller.get(address).body();
    for (int second = 0; !body.contains(what) && second < PATIENCE_SECONDS; second++) {
      Thread.sleep(1000);
      body = caller.get(address).body();
    }
    assertTrue(body.contains(what), body);
    return body;
  }

  /** An assessment with an uncertainty run of so many replications. */
  private static String assessmentWithRun(Caller planner, int replications)
      throws InterruptedException {
    String assessment = SampleAssessment.number(planner);
    String runs = "/api/v1/assessments/" + assessment + "/uncertainty";
    HttpResponse<String> run =
        planner.post(runs, "{\"replications\":%d,\"seed\":11}".formatted(replications));
    assertEquals(202, run.statusCode(), run.body());
    until(planner, runs + "/" + found("\"id\":(\\d+)", run.body()), "\"state\":\"done\"");
    return assessment;
  }

  private static String order(Caller planner, String assessment, String more) {
    HttpResponse<String> ordered =
        planner.post(
            PLANS,
            "{\"title\":\"Drawn\",\"assessment\":%s,\"budgets\":[400000],%s}"
                .formatted(assessment, more));
    assertEquals(202, ordered.statusCode(), ordered.body());
    return PLANS + "/" + found("\"id\":(\\d+)", ordered.body());
  }

  private static List<String[]> rows(Caller planner, String address) {
    List<String[]> rows = new ArrayList<>();
    for (String line : planner.get(address).body().split("\r?\n")) {
      rows.add(line.split(","));
    }
    return rows.subList(1, rows.size());
  }

  @Test
  void eachActionHasItsShareOfTheDraws() throws InterruptedException {
    Caller planner = planner();
    String assessment = assessmentWithRun(planner, 20);
    String plan = order(planner, assessment, "\"draws\":50");
    String again = order(planner, assessment, "\"draws\":50");
    String composed = until(planner, plan, "\"state\":\"draft\"");
    until(planner, again, "\"state\":\"draft\"");

    // The run has no more than 20.
    assertTrue(composed.contains("\"draws\":20"), composed);
    assertTrue(composed.contains("\"drawTimeOuts\":0"), composed);
    Set<String> planned = new HashSet<>();
    rows(planner, plan + "/selection.csv").forEach(row -> planned.add(row[2] + " " + row[1]));
    Set<String> told = new HashSet<>();
    double sum = 0;
    for (String[] row : rows(planner, plan + "/choices.csv")) {
      double share = Double.parseDouble(row[2]);
      sum += share;
      assertEquals(0, share * 20 - Math.rint(share * 20), 1e-9);
      assertTrue(share >= 0 && share <= 1, row[2]);
      if (row[3].equals("true")) {
        told.add(row[0] + " " + row[1]);
      } else {
        assertTrue(share > 0, row[2]);
      }
    }
    assertEquals(planned, told);
    // Each draw chooses some actions, and not all draws choose the same.
    assertTrue(sum >= 1, sum + "");
    assertTrue(rows(planner, plan + "/choices.csv").size() > planned.size());
    assertEquals(
        planner.get(plan + "/choices.csv").body(), planner.get(again + "/choices.csv").body());
    String page = planner.get(plan.replace("/api/v1", "")).body();
    assertTrue(page.contains("id=\"draws\"") && page.contains("/choices.csv"), page);
  }

  @Test
  void aCompositionIsCancelled() throws InterruptedException {
    Caller planner = planner();
    String assessment = assessmentWithRun(planner, 200);
    String plan =
        order(
            planner,
            assessment,
            "\"draws\":200,\"ldcShare\":0.3,\"lowEndShare\":0.3,\"yearlyLoss\":0.1");
    until(planner, plan, "\"stage\":\"drawing\"");

    HttpResponse<String> cancelled = planner.post(plan + "/cancellation", null);

    assertTrue(cancelled.body().contains("\"state\":\"cancelled\""), cancelled.body());
    assertEquals(1738, Caller.problem(planner.post(plan + "/cancellation", null)));
    assertEquals(1901, Caller.problem(planner.post(plan + "/agreement", null)));
    assertEquals("[]", planner.get(plan + "/selection").body());
    assertEquals("[]", planner.get(plan + "/choices").body());
  }

  @Test
  void withoutARunThereIsNothingToDraw() {
    Caller planner = planner();
    String all = planner.get("/api/v1/assessments").body();
    String earlier =
        found(
            "\"id\":(\\d+),\"index\":\"capacity\"[^}]*\"round\":\"%d\"[^}]*\"state\":\"done\""
                .formatted(Integer.parseInt(SampleAssessment.round()) - 1),
            all);
    String body = "{\"title\":\"x\",\"assessment\":%s,\"budgets\":[1],\"draws\":%d}";

    assertEquals(1729, Caller.problem(planner.post(PLANS, body.formatted(earlier, 1))));
    HttpResponse<String> many = planner.post(PLANS, body.formatted(earlier, 201));
    assertTrue(many.body().contains("1010"), many.body());
    HttpResponse<String> form =
        planner.submit("/plans", "title", "x", "assessment", earlier, "budget1", "1", "draws", "5");
    assertEquals(422, form.statusCode());
    assertTrue(form.body().contains("(1729)"), form.body());
  }
}

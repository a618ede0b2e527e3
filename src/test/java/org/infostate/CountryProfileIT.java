package org.infostate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.infostate.text.Language;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/**
 * The profile of a country in an assessment.
 *
 * <ol>
 *   <li>Its numbers are those of the assessment and of the one of the last round.
 *   <li>What is not known is said to be so and is not a zero.
 *   <li>It is there in every language; what people wrote cannot become part of the page.
 *   <li>Planners and reviewers read it, nobody else.
 * </ol>
 */
class CountryProfileIT {

  private static final String COUNTRY = "/countries/XRU/profile";
  private static final String HOSTILE =
      "<script>alert(1)</script> خطة within English " + "x".repeat(150);

  private static Caller planner;
  private static String now;

  @BeforeAll
  static void find() {
    planner = Caller.of(Server.sample(), "planner");
    now = "/assessments/" + SampleAssessment.number(planner);
  }

  /** JSON is YAML, too. */
  private static Map<?, ?> json(String address) {
    String body = planner.get("/api/v1" + address).body();
    return (Map<?, ?>) new Load(LoadSettings.builder().build()).loadFromString(body);
  }

  private static List<Map<?, ?>> list(Map<?, ?> object, String name) {
    return ((List<?>) object.get(name)).stream().<Map<?, ?>>map(each -> (Map<?, ?>) each).toList();
  }

  /** The scores of an assessment by country and element; what is missing is not there. */
  private static Map<String, Double> scores(String assessment) {
    Map<String, Double> scores = new HashMap<>();
    planner
        .get("/api/v1" + assessment + "/scores.csv")
        .body()
        .lines()
        .skip(1)
        .map(line -> line.split(",", -1))
        .filter(cells -> !cells[4].isEmpty())
        .forEach(cells -> scores.put(cells[0] + " " + cells[2], Double.valueOf(cells[4])));
    return scores;
  }

  private static List<String> members(int infoState) {
    return planner
        .get("/api/v1" + now + "/clusters", "Accept", "text/csv")
        .body()
        .lines()
        .map(line -> line.split(",", -1))
        .filter(cells -> cells.length > 2 && cells[2].equals(String.valueOf(infoState)))
        .map(cells -> cells[0])
        .toList();
  }

  private static String shown(Double number) {
    return number == null ? "–" : String.format(Locale.ROOT, "%.1f", number);
  }

  private static List<List<String>> rows(String page) {
    return Pattern.compile("<tr[^>]*>(.*?)</tr>", Pattern.DOTALL)
        .matcher(page)
        .results()
        .map(
            row ->
                Arrays.stream(row.group(1).split("</t[hd]>"))
                    .map(cell -> cell.replaceAll("<[^>]*>", "").strip())
                    .toList())
        .toList();
  }

  @Test
  void itsNumbersAreThoseOfTheAssessmentAndOfTheLastRound() {
    Map<?, ?> profile = json(now + COUNTRY);
    Map<?, ?> last = (Map<?, ?>) profile.get("lastRound");
    assertEquals(String.valueOf(Integer.parseInt(SampleAssessment.round()) - 1), last.get("round"));
    Map<String, Double> scores = scores(now);
    Map<String, Double> before = scores("/assessments/" + last.get("assessment"));
    List<String> group = members((Integer) profile.get("infoState"));
    assertTrue(group.contains("XRU") && group.size() > 1, group.toString());
    List<List<String>> shown = rows(planner.get(now + COUNTRY + "?lang=en").body());

    assertEquals(6, list(profile, "elements").size());
    for (Map<?, ?> row : list(profile, "elements")) {
      String element = (String) row.get("element");
      Double score = scores.get("XRU " + element);
      Double then = before.get("XRU " + element);
      Double median = median(group.stream().map(iso3 -> scores.get(iso3 + " " + element)));
      assertEquals(score, number(row, "score"), element);
      assertEquals(then, number(row, "lastRound"), element);
      assertEquals(
          score == null || then == null ? null : (Double) (score - then), number(row, "change"));
      assertEquals(median, number(row, "infoStateMedian"), element);
      String name = (String) row.get("name");
      assertTrue(holds(shown, name, shown(score), shown(median)), name + " in " + shown);
      assertTrue(holds(shown, name, shown(then), shown(score)), name + " in " + shown);
    }
    assertEquals(scores.get("XRU capacity"), number(profile, "score"));
    whatIsNotKnownIsLeftOut(scores, list(profile, "elements"));
  }

  /** In whichever country a pillar is not known. */
  private static void whatIsNotKnownIsLeftOut(
      Map<String, Double> scores, List<Map<?, ?>> elements) {
    int unknown = 0;
    for (String known : scores.keySet()) {
      String iso3 = known.split(" ")[0];
      for (Map<?, ?> element : elements) {
        String open = (String) element.get("element");
        if (unknown == 0 && !scores.containsKey(iso3 + " " + open)) {
          unknown++;
          Map<?, ?> row =
              list(json(now + COUNTRY.replace("XRU", iso3)), "elements").stream()
                  .filter(one -> one.get("element").equals(open))
                  .findFirst()
                  .orElseThrow();
          assertNull(number(row, "score"), iso3 + " " + open);
          assertNull(number(row, "change"), iso3 + " " + open);
        }
      }
    }
    assertEquals(1, unknown, "no pillar of any country is unknown");
  }

  /** Null where it is left out. */
  private static Double number(Map<?, ?> object, String name) {
    return object.containsKey(name) ? (Double) ((Number) object.get(name)).doubleValue() : null;
  }

  private static Double median(Stream<Double> values) {
    List<Double> known = values.filter(Objects::nonNull).sorted().toList();
    return known.isEmpty()
        ? null
        : (Double) ((known.get((known.size() - 1) / 2) + known.get(known.size() / 2)) / 2);
  }

  private static boolean holds(List<List<String>> rows, String... cells) {
    return rows.stream()
        .anyMatch(row -> row.subList(0, Math.min(row.size(), 3)).equals(List.of(cells)));
  }

  /** Of some countries of the round there is nothing to read. */
  @Test
  void whatIsNotKnownIsNoZero() {
    String silent =
        Arrays.stream(
                planner
                    .get("/api/v1" + now + "/clusters", "Accept", "text/csv")
                    .body()
                    .split("\r?\n"))
            .filter(line -> line.endsWith(",none"))
            .map(line -> line.split(",")[0])
            .findFirst()
            .orElseThrow();
    Map<?, ?> profile = json(now + "/countries/" + silent + "/profile");
    assertFalse(profile.containsKey("score"), profile.toString());
    for (Map<?, ?> row : list(profile, "elements")) {
      assertFalse(row.containsKey("score") || row.containsKey("change"), row.toString());
    }
    String page = planner.get(now + "/countries/" + silent + "/profile?lang=en").body();
    assertTrue(page.contains("There are no scores of this country"), page);
    assertFalse(Pattern.compile(">0\\.0<").matcher(page).find(), page);
  }

  @ParameterizedTest
  @EnumSource(Language.class)
  void itIsThereInEveryLanguage(Language language) {
    String page = planner.get(now + COUNTRY + "?lang=" + language.tag()).body();
    assertTrue(page.contains("<svg"), page);
    assertFalse(page.contains("[profile."), page);
  }

  @Test
  void whatPeopleWroteStaysText() {
    String ordered =
        planner
            .post(
                "/api/v1/plans",
                "{\"title\":\"%s\",\"assessment\":%s,\"budgets\":[900000]}"
                    .formatted(HOSTILE, now.replaceAll("\\D", "")))
            .body();
    String plan = ordered.replaceFirst(".*\"id\":(\\d+).*", "$1");
    for (int i = 0; i < 100 && json("/plans/" + plan).get("state").equals("composing"); i++) {
      pause();
    }
    String page = planner.get(now + COUNTRY + "?lang=en").body();
    Map<?, ?> shown = (Map<?, ?>) json(now + COUNTRY).get("plan");
    assertEquals(plan, String.valueOf(shown.get("id")));
    assertTrue(page.contains("&lt;script&gt;alert(1)"), page);
    assertFalse(page.contains("<script>alert"), page);
    String costs =
        planner
            .get("/api/v1/plans/" + plan + "/selection.csv")
            .body()
            .lines()
            .map(line -> line.split(",", -1))
            .filter(cells -> cells[2].equals("XRU"))
            .map(cells -> cells[1] + " " + cells[4])
            .collect(Collectors.joining("\n"));
    assertEquals(
        costs,
        list(shown, "actions").stream()
            .map(action -> action.get("assistance") + " " + action.get("cost"))
            .collect(Collectors.joining("\n")));
  }

  private static void pause() {
    try {
      Thread.sleep(300);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  @Test
  void onlyPlannersAndReviewersReadIt() {
    assertEquals(200, Caller.of(Server.sample(), "reviewer").get(now + COUNTRY).statusCode());
    for (String login : List.of("focal-xaa", "focal-xru", "contributor-xaa", "researcher")) {
      Caller caller = Caller.of(Server.sample(), login);
      assertEquals(403, caller.get(now + COUNTRY).statusCode(), login);
      assertEquals(403, caller.get("/api/v1" + now + COUNTRY).statusCode(), login);
    }
    assertEquals(404, planner.get(now + "/countries/XZZ/profile").statusCode());
    assertEquals(404, planner.get(now + COUNTRY + "?year=1900").statusCode());
  }
}

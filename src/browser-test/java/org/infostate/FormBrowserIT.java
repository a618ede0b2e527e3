package org.infostate;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.Route;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Filling in online, in a real browser.
 *
 * <ol>
 *   <li>Every answer is saved as it is given; questions come and go with it.
 *   <li>Over a broken line, after a reload, after a refusal and after the end of the session
 *       nothing that was typed is lost, and its state is visible.
 *   <li>Two answers to one question stand side by side until a person decides, with and without a
 *       script.
 *   <li>Tables of things can be filled in at 360 pixels; adding a row loses nothing.
 *   <li>The overview leads to what is missing and offers the reader's time zone.
 *   <li>Evidence is added to an answer and shown with it.
 *   <li>None of these pages breaks a rule of axe, in no language and at no width, nor scrolls
 *       sideways on a phone.
 * </ol>
 */
class FormBrowserIT {

  private static final AtomicInteger ROUNDS = new AtomicInteger();
  private static final Pattern SAVED = Pattern.compile("^Saved .*");
  private static final int PHONE = 360;
  private static final int DESK = 1280;

  private static Playwright playwright;
  private static Browser browser;

  private TestRound round;
  private BrowserContext context;
  private Page page;

  @BeforeAll
  static void openTheBrowser() {
    playwright =
        Playwright.create(
            new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
    browser =
        playwright
            .chromium()
            .launch(
                new BrowserType.LaunchOptions()
                    .setExecutablePath(Path.of("/usr/bin/chromium"))
                    .setChromiumSandbox(false)
                    .setArgs(List.of("--disable-gpu")));
  }

  @AfterAll
  static void closeTheBrowser() {
    playwright.close();
  }

  @BeforeEach
  void openARound() {
    round = TestRound.open(Server.sample(), "browser-" + ROUNDS.incrementAndGet(), "XAA");
    open(true, DESK);
  }

  @AfterEach
  void closeTheContext() {
    context.close();
  }

  private void open(boolean script, int width) {
    if (context != null) {
      context.close();
    }
    context =
        browser.newContext(
            new Browser.NewContextOptions()
                .setJavaScriptEnabled(script)
                .setBypassCSP(true)
                .setLocale("en")
                .setTimezoneId("Africa/Cairo")
                .setViewportSize(width, 900));
    page = context.newPage();
    page.onDialog(dialog -> dialog.accept());
    signIn();
  }

  private void signIn() {
    page.navigate(round.server().address() + "/sign-in?lang=en");
    fillInSignIn();
  }

  private void fillInSignIn() {
    page.fill("input[name=login]", "focal-xaa");
    page.fill("input[name=password]", "sample-focal-xaa");
    page.click("main button");
    page.waitForLoadState();
  }

  private void go(String path) {
    page.navigate(round.server().address() + "/rounds/" + round.code() + "/responses/XAA" + path);
  }

  private Locator state(String question) {
    return page.locator("[id='s-" + question + "']");
  }

  private void choose(String question, String choice) {
    page.check("[id='" + question + "'] input[value=" + choice + "]");
  }

  private String stored(String question) {
    return round.caller("focal-xaa").get(round.answer("XAA", question)).body();
  }

  private void otherAnswer(String question, String json, int revision) {
    String[] header =
        revision == 0
            ? new String[] {"If-None-Match", "*"}
            : new String[] {"If-Match", "\"" + revision + "\""};
    assertEquals(
        200,
        round.caller("focal-xaa").put(round.answer("XAA", question), json, header).statusCode());
  }

  @Test
  void everyAnswerIsSavedAsItIsGivenAndQuestionsComeAndGo() {
    go("/unit_special");
    assertThat(page.locator("#unit_roster")).isHidden();
    choose("unit_investigation", "operating");
    assertThat(state("unit_investigation")).hasText(SAVED);
    assertThat(page.locator("#unit_roster")).isVisible();
    choose("unit_investigation", "planned");
    assertThat(page.locator("#unit_roster")).isHidden();
    assertTrue(stored("unit_investigation").contains("planned"));
  }

  @Test
  void overABrokenLineAndAReloadNothingIsLost() {
    go("/unit_contact_point");
    page.route("**/api/**", Route::abort);
    choose("unit_247_status", "operating");
    assertThat(state("unit_247_status")).hasText(Pattern.compile("Not saved yet: retrying.*"));
    page.locator(".actions button").first().click();
    assertThat(page.locator("#line")).hasText(Pattern.compile("The line is down.*"));
    page.reload();
    assertThat(page.locator("[id='unit_247_status'] input[value=operating]")).isChecked();
    page.unroute("**/api/**");
    assertThat(state("unit_247_status")).hasText(SAVED);
    assertTrue(stored("unit_247_status").contains("operating"));
  }

  @Test
  void whatTheServerRefusesStaysWithItsProblem() {
    otherAnswer("unit_247_status", "{\"value\":\"operating\"}", 0);
    go("/unit_contact_point");
    page.fill("[id='a-unit_247_since']", "in the beginning");
    page.press("[id='a-unit_247_since']", "Tab");
    assertThat(page.locator("[id='p-unit_247_since']")).containsText("1401");
    page.reload();
    assertThat(page.locator("[id='a-unit_247_since']")).hasValue("in the beginning");
    assertThat(page.locator("[id='p-unit_247_since']")).containsText("1401");
    page.fill("[id='a-unit_247_since']", "2010");
    page.press("[id='a-unit_247_since']", "Tab");
    assertThat(state("unit_247_since")).hasText(SAVED);
    assertThat(page.locator("[id='p-unit_247_since']")).hasCount(0);
  }

  @Test
  void whoWasSignedOutSignsInAgainAndGoesOn() {
    go("/unit_contact_point");
    context.clearCookies();
    choose("unit_247_status", "planned");
    page.locator("#line a").click();
    fillInSignIn();
    assertThat(state("unit_247_status")).hasText(SAVED);
    assertTrue(stored("unit_247_status").contains("planned"));
  }

  @Test
  void twoAnswersStandSideBySideUntilAPersonDecides() {
    go("/unit_contact_point");
    otherAnswer("unit_247_status", "{\"value\":\"planned\"}", 0);
    choose("unit_247_status", "operating");
    Locator conflict = page.locator("[id='unit_247_status'] .conflict");
    assertThat(conflict).containsText("focal-xaa");
    assertThat(conflict).containsText("Planned");
    assertThat(conflict).containsText("Yes, in operation");
    assertAccessible("conflict");
    page.reload();
    assertThat(conflict).containsText("Planned");
    assertTrue(stored("unit_247_status").contains("planned"));
    page.click("[id='unit_247_status'] [data-keep=mine]");
    assertThat(state("unit_247_status")).hasText(SAVED);
    assertTrue(stored("unit_247_status").contains("operating"));
  }

  @Test
  void theSameWithoutAScript() {
    open(false, PHONE);
    go("/unit_contact_point");
    otherAnswer("unit_247_status", "{\"value\":\"planned\"}", 0);
    choose("unit_247_status", "operating");
    page.locator(".actions button").nth(1).click();
    Locator conflict = page.locator("[id='unit_247_status'] .conflict");
    assertThat(conflict).containsText("Planned");
    conflict.locator("input[value=theirs]").check();
    page.locator(".actions button").nth(1).click();
    assertThat(page.locator(".conflict")).hasCount(0);
    assertThat(page.locator("[id='unit_247_status'] input[value=planned]")).isChecked();
  }

  @Test
  void tablesAreFilledInOnAPhone() {
    otherAnswer("unit_investigation", "{\"value\":\"operating\"}", 0);
    open(true, PHONE);
    go("/unit_special");
    page.click("button[name=add]");
    assertThat(page.locator("[id='unit_roster.1']")).isVisible();
    page.fill("[id='a-unit_name.1']", "High-tech crime unit");
    page.fill("[id='a-unit_since.1']", "12");
    page.click("button[name=add]");
    assertThat(page.locator("[id='unit_roster.2']")).isVisible();
    assertThat(page.locator("[id='a-unit_name.1']")).hasValue("High-tech crime unit");
    assertThat(page.locator("[id='a-unit_since.1']")).hasValue("12");
    assertAccessible("roster-360");
    assertNoSidewaysScrolling();
    page.setViewportSize(DESK, 900);
    double first = page.locator("[id='unit_name.1']").boundingBox().y;
    assertEquals(first, page.locator("[id='unit_kind.1']").boundingBox().y, 4, "one line a row");
    assertAccessible("roster-1280");
  }

  @Test
  void theOverviewLeadsToWhatIsMissingAndOffersTheReadersZone() {
    go("");
    page.locator("main details summary").first().click();
    page.locator("main details a").first().click();
    assertTrue(page.url().contains("#"), page.url());
    go("");
    page.locator("#zone-offer button").click();
    assertThat(page.locator("main")).containsText("Africa/Cairo");
    assertThat(page.locator("#zone-offer")).isHidden();
    page.navigate(round.server().address() + "/account");
    page.selectOption("#zone", "UTC");
    page.locator("form[action='/account/zone'] button").click();
  }

  @Test
  void evidenceIsAddedToAnAnswer() {
    go("/evidence?question=unit_247_status");
    page.fill("#url", "https://law.example/decree");
    page.fill("#title", "The decree");
    page.locator("form[action*=links] button").click();
    assertThat(page.locator(".card")).containsText("The decree");
    assertAccessible("evidence");
    go("/unit_contact_point");
    assertThat(page.locator("[id='unit_247_status'] .about summary")).containsText("Evidence (1)");
  }

  @ParameterizedTest
  @CsvSource({
    "en,360", "en,1280", "ar,360", "ar,1280", "fr,360", "es,1280", "ru,360", "zh,1280",
  })
  void noPageBreaksARuleOfAxe(String language, int width) {
    otherAnswer("unit_investigation", "{\"value\":\"operating\"}", 0);
    round.caller("focal-xaa").post(round.api() + "XAA/rosters/unit_roster/rows", null);
    page.setViewportSize(width, 900);
    for (String path :
        List.of("", "/unit_special", "/unit_contact_point", "/evidence?question=unit_247_status")) {
      go(path + (path.contains("?") ? "&" : "?") + "lang=" + language);
      assertAccessible("form" + path.replaceAll("[^a-z0-9]+", "-") + "-" + language + "-" + width);
      if (width == PHONE) {
        assertNoSidewaysScrolling();
      }
    }
  }

  private void assertNoSidewaysScrolling() {
    assertEquals(
        PHONE,
        ((Number) page.evaluate("document.documentElement.scrollWidth")).intValue(),
        page.url());
  }

  private void assertAccessible(String name) {
    String folder = System.getProperty("test.screenshots");
    if (folder != null) {
      page.screenshot(
          new Page.ScreenshotOptions().setFullPage(true).setPath(Path.of(folder, name + ".png")));
    }
    String broken =
        new AxeBuilder(page)
                .withTags(List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"))
                .analyze()
                .getViolations()
                .stream()
                .map(rule -> rule.getId() + ": " + rule.getNodes().get(0).getTarget())
                .collect(Collectors.joining("\n"));
    assertEquals("", broken, page.url());
  }
}

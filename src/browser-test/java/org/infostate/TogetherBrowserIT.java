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
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * People working together on a response, each in a browser, with and without scripts; no page of
 * theirs breaks a rule of axe.
 */
class TogetherBrowserIT {

  private static final AtomicInteger ROUNDS = new AtomicInteger();
  private static final String SECTION = "unit_contact_point";

  private static Playwright playwright;
  private static Browser browser;

  private BrowserContext context;
  private TestRound round;

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

  @AfterEach
  void closeTheContext() {
    context.close();
  }

  private static String code() {
    return "together-" + ROUNDS.incrementAndGet();
  }

  /** Signs somebody in, in a browser of her own, and opens a page of the response. */
  private Page as(String login, boolean script, String path) {
    if (context != null) {
      context.close();
    }
    context =
        browser.newContext(
            new Browser.NewContextOptions()
                .setJavaScriptEnabled(script)
                .setBypassCSP(true)
                .setLocale("en")
                .setViewportSize(360, 900));
    Page page = context.newPage();
    page.navigate(round.server().address() + "/sign-in?lang=en");
    page.fill("input[name=login]", login);
    page.fill("input[name=password]", "sample-" + login);
    page.click("main button");
    page.waitForLoadState();
    page.navigate(address() + path);
    return page;
  }

  private String address() {
    return round.server().address() + "/rounds/" + round.code() + "/responses/XAA";
  }

  /** Without a script a page may never tell that it has come to rest, so nobody waits for that. */
  private static void press(Page page, String button) {
    page.locator(button).first().press("Enter");
    page.waitForLoadState();
  }

  private void assertAccessible(Page page) {
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

  /** By the keyboard, which needs no rest either. */
  private static void check(Page page, String box) {
    page.locator(box).press("Space");
    assertThat(page.locator(box)).isChecked();
  }

  private static void open(Locator summary) {
    summary.focus();
    summary.press("Enter");
  }

  private void give(String question, String json) {
    round.caller("focal-xaa").put(round.answer("XAA", question), json, "If-None-Match", "*");
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void aSectionIsHandedOverMarkedCompleteAndAskedForAgain(boolean script) {
    round = TestRound.open(Server.sample(), code(), "XAA");
    Page page = as("focal-xaa", script, "");
    check(page, "form[action$='/delegations'] input[name=section][value=" + SECTION + "]");
    page.fill("#email", "contributor-xaa@infostate.example");
    press(page, "form[action$='/delegations'] button");
    assertThat(page.locator("#delegations + ul")).containsText("Carlo Contributor");

    page = as("contributor-xaa", script, "");
    assertThat(page.locator("tbody tr")).hasCount(1);
    press(page, "form[action$='/completion'] button");
    assertThat(page.locator(".problems").first()).containsText("Some required answers are missing");
    page.navigate(address() + "/" + SECTION);
    assertEquals(200, page.navigate(address() + "/" + SECTION).status());

    page = as("focal-xaa", script, "");
    press(page, "form[action$='/removal'] button");
    assertThat(page.locator("form[action$='/removal']")).hasCount(0);
    if (script) {
      assertAccessible(page);
    }
  }

  @Test
  void theReviewerAsksAndJudgesAndTheCountrySeesAndReplies() {
    round = TestRound.open(Server.sample(), code(), "XAA");
    give("unit_247_status", "{\"value\":\"operating\"}");
    assertEquals(200, round.submit("XAA").statusCode());

    Page page = as("reviewer", true, "/review/" + SECTION);
    open(page.locator("#unit_247_status details summary").first());
    page.fill("[id='m-unit_247_status']", "Is it staffed at night?");
    check(page, "#unit_247_status input[name=marked]");
    press(page, "#unit_247_status form[action$='/clarifications'] button");
    assertThat(page.locator("#unit_247_status")).containsText("Is it staffed at night?");
    page.navigate(address() + "/review/" + SECTION);
    open(page.locator("#unit_247_status details summary").last());
    check(page, "#unit_247_status input[name=verdict][value=evidence_missing]");
    page.fill("[id='w-unit_247_status']", "No roster of duty was attached.");
    press(page, "#unit_247_status form[action$='/verification'] button");
    assertThat(page.locator("#unit_247_status")).containsText("Evidence missing");
    assertAccessible(page);
    page.navigate(address());
    page.fill("#comment", "One question is marked.");
    press(page, "button[formaction$='/return']");

    page = as("focal-xaa", true, "");
    assertThat(page.locator("#clarifications + ul")).containsText("To be changed");
    page.navigate(address() + "/" + SECTION);
    assertThat(page.locator("#unit_247_status")).containsText("Is it staffed at night?");
    assertThat(page.locator("#unit_247_status")).containsText("Evidence missing");
    page.navigate(address() + "/review/" + SECTION);
    page.fill("#unit_247_status textarea[name=message]", "Since May it is.");
    press(page, "#unit_247_status form[action$='/messages'] button");
    assertThat(page.locator("#unit_247_status")).containsText("The country has replied");
    assertAccessible(page);
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void carriedAnswersAreConfirmedOneByOneAndBySection(boolean script) {
    round = TestRound.open(Server.sample(), code(), "XAA");
    give("unit_247_status", "{\"value\":\"operating\"}");
    give("unit_247_authority", "{\"value\":\"Police\"}");
    assertEquals(200, round.submit("XAA").statusCode());
    round.caller("reviewer").post(round.api() + "XAA/acceptance", "{}");
    round = TestRound.carry(Server.sample(), code(), "XAA");

    Page page = as("focal-xaa", script, "/" + SECTION);
    int waiting = page.locator("button[name=confirm]:not([value='*'])").count();
    assertTrue(waiting > 1, () -> "waiting: " + waiting);
    if (script) {
      assertAccessible(page);
    }
    press(page, "button[name=confirm][value=unit_247_status]");
    assertThat(page.locator("#unit_247_status")).containsText("From the last round: confirmed");
    assertThat(page.locator("button[name=confirm]:not([value='*'])")).hasCount(waiting - 1);
    press(page, "button[name=confirm][value='*']");
    assertThat(page.locator("button[name=confirm]")).hasCount(0);

    page = as("reviewer", script, "");
    assertThat(page.locator("#carried + p")).containsText("confirmed unchanged: " + waiting);
  }

  @Test
  void remindersArePlannedSeenBeforehandAndSent() {
    round = TestRound.open(Server.sample(), code(), "XAA", "XRU");
    Page page = as("planner", true, "");
    page.navigate(round.server().address() + "/rounds/" + round.code() + "/reminders");
    page.fill("#days", "14, 7");
    press(page, "form[action$='/reminders'] button");
    assertThat(page.locator("#days")).hasValue("14, 7");
    assertThat(page.locator("details.message")).hasCount(2);
    assertAccessible(page);
    press(page, "form[action$='/sending'] button");
    assertThat(page.locator("tbody tr")).hasCount(2);
    assertThat(page.locator("details.message")).hasCount(0);
    assertAccessible(page);

    page.navigate(round.server().address() + "/outbox?purpose=reminder&round=" + round.code());
    assertThat(page.locator("details.message")).hasCount(2);
    assertAccessible(page);
  }
}

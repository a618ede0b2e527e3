package org.infostate;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.FilePayload;
import com.microsoft.playwright.options.SelectOption;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * A planner on the way from an order to a ranking that can be defended, in a browser; no page on it
 * breaks a rule of axe or is wider than the window. Pictures are kept of each.
 */
class AssessmentBrowserIT {

  private static final String SAMPLE =
      "Capacity against cybercrime, Capacity survey " + SampleAssessment.round();
  private static final int PHONE = 360;

  /** Pictures of long lists end here: higher ones cost the browser its memory. */
  private static final int TALLEST = 3000;

  private static final double PATIENCE_MILLIS = 90_000;

  private static final String INDEX =
      """
      index: two-pillars
      version: 1
      name: Two pillars
      steps:
        - normalise: {method: min-max, from: 0, to: 100}
        - aggregate: {mean: arithmetic, minimum: 2/3}
        - rank
      elements:
        - {code: total, name: Total}
        - {code: law, parent: total, name: Law, source: {columns: "${law}"}}
        - {code: experts, parent: total, name: Experts, source: {columns: "${experts}"}}
      """;
  private static final String TABLE = "uCode,law,experts\nXAA,1,40\nXBB,0,10\nXCC,1,5\n";

  private static Playwright playwright;
  private static Browser browser;
  private static Page page;
  private static Page phone;
  private static String address;

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
    address = Server.sample().address();
    page = signedIn("en", 1280);
    phone = signedIn("ar", PHONE);
  }

  private static Page signedIn(String language, int width) {
    Page signedIn =
        browser
            .newContext(
                new Browser.NewContextOptions()
                    .setBypassCSP(true)
                    .setLocale("en")
                    .setViewportSize(width, 900))
            .newPage();
    signedIn.navigate(address + "/sign-in?lang=" + language);
    signedIn.fill("input[name=login]", "planner");
    signedIn.fill("input[name=password]", "sample-planner");
    signedIn.click("main button");
    signedIn.waitForLoadState();
    return signedIn;
  }

  @AfterAll
  static void closeTheBrowser() {
    playwright.close();
  }

  @Test
  void aPlannerOrdersAnAssessmentAndAsksHowSureItIs() {
    page.navigate(address + "/assessments");
    look("assessments");
    page.selectOption("#index", "capacity/1");
    page.selectOption("#round", SampleAssessment.round());
    page.selectOption("#values", "verified");
    page.fill("#name", "Seen in a browser");
    page.click("form[action='/assessments'] button");
    comes("main table caption");
    String assessment = page.url().replaceFirst("\\?.*", "");
    assertThat(page.locator("dl.facts").last()).containsText("the verified value");
    look("league");

    page.navigate(assessment + "/countries/XAA");
    assertThat(page.locator("#answers")).isVisible();
    page.locator("a[href='#answers-poc_status']").click();
    assertThat(page.locator("#answers-poc_status")).isVisible();
    look("country");

    page.navigate(assessment + "/uncertainty");
    page.fill("#replications", "500");
    page.fill("#sensitivity", "16");
    look("uncertainty-order");
    page.click("form[action$='/uncertainty'] button");
    assertThat(page.locator("h1")).containsText("How sure");
    comes("#pair");
    assertTrue(page.locator("main table tbody tr").count() > 10, page.url());
    look("uncertainty");
    page.navigate(assessment);
    assertThat(page.locator("main table thead").first()).containsText("5–95 %");
    look("league-with-intervals");

    page.navigate(assessment + "/groups?count=3");
    look("groups");
    page.navigate(assessment + "/diagnostics");
    look("diagnostics");

    page.navigate(assessment + "/what-if");
    page.fill("input[name='w.legislation']", "5");
    page.selectOption("#groups", "3");
    page.click("form[action$='/what-if'] button");
    assertThat(page.locator("[role=status]")).isVisible();
    assertThat(page.locator("form[method=post] button").last()).isVisible();
    look("what-if");

    page.navigate(assessment + "/comparison");
    String sample = page.locator("#with option:has-text('" + SAMPLE + "')").first().innerText();
    page.selectOption("#with", new SelectOption().setLabel(sample));
    page.locator("form[action$='/comparison'] button").click();
    assertThat(page.locator("main table").last()).isVisible();
    look("comparison");
    page.navigate(address + "/assessments");
    assertEquals(1, page.locator("main table a:text-is('Seen in a browser')").count());
  }

  @Test
  void thePagesOverYearsAndThoseOfOwnTablesAreWhole() {
    page.navigate(address + "/assessments");
    page.locator("main table tr:has-text('infostate') a").last().click();
    page.waitForLoadState();
    String assessment = page.url().replaceFirst("\\?.*", "");
    page.navigate(assessment + "/divide");
    look("divide");
    page.navigate(assessment + "/trends");
    look("trends");

    page.navigate(address + "/scorings");
    page.setInputFiles("#definition", upload("index.yaml", INDEX));
    page.setInputFiles("#data", upload("table.csv", TABLE));
    page.locator("button[value=page]").click();
    assertThat(page.locator("#league")).containsText("Total");
    assertThat(page.locator("main table tbody tr").first()).containsText("XAA");
    look("scorings");
  }

  private static FilePayload upload(String name, String text) {
    return new FilePayload(name, "text/plain", text.getBytes(StandardCharsets.UTF_8));
  }

  /** Waits for a page that loads itself again until its work is done. */
  private static void comes(String selector) {
    assertThat(page.locator(selector).first())
        .isVisible(new LocatorAssertions.IsVisibleOptions().setTimeout(PATIENCE_MILLIS));
  }

  /** Looks at the page as it stands, and, where it has an address, at it on a phone in Arabic. */
  private static void look(String name) {
    assertAccessible(name);
    picture(page, name + "-en");
    if (!page.url().endsWith("/scorings")) {
      phone.navigate(page.url());
      picture(phone, name + "-ar");
      assertEquals(
          PHONE,
          ((Number) phone.evaluate("document.documentElement.scrollWidth")).intValue(),
          name);
    }
  }

  private static void assertAccessible(String name) {
    String broken =
        new AxeBuilder(page)
                .withTags(List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"))
                .analyze()
                .getViolations()
                .stream()
                .map(rule -> rule.getId() + ": " + rule.getNodes().get(0).getTarget())
                .collect(Collectors.joining("\n"));
    assertEquals("", broken, name + " " + page.url());
  }

  private static void picture(Page shown, String name) {
    String folder = System.getProperty("test.screenshots");
    if (folder != null) {
      double height = ((Number) shown.evaluate("document.body.scrollHeight")).doubleValue();
      shown.screenshot(
          new Page.ScreenshotOptions()
              .setPath(Path.of(folder, "assessment-" + name + ".png"))
              .setFullPage(true)
              .setClip(0, 0, shown.viewportSize().width, Math.min(height, TALLEST)));
    }
  }
}

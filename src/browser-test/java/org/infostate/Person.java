package org.infostate;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.infostate.text.Language;

/**
 * Somebody at a screen: a browser of its own, in a language. Every page that is looked at is left
 * as a picture and searched for what WCAG 2.2 AA forbids. Elements are found by what they are, not
 * by their words, so that the same walk can be taken in any language.
 */
final class Person implements AutoCloseable {

  private static final Path PICTURES = Path.of(System.getProperty("test.screenshots", "target"));

  /** How many pictures there are in each language, so that they stand in the order of the way. */
  private static final Map<Language, Integer> PICTURE = new EnumMap<>(Language.class);

  private static final List<String> RULES =
      List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa");

  private static final double PATIENCE_MILLIS = 90_000;

  private static Browser browser;

  private final Server server;
  private final Language language;
  private final BrowserContext context;
  private final Page page;
  private final List<String> faults = new ArrayList<>();

  private Person(Server server, Language language, boolean script) {
    this.server = server;
    this.language = language;
    this.context =
        browser()
            .newContext(
                new Browser.NewContextOptions()
                    .setLocale(language.tag())
                    .setJavaScriptEnabled(script)
                    .setViewportSize(1280, 900));
    context.setDefaultTimeout(PATIENCE_MILLIS);
    this.page = context.newPage();
    page.onConsoleMessage(
        message -> {
          // What the server refuses, the browser reports too; the tests look at that themselves.
          if (message.type().equals("error") && !message.text().startsWith("Failed to load")) {
            faults.add(page.url() + " says on the console: " + message.text());
          }
        });
    page.onResponse(
        response -> {
          if (response.status() >= 500) {
            faults.add(response.url() + " answers " + response.status());
          }
        });
  }

  /** Debian's browser; that of Playwright is never downloaded. */
  private static synchronized Browser browser() {
    if (browser == null) {
      browser =
          Playwright.create(
                  new Playwright.CreateOptions()
                      .setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")))
              .chromium()
              .launch(
                  new BrowserType.LaunchOptions()
                      .setExecutablePath(Path.of("/usr/bin/chromium"))
                      .setChromiumSandbox(false)
                      .setArgs(List.of("--disable-gpu", "--disable-background-networking")));
    }
    return browser;
  }

  static Person nobody(Server server, Language language) {
    return new Person(server, language, true);
  }

  /** One of the sample accounts, signed in. */
  static Person signedIn(Server server, String login, Language language) {
    return nobody(server, language).signIn(login);
  }

  /** The same in a browser that runs no scripts. */
  static Person withoutScripts(Server server, String login, Language language) {
    return new Person(server, language, false).signIn(login);
  }

  private Person signIn(String login) {
    go("/sign-in?lang=" + language.tag());
    page.fill("input[name=login]", login);
    page.fill("input[name=password]", "sample-" + login);
    click("main form button");
    return this;
  }

  Page page() {
    return page;
  }

  void go(String path) {
    page.navigate(server.address() + path);
  }

  /** Clicks the one thing there, and waits for the page that it leads to. */
  void click(String what) {
    page.locator(what).first().click();
    page.waitForLoadState();
  }

  Locator see(String what) {
    return page.locator(what);
  }

  String text() {
    return page.locator("main").innerText();
  }

  Path save(String link) {
    Download download = page.waitForDownload(() -> page.locator(link).first().click());
    return download.path();
  }

  /** Leaves a picture of the page and remembers what is wrong with it. */
  void look(String name) {
    String file =
        "%s-%02d-%s.png".formatted(language.tag(), PICTURE.merge(language, 1, Integer::sum), name);
    try {
      Files.createDirectories(PICTURES);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    page.screenshot(new Page.ScreenshotOptions().setPath(PICTURES.resolve(file)).setFullPage(true));
    String direction = language.rightToLeft() ? "rtl" : "ltr";
    if (!direction.equals(page.locator("html").getAttribute("dir"))) {
      faults.add(page.url() + " is not written " + direction);
    }
    new AxeBuilder(page)
        .withTags(RULES)
        .analyze()
        .getViolations()
        .forEach(
            violation ->
                faults.add(
                    page.url()
                        + ": "
                        + violation.getId()
                        + " at "
                        + violation.getNodes().get(0).getTarget()));
  }

  /** What was wrong with the pages so far. */
  List<String> faults() {
    return faults;
  }

  @Override
  public void close() {
    context.close();
  }
}

package org.infostate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.infostate.text.Language;
import org.infostate.text.Texts;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/**
 * The profile of a country as a document.
 *
 * <ol>
 *   <li>In every language it shows the numbers of the API, says what it rests on and who may read
 *       it, and has a title and a language.
 *   <li>A country of which nothing is known has a document, too.
 *   <li>What people wrote stays text, and nothing that it names is fetched.
 *   <li>Many who ask at once all get their document, or are told to come again.
 *   <li>Who may not read the page may not read the document.
 * </ol>
 */
class CountryProfilePdfIT {

  private static final int MANY = 24;

  private static Caller planner;
  private static String countries;

  @BeforeAll
  static void find() {
    planner = Caller.of(Server.sample(), "planner");
    countries = "/assessments/" + SampleAssessment.number(planner) + "/countries/";
  }

  private static Map<?, ?> profile(String iso3, Language language) {
    String body =
        planner.get("/api/v1" + countries + iso3 + "/profile?lang=" + language.tag()).body();
    return (Map<?, ?>) new Load(LoadSettings.builder().build()).loadFromString(body);
  }

  private static PDDocument document(String address) throws IOException {
    HttpResponse<byte[]> reply = planner.download(address);
    String said = new String(reply.body(), StandardCharsets.UTF_8);
    assertEquals(200, reply.statusCode(), said);
    assertEquals("application/pdf", reply.headers().firstValue("Content-Type").orElse(""));
    assertEquals("private, no-store", reply.headers().firstValue("Cache-Control").orElse(""));
    return Loader.loadPDF(reply.body());
  }

  /** Its lines, with single blanks. */
  private static String text(PDDocument document) throws IOException {
    PDFTextStripper stripper = new PDFTextStripper();
    stripper.setSortByPosition(true);
    return stripper.getText(document).replaceAll("[ \u00a0\u202f]+", " ");
  }

  private static String shown(Object number, Texts texts) {
    return number == null ? "–" : texts.fixed(((Number) number).doubleValue(), 1);
  }

  /** Whether the cells stand side by side, from left to right or from right to left. */
  private static boolean holds(String text, List<String> cells) {
    List<String> back = new ArrayList<>(cells);
    Collections.reverse(back);
    return text.contains(String.join(" ", cells)) || text.contains(String.join(" ", back));
  }

  @ParameterizedTest
  @EnumSource(Language.class)
  void itShowsTheNumbersOfTheApiInEveryLanguage(Language language) throws IOException {
    Texts texts = Texts.in(language);
    Map<?, ?> profile = profile("XRU", language);
    String name = (String) profile.get("name");
    String address = "/api/v1" + countries + "XRU/profile.pdf?lang=" + language.tag();
    try (PDDocument document = document(address)) {
      String text = text(document);
      for (Object element : (List<?>) profile.get("elements")) {
        Map<?, ?> row = (Map<?, ?>) element;
        List<String> cells =
            List.of(
                shown(row.get("score"), texts),
                shown(row.get("infoStateMedian"), texts),
                shown(row.get("median"), texts));
        assertTrue(holds(text, cells), row + " as " + cells + " in " + text);
        cells = List.of(shown(row.get("lastRound"), texts), shown(row.get("score"), texts));
        assertTrue(holds(text, cells), row + " as " + cells + " in " + text);
      }
      assertTrue(text.contains(name), text);
      assertTrue(text.contains((String) profile.get("method")), text);
      // On every page, and once among the facts.
      String stamp = texts.text("reporting.fact.confidentiality");
      assertEquals(
          document.getNumberOfPages() + 1, text.split(Pattern.quote(stamp), -1).length - 1);
      assertFalse(text.contains("[profile.") || text.contains("\ufffd"), text);
      assertEquals(language.tag(), document.getDocumentCatalog().getLanguage());
      assertTrue(document.getDocumentInformation().getTitle().contains(name));
      assertTrue(document.getDocumentCatalog().getMarkInfo().isMarked());
    }
  }

  @Test
  void aCountryOfWhichNothingIsKnownHasADocumentToo() throws IOException {
    String silent =
        Arrays.stream(
                planner
                    .get(
                        "/api/v1" + countries.replace("/countries/", "/clusters"),
                        "Accept",
                        "text/csv")
                    .body()
                    .split("\r?\n"))
            .filter(line -> line.endsWith(",none"))
            .map(line -> line.split(",")[0])
            .findFirst()
            .orElseThrow();
    try (PDDocument document = document(countries + silent + "/profile.pdf?lang=en")) {
      String text = text(document);
      assertTrue(text.contains("There are no scores of this country"), text);
      assertFalse(text.contains(" 0.0"), text);
    }
  }

  @Test
  void whatPeopleWroteStaysText() throws IOException {
    String title = "<img src=http://localhost:9/a.png> <b>خطة</b> \u202e &amp; 𠀀 ";
    String body =
        "{\"title\":\"%s\",\"assessment\":%s,\"budgets\":[900000]}"
            .formatted(title + "w".repeat(120), countries.replaceAll("\\D", ""));
    String plan =
        planner.post("/api/v1/plans", body).body().replaceFirst(".*\"id\":(\\d+).*", "$1");
    for (int i = 0;
        i < 100 && planner.get("/api/v1/plans/" + plan).body().contains("\"composing\"");
        i++) {
      pause();
    }
    for (Language language : Language.values()) {
      String address = countries + "XRU/profile.pdf?lang=" + language.tag();
      try (PDDocument document = document(address)) {
        String text = text(document);
        assertTrue(text.contains("img src=http://localhost:9/a.png"), text);
      }
    }
  }

  @Test
  void manyAtOnceAllGetTheirDocument() {
    List<HttpResponse<byte[]>> replies =
        IntStream.range(0, MANY)
            .parallel()
            .mapToObj(
                i ->
                    Caller.of(Server.sample(), "planner")
                        .download(
                            countries
                                + "XRU/profile.pdf?lang="
                                + Language.values()[i % Language.values().length].tag()))
            .toList();
    Map<Integer, Long> statuses =
        replies.stream()
            .collect(Collectors.groupingBy(HttpResponse::statusCode, Collectors.counting()));
    assertTrue(statuses.getOrDefault(200, 0L) > 0, statuses.toString());
    for (HttpResponse<byte[]> reply : replies) {
      String said = new String(reply.body(), StandardCharsets.ISO_8859_1);
      assertTrue(
          reply.statusCode() == 200
              ? said.startsWith("%PDF-")
              : reply.statusCode() == 503 && said.contains("1818"),
          reply.statusCode() + " " + said);
    }
    assertEquals(200, planner.download(countries + "XRU/profile.pdf?lang=zh").statusCode());
  }

  @Test
  void onlyPlannersAndReviewersReadIt() {
    for (String area : List.of("", "/api/v1")) {
      String address = area + countries + "XRU/profile.pdf";
      assertEquals(200, Caller.of(Server.sample(), "reviewer").download(address).statusCode());
      for (String login : List.of("focal-xaa", "focal-xru", "contributor-xaa", "researcher")) {
        assertEquals(
            403, Caller.of(Server.sample(), login).get(address).statusCode(), login + area);
      }
      assertEquals(404, planner.get(area + countries + "XZZ/profile.pdf").statusCode());
      assertEquals(404, planner.get(address + "?year=1900").statusCode());
    }
  }

  @Test
  void itIsFoundFromThePages() {
    String link = "href=\"" + countries + "XRU/profile.pdf\"";
    for (String page : List.of("XRU?lang=en", "XRU/profile?lang=en")) {
      String body = planner.get(countries + page).body();
      assertTrue(body.contains(link), body);
    }
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

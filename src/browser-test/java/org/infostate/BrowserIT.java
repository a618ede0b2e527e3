package org.infostate;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.util.CellReference;
import org.apache.poi.xssf.usermodel.XSSFDrawing;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.infostate.questionnaire.Form;
import org.infostate.questionnaire.Question;
import org.infostate.questionnaire.QuestionType;
import org.infostate.questionnaire.ReadForm;
import org.infostate.text.Language;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * The whole way in a browser, from a round to a ranked country, as the three people who walk it: a
 * planner opens a round, a focal point answers (as the answers come to mind, without scripts, in
 * Excel) and submits, a reviewer returns and accepts, the planner imports statistics, scores and
 * ranks, and anybody reads the result. In English, and once more written from right to left.
 */
class BrowserIT {

  private static final List<String> QUESTIONNAIRES =
      List.of("legislation", "units", "training", "equipment");
  private static final Pattern FIELD = Pattern.compile("#(\\w+)$");
  private static final String MISSING = "main details li a[href*='#'], .problems li a[href*='#']";
  private static final String XLSX =
      "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

  private final Server server = Server.sample();
  private final List<String> faults = new ArrayList<>();

  @ParameterizedTest
  @EnumSource(names = {"EN", "AR"})
  void fromARoundToARankedCountry(Language language) throws IOException {
    String round = "walk-" + language.tag();
    String response = "/rounds/" + round + "/responses/XAA";
    planARound(language, round);
    answer(language, round, response);
    review(language, response, false);
    submitAgain(language, response);
    review(language, response, true);
    importStatistics(language);
    assess(language, round);
    readAsAnybody(language, round);
    assertEquals(List.of(), faults);
  }

  private void end(Person person) {
    faults.addAll(person.faults());
    person.close();
  }

  private void planARound(Language language, String round) {
    Person planner = Person.signedIn(server, "planner", language);
    planner.go("/questionnaires");
    planner.look("questionnaires");
    planner.go("/rounds/new");
    Page page = planner.page();
    page.fill("#title", "Walk " + language.tag());
    page.fill("#code", round);
    page.fill("#deadline", LocalDate.now(ZoneOffset.UTC).plusDays(30).toString());
    page.locator("input[name=versions]")
        .all()
        .forEach(
            version ->
                version.setChecked(
                    List.of("legislation/1", "units/1", "training/1", "equipment/1")
                        .contains(version.inputValue())));
    page.selectOption("select[name=countries]", new String[] {"XAA", "XRU"});
    planner.look("round-planned");
    planner.click("form[action='/rounds/new'] button");
    planner.click("form[action$='/opening'] button");
    planner.look("round-open");
    planner.go("/outbox");
    planner.look("outbox");
    String invitation = "/rounds/" + round + "/responses/XAA";
    assertTrue(planner.page().content().contains(invitation), planner.page().content());
    end(planner);
  }

  private void answer(Language language, String round, String response) throws IOException {
    Person focalPoint = Person.signedIn(server, "focal-xaa", language);
    focalPoint.go("/rounds");
    focalPoint.click("a[href^='/rounds/" + round + "']");
    focalPoint.go(response);
    focalPoint.look("overview");
    answerOneByOne(focalPoint, response);
    answerWithoutScripts(language, response);
    answerInExcel(focalPoint, language, response);
    answerByProgram(response);
    submit(focalPoint, response);
    end(focalPoint);
  }

  private void answerOneByOne(Person focalPoint, String response) {
    focalPoint.go(response + "/unit_contact_point");
    Page page = focalPoint.page();
    assertThat(focalPoint.see("#unit_247_authority")).isHidden();
    page.locator("#unit_247_status input[value=operating]").check();
    assertThat(focalPoint.see("#unit_247_status .state[data-state=saved]")).isVisible();
    assertThat(focalPoint.see("#unit_247_authority")).isVisible();
    page.fill("[name='a.unit_247_since']", "1066");
    page.locator("[name='a.unit_247_since']").blur();
    assertThat(focalPoint.see("#unit_247_since .state[data-state=wrong]")).isVisible();
    page.fill("[name='a.unit_247_since']", "2010");
    page.locator("[name='a.unit_247_since']").blur();
    assertThat(focalPoint.see("#unit_247_since .state[data-state=saved]")).isVisible();
    focalPoint.look("section");
    page.reload();
    assertThat(focalPoint.see("#unit_247_status input[value=operating]")).isChecked();
    assertThat(focalPoint.see("[name='a.unit_247_since']")).hasValue("2010");
  }

  private void answerWithoutScripts(Language language, String response) {
    Person focalPoint = Person.withoutScripts(server, "focal-xaa", language);
    focalPoint.go(response + "/unit_contact_point");
    focalPoint.page().fill("[name='a.unit_247_authority']", "Arcadian Police");
    focalPoint.click("#section .actions button.second");
    assertThat(focalPoint.see("[name='a.unit_247_authority']")).hasValue("Arcadian Police");
    end(focalPoint);
  }

  private void answerInExcel(Person focalPoint, Language language, String response)
      throws IOException {
    focalPoint.go(response);
    Path workbook = focalPoint.save("a[href='" + response + "/workbook']");
    byte[] filled = filledIn(workbook, "unit_247_authority", "Arcadian Federal Police");
    focalPoint.page().setInputFiles("#file", new FilePayload("arcadia.xlsx", XLSX, filled));
    focalPoint.click("form[method=post][action$='/workbook'] button");
    assertTrue(focalPoint.text().contains("Arcadian Federal Police"), focalPoint.text());
    focalPoint.look("dry-run");
    focalPoint.click("form[action$='/workbook/confirmation'] button");
    focalPoint.go(response + "/unit_contact_point?lang=" + language.tag());
    assertThat(focalPoint.see("[name='a.unit_247_authority']")).hasValue("Arcadian Federal Police");
  }

  /** The workbook with this in the cell of the answer, which bears its name. */
  private static byte[] filledIn(Path file, String question, String answer) throws IOException {
    try (InputStream in = Files.newInputStream(file);
        XSSFWorkbook workbook = new XSSFWorkbook(in)) {
      CellReference cell =
          new CellReference(workbook.getName("a_" + question).getRefersToFormula());
      workbook
          .getSheet(cell.getSheetName())
          .getRow(cell.getRow())
          .getCell(cell.getCol())
          .setCellValue(answer);
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      workbook.write(out);
      return out.toByteArray();
    }
  }

  /** Enough for a score: the first choice wherever there is one and the question is asked. */
  private void answerByProgram(String response) {
    Caller program = Caller.of(server, "focal-xaa");
    for (String code : QUESTIONNAIRES) {
      Form form = ReadForm.shipped(code);
      for (Question question : form.questions().values()) {
        if (question.type().select() && form.rosterOf(question.name()).isEmpty()) {
          String first = '"' + form.choices(question).get(0).name() + '"';
          boolean several = question.type() == QuestionType.SELECT_MULTIPLE;
          program.put(
              "/api/v1" + response + "/answers/" + question.name(),
              "{\"value\":" + (several ? "[" + first + "]" : first) + "}",
              "If-None-Match",
              "*");
        }
      }
    }
  }

  /** Submits; where required answers are missing, says of each that it is not available. */
  private void submit(Person focalPoint, String response) {
    Caller program = Caller.of(server, "focal-xaa");
    focalPoint.go(response);
    focalPoint.click("form[action$='/submission'] button");
    assertThat(focalPoint.see(".problems").first()).isVisible();
    focalPoint.look("not-yet-submitted");
    for (int pass = 0; pass < 8 && focalPoint.see(MISSING).count() > 0; pass++) {
      for (String question : missing(focalPoint)) {
        program.put(
            "/api/v1" + response + "/answers/" + question,
            "{\"status\":\"not_available\"}",
            "If-None-Match",
            "*");
      }
      focalPoint.go(response);
    }
    focalPoint.click("form[action$='/submission'] button");
    assertEquals(0, focalPoint.see("form[action$='/submission']").count(), "it is submitted");
    focalPoint.look("submitted");
  }

  private static List<String> missing(Person focalPoint) {
    return focalPoint.see(MISSING).all().stream()
        .map(link -> FIELD.matcher(link.getAttribute("href")))
        .filter(Matcher::find)
        .map(field -> field.group(1))
        .distinct()
        .toList();
  }

  private void review(Language language, String response, boolean accept) {
    Person reviewer = Person.signedIn(server, "reviewer", language);
    reviewer.go(response + "/unit_contact_point");
    assertThat(reviewer.see("[name='a.unit_247_since']")).hasValue("2010");
    reviewer.go(response);
    reviewer.page().fill("#comment", accept ? "Thank you." : "Please check the year.");
    reviewer.look("review");
    reviewer.click("button[formaction$='" + (accept ? "/acceptance" : "/return") + "']");
    end(reviewer);
  }

  private void submitAgain(Language language, String response) {
    Person focalPoint = Person.signedIn(server, "focal-xaa", language);
    focalPoint.go(response);
    assertThat(focalPoint.see(".problems .letter").first()).containsText("Please check the year.");
    focalPoint.look("returned");
    focalPoint.click("form[action$='/submission'] button");
    end(focalPoint);
  }

  private void importStatistics(Language language) {
    Person planner = Person.signedIn(server, "planner", language);
    planner.go("/statistics");
    byte[] file = worldBankFile(language).getBytes(StandardCharsets.UTF_8);
    planner
        .page()
        .setInputFiles("#file", new FilePayload("API_SP.POP.TOTL_DS2.csv", "text/csv", file));
    planner.click("form[action='/statistics'] button");
    assertTrue(planner.text().contains("Atlantis"), planner.text());
    planner.look("import");
    planner.go("/statistics");
    planner.look("statistics");
    end(planner);
  }

  /** As the World Bank writes it, with a row of which nobody knows the country. */
  private static String worldBankFile(Language language) {
    return """
        "Data Source","World Development Indicators",

        "Last Updated Date","2019-10-0%d",

        "Country Name","Country Code","Indicator Name","Indicator Code","2017","2018",
        "Aruba","ABW","Population, total","SP.POP.TOTL","105366","105845",
        "Atlantis","ATL","Population, total","SP.POP.TOTL","7","8",
        """
        .formatted(language.ordinal() + 1);
  }

  private void assess(Language language, String round) throws IOException {
    Person planner = Person.signedIn(server, "planner", language);
    String infoStates = run(planner, "infostate", "", "invented");
    planner.look("info-states");
    assertThat(planner.see("tbody tr").first()).isVisible();
    String assessment = run(planner, "capacity", round, "");
    planner.look("assessment");
    assertThat(planner.see("a[href*='" + assessment + "/countries/XAA']").first()).isVisible();
    byte[] workbook = Files.readAllBytes(planner.save("a[href^='" + assessment + "/workbook']"));
    try (XSSFWorkbook ranking = new XSSFWorkbook(new java.io.ByteArrayInputStream(workbook))) {
      long charts = 0;
      for (Sheet sheet : ranking) {
        XSSFDrawing drawing = ((XSSFSheet) sheet).getDrawingPatriarch();
        charts += drawing == null ? 0 : drawing.getCharts().size();
      }
      assertEquals(1, charts);
    }
    planner.go(assessment + "/countries/XAA");
    planner.look("country");
    assertEquals(
        200,
        planner
            .page()
            .request()
            .get(server.address() + "/api/v1" + assessment + "/charts/radar.png?country=XAA")
            .status());
    planner.go("/planning?assessment=" + assessment.replaceAll("\\D", ""));
    planner.look("priorities");
    assertThat(planner.see("tbody tr").first()).isVisible();
    assertTrue(infoStates.compareTo(assessment) != 0);
    end(planner);
  }

  /** Orders a run and waits for it; returns its address. */
  private static String run(Person planner, String index, String round, String population) {
    planner.go("/assessments");
    Page page = planner.page();
    String version =
        page.locator("#index option[value^='" + index + "']").first().getAttribute("value");
    page.selectOption("#index", version);
    page.selectOption("#round", round);
    page.selectOption("#population", population);
    planner.click("form[action='/assessments'] button");
    page.waitForCondition(
        () -> {
          if (planner.see("a[href*='/workbook']").count() == 0) {
            page.reload();
          }
          return planner.see("a[href*='/workbook']").count() > 0;
        });
    return java.net.URI.create(page.url()).getPath();
  }

  private void readAsAnybody(Language language, String round) throws IOException {
    Person anybody = Person.nobody(server, language);
    anybody.go("/?lang=" + language.tag());
    anybody.look("start");
    anybody.go("/countries");
    anybody.look("countries");
    anybody.go("/countries/XAA?round=" + round);
    assertTrue(anybody.text().contains("Arcadian Federal Police"), anybody.text());
    anybody.look("profile");
    anybody.go("/data");
    anybody.look("data");
    Path csv = anybody.save("a[href*='.csv']");
    assertTrue(Files.size(csv) > 100, "the dataset");
    end(anybody);
  }
}

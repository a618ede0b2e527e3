package org.infostate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.http.HttpResponse;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.poi.ss.util.CellRangeAddress;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Workbooks that were filled in and come back, over the API and over the pages.
 *
 * <ol>
 *   <li>A dry run lists what would change and stores nothing; what is confirmed is stored whole.
 *   <li>What is wrong is refused with its own number, sheet and cell, and nothing beside it stored.
 *   <li>Newer answers online are conflicts, decided one by one.
 *   <li>Parts that several people filled in are put together.
 *   <li>A carried answer that is marked as still correct is confirmed.
 * </ol>
 */
class WorkbooksIT {

  private static final AtomicInteger ROUNDS = new AtomicInteger();
  private static final Pattern HIDDEN =
      Pattern.compile("type=\"hidden\" name=\"(\\w+)\" value=\"([^\"]*)\"");

  private TestRound round;
  private Caller focalPoint;

  @BeforeEach
  void openARound() {
    round = TestRound.open(Server.sample(), "book-" + ROUNDS.incrementAndGet(), "XAA", "XRU");
    focalPoint = round.caller("focal-xaa");
  }

  private String workbook() {
    return round.api() + "XAA/workbook";
  }

  private String page() {
    return "/rounds/" + round.code() + "/responses/XAA/workbook";
  }

  private byte[] download(String query) {
    HttpResponse<byte[]> reply = focalPoint.download(workbook() + query);
    assertEquals(200, reply.statusCode());
    return reply.body();
  }

  private byte[] filled(Consumer<FilledWorkbook> deed) {
    return FilledWorkbook.of(download("?lang=en"), deed);
  }

  private static byte[] operating(byte[] workbook) {
    return FilledWorkbook.of(
        workbook,
        it -> {
          it.answer("unit_247_status", "Yes, in operation");
          it.answer("unit_247_tested", "Yes");
        });
  }

  private HttpResponse<String> upload(byte[] content, String query) {
    return focalPoint.upload(workbook() + query, FilledWorkbook.XLSX, content);
  }

  private String stored(String question) {
    return focalPoint.get(round.answer("XAA", question)).body();
  }

  private String answers() {
    return focalPoint.get(round.api() + "XAA/answers").body();
  }

  private void answerOnline(String question, String value, int revision) {
    String[] header =
        revision == 0
            ? new String[] {"If-None-Match", "*"}
            : new String[] {"If-Match", "\"" + revision + "\""};
    HttpResponse<String> reply =
        focalPoint.put(round.answer("XAA", question), "{\"value\":\"" + value + "\"}", header);
    assertEquals(200, reply.statusCode(), reply.body());
  }

  // Taking

  @ParameterizedTest
  @ValueSource(strings = {"ar", "zh", "en", "fr", "ru", "es"})
  void aWorkbookOfEveryLanguageIsTriedAndThenTaken(String language) {
    byte[] filled =
        FilledWorkbook.of(
            download("?lang=" + language),
            it -> {
              it.answer("unit_247_status", "operating").answer("unit_247_authority", "Police");
              it.cell("unit_247_hours_week", "answer").setCellValue(168);
              it.cell("unit_247_hours_week", "comment").setCellValue("Every hour.");
              it.cell("unit_247_women", "status").setCellValue("not_available");
              it.answer("unit_investigation", "operating");
              it.cell("unit_roster.+1", "unit_name").setCellValue("High-tech crime unit");
              it.cell("unit_roster.+1", "unit_women").setCellValue("[unknown]");
            });

    HttpResponse<String> tried = upload(filled, "?dryRun=true");
    assertEquals(200, tried.statusCode(), tried.body());
    assertTrue(tried.body().contains("\"stored\":false"), tried.body());
    assertTrue(tried.body().contains("\"newRows\":1"), tried.body());
    assertEquals("[]", answers());

    HttpResponse<String> taken = upload(filled, "");
    assertEquals(200, taken.statusCode(), taken.body());
    assertTrue(stored("unit_247_hours_week").contains("\"value\":\"168\""));
    assertTrue(stored("unit_247_hours_week").contains("Every hour."));
    assertTrue(stored("unit_247_women").contains("not_available"));
    assertTrue(answers().contains("High-tech crime unit"));
    HttpResponse<String> again = upload(filled, "");
    assertTrue(again.body().contains("\"newRows\":0"), again.body());
    assertTrue(again.body().contains("\"added\":[]"), again.body());
  }

  @Test
  void onThePagesATrialIsConfirmedAsItWasSeen() {
    byte[] filled = filled(it -> it.answer("unit_247_status", "Planned"));

    HttpResponse<String> tried =
        focalPoint.uploadForm("POST", page(), Map.of("ministry.xlsx", filled));
    assertEquals(200, tried.statusCode(), tried.body());
    assertTrue(tried.body().contains("ministry.xlsx"));
    assertTrue(tried.body().contains("Planned"));
    assertEquals("[]", answers());

    Map<String, String> fields = hidden(tried.body());
    answerOnline("unit_247_authority", "Police", 0);
    assertEquals(303, confirm(fields).statusCode(), "another answer does no harm");
    assertTrue(stored("unit_247_status").contains("planned"));

    HttpResponse<String> late = confirm(fields);
    assertEquals(422, late.statusCode());
    assertTrue(late.body().contains("1517"), "it is not what was seen");
    fields.put("upload", "99999999");
    assertEquals(410, confirm(fields).statusCode());
  }

  private static Map<String, String> hidden(String html) {
    Map<String, String> fields = new LinkedHashMap<>();
    Matcher matcher = HIDDEN.matcher(html);
    while (matcher.find()) {
      fields.put(matcher.group(1), matcher.group(2));
    }
    return fields;
  }

  private HttpResponse<String> confirm(Map<String, String> fields) {
    String[] pairs =
        fields.entrySet().stream()
            .flatMap(each -> java.util.stream.Stream.of(each.getKey(), each.getValue()))
            .toArray(String[]::new);
    return focalPoint.submit(page() + "/confirmation", pairs);
  }

  // Refusing

  /** What people do to cells, and the number that says so. */
  enum Cells {
    FORMULA(1508, "unit_247_hours_week", cell -> cell.setCellFormula("100+68")),
    TEXT_FOR_A_NUMBER(1401, "unit_247_hours_week", cell -> cell.setCellValue("round the clock")),
    DATE_FOR_A_NUMBER(1531, "unit_247_hours_week", Cells::asDate),
    CHOICE_THAT_IS_NONE(1533, "unit_247_form", cell -> cell.setCellValue("Sometimes")),
    AGAINST_THE_CONSTRAINT(1405, "unit_247_hours_week", cell -> cell.setCellValue(169)),
    MERGED(1516, "unit_247_authority", Cells::merge);

    private final int number;
    private final String question;
    private final Consumer<org.apache.poi.ss.usermodel.Cell> does;

    Cells(int number, String question, Consumer<org.apache.poi.ss.usermodel.Cell> does) {
      this.number = number;
      this.question = question;
      this.does = does;
    }

    private static void asDate(org.apache.poi.ss.usermodel.Cell cell) {
      var style = cell.getSheet().getWorkbook().createCellStyle();
      style.setDataFormat((short) 14);
      cell.setCellStyle(style);
      cell.setCellValue(45_000);
    }

    private static void merge(org.apache.poi.ss.usermodel.Cell cell) {
      int row = cell.getRowIndex();
      int column = cell.getColumnIndex();
      cell.getSheet().addMergedRegion(new CellRangeAddress(row, row, column, column + 1));
    }
  }

  @ParameterizedTest
  @EnumSource
  void aCellThatCanNotBeTakenIsNamedAndNothingIsStored(Cells cells) {
    String[] place = new String[2];
    byte[] wrong =
        FilledWorkbook.of(
            operating(download("?lang=en")),
            it -> {
              var cell = it.cell(cells.question, "answer");
              place[0] = cell.getSheet().getSheetName();
              place[1] = cell.getAddress().formatAsString();
              cells.does.accept(cell);
            });

    HttpResponse<String> tried = upload(wrong, "?dryRun=true");
    assertEquals(200, tried.statusCode(), tried.body());
    assertPlace(tried.body(), cells.number, place);
    HttpResponse<String> refused = upload(wrong, "");
    assertEquals(422, refused.statusCode(), refused.body());
    assertPlace(refused.body(), cells.number, place);
    assertEquals("[]", answers());

    HttpResponse<String> shown = focalPoint.uploadForm("POST", page(), Map.of("a.xlsx", wrong));
    assertEquals(422, shown.statusCode());
    assertTrue(shown.body().contains("(" + cells.number + ")"), shown.body());
    assertTrue(shown.body().contains(place[1]), shown.body());
  }

  private static void assertPlace(String json, int number, String[] place) {
    assertTrue(json.contains("\"number\":" + number), json);
    assertTrue(json.contains("\"sheet\":\"" + place[0] + "\""), json);
    assertTrue(json.contains("\"cell\":\"" + place[1] + "\""), json);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "03/04/2024",
        "29.02.2024",
        "29 février 2024",
        "٢٩/٠٢/٢٠٢٤",
        "29 февраля 2024 г.",
        "30 de marzo",
        "last spring"
      })
  void aDateAsTextIsRefusedInWhateverLocaleItIsWritten(String text) {
    HttpResponse<String> reply = upload(tested(text), "");

    assertEquals(1530, Caller.problem(reply), reply.body());
    assertTrue(reply.body().contains("\"cell\":\"D"), reply.body());
    assertEquals("[]", answers());
  }

  @ParameterizedTest
  @ValueSource(strings = {"2024-02-29", "٢٠٢٤-٠٢-٢٩", "2024年2月29日"})
  void aDateAsTextIsTakenWhereItIsYearMonthDay(String text) {
    HttpResponse<String> reply = upload(tested(text), "");

    assertEquals(200, reply.statusCode(), reply.body());
    assertTrue(stored("unit_247_last_test").contains("2024-02-29"));
  }

  private byte[] tested(String date) {
    return FilledWorkbook.of(
        operating(download("?lang=en")), it -> it.answer("unit_247_last_test", date));
  }

  @Test
  void theWorkbookOfAnotherCountryIsRefused() {
    byte[] other = round.caller("focal-xru").download(round.api() + "XRU/workbook?lang=en").body();
    assertEquals(1504, Caller.problem(upload(other, "")));
  }

  @Test
  void theWorkbookOfAnotherRoundIsRefused() {
    byte[] old = operating(download("?lang=en"));
    openARound();
    HttpResponse<String> refused = upload(old, "");
    assertEquals(1504, Caller.problem(refused), refused.body());
    assertEquals("[]", answers());
  }

  @Test
  void theWorkbookOfAnOlderVersionIsRefused() {
    TestRound first = published("1");
    byte[] old = round.caller("focal-xaa").download(first.api() + "XAA/workbook").body();
    TestRound second = published("2");
    HttpResponse<String> refused =
        focalPoint.upload(second.api() + "XAA/workbook", FilledWorkbook.XLSX, old);
    assertEquals(1505, Caller.problem(refused), refused.body());
  }

  private TestRound published(String version) {
    Caller planner = round.caller("planner");
    HttpResponse<String> drafted =
        planner.send(
            "POST",
            "/api/v1/questionnaires",
            "application/yaml",
            """
            questionnaire: tower
            version: "%s"
            language: en
            title: The tower
            survey:
              - type: group
                name: tower_stairs
                label: The stairs
                questions:
                  - {type: integer, name: tower_steps, label: Steps}
            """
                .formatted(version));
    assertEquals(201, drafted.statusCode(), drafted.body());
    HttpResponse<String> published =
        planner.post(
            "/api/v1/questionnaires/tower/" + version + "/publication",
            null,
            "If-Match",
            drafted.headers().firstValue("ETag").orElseThrow());
    assertEquals(200, published.statusCode(), published.body());
    String code = round.code() + "-tower-" + version;
    return TestRound.asking(round.server(), code, "tower/" + version, "XAA");
  }

  @ParameterizedTest
  @ValueSource(strings = {"country", "round", "issued", "section", "signature"})
  void aTamperedIdentityIsRefused(String key) {
    byte[] tampered = filled(it -> it.identity(key).setCellValue("XRU"));
    assertEquals(1506, Caller.problem(upload(tampered, "")));
  }

  @Test
  void anIdentityThatWasCopiedIntoAnotherWorkbookIsRefused() {
    byte[] twice =
        filled(
            it -> {
              var book = it.workbook();
              book.cloneSheet(book.getSheetIndex("infostate-identity"));
            });
    assertEquals(1506, Caller.problem(upload(twice, "")));
    byte[] without =
        filled(
            it -> {
              var book = it.workbook();
              book.removeSheetAt(book.getSheetIndex("infostate-identity"));
            });
    assertEquals(1503, Caller.problem(upload(without, "")));
  }

  // Deciding

  @Test
  void newerAnswersOnlineAreDecidedOneByOneAndAllIsStoredOrNothing() {
    byte[] filled =
        filled(
            it -> {
              it.answer("unit_247_status", "Planned").answer("unit_247_authority", "Police");
              it.answer("unit_investigation", "Planned");
            });
    answerOnline("unit_247_status", "operating", 0);
    answerOnline("unit_247_authority", "Ministry", 0);

    HttpResponse<String> open = upload(filled, "?w.unit_247_status=online");
    assertEquals(409, open.statusCode(), open.body());
    assertEquals(1513, Caller.problem(open));
    assertEquals(404, focalPoint.get(round.answer("XAA", "unit_investigation")).statusCode());

    HttpResponse<String> taken =
        upload(filled, "?w.unit_247_status=online&w.unit_247_authority=workbook");
    assertEquals(200, taken.statusCode(), taken.body());
    assertTrue(stored("unit_247_status").contains("operating"));
    assertTrue(stored("unit_247_authority").contains("Police"));
    assertTrue(stored("unit_investigation").contains("planned"));
  }

  @Test
  void onThePageNothingIsStoredUntilEveryConflictIsDecided() {
    byte[] filled = filled(it -> it.answer("unit_247_status", "Planned"));
    answerOnline("unit_247_status", "operating", 0);
    HttpResponse<String> tried = focalPoint.uploadForm("POST", page(), Map.of("a.xlsx", filled));
    Map<String, String> fields = hidden(tried.body());
    HttpResponse<String> undecided = confirm(fields);
    assertEquals(422, undecided.statusCode());
    assertTrue(undecided.body().contains("1544"));
    fields.put("w.unit_247_status", "1");
    assertEquals(303, confirm(fields).statusCode());
    assertTrue(stored("unit_247_status").contains("planned"));
  }

  @Test
  void aWorkbookThatIsRefusedSaysHowManyConflictsWait() {
    byte[] filled =
        filled(
            it ->
                it.answer("unit_247_status", "Planned")
                    .answer("unit_investigation", "Perhaps, who knows"));
    answerOnline("unit_247_status", "operating", 0);

    String page = focalPoint.uploadForm("POST", page(), Map.of("a.xlsx", filled)).body();

    assertTrue(page.contains("1533"), page);
    assertTrue(page.contains("Answers that differ: 1."), page);
  }

  @Test
  void partsOfSeveralPeopleArePutTogether() {
    byte[] contact = download("?lang=fr&section=unit_contact_point");
    byte[] special = download("?lang=ru&section=unit_special");
    Map<String, byte[]> parts = new LinkedHashMap<>();
    parts.put("a.xlsx", FilledWorkbook.of(contact, it -> it.answer("unit_247_status", "planned")));
    parts.put("b.xlsx", FilledWorkbook.of(special, it -> it.answer("unit_forensics", "planned")));

    HttpResponse<String> taken = focalPoint.uploadForm("PUT", workbook(), parts);

    assertEquals(200, taken.statusCode(), taken.body());
    assertTrue(stored("unit_247_status").contains("planned"));
    assertTrue(stored("unit_forensics").contains("planned"));

    parts.replaceAll(
        (name, part) ->
            FilledWorkbook.of(
                contact,
                it -> it.answer("unit_247_status", name.startsWith("a") ? "operating" : "none")));
    HttpResponse<String> differing = focalPoint.uploadForm("PUT", workbook(), parts);
    assertEquals(1549, Caller.problem(differing), differing.body());
    assertTrue(differing.body().contains("[a.xlsx]"), differing.body());
    HttpResponse<String> second =
        focalPoint.uploadForm("PUT", workbook() + "?w.unit_247_status=2", parts);
    assertEquals(200, second.statusCode(), second.body());
    assertTrue(stored("unit_247_status").contains("none"));
  }

  @Test
  void aContributorGetsAndGivesHerSectionsOnly() {
    Caller contributor = round.caller("contributor-xaa");
    assertEquals(409, contributor.get(workbook()).statusCode(), "nothing is hers yet");
    byte[] whole = filled(it -> it.answer("unit_forensics", "Planned"));
    focalPoint.post(
        round.api() + "XAA/delegations",
        "{\"sections\":[\"unit_contact_point\"],\"email\":\"contributor-xaa@infostate.example\"}");
    byte[] hers = contributor.download(workbook() + "?lang=en").body();
    FilledWorkbook.of(
        hers,
        it -> {
          it.answer("unit_247_status", "Planned");
          assertEquals("unit_contact_point", it.identity("section").toString());
        });
    assertEquals(403, contributor.get(workbook() + "?section=unit_special").statusCode());
    HttpResponse<String> foreign = contributor.upload(workbook(), FilledWorkbook.XLSX, whole);
    assertTrue(foreign.statusCode() >= 400, foreign.body());
    assertEquals("[]", answers());
    assertEquals(
        200, contributor.upload(workbook(), FilledWorkbook.XLSX, operating(hers)).statusCode());
  }

  @Test
  void carriedAnswersAreConfirmedInTheWorkbook() {
    answerOnline("unit_247_status", "operating", 0);
    answerOnline("unit_247_authority", "Police", 0);
    assertEquals(200, round.submit("XAA").statusCode());
    round.caller("reviewer").post(round.api() + "XAA/acceptance", "{}");
    round = TestRound.carry(round.server(), "book-" + ROUNDS.incrementAndGet(), "XAA");
    byte[] marked =
        filled(
            it -> {
              it.cell("unit_247_status", "confirm").setCellValue("Yes");
              it.cell("unit_247_authority", "confirm").setCellValue("Yes");
              it.answer("unit_247_authority", "Ministry");
            });

    HttpResponse<String> tried = upload(marked, "?dryRun=true");
    assertTrue(
        tried.body().matches("(?s).*\"confirmed\":\\[\\{[^]]*unit_247_status.*"), tried.body());
    HttpResponse<String> shown = focalPoint.uploadForm("POST", page(), Map.of("a.xlsx", marked));
    assertTrue(shown.body().contains("Confirmed: still as in the last round (1)"), shown.body());
    assertTrue(state("unit_247_status").contains("waiting"));

    assertEquals(200, upload(marked, "").statusCode());
    assertTrue(state("unit_247_status").contains("confirmed"));
    assertTrue(state("unit_247_authority").contains("changed"));
    HttpResponse<String> again = upload(marked, "");
    assertTrue(again.body().contains("\"confirmed\":[]"), again.body());
  }

  private String state(String question) {
    Matcher matcher =
        Pattern.compile("\"question\":\"" + question + "\"[^}]*\"state\":\"(\\w+)\"")
            .matcher(focalPoint.get(round.api() + "XAA/carried").body());
    assertTrue(matcher.find());
    return matcher.group(1);
  }
}

package org.infostate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Scores anybody's table over HTTP.
 *
 * <ol>
 *   <li>COINr's iMeta and iData with short steps come to COINr's own tables, to 1e-12; where COINr
 *       has a defect, to what is right.
 *   <li>The same run goes out as JSON, as a zip of CSV files and as a workbook.
 *   <li>It is open to all, stores nothing, and answers no body with a 500.
 * </ol>
 */
class ScoringsIT {

  private static final String BOUNDARY = "----infostate";
  private static final String ADDRESS = "/api/v1/scorings";
  private static final double RELATIVE = 1e-12;
  private static final String XLSX =
      "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
  private static final String GROUP_MEDIAN = "{impute: {method: group-median, group: Region}}, ";
  private static final String MIN_MAX = "{normalise: {method: min-max, from: 1, to: 100}}, ";

  private static final HttpClient CLIENT =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

  private static String reference(String file) throws IOException {
    try (InputStream in =
        ScoringsIT.class.getResourceAsStream("/org/infostate/scoring/reference/" + file)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  private static HttpResponse<byte[]> post(String accept, String... parts)
      throws IOException, InterruptedException {
    StringBuilder body = new StringBuilder();
    for (int i = 0; i < parts.length; i += 2) {
      body.append("--").append(BOUNDARY).append("\r\n");
      body.append("Content-Disposition: form-data; name=\"").append(parts[i]);
      body.append("\"; filename=\"").append(parts[i]).append(".txt\"\r\n");
      body.append("Content-Type: text/plain\r\n\r\n").append(parts[i + 1]).append("\r\n");
    }
    body.append("--").append(BOUNDARY).append("--\r\n");
    return CLIENT.send(
        HttpRequest.newBuilder(URI.create(Server.sample().address() + ADDRESS))
            .header("Content-Type", "multipart/form-data; boundary=" + BOUNDARY)
            .header("Accept", accept)
            .POST(HttpRequest.BodyPublishers.ofString(body.toString()))
            .build(),
        HttpResponse.BodyHandlers.ofByteArray());
  }

  /** The files of a run by their names without ending. */
  private static Map<String, String> run(String... parts) throws IOException, InterruptedException {
    HttpResponse<byte[]> reply = post("text/csv", parts);
    assertEquals(200, reply.statusCode(), () -> new String(reply.body(), StandardCharsets.UTF_8));
    return unzipped(reply.body());
  }

  /** A table of a run: value by "unit" or "unit year", then by column. */
  private static Map<String, Map<String, String>> table(Map<String, String> run, String name)
      throws IOException {
    Map<String, Map<String, String>> rows = new HashMap<>();
    for (NamedCsvRecord row : named(run.get(name + ".csv"))) {
      Map<String, String> values = row.getFieldsAsMap();
      String key = row.getField(0);
      rows.put(values.containsKey("Time") ? key + " " + values.get("Time") : key, values);
    }
    return rows;
  }

  private static Map<String, String> score(String steps) throws IOException, InterruptedException {
    return run(
        "iMeta",
        reference("iMeta.csv"),
        "data",
        reference("iData.csv"),
        "steps",
        "steps: [" + steps + "]");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          02_imputed_group_mean.csv | 02_impute | denominate, {impute: {method: group-mean, group: Region}}, {aggregate: {mean: arithmetic}}
          02_imputed_median.csv | 02_impute | denominate, {impute: {method: median}}, {aggregate: {mean: arithmetic}}
          03_treated_winmax5_logCT.csv | 03_treat | denominate, {impute: {method: group-median, group: Region}}, treat, {aggregate: {mean: arithmetic}}
          04_norm_denominated_minmax_0_100.csv | 02_normalise | denominate, {normalise: {method: min-max}}, {aggregate: {mean: arithmetic}}
          04_norm_denominated_zscore_0_1.csv | 02_normalise | denominate, {normalise: {method: z-score}}, {aggregate: {mean: arithmetic}}
          04_norm_denominated_prank.csv | 02_normalise | denominate, {normalise: {method: percentile-rank}}, {aggregate: {mean: arithmetic}}
          """)
  void everyTableOfTheReferenceComesOut(String file, String table, String steps)
      throws IOException, InterruptedException {
    assertSame(file, table(score(steps), table), null);
  }

  @ParameterizedTest
  @CsvSource({
    "05_agg_missing_amean_unequal.csv, arithmetic, no",
    "05_agg_missing_gmean_unequal.csv, geometric, no",
    "05_agg_treated_amean_unequal.csv, arithmetic, yes",
    "05_agg_treated_hmean_unequal.csv, harmonic, yes"
  })
  void scoresAndRanksOfTheReferenceComeOut(String file, String mean, String treated)
      throws IOException, InterruptedException {
    boolean treat = treated.equals("yes");
    Map<String, String> run =
        score(
            "denominate, "
                + (treat ? GROUP_MEDIAN + "treat, " : "")
                + MIN_MAX
                + "{aggregate: {mean: "
                + mean
                + "}}, rank");
    int step = treat ? 5 : 3;
    assertSame(file, table(run, "0" + step + "_aggregate"), table(run, "0" + (step + 1) + "_rank"));
  }

  @Test
  void effectiveWeightsOfTheReferenceComeOut() throws IOException, InterruptedException {
    Map<String, Map<String, String>> weights =
        table(score("{aggregate: {mean: arithmetic}}"), "weights");
    for (NamedCsvRecord row : rows("06_effective_weights_unequal.csv")) {
      assertNear(
          row.getField("EffWeight"), weights.get(row.getField("iCode")).get("EffWeight"), "");
    }
  }

  /** A panel normalised over the years pooled holds 2023 as the pool sees it, not by itself. */
  @Test
  void aPanelIsTakenWithItsYears() throws IOException, InterruptedException {
    String steps = "steps: [denominate, " + MIN_MAX + "{aggregate: {mean: arithmetic}}, rank]";
    Map<String, String> run =
        run("iMeta", reference("iMeta.csv"), "data", reference("panel.csv"), "steps", steps);
    Map<String, Map<String, String>> input = table(run, "00_input");
    Map<String, Map<String, String>> scores = table(run, "03_aggregate");
    assertEquals(64 * 6, scores.size());
    for (NamedCsvRecord row : rows("iData.csv")) {
      Map<String, String> of2023 = input.get(row.getField("uCode") + " 2023");
      assertNear(row.getField("I01"), of2023.get("I01"), row.getField("uCode"));
    }
    String each = steps.replace("to: 100}", "to: 100, over: each-year}");
    Map<String, Map<String, String>> byYear =
        table(
            run("iMeta", reference("iMeta.csv"), "data", reference("panel.csv"), "steps", each),
            "03_aggregate");
    for (NamedCsvRecord row : rows("05_agg_missing_amean_unequal.csv")) {
      String unit = row.getField("uCode");
      assertNear(row.getField("INDEX"), byYear.get(unit + " 2023").get("INDEX"), unit);
    }
    assertTrue(
        number(scores.get("XAA 2023").get("INDEX")) != number(byYear.get("XAA 2023").get("INDEX")));
  }

  /** COINr takes the mean of nothing where one value is missing; here the others make it. */
  @Test
  void theGeneralisedMeanPassesOverWhatIsMissing() throws IOException, InterruptedException {
    String steps = "denominate, " + MIN_MAX + "{aggregate: {mean: power, power: %s}}";
    Map<String, String> run = score(steps.formatted("1"));
    assertSame("05_agg_missing_amean_unequal.csv", table(run, "03_aggregate"), null);
    run = score(steps.formatted("-1"));
    Map<String, String> harmonic =
        score("denominate, " + MIN_MAX + "{aggregate: {mean: harmonic}}");
    Map<String, Map<String, String>> expected = table(harmonic, "03_aggregate");
    table(run, "03_aggregate")
        .forEach(
            (unit, row) ->
                assertEquals(
                    number(expected.get(unit).get("INDEX")), number(row.get("INDEX")), 1e-10));
  }

  /** COINr's result changes with the order of the rows where values are missing. */
  @Test
  void copelandDoesNotDependOnTheOrderOfTheRows() throws IOException, InterruptedException {
    String steps = "steps: [{normalise: {method: rank}}, {aggregate: {mean: copeland}}]";
    String data = reference("iData.csv");
    List<String> lines = data.lines().toList();
    StringBuilder turned = new StringBuilder(lines.get(0)).append('\n');
    for (int i = lines.size() - 1; i > 0; i--) {
      turned.append(lines.get(i)).append('\n');
    }
    String meta = reference("iMeta.csv");
    Map<String, Map<String, String>> one =
        table(run("iMeta", meta, "data", data, "steps", steps), "02_aggregate");
    Map<String, Map<String, String>> other =
        table(run("iMeta", meta, "data", turned.toString(), "steps", steps), "02_aggregate");
    one.forEach((unit, row) -> assertEquals(row.get("INDEX"), other.get(unit).get("INDEX"), unit));
  }

  /** COINr makes the worst value the largest where less is better. */
  @Test
  void theFractionOfTheMaximumKeepsTheOrderWhereLessIsBetter()
      throws IOException, InterruptedException {
    Map<String, Map<String, String>> rows =
        table(
            score("{normalise: {method: fraction-of-maximum}}, {aggregate: {mean: arithmetic}}"),
            "01_normalise");
    Map<String, Map<String, String>> input =
        table(score("{aggregate: {mean: arithmetic}}"), "00_input");
    double best = Double.POSITIVE_INFINITY;
    double highest = 0;
    for (String unit : rows.keySet()) {
      if (!input.get(unit).get("I02").isEmpty()) {
        best = Math.min(best, number(input.get(unit).get("I02")));
        highest = Math.max(highest, number(rows.get(unit).get("I02")));
      }
    }
    assertEquals(1, highest, 1e-12);
    for (String unit : rows.keySet()) {
      String there = input.get(unit).get("I02");
      if (!there.isEmpty() && number(there) == best) {
        assertEquals(1, number(rows.get(unit).get("I02")), 1e-12);
      }
    }
  }

  @Test
  void theSameRunGoesOutAsJsonAsZippedCsvAndAsAWorkbook() throws IOException, InterruptedException {
    String steps = "steps: [denominate, " + MIN_MAX + "{aggregate: {mean: arithmetic}}, rank]";
    String[] parts = {
      "iMeta", reference("iMeta.csv"), "data", reference("iData.csv"), "steps", steps
    };
    Map<String, String> files = run(parts);
    assertEquals(
        Set.of(
            "sha256.txt",
            "league.csv",
            "00_input.csv",
            "01_denominate.csv",
            "02_normalise.csv",
            "03_aggregate.csv",
            "04_rank.csv",
            "weights.csv",
            "cells.csv",
            "notes.csv"),
        files.keySet());
    Map<String, Map<String, String>> scores = table(files, "03_aggregate");

    String json = new String(post("application/json", parts).body(), StandardCharsets.UTF_8);
    assertTrue(json.startsWith("{\"index\":\"index\",\"version\":1,\"sha256\":{"), json);
    assertTrue(json.contains("{\"name\":\"03_aggregate\",\"columns\":[\"uCode\",\"I01\","), json);
    scores.forEach((unit, row) -> assertTrue(json.contains("," + row.get("INDEX")), unit));

    HttpResponse<byte[]> book = post(XLSX, parts);
    assertEquals(200, book.statusCode());
    try (XSSFWorkbook workbook = new XSSFWorkbook(new ByteArrayInputStream(book.body()))) {
      XSSFSheet sheet = workbook.getSheet("03_aggregate");
      assertEquals(65, sheet.getPhysicalNumberOfRows());
      for (int r = 1; r <= 64; r++) {
        String unit = sheet.getRow(r).getCell(0).getStringCellValue();
        int column = 0;
        while (!sheet.getRow(0).getCell(column).getStringCellValue().equals("INDEX")) {
          column++;
        }
        assertEquals(
            number(scores.get(unit).get("INDEX")),
            sheet.getRow(r).getCell(column).getNumericCellValue());
      }
    }
  }

  @Test
  void textsThatLookLikeFormulasAreGuardedInCsv() throws IOException, InterruptedException {
    String definition =
        """
        index: one
        version: 1
        name: One
        steps: [aggregate: {mean: arithmetic}]
        elements:
          - {code: t, name: T}
          - {code: x, parent: t, name: X, source: {columns: "${x}"}}
        """;
    String league =
        run("definition", definition, "data", "uCode,uName,x\n=1+1,@SUM(1),2\n").get("league.csv");
    assertTrue(league.contains("'=1+1,'@SUM(1)"), league);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          1750 | definition=x
          1751 | definition=x; steps=y; data=z
          1750 | iMeta=x; data=y
          1701 | definition=[[[[; data=uCode,x
          1701 | definition=a: &x 1; data=uCode,x
          """)
  void incompleteAndBrokenRequestsAreRefused(int number, String sent)
      throws IOException, InterruptedException {
    String[] parts =
        List.of(sent.split("; ")).stream()
            .flatMap(p -> List.of(p.split("=", 2)).stream())
            .toArray(String[]::new);
    HttpResponse<byte[]> reply = post("application/json", parts);
    String body = new String(reply.body(), StandardCharsets.UTF_8);
    assertEquals(422, reply.statusCode(), body);
    assertTrue(body.contains("\"number\":" + number), body);
  }

  @Test
  void anythingElseIsNoServerError() throws IOException, InterruptedException {
    for (String body : List.of("", "x", "--" + BOUNDARY, "--" + BOUNDARY + "\r\n\r\n\r\n")) {
      HttpResponse<String> reply =
          CLIENT.send(
              HttpRequest.newBuilder(URI.create(Server.sample().address() + ADDRESS))
                  .header("Content-Type", "multipart/form-data; boundary=" + BOUNDARY)
                  .POST(HttpRequest.BodyPublishers.ofString(body))
                  .build(),
              HttpResponse.BodyHandlers.ofString());
      assertTrue(reply.statusCode() / 100 == 4, reply.statusCode() + " " + reply.body());
    }
    Caller nobody = Caller.nobody(Server.sample());
    assertEquals(415, nobody.post(ADDRESS, "{}").statusCode());
  }

  @Test
  void theDescriptionOfTheApiTellsOfTheParts() {
    String openapi = Caller.nobody(Server.sample()).get("/openapi?format=JSON").body();
    assertTrue(openapi.contains(ADDRESS), openapi);
    assertTrue(openapi.contains("COINr's iMeta"), openapi);
  }

  /** The page without a script: the example is filled in, scored and shown. */
  @Test
  void thePageShowsTheLeagueTableAndKeepsWhatWasSent() throws IOException, InterruptedException {
    Caller nobody = Caller.nobody(Server.sample());
    String form = nobody.get("/scorings?example=yes&lang=en").body();
    assertTrue(form.contains("Arcadia") && form.contains("name=\"definition\""), form);
    String body =
        "--B\r\nContent-Disposition: form-data; name=\"definition\"\r\n\r\n"
            + "index: one\nversion: 1\nname: One\nsteps: [aggregate: {mean: arithmetic}, rank]\n"
            + "elements:\n  - {code: t, name: T}\n"
            + "  - {code: x, parent: t, name: X, source: {columns: \"${x}\"}}\r\n"
            + "--B\r\nContent-Disposition: form-data; name=\"data\"; filename=\"\"\r\n\r\n\r\n"
            + "--B\r\nContent-Disposition: form-data; name=\"data\"\r\n\r\n"
            + "uCode,uName,x\nXAA,<b>Arcadia,2\nXRU,Ruritania,%s\r\n--B--\r\n";
    HttpResponse<String> shown = page(nobody, body.formatted("3"));
    assertEquals(200, shown.statusCode(), shown.body());
    String league = shown.body().substring(shown.body().indexOf("<tbody>"));
    assertTrue(league.indexOf("Ruritania") < league.indexOf("Arcadia"), league);
    assertTrue(league.contains("&lt;b") && !league.contains("<b>Arcadia"), league);
    assertTrue(page(nobody, answered(body, "page")).body().contains("<tbody>"));
    for (String file : List.of("json", "csv", "xlsx")) {
      HttpResponse<String> reply = page(nobody, answered(body, file));
      assertEquals(200, reply.statusCode(), file + " " + reply.body());
      assertFalse(reply.body().contains("<tbody>"), file);
    }
    HttpResponse<String> wrong = page(nobody, body.formatted("many"));
    assertEquals(422, wrong.statusCode(), wrong.body());
    assertTrue(wrong.body().contains("(1760)") && wrong.body().contains("XRU,Ruritania,many"));
  }

  /** The form sent by one of its buttons, which says what is to come back. */
  private static String answered(String body, String reply) {
    return "--B\r\nContent-Disposition: form-data; name=\"reply\"\r\n\r\n"
        + reply
        + "\r\n"
        + body.formatted("3");
  }

  private static HttpResponse<String> page(Caller caller, String body) {
    return caller.send(
        "POST",
        "/scorings",
        "multipart/form-data; boundary=B",
        body,
        "Origin",
        Server.sample().address());
  }

  private static Map<String, String> unzipped(byte[] zip) throws IOException {
    Map<String, String> files = new HashMap<>();
    try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(zip))) {
      for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
        files.put(entry.getName(), new String(in.readAllBytes(), StandardCharsets.UTF_8));
      }
    }
    return files;
  }

  private static List<NamedCsvRecord> rows(String file) throws IOException {
    return named(reference(file));
  }

  private static List<NamedCsvRecord> named(String csv) throws IOException {
    try (CsvReader<NamedCsvRecord> reader =
        CsvReader.builder().ofNamedCsvRecord(new StringReader(csv))) {
      return reader.stream().toList();
    }
  }

  /**
   * @param ranks null where the file has none
   */
  private static void assertSame(
      String file, Map<String, Map<String, String>> actual, Map<String, Map<String, String>> ranks)
      throws IOException {
    Set<String> units = new LinkedHashSet<>();
    for (NamedCsvRecord row : rows(file)) {
      String unit = row.getField("uCode");
      units.add(unit);
      for (String column : row.getHeader()) {
        String expected = row.getField(column);
        String where = file + " " + unit + " " + column;
        if (column.startsWith("rank_")) {
          if (ranks != null) {
            assertNear(expected, ranks.get(unit).get(column.substring(5)), where);
          }
        } else if (!column.equals("uCode")) {
          assertNear(expected, actual.get(unit).get(column), where);
        }
      }
    }
    assertEquals(units, new LinkedHashSet<>(rows(file).stream().map(r -> r.getField(0)).toList()));
    assertEquals(64, units.size());
  }

  private static void assertNear(String expected, String actual, String where) {
    if (expected.isEmpty()) {
      assertEquals("", actual, where);
    } else {
      double number = Double.parseDouble(expected);
      assertEquals(number, number(actual), RELATIVE * Math.max(Math.abs(number), 1e-3), where);
    }
  }

  private static double number(String value) {
    return Double.parseDouble(value);
  }
}

package org.infostate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.security.MessageDigest;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Reports over the API, on both databases, from the sample data.
 *
 * <ol>
 *   <li>A report is made in the background; its file stays, under its hash, the same.
 *   <li>Numbers in the workbook are those of the API.
 *   <li>What cannot be ordered is refused with a number.
 *   <li>Planners and reviewers order and read, nobody else.
 * </ol>
 */
@ParameterizedClass
@EnumSource(Database.class)
class ReportsIT {

  private static final String REPORTS = "/api/v1/reports";
  private static final int PATIENCE_SECONDS = 120;

  @Parameter private Database database;

  private Caller planner() {
    return Caller.of(database.sample(), "planner");
  }

  private static String first(String pattern, String json) {
    Matcher found = Pattern.compile(pattern).matcher(json);
    assertTrue(found.find(), pattern + " in " + json);
    return found.group(1);
  }

  private String assessment() {
    return SampleAssessment.number(planner());
  }

  private XSSFWorkbook made(String order) throws Exception {
    Caller planner = planner();
    HttpResponse<String> ordered = planner.post(REPORTS, order);
    assertEquals(202, ordered.statusCode(), ordered.body());
    String path = REPORTS + "/" + first("\"id\":(\\d+)", ordered.body());
    String report = planner.get(path).body();
    for (int second = 0; report.contains("\"running\"") && second < PATIENCE_SECONDS; second++) {
      Thread.sleep(1000);
      report = planner.get(path).body();
    }
    assertTrue(report.contains("\"state\":\"done\""), report);
    byte[] file = planner.download(path + "/file").body();
    assertEquals(
        first("\"sha256\":\"([0-9a-f]{64})\"", report),
        HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(file)));
    return new XSSFWorkbook(new ByteArrayInputStream(file));
  }

  private static String text(Row row, int column) {
    Cell cell = row.getCell(column);
    return cell == null
        ? ""
        : cell.getCellType() == CellType.NUMERIC
            ? String.valueOf(cell.getNumericCellValue())
            : cell.getStringCellValue();
  }

  @Test
  void everyPublicAnswerIsInTheWorkbook() throws Exception {
    String round = SampleAssessment.round();
    Map<String, Row> answers = new HashMap<>();
    try (XSSFWorkbook workbook =
        made(
            "{\"template\":\"answers\",\"subject\":\"%s\",\"language\":\"en\"}".formatted(round))) {
      XSSFSheet sheet = workbook.getSheet("Answers");
      for (int i = 4; i <= sheet.getLastRowNum(); i++) {
        Row row = sheet.getRow(i);
        String number =
            text(row, 6).isEmpty()
                ? ""
                : String.valueOf((int) row.getCell(6).getNumericCellValue());
        answers.put(text(row, 1) + "," + number + "," + text(row, 7), row);
      }
      int compared = 0;
      for (String line : planner().get("/data/answers.csv?round=" + round).body().split("\r?\n")) {
        String[] cells = line.split(",", 11);
        if (cells.length == 11 && !cells[0].equals("round")) {
          Row row = answers.get(cells[1] + "," + cells[6] + "," + cells[7]);
          assertTrue(row != null, line);
          if (cells[8].matches("integer|decimal") && !cells[10].isEmpty()) {
            assertEquals(
                Double.parseDouble(cells[10]), row.getCell(11).getNumericCellValue(), line);
            compared++;
          }
        }
      }
      assertTrue(compared > 20, compared + " numbers compared");
    }
  }

  @Test
  void scoresOfTheRankingAndTheProfileAreThoseOfTheAssessment() throws Exception {
    String assessment = assessment();
    String order =
        "{\"template\":\"%s\",\"subject\":\"%s\",\"country\":\"XAA\",\"language\":\"en\"}";
    double total;
    double[] pillars = new double[5];
    try (XSSFWorkbook workbook = made(order.formatted("ranking", assessment))) {
      XSSFSheet sheet = workbook.getSheet("Ranking");
      Row own = null;
      for (int i = 4; i <= sheet.getLastRowNum(); i++) {
        own = text(sheet.getRow(i), 2).equals("XAA") ? sheet.getRow(i) : own;
      }
      total = own.getCell(5).getNumericCellValue();
      for (int i = 0; i < pillars.length; i++) {
        pillars[i] = own.getCell(6 + i).getNumericCellValue();
      }
    }
    String explained =
        planner().get("/api/v1/assessments/" + assessment + "/explanation/XAA").body();
    assertTrue(explained.contains(String.valueOf(total)), total + " in " + explained);
    try (XSSFWorkbook workbook = made(order.formatted("profile", assessment))) {
      XSSFSheet sheet = workbook.getSheet("Pillars");
      for (int i = 0; i < pillars.length; i++) {
        assertEquals(pillars[i], sheet.getRow(4 + i).getCell(1).getNumericCellValue());
      }
    }
  }

  @Test
  void costsOfThePlanAreThoseOfItsSelection() throws Exception {
    Caller planner = planner();
    String ordered =
        planner
            .post(
                "/api/v1/plans",
                "{\"title\":\"Reported\",\"assessment\":%s,\"budgets\":[300000,200000]}"
                    .formatted(assessment()))
            .body();
    String plan = first("\"id\":(\\d+)", ordered);
    for (int second = 0;
        planner.get("/api/v1/plans/" + plan).body().contains("composing")
            && second < PATIENCE_SECONDS;
        second++) {
      Thread.sleep(1000);
    }
    String[] rows = planner.get("/api/v1/plans/" + plan + "/selection.csv").body().split("\r?\n");
    try (XSSFWorkbook workbook =
        made("{\"template\":\"plan\",\"subject\":\"%s\",\"language\":\"ar\"}".formatted(plan))) {
      XSSFSheet actions = workbook.getSheet("الإجراءات");
      assertTrue(actions.isRightToLeft());
      assertEquals(rows.length - 1, actions.getLastRowNum() - 3);
      double all = 0;
      for (int i = 1; i < rows.length; i++) {
        double cost = Double.parseDouble(rows[i].split(",")[4]);
        assertEquals(cost, actions.getRow(3 + i).getCell(8).getNumericCellValue());
        all += cost;
      }
      XSSFSheet years = workbook.getSheet("السنوات");
      assertEquals(
          all,
          years.getRow(4).getCell(2).getNumericCellValue()
              + years.getRow(5).getCell(2).getNumericCellValue());
    }
  }

  @Test
  void theOtherReportsAreMadeToo() throws Exception {
    String round = SampleAssessment.round();
    for (String template : new String[] {"round", "inventory", "legislation"}) {
      made("{\"template\":\"%s\",\"subject\":\"%s\"}".formatted(template, round)).close();
    }
    made("{\"template\":\"divide\",\"subject\":\"%s\"}".formatted(assessment())).close();
  }

  @Test
  void whatCannotBeOrderedIsRefused() throws IOException {
    Caller planner = planner();
    assertEquals(1801, Caller.problem(planner.post(REPORTS, "{\"template\":\"nothing\"}")));
    assertEquals(1801, Caller.problem(planner.post(REPORTS, "{}")));
    assertEquals(
        1811,
        Caller.problem(planner.post(REPORTS, "{\"template\":\"round\",\"subject\":\"none\"}")));
    assertEquals(1811, Caller.problem(planner.post(REPORTS, "{\"template\":\"plan\"}")));
    assertEquals(404, planner.get(REPORTS + "/999999/file").statusCode());
  }

  @Test
  void plannersAndReviewersAndNobodyElse() {
    assertEquals(200, Caller.of(database.sample(), "reviewer").get(REPORTS).statusCode());
    assertEquals(403, Caller.of(database.sample(), "focal-xaa").get(REPORTS).statusCode());
    assertEquals(403, Caller.of(database.sample(), "researcher").get("/reports").statusCode());
    assertEquals(401, Caller.nobody(database.sample()).get(REPORTS).statusCode());
  }
}

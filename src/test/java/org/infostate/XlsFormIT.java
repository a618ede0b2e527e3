package org.infostate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.infostate.questionnaire.Form;
import org.infostate.questionnaire.ShippedFiles;
import org.infostate.xlsform.Markdown;
import org.infostate.xlsform.XlsForm;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The workbook of a version, as it is downloaded from the server and uploaded to it. */
class XlsFormIT {

  private static HttpResponse<byte[]> download(String path, String login)
      throws IOException, InterruptedException {
    return HttpClient.newHttpClient()
        .send(
            HttpRequest.newBuilder(URI.create(Server.sample().address() + path))
                .header("Authorization", "Bearer sample-" + login)
                .build(),
            HttpResponse.BodyHandlers.ofByteArray());
  }

  @ParameterizedTest
  @ValueSource(strings = {"/api/v1/questionnaires/core/1.xlsx", "/questionnaires/core/1.xlsx"})
  void theDownloadReadsToTheVersion(String path) throws IOException, InterruptedException {
    HttpResponse<byte[]> reply = download(path, "planner");

    assertEquals(200, reply.statusCode());
    assertEquals(XlsForm.MEDIA_TYPE, reply.headers().firstValue("Content-Type").orElse(""));
    assertTrue(
        reply.headers().firstValue("Content-Disposition").orElse("").contains("core-1.xlsx"));
    Map<String, String> shipped =
        ShippedFiles.forms().stream()
            .filter(files -> Form.read(files).code().equals("core"))
            .findFirst()
            .orElseThrow();
    assertEquals(Form.read(shipped), Form.read(XlsForm.read(reply.body(), "core.xlsx").files()));
  }

  private static final String CASTLE =
      """
      | survey | | | | | | | |
      | | type | name | label::English (en) | label::Arabic (ar) | required | relevant | constraint |
      | | begin group | %1$s_walls | The castle | القلعة | | | |
      | | select_one yes_no | %1$s_moat | Is there a moat? | هل يوجد خندق؟ | yes | | |
      | | decimal | %1$s_depth | How deep? | ما عمقه؟ | | ${%1$s_moat} = 'yes' | . > 0 |
      | | end group | | | | | | |
      | choices | | | | |
      | | list_name | name | label::English (en) | label::Arabic (ar) |
      | | yes_no | yes | Yes | نعم |
      | | yes_no | no | No | لا |
      | settings | | | | |
      | | form_title | form_id | version | default_language |
      | | The castle | %1$s | 1 | English (en) |
      """;

  private static String problems(HttpResponse<String> reply) {
    return Caller.problems(reply) + " " + reply.body();
  }

  @Test
  void anUploadBecomesADraftThatIsReadInItsLanguages() {
    Caller planner = Caller.of(Server.sample(), "planner");
    byte[] workbook = Markdown.workbook(CASTLE.formatted("keep"));

    HttpResponse<String> drafted =
        planner.upload("POST", "/api/v1/questionnaires", XlsForm.MEDIA_TYPE, workbook);

    assertEquals(201, drafted.statusCode(), drafted.body());
    assertTrue(drafted.body().contains("\"state\":\"draft\""), drafted.body());
    assertTrue(planner.get("/questionnaires/keep/1/preview/keep_walls").body().contains("moat?"));
    assertTrue(
        planner.get("/questionnaires/keep/1/preview/keep_walls?lang=ar").body().contains("خندق"));
    HttpResponse<byte[]> blank = planner.download("/questionnaires/keep/1/workbook?lang=ar");
    assertEquals("PK", new String(blank.body(), 0, 2, StandardCharsets.US_ASCII));
    assertEquals(
        1225,
        Caller.problem(
            planner.upload("POST", "/api/v1/questionnaires", XlsForm.MEDIA_TYPE, workbook)));
  }

  @Test
  void anUploadWithMistakesIsRefusedWithTheCellOfEach() {
    String broken =
        CASTLE
            .formatted("ruin")
            .replace("select_one yes_no", "select_one yes_know")
            .replace("decimal", "geopoint")
            .replace("${ruin_moat}", "${ruin_moot}");
    Caller planner = Caller.of(Server.sample(), "planner");

    HttpResponse<String> refused =
        planner.upload(
            "POST", "/api/v1/questionnaires", XlsForm.MEDIA_TYPE, Markdown.workbook(broken));

    assertEquals(422, refused.statusCode(), refused.body());
    for (String cell : List.of("A3", "A4")) {
      assertTrue(refused.body().contains("\"cell\":\"" + cell + "\""), problems(refused));
    }
    assertTrue(Caller.problems(refused).containsAll(List.of(1207, 1257)), problems(refused));
    assertEquals(404, planner.get("/api/v1/questionnaires/ruin/1").statusCode());
  }

  @Test
  void whatIsNoWorkbookOrAHostileOneIsRefusedWithItsNumber() throws IOException {
    Caller planner = Caller.of(Server.sample(), "planner");
    byte[] good = Markdown.workbook(CASTLE.formatted("foe"));
    Map<Integer, byte[]> hostile = new LinkedHashMap<>();
    hostile.put(1017, new byte[0]);
    hostile.put(1251, Arrays.copyOf(good, good.length / 2));
    hostile.put(1507, with(good, "xl/vbaProject.bin", new byte[1]));
    hostile.put(1250, with(good, "xl/media/image1.png", new byte[100 << 20]));
    hostile.put(1008, new byte[31 << 20]);

    for (Map.Entry<Integer, byte[]> one : hostile.entrySet()) {
      HttpResponse<String> refused =
          planner.upload("POST", "/api/v1/questionnaires", XlsForm.MEDIA_TYPE, one.getValue());
      assertEquals(one.getKey(), Caller.problem(refused), refused.body());
      assertTrue(refused.statusCode() < 500, refused.body());
    }
    assertEquals(404, planner.get("/api/v1/questionnaires/foe/1").statusCode());
  }

  private static byte[] with(byte[] workbook, String part, byte[] content) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(workbook));
        ZipOutputStream zip = new ZipOutputStream(out)) {
      for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
        zip.putNextEntry(new ZipEntry(entry.getName()));
        in.transferTo(zip);
      }
      zip.putNextEntry(new ZipEntry(part));
      zip.write(content);
    }
    return out.toByteArray();
  }

  @Test
  void whatIsNotThereIsSaidSo() throws IOException, InterruptedException {
    assertEquals(404, download("/api/v1/questionnaires/core/99.xlsx", "planner").statusCode());
    assertEquals(404, download("/api/v1/questionnaires/nothing/1.xlsx", "planner").statusCode());
  }

  @Test
  void nobodyIsAskedToSignIn() {
    assertEquals(
        401, Caller.nobody(Server.sample()).get("/api/v1/questionnaires/core/1.xlsx").statusCode());
  }

  @Test
  void thePageOfAVersionLinksToIt() {
    assertTrue(
        Caller.of(Server.sample(), "planner")
            .get("/questionnaires/core/1")
            .body()
            .contains("href=\"/questionnaires/core/1.xlsx\""));
  }
}

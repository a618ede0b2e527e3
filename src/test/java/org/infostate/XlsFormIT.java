package org.infostate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Map;
import org.infostate.questionnaire.Form;
import org.infostate.questionnaire.ShippedFiles;
import org.infostate.xlsform.XlsForm;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The workbook of a version, as it is downloaded from the server. */
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

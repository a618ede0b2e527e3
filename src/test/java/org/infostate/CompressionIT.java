package org.infostate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is text goes over a slow line compressed, whoever asks for it and whatever it is. */
class CompressionIT {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/countries",
        "/assets/infostate.css",
        "/assets/section.js",
        "/api/v1/countries",
        "/api/v1/data/answers.csv"
      })
  void isCompressed(String path) throws IOException, InterruptedException {
    HttpResponse<byte[]> reply =
        HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .build()
            .send(
                HttpRequest.newBuilder(URI.create(Server.sample().address() + path))
                    .header("Accept-Encoding", "gzip")
                    .build(),
                HttpResponse.BodyHandlers.ofByteArray());

    assertEquals(200, reply.statusCode());
    assertEquals("gzip", reply.headers().firstValue("Content-Encoding").orElse("not at all"));
    assertTrue(reply.body().length > 0);
  }
}

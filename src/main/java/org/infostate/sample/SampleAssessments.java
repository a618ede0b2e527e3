package org.infostate.sample;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import java.io.IOException;
import java.io.StringReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * The assessments of the sample data: info-states first, then the capacity of each past round. They
 * are ordered from the running server through its API, as a planner's program would.
 */
final class SampleAssessments {

  private static final Logger LOG = Logger.getLogger(SampleAssessments.class.getName());
  private static final int ATTEMPTS = 600;
  private static final int PAUSE_MILLIS = 100;

  private final HttpClient client = HttpClient.newHttpClient();
  private final URI assessments;
  private final String token;

  /**
   * @param server address of the running server
   * @param token of a planner
   */
  SampleAssessments(URI server, String token) {
    this.assessments = server.resolve("/api/v1/assessments");
    this.token = token;
  }

  /** Runs them one after the other, unless there are assessments already. */
  void run(int... rounds) {
    try {
      if (!get(assessments).strip().equals("[]")) {
        return;
      }
      order("{\"index\":\"infostate\",\"population\":\"invented\"}");
      for (int round : rounds) {
        order("{\"index\":\"capacity\",\"round\":\"" + round + "\"}");
      }
    } catch (IOException e) {
      LOG.log(Level.WARNING, "The sample data lack assessments.", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void order(String body) throws IOException, InterruptedException {
    HttpResponse<String> reply =
        client.send(
            request(assessments)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build(),
            HttpResponse.BodyHandlers.ofString());
    if (reply.statusCode() != 202) {
      LOG.log(Level.WARNING, "An assessment of the sample data was refused: {0}", reply.body());
      return;
    }
    URI one = assessments.resolve("/api/v1/assessments/" + json(reply.body()).getInt("id"));
    for (int i = 0; i < ATTEMPTS && json(get(one)).getString("state").equals("running"); i++) {
      Thread.sleep(PAUSE_MILLIS);
    }
  }

  private String get(URI address) throws IOException, InterruptedException {
    return client.send(request(address).build(), HttpResponse.BodyHandlers.ofString()).body();
  }

  private HttpRequest.Builder request(URI address) {
    return HttpRequest.newBuilder(address).header("Authorization", "Bearer " + token);
  }

  private static JsonObject json(String text) {
    try (JsonReader reader = Json.createReader(new StringReader(text))) {
      return reader.readObject();
    }
  }
}

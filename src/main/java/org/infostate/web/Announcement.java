package org.infostate.web;

import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Says, last, that the server is up and where. It asks the server itself over HTTP first: if
 * another program answers in its place, the port was taken, and the process says so and ends
 * instead of hanging.
 */
@ApplicationScoped
public class Announcement {

  private static final Logger LOG = Logger.getLogger(Announcement.class.getName());
  private static final int ATTEMPTS = 240;
  private static final Duration PAUSE = Duration.ofMillis(500);
  private static final int PORT_TAKEN = 2;

  /** Tells this process from another that listens at the same address. */
  private final String identity = UUID.randomUUID().toString();

  @Resource private ManagedExecutorService executor;

  @Inject
  @ConfigProperty(name = "app.base.url")
  private String baseUrl;

  @Inject
  @ConfigProperty(name = "app.announce", defaultValue = "http://127.0.0.1:8080")
  private String own;

  String identity() {
    return identity;
  }

  void whenListening(List<String> lines) {
    executor.submit(() -> announce(lines));
  }

  private void announce(List<String> lines) {
    HttpClient client = HttpClient.newBuilder().connectTimeout(PAUSE).build();
    HttpRequest question =
        HttpRequest.newBuilder(URI.create(own + "/identity"))
            .timeout(PAUSE.multipliedBy(10))
            .build();
    for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
      try {
        String answer = client.send(question, HttpResponse.BodyHandlers.ofString()).body();
        if (answer.equals(identity)) {
          print(lines);
          return;
        }
        Thread.sleep(PAUSE.toMillis());
      } catch (IOException e) {
        LOG.log(Level.FINE, "not listening yet", e);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return;
      }
    }
  }

  private void print(List<String> lines) {
    LOG.info(String.join(System.lineSeparator(), lines));
  }
}

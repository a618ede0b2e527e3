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
import java.util.function.Function;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Says, last, that the server is up and where. It asks the server itself over HTTP first: if
 * another program answers in its place, the port was taken, and the process says so and ends
 * instead of hanging.
 */
@ApplicationScoped
public class Announcement {

  private static final Logger LOG = Logger.getLogger(Announcement.class.getName());

  /** As long as another program answers: the server itself does, too, until it is deployed. */
  private static final int ATTEMPTS = 60;

  /** As long as nobody answers; a machine with too much to do may need it. */
  private static final int SILENT_ATTEMPTS = 360;

  private static final Duration PAUSE = Duration.ofMillis(500);
  private static final int PORT_TAKEN = 2;

  /** Tells this process from another that listens at the same address. */
  private final String identity = UUID.randomUUID().toString();

  @Resource private ManagedExecutorService executor;

  @Inject
  @ConfigProperty(name = "app.base.url")
  private String baseUrl;

  @Inject
  @ConfigProperty(name = "app.port")
  private int port;

  String identity() {
    return identity;
  }

  void whenListening(Function<URI, List<String>> lines) {
    executor.submit(() -> announce(lines));
  }

  private void announce(Function<URI, List<String>> lines) {
    HttpClient client = HttpClient.newBuilder().connectTimeout(PAUSE).build();
    URI own = URI.create("http://127.0.0.1:" + port);
    HttpRequest question =
        HttpRequest.newBuilder(own.resolve("/identity")).timeout(PAUSE.multipliedBy(10)).build();
    try {
      int answered = 0;
      for (int attempt = 0; answered < ATTEMPTS && attempt < SILENT_ATTEMPTS; attempt++) {
        String answer = answer(client, question);
        answered += answer.isEmpty() ? 0 : 1;
        if (identity.equals(answer)) {
          // The log closes what it was given with brackets: not behind a link that is copied.
          String end = System.lineSeparator();
          LOG.info(
              Stream.concat(
                      Stream.of("", "Infostate is up: http://localhost:" + port + "/"),
                      lines.apply(own).stream())
                  .collect(Collectors.joining(end, "", end)));
          return;
        }
        Thread.sleep(PAUSE.toMillis());
      }
      LOG.log(
          Level.SEVERE,
          "This server is not the one that answers at port {0}, so it can not be reached and ends"
              + " here. If another program does, stop it, or choose another port.",
          Integer.toString(port));
      System.exit(PORT_TAKEN);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static String answer(HttpClient client, HttpRequest question)
      throws InterruptedException {
    try {
      return client.send(question, HttpResponse.BodyHandlers.ofString()).body();
    } catch (IOException e) {
      LOG.log(Level.FINE, "not listening yet", e);
      return "";
    }
  }
}

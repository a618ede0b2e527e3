package org.infostate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;

/**
 * Kills the server as {@code kill -9} does, at random moments, while people save answers one by one
 * and upload workbooks, and starts it again on what it left. After each start:
 *
 * <ol>
 *   <li>every answer that was acknowledged is there, or the one that was on its way after it;
 *   <li>each upload is there as a whole or not at all;
 *   <li>the history of every answer runs from its first revision to its last without a gap, and
 *       ends with what is stored.
 * </ol>
 *
 * <p>Prints its counts. Not among the tests of the build, because it takes minutes; how to run it
 * stands in {@code src/site/markdown/benchmarks.md}.
 */
class KilledServer {

  private static final int KILLS = Integer.getInteger("kills", 5);
  private static final int SEED = Integer.getInteger("kills.seed", 1);
  private static final int SHORTEST_MILLISECONDS = 1_500;
  private static final int LONGEST_MILLISECONDS = 6_000;

  /** Answered one by one in Arcadia; each by one writer, who knows what she was told. */
  private static final List<String> ONE_BY_ONE =
      List.of("unit_247_status", "unit_investigation", "unit_forensics", "unit_prosecution");

  private static final int ID_COLUMN = 0;
  private static final int COMMENT_COLUMN = 5;
  private static final Pattern REVISION =
      Pattern.compile("\"comment\":\"([^\"]*)\"[^{}]*\"revision\":(\\d+)");

  private final HttpClient client =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .connectTimeout(Duration.ofSeconds(5))
          .build();

  /** What one writer knows of her answer. */
  private static final class Known {
    private int acknowledged;
    private int sent;
  }

  private final Map<String, Known> known = new ConcurrentHashMap<>();
  private Server server;
  private TestRound round;
  private int uploads;
  private int uploadsSent;

  @Test
  void everyAcknowledgedAnswerSurvives() throws Exception {
    Random chance = new Random(SEED);
    server = Server.start("killed", Map.of("app.sample", "true"));
    round = TestRound.open(server, "killed", "XAA", "XRU");
    ONE_BY_ONE.forEach(question -> known.put(question, new Known()));
    for (int kill = 1; kill <= KILLS; kill++) {
      workUntilKilled(
          SHORTEST_MILLISECONDS + chance.nextInt(LONGEST_MILLISECONDS - SHORTEST_MILLISECONDS));
      server.start();
      int revisions = 0;
      for (String question : ONE_BY_ONE) {
        revisions += checkAnswer(question);
      }
      String generation = checkUpload();
      System.out.printf(
          "kill %d of %d: %d answers acknowledged and found, history of %d revisions without a gap,"
              + " %d uploads acknowledged, stored: %s%n",
          kill,
          KILLS,
          known.values().stream().mapToInt(each -> each.acknowledged).sum(),
          revisions,
          uploads,
          generation);
    }
    server.close();
  }

  /** Counts from the first upload that was acknowledged since the start, so that there is one. */
  private void workUntilKilled(int milliseconds) throws Exception {
    AtomicBoolean killed = new AtomicBoolean();
    CountDownLatch uploaded = new CountDownLatch(1);
    ExecutorService people = Executors.newCachedThreadPool();
    List<Future<?>> work = new ArrayList<>();
    for (String question : ONE_BY_ONE) {
      work.add(people.submit(() -> answer(question, killed)));
    }
    work.add(people.submit(() -> upload(killed, uploaded)));
    boolean inTime = uploaded.await(2, TimeUnit.MINUTES);
    Thread.sleep(milliseconds);
    server.kill();
    killed.set(true);
    people.shutdown();
    for (Future<?> each : work) {
      each.get(2, TimeUnit.MINUTES);
    }
    assertTrue(inTime, "an upload was acknowledged");
  }

  private void answer(String question, AtomicBoolean killed) {
    Known mine = known.get(question);
    int revision = mine.acknowledged;
    while (!killed.get()) {
      mine.sent = revision + 1;
      try {
        HttpResponse<String> reply =
            send(
                request("focal-xaa", round.answer("XAA", question))
                    .header("Content-Type", Caller.JSON)
                    .header(
                        revision == 0 ? "If-None-Match" : "If-Match",
                        revision == 0 ? "*" : "\"" + revision + "\"")
                    .PUT(
                        HttpRequest.BodyPublishers.ofString(
                            "{\"value\":\"planned\",\"comment\":\"" + mine.sent + "\"}")));
        assertEquals(200, reply.statusCode(), reply.body());
        revision++;
        mine.acknowledged = revision;
      } catch (IOException e) {
        return;
      }
    }
  }

  /** Fills the comments of all questions of one section with the number of the upload. */
  private void upload(AtomicBoolean killed, CountDownLatch uploaded) {
    while (!killed.get()) {
      try {
        HttpResponse<byte[]> workbook =
            client.send(
                request("focal-xru", round.api() + "XRU/workbook").GET().build(),
                HttpResponse.BodyHandlers.ofByteArray());
        assertEquals(200, workbook.statusCode());
        uploadsSent++;
        HttpResponse<String> reply =
            send(
                request("focal-xru", round.api() + "XRU/workbook?conflicts=workbook")
                    .header("Content-Type", "application/octet-stream")
                    .PUT(
                        HttpRequest.BodyPublishers.ofByteArray(
                            filled(workbook.body(), "upload " + uploadsSent))));
        if (reply.statusCode() == 200) {
          assertTrue(reply.body().contains("\"stored\":true"), reply.body());
          uploads = uploadsSent;
          uploaded.countDown();
        } else {
          throw new AssertionError(reply.statusCode() + " " + reply.body());
        }
      } catch (IOException e) {
        return;
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return;
      }
    }
  }

  private static byte[] filled(byte[] workbook, String comment) throws IOException {
    try (XSSFWorkbook book = new XSSFWorkbook(new ByteArrayInputStream(workbook));
        ByteArrayOutputStream out = new ByteArrayOutputStream()) {
      for (Sheet sheet : book) {
        for (Row row : sheet) {
          Cell id = row.getCell(ID_COLUMN);
          if (id != null && ONE_BY_ONE.stream().anyMatch(q -> id.toString().endsWith(q))) {
            row.getCell(COMMENT_COLUMN, Row.MissingCellPolicy.CREATE_NULL_AS_BLANK)
                .setCellValue(comment);
          }
        }
      }
      book.write(out);
      return out.toByteArray();
    }
  }

  /** Returns how many revisions there are. */
  private int checkAnswer(String question) throws IOException {
    Known mine = known.get(question);
    List<Integer> history = history("XAA", question);
    for (int i = 0; i < history.size(); i++) {
      assertEquals(i + 1, history.get(i), "revision of " + question);
    }
    assertTrue(
        history.size() >= mine.acknowledged && history.size() <= mine.sent,
        question + ": told " + mine.acknowledged + ", sent " + mine.sent + ", found " + history);
    if (!history.isEmpty()) {
      String stored = get("focal-xaa", round.answer("XAA", question)).body();
      assertTrue(stored.contains("\"comment\":\"" + history.size() + "\""), stored);
    }
    mine.acknowledged = history.size();
    return history.size();
  }

  /** The revisions of an answer; each says in its comment which one it is. */
  private List<Integer> history(String iso3, String question) throws IOException {
    HttpResponse<String> reply =
        get("focal-" + iso3.toLowerCase(), round.answer(iso3, question) + "/history");
    assertEquals(200, reply.statusCode(), reply.body());
    List<Integer> revisions = new ArrayList<>();
    Matcher matcher = REVISION.matcher(reply.body());
    while (matcher.find()) {
      assertEquals(matcher.group(1), matcher.group(2), "comment and revision");
      revisions.add(Integer.valueOf(matcher.group(2)));
    }
    return revisions;
  }

  /** Returns the comment that all questions of the upload share. */
  private String checkUpload() throws IOException {
    Map<String, String> comments = new LinkedHashMap<>();
    for (String question : ONE_BY_ONE) {
      HttpResponse<String> reply = get("focal-xru", round.answer("XRU", question));
      comments.put(
          question,
          reply.statusCode() == 404
              ? "nothing"
              : reply.body().replaceAll("(?s).*\"comment\":\"([^\"]*)\".*", "$1"));
    }
    assertEquals(
        1,
        ONE_BY_ONE.stream().map(this::uploadsInHistory).distinct().count(),
        "every upload is one revision of each answer");
    List<String> different = comments.values().stream().distinct().collect(Collectors.toList());
    assertEquals(1, different.size(), "half imported: " + comments);
    String stored = different.get(0);
    assertNotNull(stored);
    if (uploads > 0) {
      int number = Integer.parseInt(stored.replace("upload ", ""));
      assertTrue(number >= uploads && number <= uploadsSent, stored + ", told " + uploads);
      uploads = number;
    }
    return stored;
  }

  /** How many revisions uploads have left; they are numbered without a gap. */
  private int uploadsInHistory(String question) {
    try {
      String history = get("focal-xru", round.answer("XRU", question) + "/history").body();
      List<Integer> revisions =
          REVISION.matcher(history).results().map(r -> Integer.valueOf(r.group(2))).toList();
      for (int i = 0; i < revisions.size(); i++) {
        assertEquals(i + 1, revisions.get(i), "revision of " + question + " in an upload");
      }
      return revisions.size();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private HttpResponse<String> get(String login, String path) throws IOException {
    return send(request(login, path).GET());
  }

  private HttpRequest.Builder request(String login, String path) {
    return HttpRequest.newBuilder(URI.create(server.address() + path))
        .timeout(Duration.ofSeconds(60))
        .header("Authorization", "Bearer sample-" + login);
  }

  private HttpResponse<String> send(HttpRequest.Builder request) throws IOException {
    try {
      return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException(e);
    }
  }
}

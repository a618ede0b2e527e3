package org.infostate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/**
 * A server that dies while answers are saved has kept every one that it acknowledged. On the
 * embedded database: there it is our doing, by {@code WRITE_DELAY=0}; on PostgreSQL it is not the
 * database that dies.
 */
class KilledServerIT {

  private static final List<String> COUNTRIES = List.of("XAA", "XRU");
  private static final String ASKED_IF = "unit_247_status";
  private static final String QUESTION = "unit_247_authority";
  private static final int ENOUGH = 200;
  private static final Pattern VALUE = Pattern.compile("\"value\":\"n(\\d+)\"");

  private final Map<String, Integer> acknowledged = new ConcurrentHashMap<>();
  private final AtomicInteger saved = new AtomicInteger();

  @Test
  void everyAcknowledgedAnswerIsThereAfterKill9() throws InterruptedException {
    try (Server server = Server.start("killed", Map.of("app.sample", "true"))) {
      TestRound round = TestRound.open(server, "killed", COUNTRIES.toArray(String[]::new));
      List<Thread> people = new ArrayList<>();
      for (String iso3 : COUNTRIES) {
        HttpResponse<String> asked =
            person(round, iso3)
                .put(
                    round.answer(iso3, ASKED_IF),
                    "{\"value\":\"operating\"}",
                    "If-None-Match",
                    "*");
        assertEquals(200, asked.statusCode(), asked.body());
        Thread person = new Thread(() -> saveWithoutEnd(round, iso3));
        person.start();
        people.add(person);
      }
      while (saved.get() < ENOUGH && people.stream().allMatch(Thread::isAlive)) {
        Thread.sleep(5);
      }
      server.kill();
      for (Thread person : people) {
        person.join();
      }
      assertTrue(saved.get() >= ENOUGH, () -> saved + " were saved before the end");

      server.start();

      for (String iso3 : COUNTRIES) {
        HttpResponse<String> reply = person(round, iso3).get(round.answer(iso3, QUESTION));
        Matcher value = VALUE.matcher(reply.body());
        assertTrue(value.find(), reply.body());
        int last = acknowledged.get(iso3);
        int held = Integer.parseInt(value.group(1));
        // One more may have been written whose acknowledgement never arrived.
        assertTrue(held == last || held == last + 1, iso3 + ": " + last + ", but " + held);
        assertEquals('"' + String.valueOf(held) + '"', reply.headers().firstValue("ETag").get());
      }
    }
  }

  private static Caller person(TestRound round, String iso3) {
    return round.caller("focal-" + iso3.toLowerCase(Locale.ROOT));
  }

  /** Writes 1, 2, 3, ... into one answer, each over the one before, until nobody answers. */
  private void saveWithoutEnd(TestRound round, String iso3) {
    Caller caller = person(round, iso3);
    try {
      for (int number = 1; ; number++) {
        HttpResponse<String> reply =
            caller.put(
                round.answer(iso3, QUESTION),
                "{\"value\":\"n" + number + "\"}",
                number == 1 ? "If-None-Match" : "If-Match",
                number == 1 ? "*" : "\"" + (number - 1) + "\"");
        if (reply.statusCode() != 200) {
          return;
        }
        acknowledged.put(iso3, number);
        saved.incrementAndGet();
      }
    } catch (UncheckedIOException end) {
      // The server is gone: what this test is about.
    }
  }
}

package org.infostate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.condition.EnabledIf;

/**
 * Load on saving, on PostgreSQL that waits for the disk at every commit. Prints answers a second
 * and the latencies of the middle, of 95 and of 99 of a hundred; fails only where an update was
 * lost. Not among the tests of the build, because its figures are those of the machine; how to run
 * it stands in {@code src/site/markdown/benchmarks.md}.
 */
@EnabledIf(Postgres.AVAILABLE)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class SaveLoad {

  private static final int SECONDS = Integer.getInteger("load.seconds", 15);
  private static final int WARM_UP_SECONDS = Integer.getInteger("load.warm", 10);
  private static final int CONNECTIONS = 8;
  private static final int ON_ONE_RESPONSE = 50;
  private static final int USERS = 2_000;

  /** It answers in every country; the others know what stands in theirs. */
  private static final int LAST = Integer.MAX_VALUE;

  /** Between two answers of one person in the last hour, on average. */
  private static final int THINK_SECONDS = 15;

  private static LoadedServer server;

  @BeforeAll
  static void seed() {
    server = LoadedServer.start();
  }

  /** One answer after the other, each a new value over the last. */
  @Test
  void oneAnswerAtATime() {
    measure(
        "one answer, " + CONNECTIONS + " connections",
        1,
        person -> {
          AtomicInteger count = new AtomicInteger();
          int[] revisions = new int[LoadedServer.SECTIONS * LoadedServer.QUESTIONS];
          return () -> {
            int question = count.getAndIncrement() % revisions.length;
            HttpResponse<String> reply =
                server.give(person, person, question, revisions[question], "answer " + count.get());
            assertEquals(200, reply.statusCode(), reply.body());
            revisions[question]++;
          };
        });
  }

  /** A page with thirty changed answers, posted as the form without a script does. */
  @Test
  void aPageOfThirtyAnswers() {
    measure(
        "a page of 30 answers, " + CONNECTIONS + " connections",
        1,
        person -> {
          AtomicInteger count = new AtomicInteger();
          int country = CONNECTIONS + person;
          return () -> {
            int round = count.getAndIncrement();
            HttpResponse<String> reply =
                server.post(
                    country,
                    round % LoadedServer.SECTIONS,
                    round / LoadedServer.SECTIONS,
                    "page " + round);
            assertEquals(303, reply.statusCode(), reply.body());
          };
        });
  }

  /** Three hundred answers at once, all or nothing, each a row with its history. */
  @Test
  void aWholeResponseOfThreeHundredAnswers() {
    measure(
        "a whole response of 300 answers, " + CONNECTIONS + " connections",
        1,
        person -> {
          AtomicInteger count = new AtomicInteger();
          return () -> {
            int round = count.getAndIncrement();
            int country = 3 * CONNECTIONS + person * 20 + round % 20;
            HttpResponse<String> reply = server.giveAll(country, round / 20, "whole " + round);
            assertEquals(200, reply.statusCode(), reply.body());
          };
        });
  }

  /**
   * Fifty people on the thirty questions of one section, as fast as they can; whoever was too late
   * looks at the other answer and gives her own over it.
   */
  @Test
  void fiftyContributorsOnOneResponse() {
    int country = 2 * CONNECTIONS;
    Map<Integer, AtomicInteger> acknowledged = new ConcurrentHashMap<>();
    AtomicInteger tooLate = new AtomicInteger();
    Load.Figures figures =
        Load.run(
            ON_ONE_RESPONSE,
            SECONDS,
            person -> {
              Random chance = new Random(person);
              return () -> {
                int question = chance.nextInt(LoadedServer.QUESTIONS);
                giveOver(country, person, question, acknowledged, tooLate, chance.nextLong());
              };
            });
    System.out.println(figures.line("50 contributors on one response, answers"));
    System.out.println("  too late and given again: " + tooLate);
    assertNothingLost(country, acknowledged);
  }

  /** Two thousand people on 193 responses, each thinking between two answers. */
  @Test
  @Order(LAST)
  void theLastHourBeforeTheDeadline() {
    List<Map<Integer, AtomicInteger>> acknowledged = new ArrayList<>();
    for (int country = 0; country < LoadedServer.COUNTRIES; country++) {
      acknowledged.add(new ConcurrentHashMap<>());
    }
    AtomicInteger tooLate = new AtomicInteger();
    int[] before = server.revisions();
    Load.Figures figures =
        Load.thinking(
            USERS,
            2 * SECONDS,
            THINK_SECONDS,
            person -> {
              Random chance = new Random(person);
              int country = person % LoadedServer.COUNTRIES;
              return () ->
                  giveOver(
                      country,
                      person,
                      chance.nextInt(LoadedServer.SECTIONS * LoadedServer.QUESTIONS),
                      acknowledged.get(country),
                      tooLate,
                      chance.nextLong());
            });
    System.out.println(figures.line("2,000 people on 193 responses, answers"));
    System.out.println("  too late and given again: " + tooLate);
    int[] after = server.revisions();
    for (int country = 0; country < LoadedServer.COUNTRIES; country++) {
      int given = acknowledged.get(country).values().stream().mapToInt(AtomicInteger::get).sum();
      assertEquals(given, after[country] - before[country], "revisions of country " + country);
    }
  }

  private static void giveOver(
      int country,
      int person,
      int question,
      Map<Integer, AtomicInteger> acknowledged,
      AtomicInteger tooLate,
      long chance) {
    int revision = server.revision(country, question);
    while (true) {
      HttpResponse<String> reply =
          server.give(country, person, question, revision, person + " says " + chance);
      if (reply.statusCode() == 200) {
        acknowledged.computeIfAbsent(question, q -> new AtomicInteger()).incrementAndGet();
        return;
      }
      assertEquals(412, reply.statusCode(), reply.body());
      tooLate.incrementAndGet();
      revision = server.revision(country, question);
    }
  }

  /** Each acknowledged answer is one revision: fewer would be lost updates, more made up. */
  private static void assertNothingLost(int country, Map<Integer, AtomicInteger> acknowledged) {
    assertTrue(!acknowledged.isEmpty(), "nothing was saved");
    acknowledged.forEach(
        (question, count) ->
            assertEquals(
                count.get(), server.revision(country, question), "revisions of " + question));
  }

  private static void measure(String what, int answers, Load.Person work) {
    Load.Person kept = Load.kept(work);
    Load.run(CONNECTIONS, WARM_UP_SECONDS, kept);
    System.out.println(Load.run(CONNECTIONS, SECONDS, kept).line(what));
  }
}

package org.infostate;

import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** People who ask a server at the same time, and how long each waited. */
final class Load {

  /** Threads that work for people who think most of the time. */
  private static final int HANDS = 64;

  private Load() {}

  /** What one of the people does, again and again. */
  interface Person {
    Runnable number(int person);
  }

  /**
   * What was measured.
   *
   * @param nanoseconds of each request, sorted
   */
  record Figures(long[] nanoseconds, double seconds) {

    String line(String what) {
      return String.format(
          Locale.ROOT,
          "%s: %d in %.1f s = %.0f/s, p50 %.1f ms, p95 %.1f ms, p99 %.1f ms, longest %.1f ms",
          what,
          nanoseconds.length,
          seconds,
          nanoseconds.length / seconds,
          milliseconds(0.5),
          milliseconds(0.95),
          milliseconds(0.99),
          milliseconds(1));
    }

    private double milliseconds(double share) {
      return nanoseconds.length == 0
          ? Double.NaN
          : nanoseconds[(int) Math.ceil(share * nanoseconds.length) - 1] / 1e6;
    }
  }

  /** The same people in two runs. */
  static Person kept(Person work) {
    Map<Integer, Runnable> people = new ConcurrentHashMap<>();
    return person -> people.computeIfAbsent(person, work::number);
  }

  /** Everybody works without a pause. */
  static Figures run(int people, int seconds, Person work) {
    return measure(
        people,
        (end, times) -> {
          ExecutorService threads = Executors.newFixedThreadPool(people);
          ConcurrentLinkedQueue<Throwable> failures = new ConcurrentLinkedQueue<>();
          for (int person = 0; person < people; person++) {
            Runnable one = work.number(person);
            threads.execute(
                () -> {
                  while (System.nanoTime() < end && failures.isEmpty()) {
                    time(one, times, failures);
                  }
                });
          }
          finish(threads, seconds);
          rethrow(failures);
        },
        seconds);
  }

  /** Everybody pauses between two requests, by chance, so long on average. */
  static Figures thinking(int people, int seconds, int thinkSeconds, Person work) {
    return measure(
        people,
        (end, times) -> {
          ScheduledExecutorService hands = Executors.newScheduledThreadPool(HANDS);
          ConcurrentLinkedQueue<Throwable> failures = new ConcurrentLinkedQueue<>();
          CountDownLatch left = new CountDownLatch(people);
          for (int person = 0; person < people; person++) {
            Random chance = new Random(person + 1_000_000L);
            Runnable one = work.number(person);
            Runnable[] again = new Runnable[1];
            again[0] =
                () -> {
                  if (System.nanoTime() >= end || !failures.isEmpty()) {
                    left.countDown();
                    return;
                  }
                  time(one, times, failures);
                  hands.schedule(again[0], pause(chance, thinkSeconds), TimeUnit.MILLISECONDS);
                };
            hands.schedule(again[0], pause(chance, thinkSeconds), TimeUnit.MILLISECONDS);
          }
          await(left, end);
          hands.shutdownNow();
          finish(hands, seconds);
          rethrow(failures);
        },
        seconds);
  }

  private static long pause(Random chance, int thinkSeconds) {
    return (long) (-Math.log(1 - chance.nextDouble()) * thinkSeconds * 1000);
  }

  private interface Work {
    void until(long end, ConcurrentLinkedQueue<Long> times);
  }

  private static Figures measure(int people, Work work, int seconds) {
    ConcurrentLinkedQueue<Long> times = new ConcurrentLinkedQueue<>();
    long start = System.nanoTime();
    work.until(start + TimeUnit.SECONDS.toNanos(seconds), times);
    double taken = Math.min((System.nanoTime() - start) / 1e9, seconds);
    long[] sorted = times.stream().mapToLong(Long::longValue).toArray();
    Arrays.sort(sorted);
    return new Figures(sorted, taken);
  }

  private static void time(
      Runnable one, ConcurrentLinkedQueue<Long> times, ConcurrentLinkedQueue<Throwable> failures) {
    long start = System.nanoTime();
    try {
      one.run();
      times.add(System.nanoTime() - start);
    } catch (RuntimeException | AssertionError e) {
      failures.add(e);
    }
  }

  private static void finish(ExecutorService threads, int seconds) {
    threads.shutdown();
    try {
      if (!threads.awaitTermination(seconds + 120L, TimeUnit.SECONDS)) {
        throw new IllegalStateException("the people do not end");
      }
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private static void await(CountDownLatch left, long end) {
    try {
      long rest = Math.max(0, end - System.nanoTime());
      TimeUnit.NANOSECONDS.sleep(rest);
      left.await(5, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private static void rethrow(ConcurrentLinkedQueue<Throwable> failures) {
    if (!failures.isEmpty()) {
      throw new AssertionError(failures.size() + " requests failed", failures.peek());
    }
  }
}

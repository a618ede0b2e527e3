package org.infostate.portfolio;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.function.IntConsumer;
import java.util.function.IntFunction;

/**
 * How far a choice rests on numbers that could be others: the same task solved once for each of
 * many menus.
 *
 * @param chosen by country and kind, the share of the tasks in which the country was given the
 *     kind, alone or with others, in whatever year: above 0, to 1; what was never chosen is not
 *     there
 * @param tasks how many there were
 * @param timeOuts how many of them ran out of time: their choices may be others the next time
 */
public record Robustness(Map<Given, Double> chosen, int tasks, int timeOuts) {

  /**
   * What a country is given.
   *
   * @param kind of an offer
   */
  public record Given(String country, String kind) {

    static Given of(Portfolio.Choice choice) {
      return new Given(choice.seat().country(), choice.offer().kind());
    }
  }

  public Robustness {
    chosen = Map.copyOf(chosen);
  }

  /**
   * @param tasks how many times, 1 or more
   * @param menus by number of the task, from 0
   * @param done told how many tasks are done
   * @throws java.util.concurrent.CancellationException if it was ended
   */
  public static Robustness of(
      Terms terms,
      int tasks,
      IntFunction<Menu> menus,
      Duration patience,
      Ending ending,
      IntConsumer done) {
    Map<Given, Integer> counts = new HashMap<>();
    int timeOuts = 0;
    for (int i = 0; i < tasks; i++) {
      ending.check();
      Portfolio portfolio = BestPortfolio.of(menus.apply(i), terms, patience, ending);
      portfolio.choices().forEach(choice -> counts.merge(Given.of(choice), 1, Integer::sum));
      timeOuts += portfolio.method() == Portfolio.Method.TIME_OUT ? 1 : 0;
      done.accept(i + 1);
    }
    Map<Given, Double> chosen = new HashMap<>();
    counts.forEach((given, count) -> chosen.put(given, (double) count / tasks));
    return new Robustness(chosen, tasks, timeOuts);
  }
}

package org.infostate.portfolio;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.IntConsumer;
import java.util.function.IntFunction;

/**
 * How far a choice rests on numbers that could be others: the same task solved once for each of
 * many sets of gaps.
 *
 * @param chosen by seat, the share of the tasks in which it was chosen, 0 to 1
 * @param tasks how many there were
 * @param timeOuts how many of them ran out of time: their choices may be others the next time
 */
public record Robustness(Map<String, Double> chosen, int tasks, int timeOuts) {

  /**
   * @param tasks how many times, 1 or more
   * @param draws by number of the draw, from 0, and key of a gap: what it is multiplied by; 1 where
   *     nothing is said
   * @param done told how many tasks are done
   * @throws java.util.concurrent.CancellationException if it was ended
   */
  public static Robustness of(
      Menu menu,
      Terms terms,
      int tasks,
      IntFunction<Map<String, Double>> draws,
      Duration patience,
      Ending ending,
      IntConsumer done) {
    Map<String, Integer> counts = new LinkedHashMap<>();
    menu.offers().forEach(o -> o.seats().forEach(seat -> counts.put(seat.id(), 0)));
    int timeOuts = 0;
    for (int i = 0; i < tasks; i++) {
      ending.check();
      Portfolio portfolio = BestPortfolio.of(menu.scaled(draws.apply(i)), terms, patience, ending);
      portfolio.choices().forEach(choice -> counts.merge(choice.seat().id(), 1, Integer::sum));
      timeOuts += portfolio.method() == Portfolio.Method.TIME_OUT ? 1 : 0;
      done.accept(i + 1);
    }
    Map<String, Double> chosen = new LinkedHashMap<>();
    counts.forEach((seat, count) -> chosen.put(seat, (double) count / tasks));
    return new Robustness(chosen, tasks, timeOuts);
  }
}

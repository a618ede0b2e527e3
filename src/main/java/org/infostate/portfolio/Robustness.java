package org.infostate.portfolio;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.function.IntPredicate;

/**
 * How far a choice rests on numbers that could be others: the same task solved once for each of
 * many sets of gaps.
 *
 * @param chosen by seat, the share of the tasks in which it was chosen, 0 to 1
 * @param tasks how many there were
 */
public record Robustness(Map<String, Double> chosen, int tasks) {

  /**
   * @param draws by draw and key of a gap, what it is multiplied by; 1 where nothing is said
   * @param goOn told how many tasks are done; false ends it
   * @throws CancellationException if it was ended
   */
  public static Robustness of(
      Menu menu,
      Terms terms,
      List<Map<String, Double>> draws,
      Duration patience,
      IntPredicate goOn) {
    Map<String, Integer> counts = new LinkedHashMap<>();
    menu.offers().forEach(o -> o.seats().forEach(seat -> counts.put(seat.id(), 0)));
    for (int i = 0; i < draws.size(); i++) {
      Portfolio portfolio = BestPortfolio.of(menu.scaled(draws.get(i)), terms, patience);
      portfolio.choices().forEach(choice -> counts.merge(choice.seat().id(), 1, Integer::sum));
      if (!goOn.test(i + 1)) {
        throw new CancellationException("Ended after " + (i + 1) + " tasks.");
      }
    }
    Map<String, Double> chosen = new LinkedHashMap<>();
    counts.forEach((seat, count) -> chosen.put(seat, (double) count / draws.size()));
    return new Robustness(chosen, draws.size());
  }
}

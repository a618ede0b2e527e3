package org.infostate.portfolio;

import java.time.Duration;

/** The best choice from a menu within terms. */
public final class BestPortfolio {

  private BestPortfolio() {}

  /**
   * The plain task is solved exactly, any other by branch and bound.
   *
   * @param patience how long a task that is not plain may take
   * @return always something within the terms; at worst nothing is chosen, and the bound says so
   */
  public static Portfolio of(Menu menu, Terms terms, Duration patience) {
    return of(menu, terms, patience, new Ending());
  }

  /**
   * The same, that can be ended while it goes.
   *
   * @throws java.util.concurrent.CancellationException if it was ended
   */
  public static Portfolio of(Menu menu, Terms terms, Duration patience, Ending ending) {
    return Knapsack.solves(menu, terms)
        ? Knapsack.solve(menu, terms, ending)
        : MixedInteger.solve(menu, terms, patience, ending);
  }
}

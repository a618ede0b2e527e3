package org.infostate.plan;

import org.infostate.portfolio.Ending;

/**
 * How far a composition is, told between the thread that composes and the one that puts it down.
 */
final class PlanProgress {

  private final Ending ending = new Ending();
  private volatile Plan.Stage stage = Plan.Stage.MEASURING;
  private volatile int drawn;

  /**
   * @throws java.util.concurrent.CancellationException if it was cancelled
   */
  void enter(Plan.Stage next) {
    ending.check();
    stage = next;
  }

  Plan.Stage stage() {
    return stage;
  }

  void drawn(int number) {
    drawn = number;
  }

  /** How many draws have been chosen from. */
  int drawn() {
    return drawn;
  }

  /** What ends the search that goes on. */
  Ending ending() {
    return ending;
  }
}

package org.infostate.scorings;

import java.time.Clock;
import java.time.Instant;
import org.infostate.problem.ProblemKind;

/** Ends what takes too long: to be run again and again while it goes on. */
final class TimeLimit implements Runnable {

  /** Asking the clock costs more than most steps between. */
  private static final int ASK_EVERY = 64;

  private final Clock clock;
  private final Instant end;
  private int runs;

  TimeLimit(Clock clock) {
    this.clock = clock;
    this.end = clock.instant().plus(Limits.LONGEST_RUN);
  }

  /**
   * @throws org.infostate.problem.ProblemException if the time is over
   */
  @Override
  public void run() {
    if (runs++ % ASK_EVERY == 0 && clock.instant().isAfter(end)) {
      throw ProblemKind.SCORING_TOO_LONG.exception(Limits.LONGEST_RUN.toSeconds());
    }
  }
}

package org.infostate.uncertainty;

/** Told how far an experiment has come, from any thread; may end it. */
@FunctionalInterface
public interface Progress {

  Progress UNWATCHED = (done, all) -> true;

  /**
   * @param done replications so far, not always in order
   * @param all replications in all
   * @return false to end the experiment
   */
  boolean report(int done, int all);
}

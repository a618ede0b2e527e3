package org.infostate.portfolio;

import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ConcurrentHashMap;

/**
 * A way to end a search from another thread. It ends once; a search that begins afterwards ends at
 * once.
 */
public final class Ending {

  private final Set<Runnable> watched = ConcurrentHashMap.newKeySet();
  private volatile boolean ended;

  /** Ends whatever is searched with this; may be called more than once. */
  public void end() {
    ended = true;
    watched.forEach(Runnable::run);
  }

  /**
   * @throws CancellationException if it was ended
   */
  public void check() {
    if (ended) {
      throw new CancellationException("The search was ended.");
    }
  }

  /**
   * @param stop makes a solver stop soon; called from the thread that ends the search
   */
  void watch(Runnable stop) {
    watched.add(stop);
    if (ended) {
      stop.run();
    }
  }

  void leave(Runnable stop) {
    watched.remove(stop);
  }
}

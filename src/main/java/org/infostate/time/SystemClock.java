package org.infostate.time;

import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Produces;
import java.time.Clock;

/** The clock of the running server; everything else is given the time. */
@Dependent
public class SystemClock {

  @Produces
  @Dependent
  Clock clock() {
    return Clock.systemUTC();
  }
}

package org.infostate.planted.round;

import java.time.Instant;
import java.util.Random;

/** Takes time and chance from nowhere. */
final class Clockwork {

  Instant now() {
    return Instant.now();
  }

  double chance() {
    return new Random().nextDouble();
  }
}

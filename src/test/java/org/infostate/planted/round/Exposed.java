package org.infostate.planted.round;

/** Lets everybody write its field. */
final class Exposed {
  public int count;
}

package org.infostate.planning;

import java.util.Arrays;
import java.util.Optional;

/**
 * What besides its gap moves a country up or down the list. Each has a value from 0 to 1; where it
 * is not known, something is assumed, and what follows from that is said.
 */
public enum PriorityPart {
  /** How near its info-state is to the low end, which serves staging and transit. */
  LOW_END("lowEnd", 0.5, 0.5),
  /** How fast the digital divide closes there. */
  CLOSING("closing", 0.25, 0),
  /** How far systems there are seen to serve attacks: staging and transit, as they are counted. */
  STAGING("staging", 0.25, 0),
  /** The share of its gap that lies where the country asked for help. */
  DEMAND("demand", 0.25, 0),
  /** The share of what is missing that has been begun. */
  READINESS("readiness", 0.25, 0),
  /** The share of its gap that lies where the country is helped already; the one that lowers. */
  RECEIVED("received", 0.25, 0);

  private final String code;
  private final double usual;
  private final double assumed;

  PriorityPart(String code, double usual, double assumed) {
    this.code = code;
    this.usual = usual;
    this.assumed = assumed;
  }

  static Optional<PriorityPart> of(String code) {
    return Arrays.stream(values()).filter(part -> part.code.equals(code)).findFirst();
  }

  /** As it stands in addresses, orders, replies and keys of texts. */
  public String code() {
    return code;
  }

  /** The weight that it has where nobody chooses. */
  double usual() {
    return usual;
  }

  /** The value that it is taken to have where it is not known. */
  double assumed() {
    return assumed;
  }

  public boolean lowers() {
    return this == RECEIVED;
  }

  /** The highest weight: what lowers may take away all of the need, but no more. */
  public double most() {
    return lowers() ? 1 : PriorityWeights.MOST;
  }

  double sign() {
    return lowers() ? -1 : 1;
  }
}

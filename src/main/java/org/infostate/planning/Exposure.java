package org.infostate.planning;

/**
 * How much a country's place on the digital divide exposes it, and others through it.
 *
 * @param infoState number of its info-state, 1 for the highest; null where it is not known
 * @param infoStates how many info-states there are
 * @param closing how far its growth lies between the median country (0) and the fastest tenth (1);
 *     null where its growth is not known
 */
public record Exposure(Integer infoState, int infoStates, Double closing) {

  /** Of a country of which nothing is known. */
  public static final Exposure NOT_KNOWN = new Exposure(null, 0, null);

  private static final double MIDDLE = 0.5;

  /**
   * How near the country is to the low end: 0 in the highest info-state, 1 in the lowest; the
   * middle where its info-state is not known.
   */
  public double lowEnd() {
    if (infoState == null) {
      return MIDDLE;
    }
    return infoStates < 2 ? 0 : (infoState - 1.0) / (infoStates - 1);
  }

  /** How fast the divide closes there; 0 where its growth is not known. */
  public double closingOrNone() {
    return closing == null ? 0 : closing;
  }
}

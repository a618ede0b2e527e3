package org.infostate.planning;

/**
 * How much a country's place on the digital divide exposes it, and others through it.
 *
 * @param infoState number of its info-state, 1 for the highest; null where it is not known
 * @param infoStates how many info-states there are
 * @param closing how far its growth lies between the median country (0) and the fastest tenth (1);
 *     null where its growth is not known
 * @param staging the share of the other countries in which fewer systems are seen to take part in
 *     attacks, 0 to 1; null where there are no figures
 */
public record Exposure(Integer infoState, int infoStates, Double closing, Double staging) {

  /** Of a country of which nothing is known. */
  public static final Exposure NOT_KNOWN = new Exposure(null, 0, null, null);

  /**
   * How near the country is to the low end: 0 in the highest info-state, 1 in the lowest; null
   * where its info-state is not known.
   */
  public Double lowEnd() {
    if (infoState == null) {
      return null;
    }
    return infoStates < 2 ? 0 : (infoState - 1.0) / (infoStates - 1);
  }
}

package org.infostate.planning;

/**
 * The place of a country in the list, with the numbers that it follows from.
 *
 * @param rank 1 for the greatest need; equal needs share the best of their ranks
 * @param rankInInfoState the same among the countries of its info-state
 * @param factor what its exposure multiplies its gap by, from 1
 * @param need (missing + weight of the unknown * unknown) * factor
 * @param least the need if nothing that is not known were missing
 * @param most the need if all that is not known were missing
 */
public record Priority(
    int rank,
    int rankInInfoState,
    Need gaps,
    Exposure exposure,
    double factor,
    double need,
    double least,
    double most) {

  public String iso3() {
    return gaps.iso3();
  }
}

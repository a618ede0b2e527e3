package org.infostate.planning;

import java.util.List;

/**
 * The place of a country in the list, with the numbers that it follows from.
 *
 * @param rank 1 for the greatest need; equal needs share the best of their ranks
 * @param rankInInfoState the same among the countries of its info-state
 * @param parts what its gap is multiplied by, each part of it
 * @param factor 1 and what the parts add, 0 or more
 * @param need (missing + weight of the unknown * unknown) * factor
 * @param least the need if all that is not known were as harmless as can be
 * @param most the need if all that is not known were as grave as can be
 */
public record Priority(
    int rank,
    int rankInInfoState,
    Need gaps,
    Exposure exposure,
    Demand demand,
    List<Part> parts,
    double factor,
    double need,
    double least,
    double most) {

  /**
   * A part of the factor.
   *
   * @param value 0 to 1; null where it is not known
   * @param counted the value, or what is assumed where it is not known
   * @param adds weight * counted, below 0 for what lowers
   */
  public record Part(PriorityPart part, Double value, double counted, double adds) {}

  public Priority {
    parts = List.copyOf(parts);
  }

  public String iso3() {
    return gaps.iso3();
  }

  public Part part(PriorityPart wanted) {
    return parts.get(wanted.ordinal());
  }
}

package org.infostate.assessment;

import java.util.Locale;

/**
 * A country in an assessment, in a run over statistics one year of it.
 *
 * @param year null in a run over a round
 * @param responseId the response that was read; null where there is none
 * @param group number of its info-state, 1 for the highest; null where it has none
 * @param groupYear the year that the info-state is of; null where there is none
 */
public record AssessedCase(
    String iso3, Integer year, Basis basis, Long responseId, Integer group, Integer groupYear) {

  /** What the scores rest on. */
  public enum Basis {
    STATISTICS,
    /** A response that a reviewer has accepted. */
    ACCEPTED,
    /** A response that nobody has accepted yet. */
    SUBMITTED,
    /** A country of the round without a response that could be read: it has no scores. */
    NONE;

    /** As it stands in replies and keys of texts. */
    public String code() {
      return name().toLowerCase(Locale.ROOT);
    }
  }
}

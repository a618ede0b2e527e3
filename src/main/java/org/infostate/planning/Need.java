package org.infostate.planning;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * What a country lacks, in points of 100: 100 is the whole capacity that the index measures. In
 * place, missing and unknown make 100.
 *
 * @param missing known not to be there
 * @param unknown ought to be known and is not
 * @param pillars their parts in both; they add up to them
 */
public record Need(String iso3, double missing, double unknown, List<Gap> pillars) {

  /**
   * The part of one element, in points of the whole.
   *
   * @param applicable what it can have at most: missing, unknown and in place make it up
   * @param begun of what is missing, that of indicators of which some is in place
   */
  public record Gap(
      String element, double applicable, double missing, double unknown, double begun) {

    /** Share that is known to be in place, 0 to 1. */
    public double inPlace() {
      return applicable > 0 ? Math.max(0, 1 - (missing + unknown) / applicable) : 0;
    }
  }

  public Need {
    pillars = List.copyOf(pillars);
  }

  public double inPlace() {
    return 100 - missing - unknown;
  }

  /**
   * The share of what is missing that has been begun: a draft, a plan, a unit that is set up and
   * does not work yet, hours that are covered in part. 0 where nothing is missing.
   */
  public double readiness() {
    return missing > 0 ? pillars.stream().mapToDouble(Gap::begun).sum() / missing : 0;
  }

  /** The pillar in which most is known to be missing; empty where nothing is. */
  public Optional<Gap> largestGap() {
    return pillars.stream()
        .filter(gap -> gap.missing() > 0)
        .max(Comparator.comparingDouble(Gap::missing));
  }
}

package org.infostate.planning;

import java.util.Set;
import java.util.TreeSet;

/**
 * What a country says about assistance, as elements of the index right below the whole.
 *
 * @param asked where it asked for help; null where it has not said
 * @param received where it is helped already; null where nobody has said
 */
public record Demand(Set<String> asked, Set<String> received) {

  /** Of a country that has said nothing. */
  public static final Demand NOT_KNOWN = new Demand(null, null);

  /**
   * The same with more help that is known of.
   *
   * @param more null for none
   */
  Demand and(Set<String> more) {
    if (more == null) {
      return this;
    }
    Set<String> all = new TreeSet<>(more);
    if (received != null) {
      all.addAll(received);
    }
    return new Demand(asked, all);
  }

  /**
   * The share of a gap that lies in some elements, 0 to 1; null where they are not known. Of a
   * country that lacks nothing it is 0.
   *
   * @param unknown weight of what is not known
   */
  static Double share(Need need, Set<String> elements, double unknown) {
    if (elements == null) {
      return null;
    }
    double inside = 0;
    double all = 0;
    for (Need.Gap gap : need.pillars()) {
      double points = gap.missing() + unknown * gap.unknown();
      all += points;
      inside += elements.contains(gap.element()) ? points : 0;
    }
    return all > 0 ? inside / all : 0;
  }
}

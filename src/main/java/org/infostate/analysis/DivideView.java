package org.infostate.analysis;

import java.util.List;
import java.util.Map;
import org.infostate.cluster.Divide;
import org.infostate.cluster.Grouping;
import org.infostate.cluster.Groups;
import org.infostate.cluster.Movement;
import org.infostate.problem.ProblemKind;
import org.infostate.scoring.Scope;
import org.infostate.scoring.Table;

/**
 * The divide between groups of countries over years, and who moved between them.
 *
 * @param element whose scores
 * @param grouping how the groups were found
 * @param divide over the countries that have a score in every year, in their groups of the first
 * @param movement between the groups of the first and those of the last year
 * @param members of each group in the first year, from the highest, among those countries
 */
public record DivideView(
    String element, Grouping grouping, Divide divide, Movement movement, int[] members) {

  static final int USUAL_GROUPS = 3;
  static final int MOST_GROUPS = 10;

  /**
   * @param from the first year if null
   * @param to the last year if null
   * @param wanted element, the whole if null
   * @param count of groups; as the index declares them if null, else {@value #USUAL_GROUPS}
   * @throws org.infostate.problem.ProblemException if scores of two years can not be compared, the
   *     years or the count are not to be had, or no country has a score in all of them
   */
  static DivideView of(Subject subject, Integer from, Integer to, String wanted, Integer count) {
    subject.requireComparableYears();
    String element = subject.element(wanted);
    List<Integer> years = subject.years();
    int first = from == null ? years.get(0) : from;
    int last = to == null ? years.get(years.size() - 1) : to;
    if (!years.contains(first)) {
      throw Subject.refused("from", first);
    }
    if (!years.contains(last) || last <= first) {
      throw Subject.refused("to", last);
    }
    Grouping grouping = grouping(subject, element, count);
    Table scores = subject.result().scores();
    Map<Integer, Groups> groups = grouping.of(scores);
    if (groups.get(first).count() < 2) {
      throw ProblemKind.DIVIDE_WITHOUT_UNITS.exception(String.valueOf(first), String.valueOf(last));
    }
    Divide divide;
    try {
      divide = Divide.of(scores, element, groups, first, last);
    } catch (IllegalArgumentException e) {
      throw ProblemKind.DIVIDE_WITHOUT_UNITS.exception(String.valueOf(first), String.valueOf(last));
    }
    int[] members = new int[divide.years().get(0).groupMeans().length];
    for (int group : divide.start()) {
      members[group - 1]++;
    }
    return new DivideView(
        element, grouping, divide, Movement.of(scores, groups, first, last), members);
  }

  private static Grouping grouping(Subject subject, String element, Integer count) {
    Grouping declared = subject.declared(element);
    if (declared != null && (count == null || count == declared.count())) {
      return declared;
    }
    int groups = count == null ? USUAL_GROUPS : count;
    if (groups < 2 || groups > MOST_GROUPS) {
      throw Subject.refused("count", groups);
    }
    return new Grouping(
        element, Grouping.Method.BREAKS, groups, true, List.of(), Scope.EACH_YEAR, List.of());
  }

  public Divide.Year first() {
    return divide.years().get(0);
  }

  public Divide.Year last() {
    return divide.years().get(divide.years().size() - 1);
  }

  /** Number of the group in the middle; of an even number the upper one. */
  public int middle() {
    return (first().groupMeans().length + 1) / 2;
  }

  /** Number of the lowest group. */
  public int lowest() {
    return first().groupMeans().length;
  }
}

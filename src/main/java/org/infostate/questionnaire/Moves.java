package org.infostate.questionnaire;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Which names have changed their place among the others. */
final class Moves {

  private Moves() {}

  /**
   * The fewest names that must be taken out for the rest to stand in the same order; names that are
   * in one list only do not count. By the longest increasing subsequence, in n log n.
   *
   * @param before without repetition
   * @param after without repetition
   * @return in the order of {@code after}
   */
  static List<String> of(List<String> before, List<String> after) {
    Map<String, Integer> places = new HashMap<>();
    for (String name : before) {
      places.put(name, places.size());
    }
    List<String> common = after.stream().filter(places::containsKey).toList();
    int[] ends = new int[common.size()];
    int[] previous = new int[common.size()];
    int length = 0;
    for (int i = 0; i < common.size(); i++) {
      int low = 0;
      int high = length;
      while (low < high) {
        int middle = (low + high) >>> 1;
        boolean less = places.get(common.get(ends[middle])) < places.get(common.get(i));
        low = less ? middle + 1 : low;
        high = less ? high : middle;
      }
      previous[i] = low == 0 ? -1 : ends[low - 1];
      ends[low] = i;
      length = Math.max(length, low + 1);
    }
    Set<String> stay = new HashSet<>();
    for (int i = length == 0 ? -1 : ends[length - 1]; i >= 0; i = previous[i]) {
      stay.add(common.get(i));
    }
    return common.stream().filter(name -> !stay.contains(name)).toList();
  }
}

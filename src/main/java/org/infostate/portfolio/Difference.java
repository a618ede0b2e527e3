package org.infostate.portfolio;

import java.util.List;

/**
 * What one choice has and another has not. A seat in another year is in neither list.
 *
 * @param only in the second
 * @param dropped only in the first
 * @param cost what the second costs more
 * @param gain what the second gains more
 */
public record Difference(
    List<Portfolio.Choice> only, List<Portfolio.Choice> dropped, long cost, double gain) {

  public static Difference between(Portfolio first, Portfolio second) {
    return new Difference(
        missing(second, first),
        missing(first, second),
        second.cost() - first.cost(),
        second.gain() - first.gain());
  }

  private static List<Portfolio.Choice> missing(Portfolio there, Portfolio here) {
    return there.choices().stream().filter(choice -> !here.takes(choice.seat().id())).toList();
  }
}

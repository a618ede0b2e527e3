package org.infostate.portfolio;

import java.util.List;
import java.util.Map;

/**
 * What was chosen.
 *
 * @param choices in the order of the menu
 * @param costs by year
 * @param gain what of all gaps is closed
 * @param bound no choice within the terms can gain more than this
 * @param basis what the bound rests on
 * @param method how it was found
 * @param gains by country
 */
public record Portfolio(
    List<Choice> choices,
    List<Long> costs,
    double gain,
    double bound,
    Basis basis,
    Method method,
    Map<String, Double> gains) {

  /** How a portfolio was found. */
  public enum Method {
    /** Dynamic programming: there is no better one. */
    EXACT,
    /** Branch and bound that ended by itself. */
    SEARCHED,
    /** Branch and bound that ran out of time. */
    TIME_OUT
  }

  /** What a bound rests on. */
  public enum Basis {
    /** There is no better choice. */
    EXACT,
    /** The task in which offers may be given in part was solved. */
    RELAXED,
    /**
     * That task was not solved in time, or wrongly. The bound is far from what can be had: the
     * lesser of all that the offers could close together, and of what all budgets buy of the offers
     * that close most for their cost, without regard to any other term.
     */
    COUNTED
  }

  /**
   * A seat that is taken.
   *
   * @param year 1 for the first
   */
  public record Choice(Offer offer, Seat seat, int year) {}

  public Portfolio {
    choices = List.copyOf(choices);
    costs = List.copyOf(costs);
    gains = Map.copyOf(gains);
  }

  public long cost() {
    return costs.stream().mapToLong(Long::longValue).sum();
  }

  /** How far below the bound it may be, as a share of the bound: 0 for the best there is. */
  public double gap() {
    return bound <= gain || bound == 0 ? 0 : (bound - gain) / bound;
  }

  /** Whether a seat is taken. */
  public boolean takes(String seat) {
    return choices.stream().anyMatch(choice -> choice.seat().id().equals(seat));
  }
}

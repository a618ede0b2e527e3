package org.infostate.plan;

import java.util.List;
import java.util.Map;
import org.infostate.planning.PlanningPages;
import org.infostate.planning.PriorityWeights;
import org.infostate.planning.Target;

/**
 * What a planner asks for. Title, assessment and budgets are needed, everything else may be null.
 *
 * @param assessment id of a finished assessment that priorities follow from
 * @param budgets by year, one to {@value #MOST_YEARS}, in whole units of the catalogue's currency
 * @param mostPerCountry actions for one country; any number if null
 * @param ldcShare least share of the spending for least developed countries, 0 to 1; 0 if null
 * @param lowEndShare the same for the lowest info-state
 * @param yearlyLoss share of its effect that an action loses for each year that it comes later, 0
 *     to less than 1; 0 if null
 * @param target code of what gaps are measured to, see {@link Target}; full capacity if null
 * @param weights of priorities by name, see {@link PriorityWeights}; the usual one where one is not
 *     there
 * @param moreMoney amount of which the plan is to say what it would buy in addition; {@value
 *     #USUAL_MORE} if null
 * @param draws of the newest uncertainty run with which the choice is made anew, 0 to {@value
 *     DrawChoices#MOST_DRAWS}; none if null
 * @param after id of the plan that this is to be the next version of; null for a plan of its own
 */
public record PlanOrder(
    String title,
    Long assessment,
    List<Long> budgets,
    Integer mostPerCountry,
    Double ldcShare,
    Double lowEndShare,
    Double yearlyLoss,
    String target,
    Map<String, Double> weights,
    Long moreMoney,
    Integer draws,
    Long after) {

  public static final int MOST_YEARS = 5;
  static final int TITLE_LENGTH = 200;
  static final long USUAL_MORE = 100_000;
  static final long MOST_MONEY = 1_000_000_000_000L;

  /**
   * @throws org.infostate.problem.ProblemException if one is out of its bounds
   */
  Target targetOrFull() {
    return PlanningPages.target(target);
  }

  PriorityWeights weightsOrUsual() {
    return PriorityWeights.of(weights == null ? Map.of() : weights);
  }

  double ldcShareOrNone() {
    return ldcShare == null ? 0 : ldcShare;
  }

  double lowEndShareOrNone() {
    return lowEndShare == null ? 0 : lowEndShare;
  }

  double yearlyLossOrNone() {
    return yearlyLoss == null ? 0 : yearlyLoss;
  }

  int drawsOrNone() {
    return draws == null ? 0 : draws;
  }

  long moreMoneyOrUsual() {
    return moreMoney == null ? USUAL_MORE : moreMoney;
  }
}

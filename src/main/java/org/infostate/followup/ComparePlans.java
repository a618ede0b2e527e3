package org.infostate.followup;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.infostate.plan.Plan;
import org.infostate.plan.Plans;
import org.infostate.problem.Place;
import org.infostate.problem.ProblemKind;

/** Finds two plans that can be compared, for the page and the API alike. */
@ApplicationScoped
public class ComparePlans {

  @Inject private Plans plans;

  /**
   * @param other null if none is named
   * @throws org.infostate.problem.ProblemException if one has no actions, or they are in different
   *     currencies
   */
  PlanComparison of(long id, Long other) {
    if (other == null) {
      throw ProblemKind.FIELD_MISSING.at(Place.question("with")).exception();
    }
    PlanComparison.Side first = side(id);
    PlanComparison.Side second = side(other);
    String currency = first.plan().catalogue().currency();
    String foreign = second.plan().catalogue().currency();
    if (!currency.equals(foreign)) {
      throw ProblemKind.PLAN_CURRENCIES.exception(currency, foreign);
    }
    return PlanComparison.of(first, second);
  }

  private PlanComparison.Side side(long id) {
    Plan plan = plans.requireComposed(id);
    return new PlanComparison.Side(plan, plans.actions(id), plans.countries(id));
  }
}

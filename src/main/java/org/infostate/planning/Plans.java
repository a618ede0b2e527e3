package org.infostate.planning;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.infostate.portfolio.Portfolio;
import org.infostate.problem.ProblemKind;

/** The store of plans and their actions. */
@ApplicationScoped
public class Plans {

  /** A plan that is composed for so long has lost its server. */
  private static final Duration SILENCE = Duration.ofMinutes(10);

  @PersistenceContext private EntityManager entities;
  @Inject private Clock clock;

  void add(Plan plan) {
    entities.persist(plan);
    // The job that is told of it needs its number.
    entities.flush();
  }

  /** All of them, the newest first. */
  public List<Plan> all() {
    return entities
        .createQuery("select p from Plan p order by p.id desc", Plan.class)
        .getResultList();
  }

  /** A plan, or a 404 problem. */
  public Plan require(long id) {
    Plan plan = entities.find(Plan.class, id);
    if (plan == null) {
      throw ProblemKind.NOT_FOUND.exception();
    }
    return plan;
  }

  /** The actions of a plan, in order. */
  public List<PlanAction> actions(long planId) {
    return entities
        .createQuery(
            "select a from PlanAction a where a.planId = :plan order by a.place", PlanAction.class)
        .setParameter("plan", planId)
        .getResultList();
  }

  /** An action of a plan, or a 404 problem. */
  PlanAction requireAction(long planId, int place) {
    return actions(planId).stream()
        .filter(action -> action.place() == place)
        .findFirst()
        .orElseThrow(ProblemKind.NOT_FOUND::exception);
  }

  /** Keeps what was chosen, and that the plan is composed: both or neither. */
  @Transactional(Transactional.TxType.REQUIRES_NEW)
  void keep(long id, Portfolio portfolio, double wholeNeed, double moreGain) {
    int place = 0;
    for (Portfolio.Choice choice : portfolio.choices()) {
      place++;
      entities.persist(new PlanAction(id, place, choice, ComposePlan.cost(portfolio, choice)));
    }
    require(id).composed(portfolio, wholeNeed, moreGain, clock.instant());
  }

  @Transactional(Transactional.TxType.REQUIRES_NEW)
  void fail(long id, ProblemKind kind) {
    Plan plan = require(id);
    if (plan.state() == Plan.State.COMPOSING) {
      plan.fail(kind.number(), clock.instant());
    }
  }

  /** Ends the plans whose server has died. */
  @Transactional(Transactional.TxType.REQUIRES_NEW)
  void failSilent() {
    entities
        .createQuery(
            "select p from Plan p where p.state = :composing and p.touchedAt < :since", Plan.class)
        .setParameter("composing", Plan.State.COMPOSING)
        .setParameter("since", clock.instant().minus(SILENCE))
        .getResultList()
        .forEach(plan -> plan.fail(ProblemKind.ASSESSMENT_INTERRUPTED.number(), clock.instant()));
  }
}

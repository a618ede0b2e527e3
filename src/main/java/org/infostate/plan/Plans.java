package org.infostate.plan;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.infostate.portfolio.Portfolio;
import org.infostate.problem.ProblemKind;

/** The store of plans and their actions. */
@ApplicationScoped
public class Plans {

  /** A composition that has not been heard of for so long has died with its server. */
  private static final Duration SILENCE = Duration.ofMinutes(2);

  @PersistenceContext private EntityManager entities;
  @Inject private Clock clock;

  /**
   * Stores a new plan.
   *
   * @param after the plan that it is the next version of; null if it is the first
   */
  void add(Plan plan, Long after) {
    if (after != null) {
      Plan earlier = require(after);
      // Two that are ordered at once get numbers one after the other.
      locked(earlier.first());
      plan.follows(
          earlier, 1 + versions(earlier).stream().mapToInt(Plan::version).max().orElseThrow());
    }
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

  /** A plan that has its actions; otherwise a problem that says why it has none. */
  public Plan requireComposed(long id) {
    Plan plan = require(id);
    if (!plan.state().composed()) {
      throw ProblemKind.PLAN_NOT_COMPOSED.exception(plan.title(), plan.state().phrase());
    }
    return plan;
  }

  /** All versions of a plan, the first first. */
  public List<Plan> versions(Plan plan) {
    return entities
        .createQuery(
            "select p from Plan p where p.id = :first or p.firstId = :first order by p.version",
            Plan.class)
        .setParameter("first", plan.first())
        .getResultList();
  }

  /** The version of a plan that is agreed, if one is. */
  public Optional<Plan> agreed(Plan plan) {
    return versions(plan).stream().filter(p -> p.state() == Plan.State.AGREED).findFirst();
  }

  /**
   * Agrees to a plan, and supersedes the version that was agreed until now. Of two people who do
   * this at once the second is told.
   *
   * @param supersedes id of the version that is agreed, as far as whoever agrees knows; null if
   *     none is
   * @throws org.infostate.problem.ProblemException if it is no draft, or another version is agreed
   */
  @Transactional
  public Plan agree(long id, Long supersedes, String by) {
    Plan plan = require(id);
    locked(plan.first());
    entities.refresh(plan);
    List<Plan> versions = versions(plan);
    versions.forEach(entities::refresh);
    Optional<Plan> agreed = agreed(plan).filter(other -> !other.id().equals(id));
    if (agreed.isPresent() && !agreed.get().id().equals(supersedes)) {
      throw ProblemKind.PLAN_AGREED_MEANWHILE.exception(
          agreed.get().version(), agreed.get().agreedBy());
    }
    if (agreed.isEmpty() && supersedes != null && !supersedes.equals(id)) {
      throw ProblemKind.BAD_PARAMETER.exception("supersedes");
    }
    plan.agree(by, clock.instant());
    agreed.ifPresent(other -> other.supersede(clock.instant()));
    return plan;
  }

  /** The actions of a plan with their milestones, in order. */
  public List<PlanAction> actions(long planId) {
    return entities
        .createQuery(
            "select distinct a from PlanAction a left join fetch a.milestones"
                + " where a.planId = :plan order by a.place",
            PlanAction.class)
        .setParameter("plan", planId)
        .getResultList();
  }

  /** An action of a plan, or a 404 problem. */
  public PlanAction requireAction(long planId, int place) {
    return entities
        .createQuery(
            "select a from PlanAction a where a.planId = :plan and a.place = :place",
            PlanAction.class)
        .setParameter("plan", planId)
        .setParameter("place", place)
        .getResultStream()
        .findFirst()
        .orElseThrow(ProblemKind.NOT_FOUND::exception);
  }

  /** An action that nobody else changes until the transaction ends, or a 404 problem. */
  public PlanAction requireActionAlone(long planId, int place) {
    PlanAction action = requireAction(planId, place);
    entities.refresh(action, LockModeType.PESSIMISTIC_WRITE);
    return action;
  }

  /** Writes what was changed, so that editions are those of afterwards. */
  public void flush() {
    entities.flush();
  }

  /** What would be given in some draw, the most frequent first; empty where none were asked for. */
  public List<PlanChoice> choices(long planId) {
    return entities
        .createQuery(
            "select c from PlanChoice c where c.planId = :plan"
                + " order by c.share desc, c.iso3, c.assistance",
            PlanChoice.class)
        .setParameter("plan", planId)
        .getResultList();
  }

  /** What the additional amount would change, what it would buy first; in order. */
  public List<PlanChange> changes(long planId) {
    return entities
        .createQuery(
            "select c from PlanChange c where c.planId = :plan order by c.place", PlanChange.class)
        .setParameter("plan", planId)
        .getResultList();
  }

  /** Needs and gains by country; empty where they were not recorded. */
  public List<PlanCountry> countries(long planId) {
    return entities
        .createQuery(
            "select c from PlanCountry c where c.planId = :plan order by c.iso3", PlanCountry.class)
        .setParameter("plan", planId)
        .getResultList();
  }

  /**
   * Puts down how far a composition is, at once and for all to see.
   *
   * @return whether it is to go on
   */
  @Transactional(Transactional.TxType.REQUIRES_NEW)
  boolean reached(long id, Plan.Stage stage, int drawn) {
    Plan plan = locked(id);
    plan.reached(stage, drawn, clock.instant());
    return plan.state() == Plan.State.COMPOSING;
  }

  /**
   * Keeps what was chosen, and that the plan is composed, unless it was cancelled: all or nothing.
   */
  @Transactional(Transactional.TxType.REQUIRES_NEW)
  void keep(long id, Composition made) {
    Plan plan = locked(id);
    if (plan.state() != Plan.State.COMPOSING) {
      return;
    }
    Portfolio portfolio = made.portfolio();
    int place = 0;
    for (Portfolio.Choice choice : portfolio.choices()) {
      place++;
      entities.persist(new PlanAction(id, place, choice, ComposePlan.cost(portfolio, choice)));
    }
    place = 0;
    for (Portfolio.Choice choice : made.difference().only()) {
      place++;
      entities.persist(new PlanChange(id, place, true, made.more(), choice));
    }
    for (Portfolio.Choice choice : made.difference().dropped()) {
      place++;
      entities.persist(new PlanChange(id, place, false, portfolio, choice));
    }
    made.needs()
        .forEach(
            (iso3, need) ->
                entities.persist(
                    new PlanCountry(id, iso3, need, portfolio.gains().getOrDefault(iso3, 0.0))));
    if (made.robustness() != null) {
      made.robustness()
          .chosen()
          .forEach(
              (given, share) ->
                  entities.persist(new PlanChoice(id, given.country(), given.kind(), share)));
    }
    plan.composed(made, clock.instant());
  }

  /** Ends a composition before it is done. */
  @Transactional
  Plan cancel(long id) {
    require(id);
    Plan plan = locked(id);
    plan.cancel(clock.instant());
    return plan;
  }

  private Plan locked(long id) {
    return entities.find(Plan.class, id, LockModeType.PESSIMISTIC_WRITE);
  }

  @Transactional(Transactional.TxType.REQUIRES_NEW)
  void fail(long id, ProblemKind kind) {
    Plan plan = locked(id);
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

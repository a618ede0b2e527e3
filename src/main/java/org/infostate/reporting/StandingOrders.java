package org.infostate.reporting;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.infostate.problem.ProblemKind;

/** The store of standing orders. */
@ApplicationScoped
public class StandingOrders {

  @PersistenceContext private EntityManager entities;

  @Transactional(Transactional.TxType.MANDATORY)
  void add(StandingOrder order) {
    entities.persist(order);
    // The reply names its number.
    entities.flush();
  }

  /** Those that are made next come first. */
  public List<StandingOrder> all() {
    return entities
        .createQuery("select o from StandingOrder o order by o.nextAt, o.id", StandingOrder.class)
        .getResultList();
  }

  List<Long> due(Instant now) {
    return entities
        .createQuery("select o.id from StandingOrder o where o.nextAt <= :now", Long.class)
        .setParameter("now", now)
        .getResultList();
  }

  Optional<StandingOrder> find(long id) {
    return Optional.ofNullable(entities.find(StandingOrder.class, id));
  }

  /** A standing order, or a 404 problem. */
  public StandingOrder require(long id) {
    return find(id).orElseThrow(ProblemKind.NOT_FOUND::exception);
  }

  @Transactional(Transactional.TxType.MANDATORY)
  void remove(StandingOrder order) {
    entities.remove(order);
  }
}

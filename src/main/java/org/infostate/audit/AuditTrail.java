package org.infostate.audit;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;

/** The store of audit entries. */
@ApplicationScoped
public class AuditTrail {

  @PersistenceContext private EntityManager entities;
  @Inject private Clock clock;

  /**
   * Adds an entry to the running transaction.
   *
   * @param subject address of what it was done to; cut at 500 characters
   */
  @Transactional(Transactional.TxType.MANDATORY)
  public void record(String actor, String action, String subject) {
    entities.persist(new AuditEntry(clock.instant(), actor, action, subject));
  }

  /** The newest entries first. */
  public List<AuditEntry> newest(int most) {
    return entities
        .createQuery("select e from AuditEntry e order by e.id desc", AuditEntry.class)
        .setMaxResults(most)
        .getResultList();
  }
}

package org.infostate.delegation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import org.infostate.response.Response;

/** The store of what happened to sections that were handed over. */
@ApplicationScoped
public class DelegationEvents {

  @PersistenceContext private EntityManager entities;

  /** Everything about a response, the newest first. */
  public List<DelegationEvent> of(Response response) {
    return entities
        .createQuery(
            "select e from DelegationEvent e where e.responseId = :id order by e.id desc",
            DelegationEvent.class)
        .setParameter("id", response.id())
        .getResultList();
  }

  void add(DelegationEvent event) {
    entities.persist(event);
  }
}

package org.infostate.mail;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.Set;

/** The store of messages. */
@ApplicationScoped
public class Outbox {

  @PersistenceContext private EntityManager entities;
  @Inject private Clock clock;

  /**
   * Puts a letter in the outbox, in the running transaction.
   *
   * @return the message that it becomes
   */
  @Transactional(Transactional.TxType.MANDATORY)
  public MailMessage post(Letter letter) {
    MailMessage message = new MailMessage(letter, clock.instant());
    entities.persist(message);
    return message;
  }

  /** The messages about these topics, the newest first. */
  public List<MailMessage> newest(Set<MailMessage.Topic> topics, int most) {
    return entities
        .createQuery(
            "select m from MailMessage m where m.topic in :topics order by m.id desc",
            MailMessage.class)
        .setParameter("topics", topics)
        .setMaxResults(most)
        .getResultList();
  }

  List<Long> waiting(int most) {
    return entities
        .createQuery("select m.id from MailMessage m where m.state = :s order by m.id", Long.class)
        .setParameter("s", MailMessage.State.WAITING)
        .setMaxResults(most)
        .getResultList();
  }

  MailMessage find(long id) {
    return entities.find(MailMessage.class, id);
  }
}

package org.infostate.mail;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import org.infostate.text.Language;

/** The store of messages. */
@ApplicationScoped
public class Outbox {

  @PersistenceContext private EntityManager entities;
  @Inject private Clock clock;

  /** Puts a message in the outbox, in the running transaction. */
  @Transactional(Transactional.TxType.MANDATORY)
  public void post(
      MailMessage.Topic topic, String recipient, String subject, String body, Language language) {
    entities.persist(
        new MailMessage(topic, recipient, subject, body, language.tag(), clock.instant()));
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

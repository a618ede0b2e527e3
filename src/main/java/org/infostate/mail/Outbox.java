package org.infostate.mail;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.infostate.problem.ProblemKind;

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

  /**
   * Which messages are wanted; an empty part wants all.
   *
   * @param round code of a round
   * @param purpose code of a {@link Letter.Purpose}
   * @param state code of a {@link MailMessage.State}
   */
  public record Filter(String round, String purpose, String state) {

    public static final Filter ALL = new Filter("", "", "");
  }

  /** The messages about these topics, the newest first. */
  public List<MailMessage> newest(Set<MailMessage.Topic> topics, Filter filter, int most) {
    return entities
        .createQuery(
            "select m from MailMessage m where m.topic in :topics"
                + " and (:round = '' or m.round = :round)"
                + " and m.purpose in :purposes and m.state in :states order by m.id desc",
            MailMessage.class)
        .setParameter("topics", topics)
        .setParameter("round", filter.round())
        .setParameter("purposes", wanted(Letter.Purpose.values(), filter.purpose()))
        .setParameter("states", wanted(MailMessage.State.values(), filter.state()))
        .setMaxResults(most)
        .getResultList();
  }

  private static <E extends Enum<E>> List<E> wanted(E[] all, String code) {
    List<E> found =
        Arrays.stream(all)
            .filter(each -> code.isEmpty() || each.name().equalsIgnoreCase(code))
            .toList();
    if (found.isEmpty()) {
      throw ProblemKind.BAD_PARAMETER.exception(code);
    }
    return found;
  }

  /** The rounds that there are messages about, by code. */
  public List<String> rounds() {
    return entities
        .createQuery(
            "select distinct m.round from MailMessage m where m.round is not null"
                + " order by m.round",
            String.class)
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

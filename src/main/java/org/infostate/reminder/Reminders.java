package org.infostate.reminder;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import java.util.Optional;
import org.infostate.round.Round;

/** The store of reminder days and of what was sent. */
@ApplicationScoped
public class Reminders {

  @PersistenceContext private EntityManager entities;

  /** The days of a round, the earliest reminder first. */
  public List<ReminderDay> days(Round round) {
    return entities
        .createQuery(
            "select d from ReminderDay d where d.roundId = :round order by d.daysBefore desc",
            ReminderDay.class)
        .setParameter("round", round.id())
        .getResultList();
  }

  /** The open rounds that remind. */
  List<Round> remindingRounds() {
    return entities
        .createQuery(
            "select r from Round r where r.state = :open and exists"
                + " (select d from ReminderDay d where d.roundId = r.id) order by r.id",
            Round.class)
        .setParameter("open", Round.State.OPEN)
        .getResultList();
  }

  /** What was sent in a round, the newest first. */
  public List<SentReminder> sent(Round round) {
    return entities
        .createQuery(
            "select s from SentReminder s where s.roundId = :round order by s.id desc",
            SentReminder.class)
        .setParameter("round", round.id())
        .getResultList();
  }

  /** Whether this reminder went out already. */
  boolean wasSent(Reminder reminder) {
    Optional<Long> found =
        entities
            .createQuery(
                "select count(s) from SentReminder s where s.roundId = :round and s.iso3 = :iso3"
                    + " and s.accountId = :account and s.daysBefore = :days"
                    + " and s.deadline = :deadline",
                Long.class)
            .setParameter("round", reminder.response().round().id())
            .setParameter("iso3", reminder.response().iso3())
            .setParameter("account", reminder.to().id())
            .setParameter("days", reminder.daysBefore())
            .setParameter("deadline", reminder.response().deadline())
            .getResultStream()
            .findFirst();
    return found.orElse(0L) > 0;
  }

  /** Writes it now, so that the store can refuse what was sent in the meantime. */
  void add(SentReminder sent) {
    entities.persist(sent);
    entities.flush();
  }

  void add(ReminderDay day) {
    entities.persist(day);
  }

  void remove(ReminderDay day) {
    entities.remove(day);
  }
}

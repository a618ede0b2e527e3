package org.infostate.reminder;

import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.ConcurrencyManagementType;
import jakarta.ejb.DependsOn;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Sends what is due, every minute. Each reminder is a transaction of its own, and the store refuses
 * a second one, so it does no harm when several nodes try or one is ended on the way.
 */
@Singleton
@DependsOn("Startup")
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
public class ReminderSchedule {

  private static final Logger LOG = Logger.getLogger(ReminderSchedule.class.getName());

  private final AtomicBoolean running = new AtomicBoolean();

  @Inject private RemindCountries remindCountries;
  @Inject private Clock clock;

  @Schedule(hour = "*", minute = "*", second = "30", persistent = false)
  @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
  void remind() {
    if (!running.compareAndSet(false, true)) {
      return;
    }
    try {
      Instant now = clock.instant();
      for (Reminder reminder : remindCountries.due(now)) {
        send(reminder, now);
      }
    } finally {
      running.set(false);
    }
  }

  private void send(Reminder reminder, Instant now) {
    try {
      remindCountries.send(reminder, now);
    } catch (RuntimeException e) {
      LOG.log(
          Level.INFO,
          "No reminder to {0}, which another node may have sent: {1}",
          new Object[] {reminder.response().path(), e.getMessage()});
    }
  }
}

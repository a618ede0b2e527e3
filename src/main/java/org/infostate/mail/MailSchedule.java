package org.infostate.mail;

import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.ConcurrencyManagementType;
import jakarta.ejb.DependsOn;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.concurrent.atomic.AtomicBoolean;

/** Sends what waits in the outbox, every few seconds, where a mail server is configured. */
@Singleton
@DependsOn("Startup")
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
public class MailSchedule {

  private static final int AT_ONCE = 50;

  private final AtomicBoolean running = new AtomicBoolean();

  @Inject private Outbox outbox;
  @Inject private MailDelivery delivery;

  @Schedule(hour = "*", minute = "*", second = "*/10", persistent = false)
  @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
  void send() {
    if (!delivery.configured() || !running.compareAndSet(false, true)) {
      return;
    }
    try {
      outbox.waiting(AT_ONCE).forEach(delivery::send);
    } finally {
      running.set(false);
    }
  }
}

package org.infostate.reporting;

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
import java.util.logging.Level;
import java.util.logging.Logger;
import org.infostate.problem.ProblemException;

/** Orders every minute what is due, and looks for reports whose server has died. */
@Singleton
@DependsOn("Startup")
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
public class ReportSchedule {

  private static final Logger LOG = Logger.getLogger(ReportSchedule.class.getName());

  @Inject private Reports reports;
  @Inject private KeepStandingOrders keepStandingOrders;
  @Inject private Clock clock;

  @Schedule(hour = "*", minute = "*", second = "50", persistent = false)
  @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
  void failSilent() {
    reports.failSilent();
  }

  @Schedule(hour = "*", minute = "*", second = "10", persistent = false)
  @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
  void order() {
    Instant now = clock.instant();
    for (long id : keepStandingOrders.due(now)) {
      try {
        keepStandingOrders.order(id, now);
      } catch (ProblemException e) {
        keepStandingOrders.refused(id, e.first().kind(), now);
      } catch (RuntimeException e) {
        LOG.log(
            Level.INFO,
            "No report for standing order {0}, which another node may have ordered: {1}",
            new Object[] {id, e.getMessage()});
      }
    }
  }
}

package org.infostate.reporting;

import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.ConcurrencyManagementType;
import jakarta.ejb.DependsOn;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;

/** Looks every minute for reports whose server has died. */
@Singleton
@DependsOn("Startup")
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
public class ReportSchedule {

  @Inject private Reports reports;

  @Schedule(hour = "*", minute = "*", second = "50", persistent = false)
  @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
  void failSilent() {
    reports.failSilent();
  }
}

package org.infostate.plan;

import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.ConcurrencyManagementType;
import jakarta.ejb.DependsOn;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;

/** Looks every minute for plans whose server has died. */
@Singleton
@DependsOn("Startup")
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
public class PlanSchedule {

  @Inject private Plans plans;

  @Schedule(hour = "*", minute = "*", second = "45", persistent = false)
  @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
  void failSilent() {
    plans.failSilent();
  }
}

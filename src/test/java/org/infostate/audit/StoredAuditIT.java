package org.infostate.audit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import jakarta.annotation.Resource;
import jakarta.inject.Inject;
import jakarta.transaction.UserTransaction;
import org.infostate.Suite;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.extension.ExtendWith;

/** The audit trail, inside the server. */
@ExtendWith(ArquillianExtension.class)
@EnabledIf(value = Suite.READY, disabledReason = Suite.WHY)
public class StoredAuditIT {

  @Inject private AuditTrail trail;
  @Resource private UserTransaction transaction;

  @Test
  public void anEntryLivesAndDiesWithTheTransactionOfWhatItTellsOf() throws Exception {
    transaction.begin();
    trail.record("planner", "round.open", "/rounds/" + "x".repeat(600));
    transaction.commit();
    transaction.begin();
    trail.record("planner", "round.close", "/rounds/2");
    transaction.rollback();
    assertThrows(Exception.class, () -> trail.record("planner", "round.close", "/rounds/3"));

    AuditEntry newest = trail.newest(1).get(0);
    assertEquals("round.open", newest.action());
    assertEquals("planner", newest.actor());
    assertEquals(500, newest.subject().length());
  }
}

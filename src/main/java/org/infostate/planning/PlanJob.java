package org.infostate.planning;

import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.inject.Inject;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.infostate.problem.ProblemException;
import org.infostate.problem.ProblemKind;

/**
 * Composes what was ordered, away from the request that ordered it. However it ends, it says so; a
 * server that dies in between leaves a plan that {@link PlanSchedule} finds.
 */
@ApplicationScoped
public class PlanJob {

  private static final Logger LOG = Logger.getLogger(PlanJob.class.getName());

  @Inject private ComposePlan composePlan;
  @Inject private Plans plans;
  @Resource private ManagedExecutorService executor;

  void start(@Observes(during = TransactionPhase.AFTER_SUCCESS) PlanOrdered order) {
    executor.submit(() -> run(order.planId()));
  }

  private void run(long id) {
    try {
      composePlan.compose(id);
    } catch (ProblemException e) {
      plans.fail(id, e.first().kind());
    } catch (RuntimeException e) {
      LOG.log(Level.SEVERE, e, () -> "plan " + id);
      plans.fail(id, ProblemKind.UNEXPECTED);
    }
  }
}

package org.infostate.plan;

import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.inject.Inject;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.infostate.problem.ProblemException;
import org.infostate.problem.ProblemKind;

/**
 * Composes what was ordered, away from the request that ordered it. Every second it puts down how
 * far it is, and reads whether somebody, on whatever node, has cancelled it. However it ends, it
 * says so; a server that dies in between leaves a plan that {@link PlanSchedule} finds.
 */
@ApplicationScoped
public class PlanJob {

  private static final Logger LOG = Logger.getLogger(PlanJob.class.getName());

  @Inject private ComposePlan composePlan;
  @Inject private Plans plans;
  @Resource private ManagedExecutorService executor;
  @Resource private ManagedScheduledExecutorService watch;

  void start(@Observes(during = TransactionPhase.AFTER_SUCCESS) PlanOrdered order) {
    executor.submit(() -> run(order.planId()));
  }

  private void run(long id) {
    PlanProgress progress = new PlanProgress();
    ScheduledFuture<?> watching =
        watch.scheduleAtFixedRate(() -> look(id, progress), 0, 1, TimeUnit.SECONDS);
    try {
      composePlan.compose(id, progress);
    } catch (CancellationException e) {
      LOG.log(Level.INFO, "plan {0} was cancelled", id);
    } catch (ProblemException e) {
      plans.fail(id, e.first().kind());
    } catch (LinkageError e) {
      LOG.log(Level.SEVERE, e, () -> "plan " + id + ": no solver for this machine");
      plans.fail(id, ProblemKind.SOLVER_UNAVAILABLE);
    } catch (RuntimeException e) {
      LOG.log(Level.SEVERE, e, () -> "plan " + id);
      plans.fail(id, ProblemKind.UNEXPECTED);
    } finally {
      watching.cancel(false);
    }
  }

  private void look(long id, PlanProgress progress) {
    try {
      if (!plans.reached(id, progress.stage(), progress.drawn())) {
        progress.ending().end();
      }
    } catch (RuntimeException e) {
      // A scheduled task that throws is never run again.
      LOG.log(Level.WARNING, e, () -> "progress of plan " + id);
    }
  }
}

package org.infostate.analysis;

import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.inject.Inject;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.infostate.assessment.Assessment;
import org.infostate.assessment.FrozenRuns;
import org.infostate.assessment.IndexFile;
import org.infostate.assessment.SelfExpressions;
import org.infostate.cluster.Grouping;
import org.infostate.problem.ProblemKind;
import org.infostate.scoring.Expressions;
import org.infostate.scoring.Table;
import org.infostate.uncertainty.Experiment;
import org.infostate.uncertainty.Factor;
import org.infostate.uncertainty.Outcome;
import org.infostate.uncertainty.Progress;
import org.infostate.uncertainty.Sensitivity;

/**
 * Does the uncertainty run that was ordered, away from the request that ordered it. Every second it
 * puts down how far it is, and reads whether somebody, on whatever node, has cancelled it.
 */
@ApplicationScoped
public class UncertaintyJob {

  private static final Logger LOG = Logger.getLogger(UncertaintyJob.class.getName());
  private static final int COMPUTED = 95;

  @Inject private UncertaintyRuns runs;
  @Inject private OrderUncertainty orders;
  @Inject private FrozenRuns frozen;
  @Resource private ManagedExecutorService executor;
  @Resource private ManagedScheduledExecutorService watch;

  void start(@Observes(during = TransactionPhase.AFTER_SUCCESS) UncertaintyOrdered order) {
    executor.submit(() -> run(order.runId()));
  }

  private void run(long id) {
    // The replications run on threads that know neither transactions nor injection.
    AtomicInteger percent = new AtomicInteger();
    AtomicBoolean goOn = new AtomicBoolean(true);
    ScheduledFuture<?> watching =
        watch.scheduleAtFixedRate(() -> look(id, percent.get(), goOn), 0, 1, TimeUnit.SECONDS);
    try {
      UncertaintyResult result = result(runs.require(id), percent, goOn);
      runs.keep(id, result);
    } catch (CancellationException e) {
      LOG.log(Level.INFO, "uncertainty run {0} was cancelled", id);
    } catch (RuntimeException e) {
      LOG.log(Level.SEVERE, e, () -> "uncertainty run " + id);
      runs.fail(id, ProblemKind.UNEXPECTED.problem(e.getClass().getSimpleName()));
    } finally {
      watching.cancel(false);
    }
  }

  private void look(long id, int percent, AtomicBoolean goOn) {
    try {
      goOn.set(runs.reached(id, percent));
    } catch (RuntimeException e) {
      // A scheduled task that throws is never run again.
      LOG.log(Level.WARNING, e, () -> "progress of uncertainty run " + id);
    }
  }

  private UncertaintyResult result(UncertaintyRun run, AtomicInteger percent, AtomicBoolean goOn) {
    Assessment assessment = run.assessment();
    IndexFile file = assessment.index();
    Table input = frozen.result(assessment).input();
    List<Factor> factors = orders.factors(file, input, run);
    Expressions expressions = new SelfExpressions();
    long design = run.design() == 0 ? 0 : (long) run.design() * (factors.size() + 2);
    long all = run.replications() + design;
    Outcome outcome =
        new Experiment(factors, run.replications(), run.seed(), run.element(), run.year())
            .run(file.index(), input, expressions, told(percent, goOn, 0, all));
    Sensitivity sensitivity =
        run.design() == 0
            ? null
            : Sensitivity.of(
                    new Experiment(factors, run.design(), run.seed(), run.element(), run.year()),
                    file.index(),
                    input,
                    expressions,
                    told(percent, goOn, run.replications(), all))
                .shift();
    Grouping grouping = file.grouping();
    boolean grouped = grouping != null && grouping.element().equals(run.element());
    return UncertaintyResult.of(
        outcome, run.top(), grouped ? grouping : null, factors, sensitivity);
  }

  private static Progress told(AtomicInteger percent, AtomicBoolean goOn, long before, long all) {
    return (done, of) -> {
      percent.accumulateAndGet((int) ((before + done) * COMPUTED / all), Math::max);
      return goOn.get();
    };
  }
}

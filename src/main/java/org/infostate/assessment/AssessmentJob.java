package org.infostate.assessment;

import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.inject.Inject;
import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.infostate.problem.ProblemException;
import org.infostate.problem.ProblemKind;
import org.infostate.scoring.Result;
import org.infostate.scoring.Scoring;

/**
 * Does what was ordered, away from the request that ordered it. However it ends, it says so:
 * results and "done", or "failed" and why. A server that dies in between leaves a run that {@link
 * AssessmentSchedule} finds.
 */
@ApplicationScoped
public class AssessmentJob {

  private static final Logger LOG = Logger.getLogger(AssessmentJob.class.getName());

  // Where the time goes: reading answers, then writing tables; scoring itself is quick.
  private static final int BEGUN = 5;
  private static final int GATHERED = 50;
  private static final int SCORED = 60;
  private static final int HALF_WRITTEN = 80;

  @Inject private Assessments assessments;
  @Inject private GatherInputs gather;
  @Inject private ResultTables tables;
  @Resource private ManagedExecutorService executor;

  void start(@Observes(during = TransactionPhase.AFTER_SUCCESS) RunOrdered order) {
    executor.submit(() -> run(order.assessmentId()));
  }

  private void run(long id) {
    try {
      assessments.reached(id, BEGUN);
      Assessment assessment = assessments.require(id);
      Inputs inputs = gather.of(assessment);
      assessments.reached(id, GATHERED);
      RunOutcome outcome = outcome(assessment, inputs);
      assessments.reached(id, SCORED);
      assessments.keep(id, outcome, () -> assessments.reached(id, HALF_WRITTEN));
    } catch (ProblemException e) {
      assessments.fail(id, e.first());
    } catch (RuntimeException e) {
      LOG.log(Level.SEVERE, e, () -> "assessment " + id);
      assessments.fail(id, ProblemKind.UNEXPECTED.problem(e.getClass().getSimpleName()));
    }
  }

  private RunOutcome outcome(Assessment assessment, Inputs inputs) {
    IndexFile file = assessment.index();
    Result result = Scoring.run(file.index(), inputs.table(), new SelfExpressions());
    if (assessment.infoStates() != null) {
      return new RunOutcome(
          result,
          InfoStates.from(inputs.cases(), tables.cases(assessment.infoStates().id(), null)),
          List.of());
    }
    return file.grouping() == null
        ? new RunOutcome(result, inputs.cases(), List.of())
        : InfoStates.of(result, file.grouping(), inputs.cases());
  }
}

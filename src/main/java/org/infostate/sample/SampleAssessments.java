package org.infostate.sample;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.infostate.account.Actor;
import org.infostate.account.Role;
import org.infostate.assessment.Assessment;
import org.infostate.assessment.Assessments;
import org.infostate.assessment.RunAssessment;
import org.infostate.assessment.RunOrder;
import org.infostate.problem.ProblemException;

/** The assessments of the sample data: info-states first, then the capacity of each past round. */
@ApplicationScoped
public class SampleAssessments {

  private static final Logger LOG = Logger.getLogger(SampleAssessments.class.getName());
  private static final int ATTEMPTS = 600;
  private static final int PAUSE_MILLIS = 100;
  private static final Actor PLANNER =
      new Actor(null, "planner", "Paula Planner", Role.PLANNER, null);

  @Inject private RunAssessment runAssessment;
  @Inject private Assessments assessments;

  void run(int... rounds) {
    if (!assessments.all().isEmpty()) {
      return;
    }
    try {
      await(
          runAssessment.start(
              new RunOrder("infostate", null, null, "invented", null, null, null, null, null, null),
              PLANNER));
      for (int round : rounds) {
        await(
            runAssessment.start(
                new RunOrder(
                    "capacity",
                    null,
                    Integer.toString(round),
                    null,
                    null,
                    null,
                    null,
                    null,
                    null,
                    null),
                PLANNER));
      }
    } catch (ProblemException e) {
      LOG.log(Level.WARNING, "The sample data have no assessment: {0}", e.getMessage());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void await(Assessment started) throws InterruptedException {
    for (int i = 0; i < ATTEMPTS; i++) {
      if (assessments
          .find(started.id())
          .filter(assessment -> assessment.state() != Assessment.State.RUNNING)
          .isPresent()) {
        return;
      }
      Thread.sleep(PAUSE_MILLIS);
    }
  }
}

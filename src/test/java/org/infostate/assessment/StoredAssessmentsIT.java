package org.infostate.assessment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import jakarta.annotation.Resource;
import jakarta.inject.Inject;
import jakarta.transaction.UserTransaction;
import java.time.Instant;
import org.infostate.Suite;
import org.infostate.problem.ProblemException;
import org.infostate.problem.ProblemKind;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.extension.ExtendWith;

/** The store of assessments, inside the server: how far each run is, for all to see. */
@ExtendWith(ArquillianExtension.class)
@EnabledIf(value = Suite.READY, disabledReason = Suite.WHY)
public class StoredAssessmentsIT {

  private static final Instant LONG_AGO = Instant.parse("2020-01-01T00:00:00Z");

  @Inject private Assessments assessments;
  @Inject private Indices indices;
  @Resource private UserTransaction transaction;

  private long started(Instant when) throws Exception {
    IndexVersion index = indices.newest("infostate").orElseThrow();
    RunPlan plan =
        new RunPlan(
            "Stored",
            index,
            Population.INVENTED,
            null,
            false,
            AnswerValues.DECLARED,
            2000,
            2018,
            null,
            20261125L);
    Assessment assessment = new Assessment(plan, "planner", when);
    transaction.begin();
    assessments.add(assessment);
    transaction.commit();
    return assessment.id();
  }

  private static ProblemKind refused(Runnable what) {
    return assertThrows(ProblemException.class, what::run).first().kind();
  }

  @Test
  public void progressIsSeenWhileTheRunGoesOnAndItsEndAfterwards() throws Exception {
    long id = started(Instant.now());

    transaction.begin();
    assessments.reached(id, 40);
    transaction.rollback();

    assertEquals(40, assessments.require(id).progressPercent());
    assertEquals(ProblemKind.ASSESSMENT_RUNNING, refused(() -> assessments.requireDone(id)));
    assessments.fail(id, ProblemKind.NOT_FOUND.problem("x"));
    assessments.fail(id, ProblemKind.BAD_PARAMETER.problem("too late"));
    assertEquals(
        ProblemKind.NOT_FOUND.number(), assessments.require(id).failureNumber().intValue());
    assertEquals(ProblemKind.ASSESSMENT_FAILED, refused(() -> assessments.requireDone(id)));
  }

  @Test
  public void aRunThatHasNotBeenHeardOfIsEndedAndALivingOneIsNot() throws Exception {
    long dead = started(LONG_AGO);
    long alive = started(Instant.now());

    assessments.failSilent();

    assertEquals(Assessment.State.FAILED, assessments.require(dead).state());
    assertEquals(Assessment.State.RUNNING, assessments.require(alive).state());
    assertEquals(20261125L, assessments.require(alive).seed());
  }
}

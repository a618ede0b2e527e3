package org.infostate.analysis;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.infostate.assessment.Assessment;
import org.infostate.assessment.Assessments;
import org.infostate.assessment.FrozenRuns;

/** Fetches assessments with all their tables. */
@ApplicationScoped
public class Subjects {

  @Inject private Assessments assessments;
  @Inject private FrozenRuns frozen;

  /**
   * An assessment that is done.
   *
   * @param year the last if null
   * @throws org.infostate.problem.ProblemException if there is none, it is not done, or it has no
   *     such year
   */
  public Subject of(long id, Integer year) {
    Assessment assessment = assessments.requireDone(id);
    return Subject.of(assessment, frozen.result(assessment), year);
  }

  /** The divide of an assessment over years; what is null is chosen as for its page. */
  public DivideView divide(long id, Integer from, Integer to, String element, Integer count) {
    return DivideView.of(of(id, null), from, to, element, count);
  }
}

package org.infostate.analysis;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.infostate.assessment.Assessment;
import org.infostate.problem.Problem;
import org.infostate.problem.ProblemKind;

/** The store of uncertainty runs; their results are in {@link UncertaintyTables}. */
@ApplicationScoped
public class UncertaintyRuns {

  /** A run that has not been heard of for so long has died with its server. */
  private static final Duration SILENCE = Duration.ofMinutes(2);

  @PersistenceContext private EntityManager entities;
  @Inject private Clock clock;
  @Inject private UncertaintyTables tables;

  void add(UncertaintyRun run) {
    entities.persist(run);
    // The job that is told of it needs its number.
    entities.flush();
  }

  /** The runs over an assessment, the newest first. */
  public List<UncertaintyRun> of(Assessment assessment) {
    return entities
        .createQuery(
            "select r from UncertaintyRun r where r.assessment = :assessment order by r.id desc",
            UncertaintyRun.class)
        .setParameter("assessment", assessment)
        .getResultList();
  }

  /** A run over an assessment, or a 404 problem. */
  public UncertaintyRun require(long assessment, long id) {
    UncertaintyRun run = entities.find(UncertaintyRun.class, id);
    if (run == null || run.assessment().id() != assessment) {
      throw ProblemKind.NOT_FOUND.exception();
    }
    return run;
  }

  /** A run that has its results; otherwise a problem that says why it has none. */
  public UncertaintyRun requireDone(long assessment, long id) {
    UncertaintyRun run = require(assessment, id);
    if (run.state() != UncertaintyRun.State.DONE) {
      throw ProblemKind.UNCERTAINTY_WITHOUT_RESULTS.exception(String.valueOf(id));
    }
    return run;
  }

  UncertaintyRun require(long id) {
    return entities.find(UncertaintyRun.class, id);
  }

  /**
   * Puts down how far a run is, at once and for all to see.
   *
   * @return whether it is to go on
   */
  @Transactional(Transactional.TxType.REQUIRES_NEW)
  boolean reached(long id, int percent) {
    UncertaintyRun run = locked(id);
    run.reached(percent, clock.instant());
    return run.state() == UncertaintyRun.State.RUNNING;
  }

  /** Keeps what a run has made, and that it is done, unless it was cancelled: all or nothing. */
  @Transactional(Transactional.TxType.REQUIRES_NEW)
  void keep(long id, UncertaintyResult result) {
    UncertaintyRun run = locked(id);
    if (run.state() == UncertaintyRun.State.RUNNING) {
      tables.write(id, result);
      run.done(result.shiftVariance(), clock.instant());
    }
  }

  @Transactional(Transactional.TxType.REQUIRES_NEW)
  void fail(long id, Problem problem) {
    UncertaintyRun run = locked(id);
    if (run.state() == UncertaintyRun.State.RUNNING) {
      run.failed(
          problem.kind().number(),
          problem.arguments().isEmpty() ? "" : String.valueOf(problem.arguments().get(0)),
          clock.instant());
    }
  }

  /** Ends a run before it is done. */
  @Transactional
  void cancel(UncertaintyRun run) {
    locked(run.id()).cancel(clock.instant());
  }

  private UncertaintyRun locked(long id) {
    return entities.find(UncertaintyRun.class, id, LockModeType.PESSIMISTIC_WRITE);
  }

  /** Ends the runs whose server has died. */
  @Transactional(Transactional.TxType.REQUIRES_NEW)
  void failSilent() {
    entities
        .createQuery(
            "select r from UncertaintyRun r where r.state = :running and r.touchedAt < :since",
            UncertaintyRun.class)
        .setParameter("running", UncertaintyRun.State.RUNNING)
        .setParameter("since", clock.instant().minus(SILENCE))
        .getResultList()
        .forEach(r -> r.failed(ProblemKind.ASSESSMENT_INTERRUPTED.number(), "", clock.instant()));
  }
}

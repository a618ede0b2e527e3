package org.infostate.reporting;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.infostate.problem.ProblemKind;

/** The store of reports. */
@ApplicationScoped
public class Reports {

  /** A report that has not been heard of for so long has lost its server. */
  private static final Duration SILENCE = Duration.ofMinutes(10);

  @PersistenceContext private EntityManager entities;
  @Inject private Clock clock;

  void add(Report report) {
    entities.persist(report);
    // The job that is told of it needs its number.
    entities.flush();
  }

  /** The newest first. */
  public List<Report> newest(int most) {
    return entities
        .createQuery("select r from Report r order by r.id desc", Report.class)
        .setMaxResults(most)
        .getResultList();
  }

  /** A report, or a 404 problem. */
  public Report require(long id) {
    Report report = entities.find(Report.class, id);
    if (report == null) {
      throw ProblemKind.NOT_FOUND.exception();
    }
    return report;
  }

  @Transactional(Transactional.TxType.REQUIRES_NEW)
  void reached(long id, int percent) {
    require(id).reached(percent, clock.instant());
  }

  @Transactional(Transactional.TxType.REQUIRES_NEW)
  void fail(long id, ProblemKind kind) {
    require(id).fail(kind.number(), clock.instant());
  }

  /** Ends the reports whose server has died. */
  @Transactional(Transactional.TxType.REQUIRES_NEW)
  void failSilent() {
    entities
        .createQuery(
            "select r from Report r where r.state = :running and r.touchedAt < :since",
            Report.class)
        .setParameter("running", Report.State.RUNNING)
        .setParameter("since", clock.instant().minus(SILENCE))
        .getResultList()
        .forEach(report -> report.fail(ProblemKind.REPORT_INTERRUPTED.number(), clock.instant()));
  }
}

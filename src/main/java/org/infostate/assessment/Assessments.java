package org.infostate.assessment;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.infostate.cluster.Grouping;
import org.infostate.problem.Problem;
import org.infostate.problem.ProblemKind;
import org.infostate.questionnaire.Form;
import org.infostate.questionnaire.Questionnaires;

/** The store of assessments; their tables are in {@link ResultTables}. */
@ApplicationScoped
public class Assessments {

  /** The index whose groups are the info-states. */
  static final String INFO_STATES = "infostate";

  /** A run that has not been heard of for so long has died with its server. */
  private static final Duration SILENCE = Duration.ofMinutes(10);

  @PersistenceContext private EntityManager entities;
  @Inject private Clock clock;
  @Inject private ResultTables tables;
  @Inject private Questionnaires questionnaires;

  void add(Assessment assessment) {
    entities.persist(assessment);
    // The job that is told of it needs its number.
    entities.flush();
  }

  /** All of them, the newest first. */
  public List<Assessment> all() {
    return entities
        .createQuery("select a from Assessment a order by a.id desc", Assessment.class)
        .getResultList();
  }

  public Optional<Assessment> find(long id) {
    return Optional.ofNullable(entities.find(Assessment.class, id));
  }

  /** An assessment, or a 404 problem. */
  public Assessment require(long id) {
    return find(id).orElseThrow(ProblemKind.NOT_FOUND::exception);
  }

  /** An assessment that has its results; otherwise a problem that says why it has none. */
  public Assessment requireDone(long id) {
    Assessment assessment = require(id);
    switch (assessment.state()) {
      case RUNNING -> throw ProblemKind.ASSESSMENT_RUNNING.exception(String.valueOf(id));
      case FAILED -> throw ProblemKind.ASSESSMENT_FAILED.exception(String.valueOf(id));
      case DONE -> {}
    }
    return assessment;
  }

  /** Those that are done, the newest first. */
  public List<Assessment> done() {
    return all().stream().filter(a -> a.state() == Assessment.State.DONE).toList();
  }

  /** The newest that is done and gives info-states to this population. */
  public Optional<Assessment> newestInfoStates(Population population) {
    return done().stream()
        .filter(a -> a.indexCode().equals(INFO_STATES) && a.population() == population)
        .findFirst();
  }

  /** What the elements and info-states of an assessment are called. */
  public AssessmentNames names(Assessment assessment) {
    IndexFile file = assessment.index();
    Grouping grouping =
        assessment.infoStates() == null
            ? file.grouping()
            : assessment.infoStates().index().grouping();
    List<Form> forms =
        assessment.round() == null
            ? List.of()
            : assessment.round().versions().stream()
                .map(version -> questionnaires.form(version.id()))
                .toList();
    return new AssessmentNames(file.index(), forms, grouping);
  }

  /** Puts down how far a run is, at once and for all to see. */
  @Transactional(Transactional.TxType.REQUIRES_NEW)
  void reached(long id, int percent) {
    require(id).reached(percent, clock.instant());
  }

  /**
   * Keeps what a run has made, and that it is done: both or neither.
   *
   * @param written called when half of it is written
   */
  @Transactional(Transactional.TxType.REQUIRES_NEW)
  void keep(long id, RunOutcome outcome, Runnable written) {
    tables.write(id, outcome, written);
    require(id).done(Measurements.sha256(outcome.result().input()), clock.instant());
  }

  @Transactional(Transactional.TxType.REQUIRES_NEW)
  void fail(long id, Problem problem) {
    Assessment assessment = require(id);
    if (assessment.state() == Assessment.State.RUNNING) {
      assessment.failed(
          problem.kind().number(),
          problem.arguments().isEmpty() ? "" : String.valueOf(problem.arguments().get(0)),
          clock.instant());
    }
  }

  /** Ends the runs whose server has died. */
  @Transactional(Transactional.TxType.REQUIRES_NEW)
  void failSilent() {
    entities
        .createQuery(
            "select a from Assessment a where a.state = :running and a.touchedAt < :since",
            Assessment.class)
        .setParameter("running", Assessment.State.RUNNING)
        .setParameter("since", clock.instant().minus(SILENCE))
        .getResultList()
        .forEach(a -> a.failed(ProblemKind.ASSESSMENT_INTERRUPTED.number(), "", clock.instant()));
  }
}

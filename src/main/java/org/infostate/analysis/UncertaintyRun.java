package org.infostate.analysis;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.infostate.assessment.Assessment;
import org.infostate.problem.ProblemKind;

/**
 * A Monte Carlo run over an assessment: the same table scored many times with what could have been
 * decided otherwise. It is running from the start, then done, failed or cancelled. What is done
 * never changes; order and seed give the same results again.
 */
@Entity
@Table(name = "uncertainty_run")
public class UncertaintyRun {

  /** Where a run stands in its life. */
  public enum State {
    RUNNING,
    DONE,
    FAILED,
    CANCELLED;

    /** As it stands in replies and keys of texts. */
    public String code() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  private static final int DETAIL_LENGTH = 1000;
  private static final int ALL_DONE = 100;

  @Id
  @SequenceGenerator(name = "uncertainty_run_seq", allocationSize = 50)
  @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "uncertainty_run_seq")
  private Long id;

  @ManyToOne(optional = false)
  @JoinColumn(name = "assessment_id", nullable = false)
  private Assessment assessment;

  @Column(name = "case_year")
  private Integer year;

  @Column(nullable = false)
  private String element;

  @Column(name = "replication_count", nullable = false)
  private int replications;

  @Column(name = "design_size", nullable = false)
  private int design;

  @Column(name = "top_count", nullable = false)
  private int top;

  @Column(nullable = false)
  private long seed;

  @Column(name = "factor_names", nullable = false)
  private String factors;

  @Column(name = "weights_share")
  private Double weights;

  @Column(name = "unverified_share")
  private Double unverified;

  @Enumerated(EnumType.STRING)
  @Column(nullable = false)
  private State state;

  @Column(name = "progress_percent", nullable = false)
  private int progressPercent;

  @Column(name = "failure_number")
  private Integer failureNumber;

  @Column(name = "failure_detail")
  private String failureDetail;

  @Column(name = "shift_variance")
  private Double shiftVariance;

  @Column(name = "created_by", nullable = false)
  private String createdBy;

  @Column(name = "created_at", nullable = false)
  private Instant createdAt;

  @Column(name = "touched_at", nullable = false)
  private Instant touchedAt;

  @Column(name = "finished_at")
  private Instant finishedAt;

  @Version private int edition;

  protected UncertaintyRun() {}

  UncertaintyRun(UncertaintyPlan plan, String createdBy, Instant now) {
    this.assessment = plan.assessment();
    this.year = plan.year();
    this.element = plan.element();
    this.replications = plan.replications();
    this.design = plan.design();
    this.top = plan.top();
    this.seed = plan.seed();
    this.factors = String.join(" ", plan.factors());
    this.weights = plan.weights();
    this.unverified = plan.unverified();
    this.state = State.RUNNING;
    this.createdBy = createdBy;
    this.createdAt = now;
    this.touchedAt = now;
  }

  void reached(int percent, Instant now) {
    if (state == State.RUNNING) {
      progressPercent = percent;
      touchedAt = now;
    }
  }

  void done(Double varianceOfShift, Instant now) {
    state = State.DONE;
    shiftVariance = varianceOfShift;
    progressPercent = ALL_DONE;
    finished(now);
  }

  void failed(int problemNumber, String detail, Instant now) {
    state = State.FAILED;
    failureNumber = problemNumber;
    failureDetail = detail.length() > DETAIL_LENGTH ? detail.substring(0, DETAIL_LENGTH) : detail;
    finished(now);
  }

  /**
   * Ends it before it is done; the job finds out by itself.
   *
   * @throws org.infostate.problem.ProblemException if it has ended already
   */
  void cancel(Instant now) {
    if (state != State.RUNNING) {
      throw ProblemKind.UNCERTAINTY_ENDED.exception();
    }
    state = State.CANCELLED;
    finished(now);
  }

  private void finished(Instant now) {
    touchedAt = now;
    finishedAt = now;
  }

  public Long id() {
    return id;
  }

  public Assessment assessment() {
    return assessment;
  }

  /** Null in an assessment without years. */
  public Integer year() {
    return year;
  }

  /** Code of the element whose scores and ranks are looked at. */
  public String element() {
    return element;
  }

  public int replications() {
    return replications;
  }

  /** Points of the design of the sensitivity; 0 for none. */
  public int design() {
    return design;
  }

  /** How many of the first count as the top. */
  public int top() {
    return top;
  }

  public long seed() {
    return seed;
  }

  /** Names of what varies, as in {@link org.infostate.assessment.Doubts#NAMES}. */
  public List<String> factors() {
    return List.of(factors.split(" "));
  }

  /** Share by which weights vary; null as declared or usual. */
  public Double weights() {
    return weights;
  }

  /** Share by which answers that nobody has confirmed vary; null as declared or usual. */
  public Double unverified() {
    return unverified;
  }

  public State state() {
    return state;
  }

  public int progressPercent() {
    return progressPercent;
  }

  public Integer failureNumber() {
    return failureNumber;
  }

  public String failureDetail() {
    return failureDetail;
  }

  /** Variance of the mean number of places that countries move; null without a sensitivity. */
  public Double shiftVariance() {
    return shiftVariance;
  }

  public String createdBy() {
    return createdBy;
  }

  public Instant createdAt() {
    return createdAt;
  }

  /** Null while it runs. */
  public Instant finishedAt() {
    return finishedAt;
  }

  /** Its address, as a page. */
  public String path() {
    return assessment.path() + "/uncertainty/" + id;
  }
}

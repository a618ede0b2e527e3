package org.infostate.assessment;

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
import java.util.Locale;
import org.infostate.round.Round;
import org.infostate.scoring.Index;
import org.infostate.text.Texts;

/**
 * A run of an index over published statistics (then it has years) or over the answers of a round
 * (then it has none). It is running from the start, then done, with all its tables, or failed, with
 * the reason and none. What is done never changes: it keeps the definition of its index verbatim,
 * the hash of what went in, and the seed.
 */
@Entity
@Table(name = "assessment")
public class Assessment {

  /** Where a run stands in its life. */
  public enum State {
    RUNNING,
    DONE,
    FAILED;

    /** As it stands in replies and keys of texts. */
    public String code() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  static final int TITLE_LENGTH = 200;
  private static final int DETAIL_LENGTH = 1000;
  private static final int ALL_DONE = 100;

  @Id
  @SequenceGenerator(name = "assessment_seq", allocationSize = 50)
  @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "assessment_seq")
  private Long id;

  @Column private String title;

  @Column(name = "index_code", nullable = false)
  private String indexCode;

  @Column(name = "index_version", nullable = false)
  private int indexVersion;

  @Column(nullable = false)
  private String definition;

  @Column(name = "definition_sha256", nullable = false)
  private String definitionSha256;

  @Enumerated(EnumType.STRING)
  @Column(nullable = false)
  private Population population;

  @ManyToOne
  @JoinColumn(name = "round_id")
  private Round round;

  @Column(name = "submitted_too", nullable = false)
  private boolean submittedToo;

  @Enumerated(EnumType.STRING)
  @Column(name = "answer_values", nullable = false)
  private AnswerValues values;

  @Column(name = "first_year")
  private Integer firstYear;

  @Column(name = "last_year")
  private Integer lastYear;

  @ManyToOne
  @JoinColumn(name = "info_states_id")
  private Assessment infoStates;

  @Column(nullable = false)
  private long seed;

  @Column(name = "input_sha256")
  private String inputSha256;

  @Enumerated(EnumType.STRING)
  @Column(nullable = false)
  private State state;

  @Column(name = "progress_percent", nullable = false)
  private int progressPercent;

  @Column(name = "failure_number")
  private Integer failureNumber;

  @Column(name = "failure_detail")
  private String failureDetail;

  @Column(name = "created_by", nullable = false)
  private String createdBy;

  @Column(name = "created_at", nullable = false)
  private Instant createdAt;

  @Column(name = "touched_at", nullable = false)
  private Instant touchedAt;

  @Column(name = "finished_at")
  private Instant finishedAt;

  @Version private int edition;

  protected Assessment() {}

  Assessment(RunPlan plan, String createdBy, Instant now) {
    this.title = plan.title();
    this.indexCode = plan.index().code();
    this.indexVersion = plan.index().version();
    this.definition = plan.index().definition();
    this.definitionSha256 = plan.index().sha256();
    this.population = plan.population();
    this.round = plan.round();
    this.submittedToo = plan.submittedToo();
    this.values = plan.values();
    this.firstYear = plan.firstYear();
    this.lastYear = plan.lastYear();
    this.infoStates = plan.infoStates();
    this.seed = plan.seed();
    this.state = State.RUNNING;
    this.createdBy = createdBy;
    this.createdAt = now;
    this.touchedAt = now;
  }

  /** The run is so far; it says so from time to time, lest it be taken for dead. */
  void reached(int percent, Instant now) {
    if (state == State.RUNNING) {
      progressPercent = percent;
      touchedAt = now;
    }
  }

  void done(String hashOfInput, Instant now) {
    refuseUnlessRunning();
    state = State.DONE;
    inputSha256 = hashOfInput;
    progressPercent = ALL_DONE;
    finished(now);
  }

  /**
   * @param problemNumber number of the problem that ended it
   * @param detail what that problem names; may be empty
   */
  void failed(int problemNumber, String detail, Instant now) {
    refuseUnlessRunning();
    state = State.FAILED;
    failureNumber = problemNumber;
    failureDetail = detail.length() > DETAIL_LENGTH ? detail.substring(0, DETAIL_LENGTH) : detail;
    finished(now);
  }

  private void finished(Instant now) {
    touchedAt = now;
    finishedAt = now;
  }

  private void refuseUnlessRunning() {
    if (state != State.RUNNING) {
      throw new IllegalStateException("assessment " + id + " is " + state.code());
    }
  }

  public Long id() {
    return id;
  }

  /**
   * The name that it was given; where it was given none, one made from its index and its round or
   * years.
   */
  public String title(Texts texts) {
    if (title != null) {
      return title;
    }
    Index measure = index().index();
    String tag = texts.language().tag();
    String name = measure.names().getOrDefault(tag, measure.names().get("en"));
    return round == null
        ? texts.text(
            "assessment.title.years",
            name,
            texts.text("assessment.population." + population.code()),
            String.valueOf(firstYear),
            String.valueOf(lastYear))
        : texts.text("assessment.title.round", name, round.title());
  }

  public String indexCode() {
    return indexCode;
  }

  public int indexVersion() {
    return indexVersion;
  }

  /** The index as it was when the run began, in the format of {@link IndexFile}. */
  public String definition() {
    return definition;
  }

  public String definitionSha256() {
    return definitionSha256;
  }

  /** Whether no difference of scores comes from the definition or the kind of answers. */
  public boolean sameMethodAs(Assessment other) {
    return definitionSha256.equals(other.definitionSha256)
        && values == other.values
        && submittedToo == other.submittedToo;
  }

  /** The definition, read. */
  public IndexFile index() {
    return Indices.read(definition);
  }

  public Population population() {
    return population;
  }

  /** Null for a run over statistics. */
  public Round round() {
    return round;
  }

  /** Whether submitted responses that nobody has accepted yet were scored too. */
  public boolean submittedToo() {
    return submittedToo;
  }

  /** Which values of answers were scored. */
  public AnswerValues values() {
    return values;
  }

  /** First year of a run over statistics; null for one over a round. */
  public Integer firstYear() {
    return firstYear;
  }

  public Integer lastYear() {
    return lastYear;
  }

  /** The assessment that the info-states of the countries were taken from; may be null. */
  public Assessment infoStates() {
    return infoStates;
  }

  /** What all chance in the run comes from. */
  public long seed() {
    return seed;
  }

  /** SHA-256 of the table that went in, see {@link Measurements#sha256}; null until it is done. */
  public String inputSha256() {
    return inputSha256;
  }

  public State state() {
    return state;
  }

  public int progressPercent() {
    return progressPercent;
  }

  /** Number of the problem that ended the run; null unless it failed. */
  public Integer failureNumber() {
    return failureNumber;
  }

  /** What that problem names; null unless it failed. */
  public String failureDetail() {
    return failureDetail;
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
    return "/assessments/" + id;
  }
}

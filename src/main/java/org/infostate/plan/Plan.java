package org.infostate.plan;

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
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.infostate.analysis.UncertaintyRun;
import org.infostate.assessment.Assessment;
import org.infostate.planning.Catalogue;
import org.infostate.planning.CatalogueFile;
import org.infostate.planning.PriorityWeights;
import org.infostate.planning.Target;
import org.infostate.portfolio.Portfolio;
import org.infostate.problem.ProblemKind;
import org.infostate.text.Phrase;
import org.infostate.text.Texts;

/**
 * A set of assistance chosen within a budget. It is composed by a job, then a draft until it is
 * agreed; what it was composed from stays with it. Its actions are followed up afterwards. Composed
 * again it is another version of the same plan; of all versions at most one is agreed, and agreeing
 * to another supersedes it.
 */
@Entity
@Table(name = "assistance_plan")
public class Plan {

  /** Where a plan stands. */
  public enum State {
    COMPOSING,
    DRAFT,
    AGREED,
    SUPERSEDED,
    FAILED,
    CANCELLED;

    /** Whether something was chosen. */
    public boolean composed() {
      return this == DRAFT || this == AGREED || this == SUPERSEDED;
    }

    /** As it stands in replies and keys of texts. */
    public String code() {
      return name().toLowerCase(Locale.ROOT);
    }

    /** As readers are told of it. */
    Phrase phrase() {
      return language -> Texts.in(language).text("plan.state." + code());
    }
  }

  /** What is being done while a plan is composed, in order. */
  public enum Stage {
    MEASURING,
    CHOOSING,
    ADDING,
    /** Left out where no draws were asked for. */
    DRAWING;

    /** As it stands in replies and keys of texts. */
    public String code() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  @Id
  @SequenceGenerator(name = "assistance_plan_seq", allocationSize = 50)
  @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "assistance_plan_seq")
  private Long id;

  @Column(nullable = false)
  private String title;

  @ManyToOne(optional = false)
  @JoinColumn(name = "assessment_id")
  private Assessment assessment;

  @Column(name = "catalogue", nullable = false)
  private String catalogueText;

  @Column(name = "catalogue_sha256", nullable = false)
  private String catalogueSha256;

  @Column(nullable = false)
  private String budgets;

  @Column(name = "most_per_country")
  private Integer mostPerCountry;

  @Column(name = "ldc_share", nullable = false)
  private double ldcShare;

  @Column(name = "low_end_share", nullable = false)
  private double lowEndShare;

  @Column(name = "yearly_loss", nullable = false)
  private double yearlyLoss;

  @Enumerated(EnumType.STRING)
  @Column(nullable = false)
  private Target target;

  @Column(name = "targets_number", nullable = false)
  private int targetsNumber;

  @Column(name = "priority_weights", nullable = false)
  private String weights;

  @Enumerated(EnumType.STRING)
  @Column(nullable = false)
  private State state;

  @Enumerated(EnumType.STRING)
  @Column
  private Portfolio.Method method;

  /** Null until its composition has been heard of. */
  @Enumerated(EnumType.STRING)
  @Column
  private Stage stage;

  @Column(nullable = false)
  private int draws;

  @ManyToOne
  @JoinColumn(name = "uncertainty_run_id")
  private UncertaintyRun run;

  @Column(nullable = false)
  private int drawn;

  @Column(name = "draw_time_outs")
  private Integer drawTimeOuts;

  @Column private Double gain;

  @Column(name = "upper_bound")
  private Double bound;

  @Enumerated(EnumType.STRING)
  @Column(name = "bound_basis")
  private Portfolio.Basis basis;

  @Column(name = "whole_need")
  private Double wholeNeed;

  @Column(name = "more_money", nullable = false)
  private long moreMoney;

  @Column(name = "more_gain")
  private Double moreGain;

  @Column(name = "more_cost")
  private Long moreCost;

  @Column(name = "failure_number")
  private Integer failureNumber;

  /** The first version; null for the first itself. */
  @Column(name = "first_id")
  private Long firstId;

  @Column(name = "version_number", nullable = false)
  private int version;

  @Column(name = "agreed_by")
  private String agreedBy;

  @Column(name = "agreed_at")
  private Instant agreedAt;

  @Column(name = "created_by", nullable = false)
  private String createdBy;

  @Column(name = "created_at", nullable = false)
  private Instant createdAt;

  @Column(name = "touched_at", nullable = false)
  private Instant touchedAt;

  @Version private int edition;

  protected Plan() {}

  /**
   * @param order checked and complete
   * @param targetsNumber of the declared targets in use
   * @param catalogueText verbatim
   */
  Plan(
      PlanOrder order,
      Assessment assessment,
      int targetsNumber,
      String catalogueText,
      String catalogueSha256,
      String createdBy,
      Instant now) {
    this.title = order.title().strip();
    this.assessment = assessment;
    this.catalogueText = catalogueText;
    this.catalogueSha256 = catalogueSha256;
    this.budgets = order.budgets().stream().map(String::valueOf).collect(Collectors.joining(" "));
    this.mostPerCountry = order.mostPerCountry();
    this.ldcShare = order.ldcShareOrNone();
    this.lowEndShare = order.lowEndShareOrNone();
    this.yearlyLoss = order.yearlyLossOrNone();
    this.target = order.targetOrFull();
    this.targetsNumber = targetsNumber;
    this.weights = order.weightsOrUsual().text();
    this.moreMoney = order.moreMoneyOrUsual();
    this.state = State.COMPOSING;
    this.version = 1;
    this.createdBy = createdBy;
    this.createdAt = now;
    this.touchedAt = now;
  }

  /**
   * Makes it a version of an earlier plan, before it is stored.
   *
   * @param earlier any version of that plan
   * @param number after those of all its versions
   */
  void follows(Plan earlier, int number) {
    this.firstId = earlier.first();
    this.version = number;
  }

  /**
   * Before it is stored.
   *
   * @param most draws; no more than the run has replications
   */
  void draw(int most, UncertaintyRun run) {
    this.run = run;
    this.draws = Math.min(most, run.replications());
  }

  void reached(Stage stage, int drawn, Instant now) {
    if (state == State.COMPOSING) {
      this.stage = stage;
      this.drawn = drawn;
      this.touchedAt = now;
    }
  }

  /**
   * Ends its composition before it is done; the job finds out by itself.
   *
   * @throws org.infostate.problem.ProblemException if it has ended already
   */
  void cancel(Instant now) {
    if (state != State.COMPOSING) {
      throw ProblemKind.PLAN_COMPOSED.exception();
    }
    this.state = State.CANCELLED;
    this.touchedAt = now;
  }

  void composed(Composition made, Instant now) {
    this.method = made.portfolio().method();
    this.gain = made.portfolio().gain();
    this.bound = made.portfolio().bound();
    this.basis = made.portfolio().basis();
    this.wholeNeed = made.wholeNeed();
    this.moreGain = made.difference().gain();
    this.moreCost = made.difference().cost();
    if (made.robustness() != null) {
      this.drawn = made.robustness().tasks();
      this.drawTimeOuts = made.robustness().timeOuts();
    }
    this.state = State.DRAFT;
    this.touchedAt = now;
  }

  void fail(int problemNumber, Instant now) {
    this.failureNumber = problemNumber;
    this.state = State.FAILED;
    this.touchedAt = now;
  }

  /** Settles what will be done. */
  void agree(String by, Instant now) {
    if (state != State.DRAFT) {
      throw ProblemKind.PLAN_STATE.exception(state.phrase());
    }
    this.state = State.AGREED;
    this.agreedBy = by;
    this.agreedAt = now;
    this.touchedAt = now;
  }

  /** Another version is agreed instead. */
  void supersede(Instant now) {
    this.state = State.SUPERSEDED;
    this.touchedAt = now;
  }

  public Long id() {
    return id;
  }

  public String title() {
    return title;
  }

  public Assessment assessment() {
    return assessment;
  }

  /** The catalogue as it was when the plan was ordered. */
  public Catalogue catalogue() {
    return CatalogueFile.read("catalogue", catalogueText);
  }

  public String catalogueSha256() {
    return catalogueSha256;
  }

  /** By year, in whole units of the currency. */
  public List<Long> budgets() {
    return Stream.of(budgets.split(" ")).map(Long::valueOf).toList();
  }

  /** Null for any number. */
  public Integer mostPerCountry() {
    return mostPerCountry;
  }

  public double ldcShare() {
    return ldcShare;
  }

  public double lowEndShare() {
    return lowEndShare;
  }

  public double yearlyLoss() {
    return yearlyLoss;
  }

  /** What gaps are measured to. */
  public Target target() {
    return target;
  }

  /** The number of the declared targets that were in use when it was ordered. */
  public int targetsNumber() {
    return targetsNumber;
  }

  public PriorityWeights weights() {
    return PriorityWeights.parse(weights);
  }

  public State state() {
    return state;
  }

  /** Null until it is composed. */
  public Portfolio.Method method() {
    return method;
  }

  /** Points of need that it closes; null until it is composed. */
  public Double gain() {
    return gain;
  }

  /** No plan within the terms closes more; null until it is composed. */
  public Double bound() {
    return bound;
  }

  /** What the bound rests on; null until it is composed, and where it was not recorded. */
  public Portfolio.Basis basis() {
    return basis;
  }

  /** Null until its composition has been heard of. */
  public Stage stage() {
    return stage;
  }

  /** Draws of {@link #run} with which the choice is made anew; 0 for none. */
  public int draws() {
    return draws;
  }

  /** Null where no draws were asked for. */
  public UncertaintyRun run() {
    return run;
  }

  /** How many of the draws have been chosen from. */
  public int drawn() {
    return drawn;
  }

  /** In how many draws there was no time for the best choice; null until all are made. */
  public Integer drawTimeOuts() {
    return drawTimeOuts;
  }

  /** Points of need of all countries; null until it is composed. */
  public Double wholeNeed() {
    return wholeNeed;
  }

  /** An additional amount in the first year. */
  public long moreMoney() {
    return moreMoney;
  }

  /** What the additional amount would gain; null until it is composed. */
  public Double moreGain() {
    return moreGain;
  }

  /** What of the additional amount would be spent; null likewise, and where it was not recorded. */
  public Long moreCost() {
    return moreCost;
  }

  /** Null unless it failed. */
  public Integer failureNumber() {
    return failureNumber;
  }

  /** Id of the first version, which may be this one. */
  public Long first() {
    return firstId == null ? id : firstId;
  }

  /** Number among the versions of the plan, from 1. */
  public int version() {
    return version;
  }

  /** Null until it is agreed. */
  public String agreedBy() {
    return agreedBy;
  }

  /** Null until it is agreed. */
  public Instant agreedAt() {
    return agreedAt;
  }

  /** The terms that it was composed with, to be composed again. */
  public PlanOrder order() {
    return new PlanOrder(
        title,
        assessment.id(),
        budgets(),
        mostPerCountry,
        ldcShare,
        lowEndShare,
        yearlyLoss,
        target.code(),
        weights().named(),
        moreMoney,
        draws,
        id);
  }

  public String createdBy() {
    return createdBy;
  }

  public Instant createdAt() {
    return createdAt;
  }

  /** Its address, as a page. */
  public String path() {
    return "/plans/" + id;
  }
}

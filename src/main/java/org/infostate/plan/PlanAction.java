package org.infostate.plan;

import jakarta.persistence.CascadeType;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.OneToMany;
import jakarta.persistence.OrderBy;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.infostate.portfolio.Portfolio;

/**
 * One piece of assistance to one country in a plan. What it is and costs does not change; who sees
 * to it, who gives it, its milestones and how far it is do.
 */
@Entity
@Table(name = "plan_action")
public class PlanAction {

  /** How far an action is. */
  public enum Standing {
    PROPOSED,
    UNDER_WAY,
    DONE,
    DROPPED;

    /** Whether something of it is still to come. */
    public boolean open() {
      return this == PROPOSED || this == UNDER_WAY;
    }

    /** As it stands in replies and keys of texts. */
    public String code() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  public static final int RESPONSIBLE_LENGTH = 200;
  public static final int PROVIDER_LENGTH = 200;
  public static final int REMARK_LENGTH = 2_000;

  @Id
  @SequenceGenerator(name = "plan_action_seq", allocationSize = 50)
  @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "plan_action_seq")
  private Long id;

  @Column(name = "plan_id", nullable = false)
  private Long planId;

  @Column(nullable = false)
  private int place;

  @Column(nullable = false)
  private String assistance;

  @Column(nullable = false)
  private String iso3;

  @Column(nullable = false)
  private String offer;

  @Column(name = "plan_year", nullable = false)
  private int year;

  @Column(nullable = false)
  private long cost;

  @Column(nullable = false)
  private double points;

  @Enumerated(EnumType.STRING)
  @Column(nullable = false)
  private Standing standing;

  @Column private String responsible;

  @Column private String provider;

  @Column private String remark;

  @Column(name = "followed_by")
  private String followedBy;

  @Column(name = "followed_at")
  private Instant followedAt;

  @Column(name = "last_milestone", nullable = false)
  private int lastMilestone;

  @OneToMany(mappedBy = "action", cascade = CascadeType.ALL, orphanRemoval = true)
  @OrderBy("due, number")
  private List<PlanMilestone> milestones = new ArrayList<>();

  @Version private int edition;

  protected PlanAction() {}

  /**
   * @param cost of this country's part, with its share of what several share
   */
  PlanAction(Long planId, int place, Portfolio.Choice choice, long cost) {
    this.planId = planId;
    this.place = place;
    this.assistance = choice.offer().kind();
    this.iso3 = choice.seat().country();
    this.offer = choice.offer().id();
    this.year = choice.year();
    this.cost = cost;
    this.points = choice.seat().effects().values().stream().mapToDouble(p -> p).sum();
    this.standing = Standing.PROPOSED;
  }

  /**
   * Says how far it is. A milestone that is not named any more is taken out; the number of one that
   * was taken out does not come again.
   *
   * @param said each number in it is that of a milestone which is there
   */
  public void follow(FollowedAction said, String by, Instant now) {
    this.standing = said.standing();
    this.responsible = said.responsible();
    this.provider = said.provider();
    this.remark = said.remark();
    this.followedBy = by;
    this.followedAt = now;
    milestones.removeIf(
        one -> said.milestones().stream().noneMatch(m -> Objects.equals(m.number(), one.number())));
    for (FollowedAction.Milestone one : said.milestones()) {
      PlanMilestone milestone = one.number() == null ? added() : milestone(one.number()).get();
      milestone.follow(one, by);
    }
  }

  private PlanMilestone added() {
    lastMilestone++;
    PlanMilestone milestone = new PlanMilestone(this, lastMilestone);
    milestones.add(milestone);
    return milestone;
  }

  public Long id() {
    return id;
  }

  public int place() {
    return place;
  }

  /** Code in the catalogue. */
  public String assistance() {
    return assistance;
  }

  public String iso3() {
    return iso3;
  }

  /** The same for the countries that are given it together. */
  public String offer() {
    return offer;
  }

  /** Whether it is given to several countries together. */
  public boolean shared() {
    return !offer.equals(assistance + ":" + iso3);
  }

  /** 1 for the first. */
  public int year() {
    return year;
  }

  /** In whole units of the currency. */
  public long cost() {
    return cost;
  }

  /** Points of need that it closes by itself; two that close the same gap close less together. */
  public double points() {
    return points;
  }

  public Standing standing() {
    return standing;
  }

  /** Null while nobody is named. */
  public String responsible() {
    return responsible;
  }

  /** Who gives it; null while nobody is named. */
  public String provider() {
    return provider;
  }

  /** Null where there is none. */
  public String remark() {
    return remark;
  }

  /** In the order of their days. */
  public List<PlanMilestone> milestones() {
    return milestones.stream()
        .sorted(Comparator.comparing(PlanMilestone::due).thenComparing(PlanMilestone::number))
        .toList();
  }

  public Optional<PlanMilestone> milestone(int number) {
    return milestones.stream().filter(one -> one.number() == number).findFirst();
  }

  /** The first that is not reached, if there is one and the action is neither done nor dropped. */
  public Optional<PlanMilestone> next() {
    return milestones().stream()
        .filter(one -> standing.open() && one.reached() == null)
        .findFirst();
  }

  /** Whether a milestone is late. */
  public boolean late(LocalDate today) {
    return milestones.stream().anyMatch(one -> one.late(today));
  }

  /** Login of who said last how far it is; null where nobody has, or it was not recorded. */
  public String followedBy() {
    return followedBy;
  }

  /** Null likewise. */
  public Instant followedAt() {
    return followedAt;
  }

  /** Rises with each follow-up; the ETag. */
  public int edition() {
    return edition;
  }
}

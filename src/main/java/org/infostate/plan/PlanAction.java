package org.infostate.plan;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.util.Locale;
import org.infostate.portfolio.Portfolio;

/**
 * One piece of assistance to one country in a plan. What it is and costs does not change; who sees
 * to it and how far it is does.
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

    /** As it stands in replies and keys of texts. */
    public String code() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  static final int RESPONSIBLE_LENGTH = 200;
  static final int REMARK_LENGTH = 2_000;

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

  @Column private String remark;

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

  void follow(Standing standing, String responsible, String remark) {
    this.standing = standing;
    this.responsible = responsible;
    this.remark = remark;
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

  /** Null where there is none. */
  public String remark() {
    return remark;
  }

  public int edition() {
    return edition;
  }
}

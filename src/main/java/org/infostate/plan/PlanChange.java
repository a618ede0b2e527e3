package org.infostate.plan;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import org.infostate.portfolio.Portfolio;

/**
 * What the additional amount would change in a plan: an action that it would buy, or one that would
 * make room for better. Never changes.
 */
@Entity
@Table(name = "plan_change")
public class PlanChange {

  @Id
  @SequenceGenerator(name = "plan_change_seq", allocationSize = 50)
  @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "plan_change_seq")
  private Long id;

  @Column(name = "plan_id", nullable = false)
  private Long planId;

  @Column(nullable = false)
  private int place;

  @Column(nullable = false)
  private boolean added;

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

  protected PlanChange() {}

  /**
   * @param in the portfolio that has the choice
   */
  PlanChange(Long planId, int place, boolean added, Portfolio in, Portfolio.Choice choice) {
    this.planId = planId;
    this.place = place;
    this.added = added;
    this.assistance = choice.offer().kind();
    this.iso3 = choice.seat().country();
    this.offer = choice.offer().id();
    this.year = choice.year();
    this.cost = ComposePlan.cost(in, choice);
    this.points = choice.seat().effects().values().stream().mapToDouble(p -> p).sum();
  }

  public int place() {
    return place;
  }

  /** Whether it would be bought; otherwise it would be dropped. */
  public boolean added() {
    return added;
  }

  /** Code in the catalogue. */
  public String assistance() {
    return assistance;
  }

  public String iso3() {
    return iso3;
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

  /** Points of need that it closes by itself. */
  public double points() {
    return points;
  }
}

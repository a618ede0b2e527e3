package org.infostate.plan;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.io.Serializable;

/** In how many of its draws a plan would give a country some assistance. */
@Entity
@Table(name = "plan_choice")
@IdClass(PlanChoice.Key.class)
public class PlanChoice {

  /** A plan, a country and some assistance. */
  public static class Key implements Serializable {

    private static final long serialVersionUID = 1;

    private Long planId;
    private String iso3;
    private String assistance;

    @Override
    public boolean equals(Object other) {
      return other instanceof Key key
          && key.planId.equals(planId)
          && key.iso3.equals(iso3)
          && key.assistance.equals(assistance);
    }

    @Override
    public int hashCode() {
      return (planId.hashCode() * 31 + iso3.hashCode()) * 31 + assistance.hashCode();
    }
  }

  @Id
  @Column(name = "plan_id")
  private Long planId;

  @Id private String iso3;

  @Id private String assistance;

  @Column(nullable = false)
  private double share;

  protected PlanChoice() {}

  PlanChoice(Long planId, String iso3, String assistance, double share) {
    this.planId = planId;
    this.iso3 = iso3;
    this.assistance = assistance;
    this.share = share;
  }

  public String iso3() {
    return iso3;
  }

  /** Code in the catalogue of the plan. */
  public String assistance() {
    return assistance;
  }

  /** Share of the draws, above 0, to 1. */
  public double share() {
    return share;
  }
}

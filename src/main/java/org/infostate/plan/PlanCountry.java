package org.infostate.plan;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.io.Serializable;

/** What a country needed when a plan was composed, and what the plan closes of it; in points. */
@Entity
@Table(name = "plan_country")
@IdClass(PlanCountry.Key.class)
public class PlanCountry {

  /** A plan and a country. */
  public static class Key implements Serializable {

    private static final long serialVersionUID = 1;

    private Long planId;
    private String iso3;

    @Override
    public boolean equals(Object other) {
      return other instanceof Key key && key.planId.equals(planId) && key.iso3.equals(iso3);
    }

    @Override
    public int hashCode() {
      return planId.hashCode() * 31 + iso3.hashCode();
    }
  }

  @Id
  @Column(name = "plan_id")
  private Long planId;

  @Id private String iso3;

  @Column(nullable = false)
  private double need;

  @Column(nullable = false)
  private double gain;

  protected PlanCountry() {}

  PlanCountry(Long planId, String iso3, double need, double gain) {
    this.planId = planId;
    this.iso3 = iso3;
    this.need = need;
    this.gain = gain;
  }

  public String iso3() {
    return iso3;
  }

  public double need() {
    return need;
  }

  /** 0 where the plan has nothing for the country. */
  public double gain() {
    return gain;
  }
}

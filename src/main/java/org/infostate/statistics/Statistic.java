package org.infostate.statistics;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import java.math.BigDecimal;

/**
 * A figure that came with an import. It is current until a figure of the same indicator, country
 * and year comes from an edition that is not older; then it stays as history.
 */
@Entity
@Table(name = "statistic")
public class Statistic {

  @Id
  @SequenceGenerator(name = "statistic_seq", allocationSize = 50)
  @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "statistic_seq")
  private Long id;

  @Column(name = "import_id", nullable = false)
  private Long importId;

  @Column(nullable = false)
  private String iso3;

  @Column(nullable = false)
  private String indicator;

  @Column(name = "stat_year", nullable = false)
  private int year;

  @Column(nullable = false)
  private BigDecimal figure;

  @Column private String note;

  @Column(name = "is_current")
  private Boolean current;

  protected Statistic() {}

  Statistic(Long importId, Figure figure, boolean current) {
    this.importId = importId;
    this.iso3 = figure.iso3();
    this.indicator = figure.indicator();
    this.year = figure.year();
    this.figure = figure.value();
    this.note = figure.note();
    this.current = current ? Boolean.TRUE : null;
  }

  public Long id() {
    return id;
  }

  /** The import that it came with. */
  public Long importId() {
    return importId;
  }

  public String iso3() {
    return iso3;
  }

  /** Code of an {@link Indicator}. */
  public String indicator() {
    return indicator;
  }

  public int year() {
    return year;
  }

  /** In the unit of the indicator, without zeros at the end. */
  public BigDecimal value() {
    return figure().value();
  }

  /** What the publisher says about it; null where nothing. */
  public String note() {
    return note;
  }

  public boolean current() {
    return Boolean.TRUE.equals(current);
  }

  Figure figure() {
    return new Figure(iso3, indicator, year, figure, note);
  }
}

package org.infostate.round;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import java.time.Instant;

/** A country in a round, with the extension that it was given, if any. */
@Entity
@Table(name = "round_country")
public class RoundCountry {

  @Id
  @SequenceGenerator(name = "round_country_seq", allocationSize = 50)
  @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "round_country_seq")
  private Long id;

  @ManyToOne(optional = false)
  private Round round;

  @Column(nullable = false)
  private String iso3;

  @Column(name = "extended_deadline")
  private Instant extendedDeadline;

  @Column(name = "extension_reason")
  private String extensionReason;

  protected RoundCountry() {}

  RoundCountry(Round round, String iso3) {
    this.round = round;
    this.iso3 = iso3;
  }

  void extend(Instant until, String reason) {
    extendedDeadline = until;
    extensionReason = reason;
  }

  public String iso3() {
    return iso3;
  }

  /** Null where there is none. */
  public Instant extendedDeadline() {
    return extendedDeadline;
  }

  public String extensionReason() {
    return extensionReason;
  }
}

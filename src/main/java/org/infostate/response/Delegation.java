package org.infostate.response;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;

/** A section of a response that the focal point has handed to a contributor. */
@Entity
@Table(name = "delegation")
public class Delegation {

  @Id
  @SequenceGenerator(name = "delegation_seq", allocationSize = 50)
  @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "delegation_seq")
  private Long id;

  @Column(name = "response_id", nullable = false)
  private Long responseId;

  @Column(nullable = false)
  private String section;

  @Column(name = "account_id", nullable = false)
  private Long accountId;

  protected Delegation() {}

  Delegation(Long responseId, String section, Long accountId) {
    this.responseId = responseId;
    this.section = section;
    this.accountId = accountId;
  }

  public String section() {
    return section;
  }

  public Long accountId() {
    return accountId;
  }
}

package org.infostate.response;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;

/**
 * A section of a response that the focal point has handed to a contributor, who says when it is
 * complete. That locks nothing: she can still mend an answer.
 */
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

  @Column(name = "handed_by", nullable = false)
  private String handedBy;

  @Column(name = "handed_at")
  private Instant handedAt;

  @Column(name = "completed_by")
  private String completedBy;

  @Column(name = "completed_at")
  private Instant completedAt;

  @Version private int edition;

  protected Delegation() {}

  Delegation(Long responseId, String section, Long accountId, String by, Instant now) {
    this.responseId = responseId;
    this.section = section;
    this.accountId = accountId;
    this.handedBy = by;
    this.handedAt = now;
  }

  /** Its answers are all given, says somebody of the country. */
  public void markComplete(String by, Instant now) {
    completedBy = by;
    completedAt = now;
  }

  /** There is more to do after all. */
  public void reopen() {
    completedBy = null;
    completedAt = null;
  }

  public Long id() {
    return id;
  }

  public boolean complete() {
    return completedAt != null;
  }

  /** Null while there is more to do. */
  public Instant completedAt() {
    return completedAt;
  }

  /** Sign-in name; null while there is more to do. */
  public String completedBy() {
    return completedBy;
  }

  public String handedBy() {
    return handedBy;
  }

  public Instant handedAt() {
    return handedAt;
  }

  public String section() {
    return section;
  }

  public Long accountId() {
    return accountId;
  }
}

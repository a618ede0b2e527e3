package org.infostate.delegation;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Locale;
import org.infostate.response.Delegation;
import org.infostate.response.Response;

/** What happened to a section that was handed over. Written once, never changed. */
@Entity
@Table(name = "delegation_event")
public class DelegationEvent {

  /** What was done. */
  public enum Step {
    HANDED,
    COMPLETED,
    REOPENED,
    TAKEN_BACK;

    /** As it stands in files, addresses and keys of texts. */
    public String code() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  @Id
  @SequenceGenerator(name = "delegation_event_seq", allocationSize = 50)
  @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "delegation_event_seq")
  private Long id;

  @Column(name = "response_id", nullable = false)
  private Long responseId;

  @Column(nullable = false)
  private String section;

  @Column(name = "account_id", nullable = false)
  private Long accountId;

  @Enumerated(EnumType.STRING)
  @Column(nullable = false)
  private Step step;

  @Column private String remark;

  @Column(name = "done_by", nullable = false)
  private String doneBy;

  @Column(name = "done_at", nullable = false)
  private Instant doneAt;

  protected DelegationEvent() {}

  DelegationEvent(
      Response response,
      Delegation delegation,
      Step step,
      String remark,
      String doneBy,
      Instant doneAt) {
    this.responseId = response.id();
    this.section = delegation.section();
    this.accountId = delegation.accountId();
    this.step = step;
    this.remark = remark;
    this.doneBy = doneBy;
    this.doneAt = doneAt;
  }

  public String section() {
    return section;
  }

  /** The contributor. */
  public Long accountId() {
    return accountId;
  }

  public Step step() {
    return step;
  }

  /** May be null. */
  public String remark() {
    return remark;
  }

  public String doneBy() {
    return doneBy;
  }

  public Instant doneAt() {
    return doneAt;
  }
}

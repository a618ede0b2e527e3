package org.infostate.audit;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import java.time.Instant;

/** One thing that was done. Written once, never changed. */
@Entity
@Table(name = "audit_entry")
public class AuditEntry {

  @Id
  @SequenceGenerator(name = "audit_entry_seq", allocationSize = 50)
  @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "audit_entry_seq")
  private Long id;

  @Column(name = "done_at", nullable = false)
  private Instant doneAt;

  @Column(nullable = false)
  private String actor;

  @Column(nullable = false)
  private String action;

  @Column(nullable = false)
  private String subject;

  protected AuditEntry() {}

  AuditEntry(Instant doneAt, String actor, String action, String subject) {
    this.doneAt = doneAt;
    this.actor = actor;
    this.action = action;
    this.subject = subject.length() <= 500 ? subject : subject.substring(0, 500);
  }

  public Instant doneAt() {
    return doneAt;
  }

  /** Sign-in name of who did it; {@code -} where nobody was signed in. */
  public String actor() {
    return actor;
  }

  /** {@code noun.verb}. */
  public String action() {
    return action;
  }

  /** Address of what it was done to. */
  public String subject() {
    return subject;
  }
}

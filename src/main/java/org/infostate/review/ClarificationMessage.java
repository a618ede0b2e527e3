package org.infostate.review;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import java.time.Instant;

/** What one person wrote in a thread. Written once, never changed. */
@Entity
@Table(name = "clarification_message")
public class ClarificationMessage {

  @Id
  @SequenceGenerator(name = "clarification_message_seq", allocationSize = 50)
  @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "clarification_message_seq")
  private Long id;

  @ManyToOne(optional = false)
  private Clarification clarification;

  @Column(name = "written_at", nullable = false)
  private Instant writtenAt;

  @Column(name = "written_by", nullable = false)
  private String writtenBy;

  @Column(name = "of_country", nullable = false)
  private boolean ofCountry;

  @Column(nullable = false)
  private String words;

  protected ClarificationMessage() {}

  ClarificationMessage(
      Clarification clarification,
      Instant writtenAt,
      String writtenBy,
      boolean ofCountry,
      String words) {
    this.clarification = clarification;
    this.writtenAt = writtenAt;
    this.writtenBy = writtenBy;
    this.ofCountry = ofCountry;
    this.words = words;
  }

  public Instant writtenAt() {
    return writtenAt;
  }

  /** Sign-in name. */
  public String writtenBy() {
    return writtenBy;
  }

  /** Whether somebody of the country wrote it; otherwise a reviewer did. */
  public boolean ofCountry() {
    return ofCountry;
  }

  public String words() {
    return words;
  }
}

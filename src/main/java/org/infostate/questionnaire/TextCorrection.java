package org.infostate.questionnaire;

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
import org.infostate.text.Language;

/**
 * One text of a published version, put right. Append-only: the last one for a text is what readers
 * see, those before are its history.
 */
@Entity
@Table(name = "text_correction")
public class TextCorrection {

  @Id
  @SequenceGenerator(name = "text_correction_seq", allocationSize = 50)
  @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "text_correction_seq")
  private Long id;

  @Column(name = "version_id", nullable = false)
  private Long versionId;

  @Column(nullable = false)
  private String language;

  @Enumerated(EnumType.STRING)
  @Column(nullable = false)
  private TextPart part;

  @Column(nullable = false)
  private String subject;

  private String choice;

  @Column(name = "before_text")
  private String before;

  @Column(name = "after_text")
  private String after;

  private String reason;

  @Column(name = "corrected_by", nullable = false)
  private String correctedBy;

  @Column(name = "corrected_at", nullable = false)
  private Instant correctedAt;

  protected TextCorrection() {}

  TextCorrection(
      Long versionId,
      Language language,
      TextPart.At at,
      String before,
      String after,
      String reason,
      String actor,
      Instant now) {
    this.versionId = versionId;
    this.language = language.tag();
    this.part = at.part();
    this.subject = at.name();
    this.choice = at.choice();
    this.before = before;
    this.after = after;
    this.reason = reason;
    this.correctedBy = actor;
    this.correctedAt = now;
  }

  public Language language() {
    return Language.of(language).orElseThrow();
  }

  public TextPart.At at() {
    return new TextPart.At(part, subject, choice);
  }

  /** What it said; null for nothing. */
  public String before() {
    return before;
  }

  /** What it says since then; null for nothing. */
  public String after() {
    return after;
  }

  /** May be null. */
  public String reason() {
    return reason;
  }

  /** Sign-in name; {@code -} where the program shipped with another text. */
  public String correctedBy() {
    return correctedBy;
  }

  public Instant correctedAt() {
    return correctedAt;
  }
}

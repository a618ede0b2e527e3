package org.infostate.questionnaire;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import java.time.Instant;
import org.infostate.text.Language;

/** A person has read the translation of a version and stands for it. */
@Entity
@Table(name = "translation_review")
public class TranslationReview {

  @Id
  @SequenceGenerator(name = "translation_review_seq", allocationSize = 50)
  @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "translation_review_seq")
  private Long id;

  @Column(name = "version_id", nullable = false)
  private Long versionId;

  @Column(nullable = false)
  private String language;

  @Column(name = "reviewed_by", nullable = false)
  private String reviewedBy;

  @Column(name = "reviewed_at", nullable = false)
  private Instant reviewedAt;

  protected TranslationReview() {}

  TranslationReview(Long versionId, Language language, String actor, Instant now) {
    this.versionId = versionId;
    this.language = language.tag();
    this.reviewedBy = actor;
    this.reviewedAt = now;
  }

  public Language language() {
    return Language.of(language).orElseThrow();
  }

  public String reviewedBy() {
    return reviewedBy;
  }

  public Instant reviewedAt() {
    return reviewedAt;
  }
}

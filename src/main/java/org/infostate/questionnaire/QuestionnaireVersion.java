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

/**
 * One edition of a questionnaire, kept verbatim: {@code form.yaml} never changes once published.
 */
@Entity
@Table(name = "questionnaire_version")
public class QuestionnaireVersion {

  /** Where a version stands in its life. */
  public enum State {
    DRAFT,
    PUBLISHED,
    RETIRED
  }

  @Id
  @SequenceGenerator(name = "questionnaire_version_seq", allocationSize = 50)
  @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "questionnaire_version_seq")
  private Long id;

  @Column(nullable = false)
  private String code;

  @Column(name = "version_name", nullable = false)
  private String version;

  @Enumerated(EnumType.STRING)
  @Column(nullable = false)
  private State state;

  @Column(nullable = false)
  private String sha256;

  @Column(name = "published_at")
  private Instant publishedAt;

  protected QuestionnaireVersion() {}

  /** A version that is published from the start, as those that ship are. */
  QuestionnaireVersion(String code, String version, String sha256, Instant publishedAt) {
    this.code = code;
    this.version = version;
    this.sha256 = sha256;
    this.state = State.PUBLISHED;
    this.publishedAt = publishedAt;
  }

  public Long id() {
    return id;
  }

  public String code() {
    return code;
  }

  public String version() {
    return version;
  }

  public State state() {
    return state;
  }

  /** SHA-256 of {@code form.yaml}, in hexadecimal. */
  public String sha256() {
    return sha256;
  }

  public Instant publishedAt() {
    return publishedAt;
  }
}

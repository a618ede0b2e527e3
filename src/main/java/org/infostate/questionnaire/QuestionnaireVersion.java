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
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.Locale;
import org.infostate.problem.ProblemKind;

/**
 * One edition of a questionnaire. A draft can be replaced and deleted; once published, its files
 * are kept verbatim for ever and only its wording can be corrected, beside them; once retired, no
 * new round can ask it, while rounds that pin it go on.
 */
@Entity
@Table(name = "questionnaire_version")
public class QuestionnaireVersion {

  /** Where a version stands in its life. */
  public enum State {
    DRAFT,
    PUBLISHED,
    RETIRED;

    /** As it stands in files, addresses and keys of texts. */
    public String code() {
      return name().toLowerCase(Locale.ROOT);
    }
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

  @Column(name = "changed_at")
  private Instant changedAt;

  @Column(name = "changed_by")
  private String changedBy;

  @Column(name = "published_at")
  private Instant publishedAt;

  @Column(name = "published_by")
  private String publishedBy;

  @Column(name = "retired_at")
  private Instant retiredAt;

  @Column(name = "retired_by")
  private String retiredBy;

  @Version private int edition;

  protected QuestionnaireVersion() {}

  /** A draft. */
  QuestionnaireVersion(String code, String version, String sha256, String actor, Instant now) {
    this.code = code;
    this.version = version;
    this.sha256 = sha256;
    this.state = State.DRAFT;
    changed(actor, now);
  }

  /** Its files were replaced, or its wording corrected. */
  void changed(String actor, Instant now) {
    changedBy = actor;
    changedAt = now;
  }

  void replace(String newSha256, String actor, Instant now) {
    refuseUnless(State.DRAFT);
    sha256 = newSha256;
    changed(actor, now);
  }

  void publish(String actor, Instant now) {
    refuseUnless(State.DRAFT);
    state = State.PUBLISHED;
    publishedBy = actor;
    publishedAt = now;
  }

  void retire(String actor, Instant now) {
    refuseUnless(State.PUBLISHED);
    state = State.RETIRED;
    retiredBy = actor;
    retiredAt = now;
  }

  void refuseUnless(State wanted) {
    if (state != wanted) {
      throw ProblemKind.VERSION_STATE.exception(code, version);
    }
  }

  /**
   * Refuses what was made from another edition.
   *
   * @param seen the edition that the person saw
   */
  void refuseUnlessSeen(int seen) {
    if (seen != edition) {
      throw ProblemKind.VERSION_STALE.exception(code, version);
    }
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

  public boolean draft() {
    return state == State.DRAFT;
  }

  /** SHA-256 of {@code form.yaml}, in hexadecimal. */
  public String sha256() {
    return sha256;
  }

  /** When a draft was last replaced, or the wording of a published version last corrected. */
  public Instant changedAt() {
    return changedAt;
  }

  /** Sign-in name; {@code -} for the program itself; null for versions from before it was kept. */
  public String changedBy() {
    return changedBy;
  }

  /** Null for a draft. */
  public Instant publishedAt() {
    return publishedAt;
  }

  /** Null for a draft. */
  public String publishedBy() {
    return publishedBy;
  }

  /** Null unless retired. */
  public Instant retiredAt() {
    return retiredAt;
  }

  /** Null unless retired. */
  public String retiredBy() {
    return retiredBy;
  }

  /** Rises with each change; the ETag. */
  public int edition() {
    return edition;
  }

  /** Its address, as a page. */
  public String path() {
    return "/questionnaires/" + code + "/" + version;
  }
}

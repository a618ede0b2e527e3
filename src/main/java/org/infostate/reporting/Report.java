package org.infostate.reporting;

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
import org.infostate.text.Language;

/**
 * A report that somebody ordered: a workbook that a job makes. Once it is done it never changes; it
 * stays with what it was ordered with and the hash of its file.
 */
@Entity
@Table(name = "report")
public class Report {

  /** Where a report stands. */
  public enum State {
    RUNNING,
    DONE,
    FAILED;

    /** As it stands in replies and keys of texts. */
    public String code() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  @Id
  @SequenceGenerator(name = "report_seq", allocationSize = 50)
  @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "report_seq")
  private Long id;

  @Column(nullable = false)
  private String template;

  @Column(nullable = false)
  private String subject;

  @Column private String iso3;

  @Column(name = "case_year")
  private Integer year;

  @Column(name = "language_tag", nullable = false)
  private String languageTag;

  @Enumerated(EnumType.STRING)
  @Column(nullable = false)
  private State state;

  @Column(name = "progress_percent", nullable = false)
  private int progressPercent;

  @Column private String sha256;

  @Column(name = "size_bytes")
  private Long sizeBytes;

  @Column(name = "template_version", nullable = false)
  private int templateVersion;

  @Column(name = "template_sha256")
  private String templateSha256;

  /** Null for a report that somebody ordered by hand. */
  @Column(name = "standing_order_id")
  private Long standingOrder;

  @Column(name = "failure_number")
  private Integer failureNumber;

  @Column(name = "created_by", nullable = false)
  private String createdBy;

  @Column(name = "created_at", nullable = false)
  private Instant createdAt;

  @Column(name = "touched_at", nullable = false)
  private Instant touchedAt;

  @Version private int edition;

  protected Report() {}

  /**
   * @param order checked
   * @param templateVersion the one in use now; another choice does not change what is on its way
   * @param standingOrder that it follows from; null for none
   */
  Report(
      ReportOrder order, int templateVersion, Long standingOrder, String createdBy, Instant now) {
    this.template = order.template();
    this.subject = order.subject();
    this.iso3 = order.country();
    this.year = order.year();
    this.languageTag = order.language();
    this.templateVersion = templateVersion;
    this.standingOrder = standingOrder;
    this.state = State.RUNNING;
    this.createdBy = createdBy;
    this.createdAt = now;
    this.touchedAt = now;
  }

  void reached(int percent, Instant now) {
    this.progressPercent = percent;
    this.touchedAt = now;
  }

  /** What came out: the file is kept under its hash. */
  void done(String fileSha256, long bytes, String ofTemplate, Instant now) {
    if (state == State.RUNNING) {
      this.sha256 = fileSha256;
      this.sizeBytes = bytes;
      this.templateSha256 = ofTemplate;
      this.progressPercent = 100;
      this.state = State.DONE;
      this.touchedAt = now;
    }
  }

  void fail(int problemNumber, Instant now) {
    if (state == State.RUNNING) {
      this.failureNumber = problemNumber;
      this.state = State.FAILED;
      this.touchedAt = now;
    }
  }

  void requireDone() {
    if (state != State.DONE) {
      throw ProblemKind.REPORT_NOT_READY.exception(state.code());
    }
  }

  public Long id() {
    return id;
  }

  /** What it was ordered with. */
  public ReportOrder order() {
    return new ReportOrder(template, subject, iso3, year, languageTag);
  }

  public Language language() {
    return Language.of(languageTag).orElse(Language.EN);
  }

  public State state() {
    return state;
  }

  public int progressPercent() {
    return progressPercent;
  }

  /** Of the file; null until it is done. */
  public String sha256() {
    return sha256;
  }

  /** Null until it is done. */
  public Long sizeBytes() {
    return sizeBytes;
  }

  /** Number of the version of its template; {@link TemplateVersion#SHIPPED} is the shipped one. */
  public int templateVersion() {
    return templateVersion;
  }

  /** The standing order that it follows from; null for none. */
  Long standingOrder() {
    return standingOrder;
  }

  /** Of the template that was filled; null until it is done. */
  public String templateSha256() {
    return templateSha256;
  }

  /** Null unless it failed. */
  public Integer failureNumber() {
    return failureNumber;
  }

  public String createdBy() {
    return createdBy;
  }

  public Instant createdAt() {
    return createdAt;
  }

  /** When it was last heard of; when it ended, once it has. */
  public Instant touchedAt() {
    return touchedAt;
  }

  /** Its address, as a page. */
  public String path() {
    return "/reports/" + id;
  }

  /** What its file is called. */
  public String fileName() {
    return "infostate-" + template + "-" + id + "-" + languageTag + ".xlsx";
  }
}

package org.infostate.reporting;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import java.time.Instant;

/**
 * A template that a planner changed and uploaded. It never changes and is never deleted, as reports
 * say which one they were made with; its file is kept under its hash.
 */
@Entity
@Table(name = "report_template_version")
public class TemplateVersion {

  /** The number of the template that comes with the program. */
  public static final int SHIPPED = 0;

  @Id
  @SequenceGenerator(name = "report_template_version_seq", allocationSize = 50)
  @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "report_template_version_seq")
  private Long id;

  @Column(nullable = false)
  private String template;

  @Column(name = "version_number", nullable = false)
  private int number;

  @Column(name = "file_name", nullable = false)
  private String fileName;

  @Column(nullable = false)
  private String sha256;

  @Column(name = "size_bytes", nullable = false)
  private long sizeBytes;

  @Column(name = "created_by", nullable = false)
  private String createdBy;

  @Column(name = "created_at", nullable = false)
  private Instant createdAt;

  protected TemplateVersion() {}

  /**
   * @param number from 1
   * @param fileName what the planner calls it; at most 200 characters
   */
  TemplateVersion(
      String template,
      int number,
      String fileName,
      String sha256,
      long sizeBytes,
      String createdBy,
      Instant now) {
    this.template = template;
    this.number = number;
    this.fileName = fileName;
    this.sha256 = sha256;
    this.sizeBytes = sizeBytes;
    this.createdBy = createdBy;
    this.createdAt = now;
  }

  /** Code of the report that it is for. */
  public String template() {
    return template;
  }

  /** Counts from 1 for each report. */
  public int number() {
    return number;
  }

  public String fileName() {
    return fileName;
  }

  public String sha256() {
    return sha256;
  }

  public long sizeBytes() {
    return sizeBytes;
  }

  public String createdBy() {
    return createdBy;
  }

  public Instant createdAt() {
    return createdAt;
  }
}

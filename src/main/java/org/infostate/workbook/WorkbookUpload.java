package org.infostate.workbook;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import java.time.Instant;

/** A workbook that was uploaded and tried, and waits for a person to confirm it. */
@Entity
@Table(name = "workbook_upload")
public class WorkbookUpload {

  @Id
  @SequenceGenerator(name = "workbook_upload_seq", allocationSize = 50)
  @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "workbook_upload_seq")
  private Long id;

  @Column(name = "response_id", nullable = false)
  private Long responseId;

  @Column(nullable = false)
  private String sha256;

  @Column(name = "file_name", nullable = false)
  private String fileName;

  @Column(name = "uploaded_by", nullable = false)
  private String uploadedBy;

  @Column(name = "uploaded_at", nullable = false)
  private Instant uploadedAt;

  protected WorkbookUpload() {}

  WorkbookUpload(
      Long responseId, String sha256, String fileName, String uploadedBy, Instant uploadedAt) {
    this.responseId = responseId;
    this.sha256 = sha256;
    this.fileName = fileName;
    this.uploadedBy = uploadedBy;
    this.uploadedAt = uploadedAt;
  }

  public Long id() {
    return id;
  }

  Long responseId() {
    return responseId;
  }

  String sha256() {
    return sha256;
  }

  String uploadedBy() {
    return uploadedBy;
  }

  public String fileName() {
    return fileName;
  }
}

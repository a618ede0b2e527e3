package org.infostate.response;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import java.time.Instant;

/** A file that a country handed in, stored under its SHA-256 by {@link EvidenceFiles}. */
@Entity
@Table(name = "evidence")
public class Evidence {

  @Id
  @SequenceGenerator(name = "evidence_seq", allocationSize = 50)
  @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "evidence_seq")
  private Long id;

  @Column(name = "response_id", nullable = false)
  private Long responseId;

  @Column(nullable = false)
  private String sha256;

  @Column(name = "file_name", nullable = false)
  private String fileName;

  @Column(name = "media_type", nullable = false)
  private String mediaType;

  @Column(name = "size_bytes", nullable = false)
  private long sizeBytes;

  @Column(name = "added_by", nullable = false)
  private String addedBy;

  @Column(name = "added_at", nullable = false)
  private Instant addedAt;

  protected Evidence() {}

  Evidence(
      Long responseId,
      String sha256,
      String fileName,
      String mediaType,
      long sizeBytes,
      String addedBy,
      Instant addedAt) {
    this.responseId = responseId;
    this.sha256 = sha256;
    this.fileName = fileName;
    this.mediaType = mediaType;
    this.sizeBytes = sizeBytes;
    this.addedBy = addedBy;
    this.addedAt = addedAt;
  }

  /** The same file, as evidence of another response of the country. */
  Evidence of(Long otherResponseId) {
    return new Evidence(otherResponseId, sha256, fileName, mediaType, sizeBytes, addedBy, addedAt);
  }

  public Long id() {
    return id;
  }

  public String sha256() {
    return sha256;
  }

  public String fileName() {
    return fileName;
  }

  public String mediaType() {
    return mediaType;
  }

  public long sizeBytes() {
    return sizeBytes;
  }
}

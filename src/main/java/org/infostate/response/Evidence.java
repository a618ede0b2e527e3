package org.infostate.response;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;

/**
 * What a country hands in to support an answer: a file, stored under its SHA-256 by {@link
 * EvidenceFiles}, or a link with the day on which the page was seen. What is removed is no longer
 * shown; its row and its file stay, as the history of the answer may speak of them.
 */
@Entity
@Table(name = "evidence")
public class Evidence {

  @Id
  @SequenceGenerator(name = "evidence_seq", allocationSize = 50)
  @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "evidence_seq")
  private Long id;

  @Column(name = "response_id", nullable = false)
  private Long responseId;

  @Column private String question;

  @Column(name = "roster_row", nullable = false)
  private int rosterRow;

  @Column private String sha256;

  @Column(name = "file_name", nullable = false)
  private String fileName;

  @Column(name = "media_type")
  private String mediaType;

  @Column(name = "size_bytes", nullable = false)
  private long sizeBytes;

  @Column(name = "added_by", nullable = false)
  private String addedBy;

  @Column(name = "added_at", nullable = false)
  private Instant addedAt;

  @Column private String url;

  @Column(name = "accessed_on")
  private LocalDate accessedOn;

  @Column(nullable = false)
  private boolean removed;

  protected Evidence() {}

  private Evidence(Long responseId, AnswerKey key, String name, String addedBy, Instant addedAt) {
    this.responseId = responseId;
    this.question = key.question();
    this.rosterRow = key.row();
    this.fileName = name;
    this.addedBy = addedBy;
    this.addedAt = addedAt;
  }

  static Evidence file(
      Response response, AnswerKey key, KeptFile kept, String addedBy, Instant addedAt) {
    Evidence file = new Evidence(response.id(), key, kept.name(), addedBy, addedAt);
    file.sha256 = kept.sha256();
    file.mediaType = kept.mediaType();
    file.sizeBytes = kept.sizeBytes();
    return file;
  }

  /**
   * @param title what the page is; at most 200 characters
   * @param accessedOn when it was seen
   */
  static Evidence link(
      Response response,
      AnswerKey key,
      String url,
      String title,
      LocalDate accessedOn,
      String addedBy,
      Instant addedAt) {
    Evidence link = new Evidence(response.id(), key, title, addedBy, addedAt);
    link.url = url;
    link.accessedOn = accessedOn;
    return link;
  }

  /** The same file or link, for an answer of another response of the country. */
  Evidence of(Response other, AnswerKey key) {
    Evidence also = new Evidence(other.id(), key, fileName, addedBy, addedAt);
    also.sha256 = sha256;
    also.mediaType = mediaType;
    also.sizeBytes = sizeBytes;
    also.url = url;
    also.accessedOn = accessedOn;
    return also;
  }

  /** A file as it lies in the store. */
  record KeptFile(String name, String sha256, String mediaType, long sizeBytes) {}

  void remove() {
    removed = true;
  }

  public Long id() {
    return id;
  }

  /** Whether it supports this answer. */
  public boolean supports(AnswerKey key) {
    return key.question().equals(question) && key.row() == rosterRow;
  }

  /** Null for files from before evidence was kept by answer. */
  AnswerKey key() {
    return question == null ? null : new AnswerKey(question, rosterRow);
  }

  public boolean isLink() {
    return url != null;
  }

  /** Null for files. */
  public String url() {
    return url;
  }

  /** When a link was seen; null for files. */
  public LocalDate accessedOn() {
    return accessedOn;
  }

  public String addedBy() {
    return addedBy;
  }

  public Instant addedAt() {
    return addedAt;
  }

  /** Null for links. */
  public String sha256() {
    return sha256;
  }

  /** Name of the file, or title of the link. */
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

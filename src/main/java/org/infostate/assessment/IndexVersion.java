package org.infostate.assessment;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import java.time.Instant;

/** One published edition of an index, kept verbatim; it never changes. */
@Entity
@Table(name = "index_version")
public class IndexVersion {

  @Id
  @SequenceGenerator(name = "index_version_seq", allocationSize = 50)
  @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "index_version_seq")
  private Long id;

  @Column(nullable = false)
  private String code;

  @Column(name = "version_number", nullable = false)
  private int version;

  @Column(nullable = false)
  private String sha256;

  @Column(nullable = false)
  private String definition;

  @Column(name = "published_at", nullable = false)
  private Instant publishedAt;

  protected IndexVersion() {}

  IndexVersion(String code, int version, String definition, Instant publishedAt) {
    this.code = code;
    this.version = version;
    this.definition = definition;
    this.sha256 = Sha256.of(definition);
    this.publishedAt = publishedAt;
  }

  public Long id() {
    return id;
  }

  public String code() {
    return code;
  }

  /** From 1. */
  public int version() {
    return version;
  }

  /** As it stands in addresses and forms: {@code infostate/1}. */
  public String address() {
    return code + "/" + version;
  }

  /** The file as it was published, in the format of {@link IndexFile}. */
  public String definition() {
    return definition;
  }

  /** Of the definition, in hexadecimal. */
  public String sha256() {
    return sha256;
  }

  public Instant publishedAt() {
    return publishedAt;
  }
}

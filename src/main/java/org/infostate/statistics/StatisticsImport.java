package org.infostate.statistics;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.List;

/** A file that was imported: which, when, by whom, and what became of it. Written once. */
@Entity
@Table(name = "statistics_import")
public class StatisticsImport {

  @Id
  @SequenceGenerator(name = "statistics_import_seq", allocationSize = 50)
  @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "statistics_import_seq")
  private Long id;

  @Column(name = "file_name", nullable = false)
  private String fileName;

  @Column(nullable = false)
  private String sha256;

  @Column(nullable = false)
  private String publisher;

  @Column(nullable = false)
  private String edition;

  @Column(name = "imported_at", nullable = false)
  private Instant importedAt;

  @Column(name = "imported_by", nullable = false)
  private String importedBy;

  @Column(nullable = false)
  private int figures;

  @Column(nullable = false)
  private int countries;

  @Column(nullable = false)
  private String indicators;

  @Column(name = "first_year", nullable = false)
  private int firstYear;

  @Column(name = "last_year", nullable = false)
  private int lastYear;

  @Column(nullable = false)
  private int unmatched;

  @Column(nullable = false)
  private int ignored;

  protected StatisticsImport() {}

  StatisticsImport(
      String fileName, String sha256, Reading reading, Instant importedAt, String importedBy) {
    this.fileName = fileName;
    this.sha256 = sha256;
    this.publisher = reading.publisher();
    this.edition = reading.edition();
    this.importedAt = importedAt;
    this.importedBy = importedBy;
    this.figures = reading.figures().size();
    this.countries = reading.countries();
    this.indicators = String.join(" ", reading.indicators());
    this.firstYear = reading.firstYear();
    this.lastYear = reading.lastYear();
    this.unmatched = reading.unmatched().size();
    this.ignored = reading.ignored().size();
  }

  /** What an import of the file would be; without number, time and person, and never kept. */
  static StatisticsImport trial(PublishedFile file, Reading reading) {
    return new StatisticsImport(file.name(), file.sha256(), reading, null, null);
  }

  /** Null for a trial. */
  public Long id() {
    return id;
  }

  public String fileName() {
    return fileName;
  }

  /** SHA-256 of the file in hexadecimal. */
  public String sha256() {
    return sha256;
  }

  public String publisher() {
    return publisher;
  }

  /** Orders the editions of a publisher; see {@link Reading#edition}. */
  public String edition() {
    return edition;
  }

  public Instant importedAt() {
    return importedAt;
  }

  /** Sign-in name of the person. */
  public String importedBy() {
    return importedBy;
  }

  /** How many figures came from the file. */
  public int figures() {
    return figures;
  }

  /** How many countries they are about. */
  public int countries() {
    return countries;
  }

  /** Codes of their indicators. */
  public List<String> indicators() {
    return indicators.isEmpty() ? List.of() : List.of(indicators.split(" "));
  }

  public int firstYear() {
    return firstYear;
  }

  public int lastYear() {
    return lastYear;
  }

  /** How many entries of its list may be countries. */
  public int unmatched() {
    return unmatched;
  }

  /** How many entries of its list are known not to be wanted. */
  public int ignored() {
    return ignored;
  }
}

package org.infostate.planning;

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
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/**
 * A text that planners bring and that plans and priorities rest on, verbatim. It never changes and
 * is never deleted: the newest of its kind is in use, and plans keep the one that they used.
 */
@Entity
@Table(name = "planning_file")
public class PlanningFile {

  /** What a text is. */
  public enum Kind {
    /** The catalogue of assistance; one ships with the program. */
    CATALOGUE("yaml", "application/yaml"),
    /** Declared targets. */
    TARGETS("csv", "text/csv"),
    /** Assistance that is given by whomever. */
    GIVEN("csv", "text/csv");

    private final String ending;
    private final String type;

    Kind(String ending, String type) {
      this.ending = ending;
      this.type = type;
    }

    static Optional<Kind> of(String code) {
      return Arrays.stream(values()).filter(kind -> kind.code().equals(code)).findFirst();
    }

    /** As it stands in addresses, replies and keys of texts. */
    public String code() {
      return name().toLowerCase(Locale.ROOT);
    }

    /** How the name of a file ends, without the point. */
    public String ending() {
      return ending;
    }

    String type() {
      return type;
    }
  }

  /** The number of what comes with the program, or of nothing where nothing comes. */
  public static final int SHIPPED = 0;

  /** Characters. */
  static final int LENGTH = 1_000_000;

  @Id
  @SequenceGenerator(name = "planning_file_seq", allocationSize = 50)
  @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "planning_file_seq")
  private Long id;

  @Enumerated(EnumType.STRING)
  @Column(nullable = false)
  private Kind kind;

  @Column(name = "version_number", nullable = false)
  private int number;

  @Column(nullable = false)
  private String content;

  @Column(nullable = false)
  private String sha256;

  @Column(name = "created_by", nullable = false)
  private String createdBy;

  @Column(name = "created_at", nullable = false)
  private Instant createdAt;

  protected PlanningFile() {}

  /**
   * @param number from 1
   */
  PlanningFile(
      Kind kind, int number, String content, String sha256, String createdBy, Instant createdAt) {
    this.kind = kind;
    this.number = number;
    this.content = content;
    this.sha256 = sha256;
    this.createdBy = createdBy;
    this.createdAt = createdAt;
  }

  public Kind kind() {
    return kind;
  }

  public int number() {
    return number;
  }

  public String content() {
    return content;
  }

  public String sha256() {
    return sha256;
  }

  public String createdBy() {
    return createdBy;
  }

  public Instant createdAt() {
    return createdAt;
  }
}

package org.infostate.reporting;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import org.infostate.problem.ProblemKind;

/**
 * A report that is made again and again, and whom to tell. It is due at midnight UTC of its first
 * day and then at the same distance; what a server that stood still has missed is made once, not as
 * often as it was missed. It goes on until a planner removes it.
 */
@Entity
@Table(name = "report_standing_order")
public class StandingOrder {

  /** How often. */
  public enum Rhythm {
    WEEKLY {
      @Override
      LocalDate day(LocalDate first, int times) {
        return first.plusWeeks(times);
      }
    },
    MONTHLY {
      @Override
      LocalDate day(LocalDate first, int times) {
        return first.plusMonths(times);
      }
    },
    QUARTERLY {
      @Override
      LocalDate day(LocalDate first, int times) {
        return first.plusMonths(3L * times);
      }
    };

    /** Counted from the first day, so that the 31st does not become the 28th for ever. */
    abstract LocalDate day(LocalDate first, int times);

    /** As it stands in requests and keys of texts. */
    public String code() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  @Id
  @SequenceGenerator(name = "report_standing_order_seq", allocationSize = 50)
  @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "report_standing_order_seq")
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
  private Rhythm rhythm;

  @Column(name = "first_day", nullable = false)
  private LocalDate firstDay;

  @Column(name = "next_at", nullable = false)
  private Instant nextAt;

  @Column(name = "failure_number")
  private Integer failureNumber;

  @Column(name = "created_by", nullable = false)
  private String createdBy;

  @ElementCollection(fetch = FetchType.EAGER)
  @CollectionTable(
      name = "report_standing_reader",
      joinColumns = @JoinColumn(name = "standing_order_id"))
  @Column(name = "account_id", nullable = false)
  private Set<Long> readers = new HashSet<>();

  @Version private int edition;

  protected StandingOrder() {}

  /**
   * @param order checked and complete
   * @param readers ids of accounts
   */
  StandingOrder(
      ReportOrder order, Rhythm rhythm, LocalDate firstDay, Set<Long> readers, String createdBy) {
    this.template = order.template();
    this.subject = order.subject();
    this.iso3 = order.country();
    this.year = order.year();
    this.languageTag = order.language();
    this.rhythm = rhythm;
    this.firstDay = firstDay;
    this.nextAt = midnight(firstDay);
    this.readers = new HashSet<>(readers);
    this.createdBy = createdBy;
  }

  private static Instant midnight(LocalDate day) {
    return day.atStartOfDay(ZoneOffset.UTC).toInstant();
  }

  boolean due(Instant now) {
    return !now.isBefore(nextAt);
  }

  /** It was ordered; the next time is the first one after now. */
  void ordered(Instant now) {
    failureNumber = null;
    goOn(now);
  }

  /** It could not be ordered now, say because its plan was withdrawn. */
  void refused(ProblemKind kind, Instant now) {
    failureNumber = kind.number();
    goOn(now);
  }

  private void goOn(Instant now) {
    for (int times = 1; due(now); times++) {
      nextAt = midnight(rhythm.day(firstDay, times));
    }
  }

  public Long id() {
    return id;
  }

  /** What is ordered. */
  public ReportOrder order() {
    return new ReportOrder(template, subject, iso3, year, languageTag);
  }

  public Rhythm rhythm() {
    return rhythm;
  }

  public LocalDate firstDay() {
    return firstDay;
  }

  /** When it is made next. */
  public Instant nextAt() {
    return nextAt;
  }

  /** Why it could not be ordered the last time; null if it could. */
  public Integer failureNumber() {
    return failureNumber;
  }

  public String createdBy() {
    return createdBy;
  }

  /** Ids of the accounts that are told. */
  public Set<Long> readers() {
    return Set.copyOf(readers);
  }
}

package org.infostate.round;

import jakarta.persistence.CascadeType;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.JoinTable;
import jakarta.persistence.ManyToMany;
import jakarta.persistence.OneToMany;
import jakarta.persistence.OrderBy;
import jakarta.persistence.OrderColumn;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.infostate.problem.ProblemKind;
import org.infostate.questionnaire.QuestionnaireVersion;

/**
 * One collection: planned, then open, then closed. While it is open its countries answer, each
 * until the deadline or its own extension of it.
 */
@Entity
@Table(name = "collection_round")
public class Round {

  /** Where a round stands in its life. */
  public enum State {
    PLANNED,
    OPEN,
    CLOSED;

    /** As it stands in files, addresses and keys of texts. */
    public String code() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  @Id
  @SequenceGenerator(name = "collection_round_seq", allocationSize = 50)
  @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "collection_round_seq")
  private Long id;

  @Column(nullable = false)
  private String code;

  @Column(nullable = false)
  private String title;

  @Enumerated(EnumType.STRING)
  @Column(nullable = false)
  private State state;

  @Column(nullable = false)
  private Instant deadline;

  @Column(name = "opened_at")
  private Instant openedAt;

  @Column(name = "closed_at")
  private Instant closedAt;

  @Column(name = "carry_forward", nullable = false)
  private boolean carryForward;

  @ManyToMany
  @OrderColumn(name = "place")
  @JoinTable(
      name = "round_version",
      joinColumns = @JoinColumn(name = "round_id"),
      inverseJoinColumns = @JoinColumn(name = "version_id"))
  private List<QuestionnaireVersion> versions = new ArrayList<>();

  @OneToMany(mappedBy = "round", cascade = CascadeType.ALL, fetch = FetchType.LAZY)
  @OrderBy("iso3")
  private List<RoundCountry> countries = new ArrayList<>();

  @Version private int edition;

  protected Round() {}

  Round(String code, String title, Instant deadline) {
    this.code = code;
    this.title = title;
    this.deadline = deadline;
    this.state = State.PLANNED;
  }

  void ask(List<QuestionnaireVersion> ofThese, List<String> inCountries) {
    versions.addAll(ofThese);
    inCountries.forEach(iso3 -> countries.add(new RoundCountry(this, iso3)));
  }

  void open(boolean carrying, Instant now) {
    if (state != State.PLANNED) {
      throw ProblemKind.ROUND_STATE.exception(code, state.code());
    }
    if (!deadline.isAfter(now)) {
      throw ProblemKind.ROUND_DEADLINE_PAST.exception();
    }
    state = State.OPEN;
    openedAt = now;
    carryForward = carrying;
  }

  void close(Instant now) {
    if (state != State.OPEN) {
      throw ProblemKind.ROUND_STATE.exception(code, state.code());
    }
    state = State.CLOSED;
    closedAt = now;
  }

  /** The last moment for this country, its own extension included. */
  public Instant deadline(String iso3) {
    return country(iso3).map(RoundCountry::extendedDeadline).orElse(deadline);
  }

  /** Whether this country may answer now. */
  public boolean collects(String iso3, Instant now) {
    return state == State.OPEN && !now.isAfter(deadline(iso3));
  }

  Optional<RoundCountry> country(String iso3) {
    return countries.stream().filter(country -> country.iso3().equals(iso3)).findFirst();
  }

  public Long id() {
    return id;
  }

  /** Stands in addresses. */
  public String code() {
    return code;
  }

  public String title() {
    return title;
  }

  public State state() {
    return state;
  }

  /** Whether its responses began with the accepted answers of the last round. */
  public boolean carriesForward() {
    return carryForward;
  }

  public Instant deadline() {
    return deadline;
  }

  public Instant openedAt() {
    return openedAt;
  }

  public Instant closedAt() {
    return closedAt;
  }

  public List<QuestionnaireVersion> versions() {
    return List.copyOf(versions);
  }

  public List<RoundCountry> countries() {
    return List.copyOf(countries);
  }
}

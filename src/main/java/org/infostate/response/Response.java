package org.infostate.response;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import org.infostate.problem.ProblemKind;
import org.infostate.round.Round;

/**
 * One country's answers in one round: invited, in progress with the first answer, submitted by the
 * focal point, then returned by the reviewer (and submitted again) or accepted. An accepted one can
 * be reopened, which makes it submitted. Answers change only while it is with the country.
 */
@Entity
@Table(name = "response")
public class Response {

  /** Where a response stands. */
  public enum State {
    INVITED,
    IN_PROGRESS,
    SUBMITTED,
    RETURNED,
    ACCEPTED;

    /** As it stands in files, addresses and keys of texts. */
    public String code() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  private static final Set<State> WITH_COUNTRY =
      EnumSet.of(State.INVITED, State.IN_PROGRESS, State.RETURNED);

  @Id
  @SequenceGenerator(name = "response_seq", allocationSize = 50)
  @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "response_seq")
  private Long id;

  @ManyToOne(optional = false)
  private Round round;

  @Column(nullable = false)
  private String iso3;

  @Enumerated(EnumType.STRING)
  @Column(nullable = false)
  private State state;

  @Column(name = "state_since", nullable = false)
  private Instant stateSince;

  @Version private int edition;

  protected Response() {}

  Response(Round round, String iso3, Instant now) {
    this.round = round;
    this.iso3 = iso3;
    this.state = State.INVITED;
    this.stateSince = now;
  }

  /** Whether answers may change: it is with the country, and the round collects. */
  public boolean open(Instant now) {
    return WITH_COUNTRY.contains(state) && round.collects(iso3, now);
  }

  public void refuseUnlessOpen(Instant now) {
    refuseUnlessOpen(deadline(), now);
  }

  /**
   * The same where the deadline is known already.
   *
   * @param deadline of this country, its extension included
   */
  void refuseUnlessOpen(Instant deadline, Instant now) {
    if (!WITH_COUNTRY.contains(state)) {
      throw ProblemKind.RESPONSE_LOCKED.exception(state.code());
    }
    if (round.state() != Round.State.OPEN || now.isAfter(deadline)) {
      throw ProblemKind.DEADLINE_PAST.exception(deadline);
    }
  }

  /** The first answer was given or confirmed. */
  public void begin(Instant now) {
    if (state == State.INVITED) {
      move(State.IN_PROGRESS, now);
    }
  }

  void submit(Instant now) {
    refuseUnlessOpen(now);
    move(State.SUBMITTED, now);
  }

  void giveBack(Instant now) {
    refuseUnlessSubmitted();
    move(State.RETURNED, now);
  }

  void accept(Instant now) {
    refuseUnlessSubmitted();
    move(State.ACCEPTED, now);
  }

  void reopen(Instant now) {
    if (state != State.ACCEPTED) {
      throw ProblemKind.RESPONSE_STATE.exception(state.code());
    }
    move(State.SUBMITTED, now);
  }

  private void refuseUnlessSubmitted() {
    if (state != State.SUBMITTED) {
      throw ProblemKind.RESPONSE_STATE.exception(state.code());
    }
  }

  private void move(State to, Instant now) {
    state = to;
    stateSince = now;
  }

  public Long id() {
    return id;
  }

  public Round round() {
    return round;
  }

  public String iso3() {
    return iso3;
  }

  public State state() {
    return state;
  }

  public Instant stateSince() {
    return stateSince;
  }

  /** The last moment for answers. */
  public Instant deadline() {
    return round.deadline(iso3);
  }

  /** Its address, as a page. */
  public String path() {
    return "/rounds/" + round.code() + "/responses/" + iso3;
  }
}

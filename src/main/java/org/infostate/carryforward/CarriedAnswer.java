package org.infostate.carryforward;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.Locale;
import org.infostate.response.AnswerKey;
import org.infostate.response.Held;

/**
 * An answer that was taken over from the country's last accepted response. It waits until somebody
 * of the country confirms it; whoever changes the answer has dealt with it too.
 */
@Entity
@Table(name = "carried_answer")
public class CarriedAnswer {

  /** The answer is carried before anybody can give one, so it is the first revision. */
  private static final int CARRIED_REVISION = 1;

  /** What the country has done with it. */
  public enum State {
    WAITING,
    CONFIRMED,
    CHANGED;

    /** As it stands in files, addresses and keys of texts. */
    public String code() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  @Id
  @SequenceGenerator(name = "carried_answer_seq", allocationSize = 50)
  @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "carried_answer_seq")
  private Long id;

  @Column(name = "response_id", nullable = false)
  private Long responseId;

  @Column(nullable = false)
  private String question;

  @Column(name = "roster_row", nullable = false)
  private int rosterRow;

  @Column(name = "from_response_id", nullable = false)
  private Long fromResponseId;

  @Column(nullable = false)
  private boolean reworded;

  @Column(name = "confirmed_by")
  private String confirmedBy;

  @Column(name = "confirmed_at")
  private Instant confirmedAt;

  @Version private int edition;

  protected CarriedAnswer() {}

  CarriedAnswer(Long responseId, AnswerKey key, Long fromResponseId, boolean reworded) {
    this.responseId = responseId;
    this.question = key.question();
    this.rosterRow = key.row();
    this.fromResponseId = fromResponseId;
    this.reworded = reworded;
  }

  void confirm(String by, Instant now) {
    confirmedBy = by;
    confirmedAt = now;
  }

  /**
   * How it stands.
   *
   * @param held the answer that holds now
   */
  public State state(Held held) {
    if (held == null || held.revision() > CARRIED_REVISION) {
      return State.CHANGED;
    }
    return confirmedAt == null ? State.WAITING : State.CONFIRMED;
  }

  public AnswerKey key() {
    return new AnswerKey(question, rosterRow);
  }

  /** The response that it was taken from. */
  public Long fromResponseId() {
    return fromResponseId;
  }

  /** Whether the question reads otherwise than when it was answered, so that it needs a look. */
  public boolean reworded() {
    return reworded;
  }

  /** Null while it waits. */
  public String confirmedBy() {
    return confirmedBy;
  }

  /** Null while it waits. */
  public Instant confirmedAt() {
    return confirmedAt;
  }
}

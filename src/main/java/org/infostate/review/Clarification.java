package org.infostate.review;

import jakarta.persistence.CascadeType;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.OneToMany;
import jakarta.persistence.OrderBy;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.infostate.account.Actor;
import org.infostate.account.Role;
import org.infostate.problem.ProblemKind;
import org.infostate.response.AnswerKey;

/**
 * A thread about one answer: the reviewer asks, the country answers, and so on until the reviewer
 * calls it resolved. A marked one asks for a change: the country is told of it when the response is
 * returned, together with the others, and not before.
 */
@Entity
@Table(name = "clarification")
public class Clarification {

  /** Who has the word. */
  public enum State {
    /** The country. */
    ASKED,
    /** The reviewer. */
    ANSWERED,
    RESOLVED;

    /** As it stands in files, addresses and keys of texts. */
    public String code() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  @Id
  @SequenceGenerator(name = "clarification_seq", allocationSize = 50)
  @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "clarification_seq")
  private Long id;

  @Column(name = "response_id", nullable = false)
  private Long responseId;

  @Column(nullable = false)
  private String question;

  @Column(name = "roster_row", nullable = false)
  private int rosterRow;

  @Enumerated(EnumType.STRING)
  @Column(nullable = false)
  private State state;

  @Column(nullable = false)
  private boolean marked;

  @Column(nullable = false)
  private boolean told;

  @Column(name = "answer_revision", nullable = false)
  private int answerRevision;

  @OneToMany(mappedBy = "clarification", cascade = CascadeType.ALL)
  @OrderBy("id")
  private List<ClarificationMessage> messages = new ArrayList<>();

  @Version private int edition;

  protected Clarification() {}

  Clarification(Long responseId, AnswerKey key) {
    this.responseId = responseId;
    this.question = key.question();
    this.rosterRow = key.row();
    this.state = State.ASKED;
  }

  /**
   * The reviewer asks, for the first time or once more.
   *
   * @param change whether the answer must be changed
   * @param revision of the answer that is asked about; 0 where there is none
   * @param toldNow false keeps it from the country until {@link #tell}
   */
  void ask(
      String words, boolean change, int revision, boolean toldNow, Actor reviewer, Instant now) {
    messages.add(new ClarificationMessage(this, now, reviewer.login(), false, words));
    state = State.ASKED;
    marked = change;
    answerRevision = revision;
    told = told || toldNow;
  }

  /** The country answers. */
  void reply(String words, Actor ofCountry, Instant now) {
    if (state == State.RESOLVED) {
      throw ProblemKind.CLARIFICATION_RESOLVED.exception();
    }
    messages.add(new ClarificationMessage(this, now, ofCountry.login(), true, words));
    state = State.ANSWERED;
  }

  void resolve() {
    state = State.RESOLVED;
  }

  void tell() {
    told = true;
  }

  /** Whether this person is shown it: the country only once it was told. */
  boolean shownTo(Actor actor) {
    return told || !Role.ofCountry(actor.role());
  }

  public Long id() {
    return id;
  }

  public AnswerKey key() {
    return new AnswerKey(question, rosterRow);
  }

  public State state() {
    return state;
  }

  public boolean open() {
    return state != State.RESOLVED;
  }

  /** Whether the reviewer asks for another answer, and not only for an explanation. */
  public boolean marked() {
    return marked;
  }

  /** Whether the country knows of it. */
  public boolean told() {
    return told;
  }

  /** The revision of the answer when it was last asked about; 0 where there was none. */
  public int answerRevision() {
    return answerRevision;
  }

  /** The oldest first. */
  public List<ClarificationMessage> messages() {
    return List.copyOf(messages);
  }
}

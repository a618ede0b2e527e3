package org.infostate.review;

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
import org.infostate.response.AnswerKey;
import org.infostate.response.Held;

/**
 * What a reviewer said of an answer, and the value that was found where it is another. Written
 * once, never changed: the one with the highest revision holds.
 */
@Entity
@Table(name = "verification")
public class Verification {

  @Id
  @SequenceGenerator(name = "verification_seq", allocationSize = 50)
  @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "verification_seq")
  private Long id;

  @Column(name = "response_id", nullable = false)
  private Long responseId;

  @Column(nullable = false)
  private String question;

  @Column(name = "roster_row", nullable = false)
  private int rosterRow;

  @Column(nullable = false)
  private int revision;

  @Enumerated(EnumType.STRING)
  @Column(nullable = false)
  private Verdict verdict;

  @Column(name = "verified_value")
  private String value;

  @Column private String remark;

  @Column(name = "answer_revision", nullable = false)
  private int answerRevision;

  @Column(name = "judged_by", nullable = false)
  private String judgedBy;

  @Column(name = "judged_at", nullable = false)
  private Instant judgedAt;

  protected Verification() {}

  Verification(
      Long responseId,
      AnswerKey key,
      int revision,
      Verdict verdict,
      String value,
      String remark,
      int answerRevision,
      String judgedBy,
      Instant judgedAt) {
    this.responseId = responseId;
    this.question = key.question();
    this.rosterRow = key.row();
    this.revision = revision;
    this.verdict = verdict;
    this.value = value;
    this.remark = remark;
    this.answerRevision = answerRevision;
    this.judgedBy = judgedBy;
    this.judgedAt = judgedAt;
  }

  /** Whether the answer is still the one that was judged. */
  public boolean about(Held answer) {
    return answer != null && answer.revision() == answerRevision;
  }

  public AnswerKey key() {
    return new AnswerKey(question, rosterRow);
  }

  /** From 1; the ETag. */
  public int revision() {
    return revision;
  }

  public Verdict verdict() {
    return verdict;
  }

  /** What the reviewer found instead, canonical; null where that was not said. */
  public String value() {
    return value;
  }

  /** May be null. */
  public String remark() {
    return remark;
  }

  /** The revision of the answer that was judged. */
  public int answerRevision() {
    return answerRevision;
  }

  public String judgedBy() {
    return judgedBy;
  }

  public Instant judgedAt() {
    return judgedAt;
  }
}

package org.infostate.response;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import org.infostate.questionnaire.Confidentiality;

/**
 * The answer that holds now. Each change makes the next revision, of which a copy is kept for ever
 * as {@link AnswerRevision}.
 */
@Entity
@Table(name = "answer")
public class Answer {

  @Id
  @SequenceGenerator(name = "answer_seq", allocationSize = 50)
  @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "answer_seq")
  private Long id;

  @Column(name = "response_id", nullable = false)
  private Long responseId;

  @Column(nullable = false)
  private String question;

  @Column(name = "roster_row", nullable = false)
  private int rosterRow;

  @Column(name = "answer_value")
  private String value;

  @Enumerated(EnumType.STRING)
  @Column(nullable = false)
  private AnswerStatus status;

  @Column private String remark;

  @Column private String source;

  @Enumerated(EnumType.STRING)
  @Column
  private Confidentiality confidentiality;

  @Column(nullable = false)
  private int revision;

  @Column(name = "changed_by", nullable = false)
  private String changedBy;

  @Column(name = "changed_at", nullable = false)
  private Instant changedAt;

  @Version private int edition;

  protected Answer() {}

  Answer(Long responseId, AnswerKey key) {
    this.responseId = responseId;
    this.question = key.question();
    this.rosterRow = key.row();
  }

  /**
   * Takes over a checked answer as the next revision.
   *
   * @return the copy to be kept
   */
  AnswerRevision change(Given checked, String by, Instant now, Via via) {
    value = checked.value();
    status = checked.status();
    remark = checked.comment();
    source = checked.source();
    confidentiality = checked.confidentiality();
    changedBy = by;
    changedAt = now;
    revision++;
    return new AnswerRevision(responseId, key(), held(), via);
  }

  public AnswerKey key() {
    return new AnswerKey(question, rosterRow);
  }

  public Held held() {
    return new Held(value, status, remark, source, confidentiality, revision, changedBy, changedAt);
  }
}

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
import java.time.Instant;
import org.infostate.questionnaire.Confidentiality;

/** An answer as it was after one write. Written once, never changed. */
@Entity
@Table(name = "answer_revision")
public class AnswerRevision {

  @Id
  @SequenceGenerator(name = "answer_revision_seq", allocationSize = 50)
  @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "answer_revision_seq")
  private Long id;

  @Column(name = "response_id", nullable = false)
  private Long responseId;

  @Column(nullable = false)
  private String question;

  @Column(name = "roster_row", nullable = false)
  private int rosterRow;

  @Column(nullable = false)
  private int revision;

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

  @Column(name = "changed_by", nullable = false)
  private String changedBy;

  @Column(name = "changed_at", nullable = false)
  private Instant changedAt;

  @Enumerated(EnumType.STRING)
  @Column(nullable = false)
  private Via via;

  protected AnswerRevision() {}

  AnswerRevision(Long responseId, AnswerKey key, Held held, Via via) {
    this.responseId = responseId;
    this.question = key.question();
    this.rosterRow = key.row();
    this.revision = held.revision();
    this.value = held.value();
    this.status = held.status();
    this.remark = held.comment();
    this.source = held.source();
    this.confidentiality = held.confidentiality();
    this.changedBy = held.changedBy();
    this.changedAt = held.changedAt();
    this.via = via;
  }

  public AnswerKey key() {
    return new AnswerKey(question, rosterRow);
  }

  public Held held() {
    return new Held(value, status, remark, source, confidentiality, revision, changedBy, changedAt);
  }

  public Via via() {
    return via;
  }
}

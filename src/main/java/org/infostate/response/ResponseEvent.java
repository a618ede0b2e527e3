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
import java.time.Instant;

/** A step of a response from hand to hand, with what was said. Written once, never changed. */
@Entity
@Table(name = "response_event")
public class ResponseEvent {

  @Id
  @SequenceGenerator(name = "response_event_seq", allocationSize = 50)
  @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "response_event_seq")
  private Long id;

  @ManyToOne(optional = false)
  private Response response;

  @Column(name = "done_at", nullable = false)
  private Instant doneAt;

  @Column(name = "done_by", nullable = false)
  private String doneBy;

  @Enumerated(EnumType.STRING)
  @Column(name = "new_state", nullable = false)
  private Response.State newState;

  @Column private String remark;

  protected ResponseEvent() {}

  ResponseEvent(Response response, Instant doneAt, String doneBy, String remark) {
    this.response = response;
    this.doneAt = doneAt;
    this.doneBy = doneBy;
    this.newState = response.state();
    this.remark = remark;
  }

  public Instant doneAt() {
    return doneAt;
  }

  public String doneBy() {
    return doneBy;
  }

  public Response.State newState() {
    return newState;
  }

  /** Whether an accepted response was reopened: only then is something said on submitting. */
  public boolean reopened() {
    return newState == Response.State.SUBMITTED && remark != null;
  }

  /** What the reviewer wrote; may be null. */
  public String remark() {
    return remark;
  }
}

package org.infostate.design;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import org.infostate.problem.ProblemKind;

/** What one planner tries out with one version; it is nobody's response and never read as one. */
@Entity
@Table(name = "scratch_response")
public class ScratchResponse {

  private static final int LENGTH = 1_000_000;

  @Id
  @SequenceGenerator(name = "scratch_response_seq", allocationSize = 50)
  @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "scratch_response_seq")
  private Long id;

  @Column(name = "version_id", nullable = false)
  private Long versionId;

  @Column(nullable = false)
  private String login;

  @Column(nullable = false)
  private String content;

  @Column(name = "written_at", nullable = false)
  private Instant writtenAt;

  @Version private int edition;

  protected ScratchResponse() {}

  ScratchResponse(Long versionId, String login, Instant now) {
    this.writtenAt = now;
    this.versionId = versionId;
    this.login = login;
    this.content = Scratch.EMPTY.json();
  }

  Scratch scratch() {
    return Scratch.of(content);
  }

  Instant writtenAt() {
    return writtenAt;
  }

  void write(Scratch scratch, Instant now) {
    String json = scratch.json();
    if (json.length() > LENGTH) {
      throw ProblemKind.BODY_TOO_LARGE.exception(1);
    }
    content = json;
    writtenAt = now;
  }
}

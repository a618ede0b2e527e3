package org.infostate.response;

import java.time.Instant;
import java.util.Objects;
import org.infostate.questionnaire.Confidentiality;
import org.infostate.text.Language;
import org.infostate.text.Texts;

/**
 * An answer as the store holds it.
 *
 * @param value canonical; null unless the status has a value
 * @param confidentiality null for what the question says
 * @param revision from 1; the ETag
 */
public record Held(
    String value,
    AnswerStatus status,
    String comment,
    String source,
    Confidentiality confidentiality,
    int revision,
    String changedBy,
    Instant changedAt) {

  /** Who changed what the round before handed on. */
  static final String CARRY_FORWARD = "carry-forward";

  /** An answer that the store does not hold yet: revision 0. */
  static Held notYet(Given checked) {
    return new Held(
        checked.value(),
        checked.status(),
        checked.comment(),
        checked.source(),
        checked.confidentiality(),
        0,
        null,
        null);
  }

  /** Who gave it, to be shown; what nobody gave in this round is said to come from the last. */
  public String by(Language language) {
    return CARRY_FORWARD.equals(changedBy)
        ? Texts.in(language).text("response.via.carried")
        : changedBy;
  }

  /** Whether the checked answer says the same. */
  public boolean says(Given checked) {
    return Objects.equals(value, checked.value())
        && status == checked.status()
        && Objects.equals(comment, checked.comment())
        && Objects.equals(source, checked.source())
        && confidentiality == checked.confidentiality();
  }
}

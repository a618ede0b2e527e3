package org.infostate.response;

import org.infostate.questionnaire.Confidentiality;

/**
 * An answer as somebody gives it, before the check.
 *
 * @param value as it was typed; several choices are separated by spaces; null or blank for none
 * @param status null means: answered where there is a value, else cleared
 * @param comment may be null
 * @param source where the answer comes from; may be null
 * @param confidentiality null for what the question says
 */
public record Given(
    String value,
    AnswerStatus status,
    String comment,
    String source,
    Confidentiality confidentiality) {

  /** Whether, checked, nothing was said: no answer, and nothing about it. */
  public boolean empty() {
    return status == AnswerStatus.CLEARED && comment == null && source == null;
  }

  public static Given value(String value) {
    return new Given(value, null, null, null, null);
  }

  public static Given status(AnswerStatus status) {
    return new Given(null, status, null, null, null);
  }
}

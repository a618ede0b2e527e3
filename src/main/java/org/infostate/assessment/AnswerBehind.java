package org.infostate.assessment;

import java.util.List;
import org.infostate.questionnaire.Confidentiality;
import org.infostate.response.AnswerStatus;
import org.infostate.response.Evidence;
import org.infostate.review.Verification;

/**
 * An answer that a score rests on, with what supports it and what a reviewer said of it.
 *
 * @param row number of the roster row; 0 outside rosters
 * @param section that asks it, which is its page
 * @param label the question in the language of the reader
 * @param declared what the country said, in words; empty where it gave no value
 * @param status {@link AnswerStatus#CLEARED} where there is no answer
 * @param asked whether the question is put to the country
 * @param verdict null where nobody has judged the answer, or only an earlier one
 * @param verified what the reviewer found instead, in words; empty for nothing
 * @param used whether the assessment took that value
 * @param later whether the answer or the verdict came after the assessment was made
 */
public record AnswerBehind(
    String question,
    int row,
    String section,
    String label,
    String declared,
    AnswerStatus status,
    boolean asked,
    Confidentiality confidentiality,
    Verification verdict,
    String verified,
    boolean used,
    boolean later,
    List<Evidence> evidence) {

  /** Whether it may go into what is printed and handed on. */
  public boolean forOthers() {
    return confidentiality != Confidentiality.CONFIDENTIAL;
  }
}

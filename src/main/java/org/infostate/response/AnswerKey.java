package org.infostate.response;

/**
 * Which answer of a response.
 *
 * @param row number of the roster row, from 1; 0 for a question outside rosters
 */
public record AnswerKey(String question, int row) {

  public static AnswerKey of(String question) {
    return new AnswerKey(question, 0);
  }

  /** As it names a field of the web form: {@code question} or {@code question.row}. */
  public String field() {
    return row == 0 ? question : question + "." + row;
  }
}

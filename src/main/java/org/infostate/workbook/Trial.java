package org.infostate.workbook;

import java.util.List;
import org.infostate.problem.Place;
import org.infostate.problem.Problem;
import org.infostate.response.AnswerCheck;
import org.infostate.response.AnswerKey;
import org.infostate.response.Given;
import org.infostate.response.Held;

/**
 * What an uploaded workbook would do to a response. Nothing of it is stored.
 *
 * @param added answers where there were none
 * @param changed answers that say something else than what is stored
 * @param cleared answers that were emptied in the workbook
 * @param unchanged how many answers say what is stored, or were not touched in the workbook
 * @param newRows rows that tables would gain
 * @param refused answers that do not pass {@link AnswerCheck}, by sheet and cell
 * @param conflicts answers that were changed in the workbook and, since it was made, online too
 * @param problems of the workbook itself, by sheet and cell
 * @param fingerprint of all of this: two trials that would do the same have the same
 */
public record Trial(
    List<Change> added,
    List<Change> changed,
    List<Change> cleared,
    int unchanged,
    int newRows,
    List<Problem> refused,
    List<Conflict> conflicts,
    List<Problem> problems,
    String fingerprint) {

  /** Which of two answers stays. */
  public enum Side {
    WORKBOOK,
    ONLINE
  }

  /**
   * An answer that would change.
   *
   * @param key with a negative row where the row of the table would be new
   * @param place question, row, sheet and cell
   * @param before null where there is none
   * @param after canonical
   */
  public record Change(AnswerKey key, Place place, Held before, Given after) {}

  /**
   * An answer that was changed on both sides.
   *
   * @param issued as it was when the workbook was made; null where there was none
   * @param online as it is now; null where there is none
   * @param workbook as the workbook has it, canonical
   */
  public record Conflict(AnswerKey key, Place place, Held issued, Held online, Given workbook) {}

  /** Whether the workbook can be taken, once its conflicts are decided. */
  public boolean acceptable() {
    return problems.isEmpty() && refused.isEmpty();
  }

  /** Whether there is anything to store. */
  public boolean changesNothing() {
    return added.isEmpty() && changed.isEmpty() && cleared.isEmpty() && conflicts.isEmpty();
  }
}

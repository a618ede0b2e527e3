package org.infostate.workbook;

import java.util.List;
import java.util.Map;
import org.infostate.problem.Place;
import org.infostate.problem.Problem;
import org.infostate.response.AnswerKey;
import org.infostate.response.Given;
import org.infostate.response.Held;

/**
 * What uploaded workbooks would do to a response. Nothing of it is stored.
 *
 * @param added answers where there were none
 * @param changed answers that say something else than what is stored
 * @param cleared answers that were emptied in a workbook
 * @param confirmed carried answers that a workbook marks as still correct
 * @param unchanged answers that stay as they are stored: a workbook says the same, or says what it
 *     said when it was made
 * @param newRows rows that tables would gain, by table: negative numbers from -1
 * @param refused answers that do not pass {@link org.infostate.response.AnswerCheck}, by sheet and
 *     cell
 * @param conflicts answers of which somebody has to say which one stays
 * @param remarks what should be known before this is confirmed, but does not stand in its way
 * @param problems of the workbooks themselves, by sheet and cell
 * @param fingerprint of all that would be done: two trials that would do the same have the same
 */
public record Trial(
    List<Change> added,
    List<Change> changed,
    List<Change> cleared,
    List<Same> confirmed,
    List<Same> unchanged,
    Map<String, List<Integer>> newRows,
    List<Problem> refused,
    List<Conflict> conflicts,
    List<Problem> remarks,
    List<Problem> problems,
    String fingerprint) {

  /** What stays where only the choice between the workbook and the page is open. */
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

  /** An answer that stays as it is stored. */
  public record Same(AnswerKey key, Place place, Held stored) {}

  /** What one workbook says, canonical, and where. */
  public record Offer(Place place, Given given) {}

  /**
   * An answer that was changed in a workbook and, since that was made, online too; or that several
   * workbooks answer differently.
   *
   * @param issued as it was when the first of the workbooks was made; null where there was none
   * @param online as it is now; null where there is none
   * @param offers one for each different answer
   */
  public record Conflict(AnswerKey key, Held issued, Held online, List<Offer> offers) {}

  /** Whether the workbooks can be taken, once the conflicts are decided. */
  public boolean acceptable() {
    return problems.isEmpty() && refused.isEmpty();
  }

  /** Whether there is anything to store. */
  public boolean changesNothing() {
    return added.isEmpty()
        && changed.isEmpty()
        && cleared.isEmpty()
        && confirmed.isEmpty()
        && conflicts.isEmpty();
  }

  /** How many rows tables would gain. */
  public int newRowCount() {
    return newRows.values().stream().mapToInt(List::size).sum();
  }
}

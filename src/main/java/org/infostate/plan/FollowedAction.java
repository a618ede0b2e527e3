package org.infostate.plan;

import java.time.LocalDate;
import java.util.List;

/**
 * What is said of an action when it is followed up; checked.
 *
 * @param responsible null while nobody is named
 * @param provider who gives it; null while nobody is named
 * @param remark null where there is none
 * @param milestones all that it is to have from now on
 */
public record FollowedAction(
    PlanAction.Standing standing,
    String responsible,
    String provider,
    String remark,
    List<Milestone> milestones) {

  /**
   * A milestone.
   *
   * @param number null for a new one
   * @param reached null until it is reached
   */
  public record Milestone(Integer number, LocalDate due, String aim, LocalDate reached) {}
}

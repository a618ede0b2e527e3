package org.infostate.followup;

import jakarta.ws.rs.core.MultivaluedMap;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.infostate.plan.PlanAction;
import org.infostate.plan.PlanMilestone;

/**
 * The form of an action: what it was filled with, and what somebody wrote into it. Milestones are
 * numbered as they stand on the page, from 1; the last are blank, for new ones.
 *
 * @param edition of the action that it shows; -1 where it does not say
 */
public record FollowUpForm(int edition, FollowUp said) {

  private static final int BLANK = 2;

  /** What an action has. */
  static FollowUpForm of(PlanAction action) {
    return new FollowUpForm(
        action.edition(),
        new FollowUp(
            action.standing().code(),
            action.responsible(),
            action.provider(),
            action.remark(),
            action.milestones().stream().map(FollowUpForm::row).toList()));
  }

  private static FollowUp.Milestone row(PlanMilestone one) {
    return new FollowUp.Milestone(
        one.number(),
        one.due().toString(),
        one.aim(),
        one.reached() == null ? null : one.reached().toString());
  }

  /** What was written; rows that were left blank or are to be taken out are not among it. */
  static FollowUpForm read(MultivaluedMap<String, String> posted) {
    List<FollowUp.Milestone> rows = new ArrayList<>();
    for (int row = 1; row <= PlanMilestone.MOST + BLANK; row++) {
      FollowUp.Milestone one =
          new FollowUp.Milestone(
              number(posted.getFirst("number." + row)),
              posted.getFirst("due." + row),
              posted.getFirst("aim." + row),
              posted.getFirst("reached." + row));
      if (posted.getFirst("remove." + row) == null && !blank(one)) {
        rows.add(one);
      }
    }
    Integer edition = number(posted.getFirst("edition"));
    return new FollowUpForm(
        edition == null ? -1 : edition,
        new FollowUp(
            posted.getFirst("standing"),
            posted.getFirst("responsible"),
            posted.getFirst("provider"),
            posted.getFirst("remark"),
            rows));
  }

  private static boolean blank(FollowUp.Milestone one) {
    return one.number() == null
        && Stream.of(one.due(), one.aim(), one.reached())
            .allMatch(text -> text == null || text.isBlank());
  }

  private static Integer number(String text) {
    return text == null || !text.matches("[0-9]{1,9}") ? null : Integer.valueOf(text);
  }

  /**
   * What was written, to be saved over what somebody else said meanwhile: milestones that are no
   * more there are new again, and those that the other added are not taken out unseen.
   *
   * @param known numbers of the milestones that the form began with
   */
  FollowUpForm over(PlanAction now, List<Integer> known) {
    List<FollowUp.Milestone> rows = new ArrayList<>();
    for (FollowUp.Milestone one : said.milestones()) {
      boolean there = one.number() != null && now.milestone(one.number()).isPresent();
      rows.add(
          new FollowUp.Milestone(there ? one.number() : null, one.due(), one.aim(), one.reached()));
    }
    now.milestones().stream()
        .filter(one -> !known.contains(one.number()))
        .forEach(one -> rows.add(row(one)));
    return new FollowUpForm(
        now.edition(),
        new FollowUp(said.standing(), said.responsible(), said.provider(), said.remark(), rows));
  }

  /** The numbers of the milestones that a posted form began with, with those to be taken out. */
  static List<Integer> known(MultivaluedMap<String, String> posted) {
    return posted.keySet().stream()
        .filter(name -> name.startsWith("number."))
        .map(name -> number(posted.getFirst(name)))
        .filter(number -> number != null)
        .toList();
  }

  /** The rows of the form with blank ones behind. */
  public List<FollowUp.Milestone> rows() {
    List<FollowUp.Milestone> rows = new ArrayList<>(said.milestones());
    for (int blank = 0; blank < BLANK && rows.size() < PlanMilestone.MOST; blank++) {
      rows.add(new FollowUp.Milestone(null, null, null, null));
    }
    return rows;
  }
}

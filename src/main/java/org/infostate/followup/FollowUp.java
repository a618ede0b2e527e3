package org.infostate.followup;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.infostate.plan.FollowedAction;
import org.infostate.plan.PlanAction;
import org.infostate.plan.PlanMilestone;
import org.infostate.problem.Place;
import org.infostate.problem.Problem;
import org.infostate.problem.ProblemException;
import org.infostate.problem.ProblemKind;

/**
 * What somebody says of an action, on the page or over the API, not yet checked.
 *
 * @param standing code
 * @param responsible blank or null while nobody is named
 * @param provider likewise
 * @param remark blank or null where there is none
 * @param milestones all that the action is to have from now on; null is refused, so that nobody
 *     takes them out by saying nothing of them
 */
public record FollowUp(
    String standing,
    String responsible,
    String provider,
    String remark,
    List<Milestone> milestones) {

  private static final String DATE = "[0-9]{4}-[0-9]{2}-[0-9]{2}";

  /**
   * A milestone.
   *
   * @param number null for a new one
   * @param due day as {@code 2027-03-31}
   * @param aim what is to be reached
   * @param reached day likewise; blank or null until it is reached
   */
  public record Milestone(Integer number, String due, String aim, String reached) {}

  /**
   * What it says.
   *
   * @param action that it is said of
   * @param today nothing is reached later
   * @throws ProblemException with everything that is wrong
   */
  FollowedAction checked(PlanAction action, LocalDate today) {
    List<Problem> problems = new ArrayList<>();
    FollowedAction said =
        new FollowedAction(
            standing(problems),
            text(
                responsible,
                Place.question("responsible"),
                PlanAction.RESPONSIBLE_LENGTH,
                problems),
            text(provider, Place.question("provider"), PlanAction.PROVIDER_LENGTH, problems),
            text(remark, Place.question("remark"), PlanAction.REMARK_LENGTH, problems),
            milestones(action, today, problems));
    if (!problems.isEmpty()) {
      throw new ProblemException(problems);
    }
    return said;
  }

  private PlanAction.Standing standing(List<Problem> problems) {
    for (PlanAction.Standing one : PlanAction.Standing.values()) {
      if (one.name().equals(String.valueOf(standing).toUpperCase(Locale.ROOT))) {
        return one;
      }
    }
    problems.add(
        ProblemKind.BAD_PARAMETER.at(Place.question("standing"), String.valueOf(standing)));
    return PlanAction.Standing.PROPOSED;
  }

  private static String text(String text, Place place, int length, List<Problem> problems) {
    if (text == null || text.isBlank()) {
      return null;
    }
    if (text.indexOf('\0') >= 0) {
      problems.add(ProblemKind.BAD_PARAMETER.at(place, text.replace("\0", "\u2400")));
    }
    if (text.strip().length() > length) {
      problems.add(ProblemKind.FIELD_TOO_LONG.at(place, length));
    }
    return text.strip();
  }

  private List<FollowedAction.Milestone> milestones(
      PlanAction action, LocalDate today, List<Problem> problems) {
    if (milestones == null) {
      problems.add(ProblemKind.FIELD_MISSING.at(Place.question("milestones")));
      return List.of();
    }
    if (milestones.size() > PlanMilestone.MOST) {
      problems.add(
          ProblemKind.PLAN_MILESTONES.at(Place.question("milestones"), PlanMilestone.MOST));
      return List.of();
    }
    List<FollowedAction.Milestone> said = new ArrayList<>();
    Set<Integer> numbers = new HashSet<>();
    for (int row = 1; row <= milestones.size(); row++) {
      Milestone one = milestones.get(row - 1);
      if (one == null) {
        problems.add(ProblemKind.FIELD_MISSING.at(Place.row("milestones", row)));
        continue;
      }
      if (one.number() != null
          && (action.milestone(one.number()).isEmpty() || !numbers.add(one.number()))) {
        problems.add(ProblemKind.BAD_PARAMETER.at(Place.row("number", row), one.number()));
      }
      said.add(milestone(one, row, today, problems));
    }
    return said;
  }

  private static FollowedAction.Milestone milestone(
      Milestone one, int row, LocalDate today, List<Problem> problems) {
    LocalDate due = day(one.due(), Place.row("due", row), problems);
    if (one.due() == null || one.due().isBlank()) {
      problems.add(ProblemKind.FIELD_MISSING.at(Place.row("due", row)));
    }
    String aim = text(one.aim(), Place.row("aim", row), PlanMilestone.AIM_LENGTH, problems);
    if (aim == null) {
      problems.add(ProblemKind.FIELD_MISSING.at(Place.row("aim", row)));
    }
    LocalDate reached = day(one.reached(), Place.row("reached", row), problems);
    if (reached != null && reached.isAfter(today)) {
      problems.add(ProblemKind.PLAN_REACHED_LATER.at(Place.row("reached", row), reached));
    }
    return new FollowedAction.Milestone(one.number(), due, aim, reached);
  }

  /** Null where none is said, or it cannot be read. */
  private static LocalDate day(String text, Place place, List<Problem> problems) {
    if (text == null || text.isBlank()) {
      return null;
    }
    try {
      if (text.strip().matches(DATE)) {
        return LocalDate.parse(text.strip());
      }
    } catch (DateTimeException e) {
      // Told below, as a text that is no day is.
    }
    problems.add(ProblemKind.PLAN_DAY.at(place, text));
    return null;
  }
}

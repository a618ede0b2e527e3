package org.infostate.followup;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.infostate.account.Actor;
import org.infostate.plan.FollowedAction;
import org.infostate.plan.PlanAction;
import org.infostate.plan.Plans;
import org.infostate.problem.ProblemKind;
import org.infostate.text.Language;
import org.infostate.text.Phrase;
import org.infostate.text.Texts;

/** Follows up an action of a plan, for the page and the API alike. */
@ApplicationScoped
public class FollowAction {

  private static final String UNSAID = "–";

  @Inject private Plans plans;
  @Inject private Clock clock;

  /**
   * Keeps what is said of an action, all or nothing. Of two people who do this at once the second
   * is told what the first said.
   *
   * @param seen edition of the action that it was said of
   * @throws org.infostate.problem.ProblemException with everything that is wrong, or because the
   *     action has changed since; nothing is kept then
   */
  PlanAction follow(long planId, int place, int seen, FollowUp said, Actor actor) {
    plans.requireComposed(planId);
    PlanAction action = plans.requireActionAlone(planId, place);
    if (action.edition() != seen) {
      throw ProblemKind.PLAN_ACTION_STALE.exception(
          by(action),
          action.followedAt() == null ? UNSAID : action.followedAt(),
          (Phrase) language -> said(action, language));
    }
    FollowedAction checked = said.checked(action, today());
    action.follow(checked, actor.login(), clock.instant());
    return action;
  }

  private static String by(PlanAction action) {
    return action.followedBy() == null ? UNSAID : action.followedBy();
  }

  /** What is said of an action now, in one line. */
  private static String said(PlanAction action, Language language) {
    Texts texts = Texts.in(language);
    Stream<String> texted =
        Stream.of(
                texts.text("plan.standing." + action.standing().code()),
                action.responsible(),
                action.provider(),
                action.remark())
            .filter(one -> one != null);
    Stream<String> milestones =
        action.milestones().stream()
            .map(
                one ->
                    texts.date(one.due())
                        + " "
                        + one.aim()
                        + (one.reached() == null ? "" : " (" + texts.date(one.reached()) + ")"));
    return Stream.concat(texted, milestones).collect(Collectors.joining("; "));
  }

  /** The day by which milestones are late, the same for all readers. */
  LocalDate today() {
    return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
  }
}

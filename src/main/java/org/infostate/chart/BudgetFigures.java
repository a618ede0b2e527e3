package org.infostate.chart;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.infostate.plan.Plan;
import org.infostate.plan.PlanAction;
import org.infostate.planning.Assistance;
import org.infostate.planning.Catalogue;
import org.infostate.problem.ProblemKind;
import org.infostate.text.Language;
import org.infostate.text.Texts;

/** What the budget of a plan is spent on. */
final class BudgetFigures {

  private BudgetFigures() {}

  /**
   * By year the budget, and what each kind of assistance costs; kinds that cost nothing are left
   * out.
   *
   * @throws org.infostate.problem.ProblemException if the plan is not composed
   */
  static Figure of(Plan plan, List<PlanAction> actions, Language language) {
    if (plan.state() != Plan.State.DRAFT && plan.state() != Plan.State.AGREED) {
      throw ProblemKind.CHART_PLAN.exception(
          Texts.in(language).text("plan.state." + plan.state().code()));
    }
    Texts texts = Texts.in(language);
    Catalogue catalogue = plan.catalogue();
    List<Figure.Series> series = new ArrayList<>();
    series.add(
        new Figure.Series(
            texts.text("chart.budget.budget"),
            plan.budgets().stream().map(Long::doubleValue).toList()));
    Arrays.stream(Assistance.Kind.values())
        .map(kind -> kind(kind, plan, catalogue, actions, texts))
        .filter(one -> one.values().stream().anyMatch(cost -> cost > 0))
        .forEach(series::add);
    double[] whole = new double[plan.budgets().size()];
    series.stream()
        .skip(1)
        .forEach(
            one -> IntStream.range(0, whole.length).forEach(y -> whole[y] += one.values().get(y)));
    double most = plan.budgets().stream().mapToDouble(Long::doubleValue).max().orElse(1);
    return new Figure(
        plan.title(),
        IntStream.rangeClosed(1, plan.budgets().size())
            .mapToObj(year -> texts.text("chart.budget.year", year))
            .toList(),
        texts.text("chart.budget.axis", catalogue.currency()),
        0,
        Math.max(1, Math.max(most, Arrays.stream(whole).max().orElse(1))),
        series,
        language);
  }

  private static Figure.Series kind(
      Assistance.Kind kind, Plan plan, Catalogue catalogue, List<PlanAction> actions, Texts texts) {
    return new Figure.Series(
        texts.text("plan.kind." + kind.name().toLowerCase(Locale.ROOT)),
        IntStream.rangeClosed(1, plan.budgets().size())
            .mapToObj(
                year ->
                    (double)
                        actions.stream()
                            .filter(action -> action.year() == year)
                            .filter(action -> is(kind, catalogue, action))
                            .mapToLong(PlanAction::cost)
                            .sum())
            .toList());
  }

  private static boolean is(Assistance.Kind kind, Catalogue catalogue, PlanAction action) {
    return catalogue.find(action.assistance()).orElseThrow().kind() == kind;
  }
}

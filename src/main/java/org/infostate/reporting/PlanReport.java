package org.infostate.reporting;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.infostate.plan.Plan;
import org.infostate.plan.PlanAction;
import org.infostate.plan.Plans;
import org.infostate.planning.Assistance;
import org.infostate.planning.Catalogue;
import org.infostate.problem.Place;
import org.infostate.problem.ProblemKind;
import org.infostate.report.Filling;
import org.infostate.report.Stamp;
import org.infostate.text.Language;
import org.infostate.text.Texts;

/** A plan of assistance: its budget by year, its actions, and what each country gets. */
@ApplicationScoped
public class PlanReport implements ReportContent {

  static final String TEMPLATE = "plan";
  static final Columns YEARS = Columns.of("years", "year budget cost actions points");
  static final Columns ACTIONS =
      Columns.of(
          "actions",
          "place country iso3 region assistance kind year months cost points shared standing"
              + " responsible remark");
  static final Columns SHARES = Columns.of("shares", "country iso3 region actions cost points");

  @Inject private Plans plans;
  @Inject private AcceptedAnswers accepted;

  @Override
  public String template() {
    return TEMPLATE;
  }

  @Override
  public Subject subject() {
    return Subject.PLAN;
  }

  @Override
  public Filling vocabulary() {
    return Stamp.BLANK.filling(
        Language.EN, List.of(YEARS.empty(), ACTIONS.empty(), SHARES.empty()));
  }

  @Override
  public void check(ReportOrder order) {
    Plan plan = plans.require(order.number());
    if (!plan.state().composed()) {
      throw ProblemKind.REPORT_SUBJECT.at(Place.question("subject"), order.subject()).exception();
    }
  }

  @Override
  public Filling filling(ReportOrder order, Language language) {
    Plan plan = plans.require(order.number());
    Catalogue catalogue = plan.catalogue();
    List<PlanAction> actions = plans.actions(plan.id());
    Texts texts = Texts.in(language);
    Stamp stamp =
        new Stamp(
            plan.title(),
            texts.text("plan.state." + plan.state().code()),
            texts.text(
                "reporting.method.plan",
                catalogue.currency(),
                String.valueOf(catalogue.version()),
                plan.catalogueSha256().substring(0, 12)),
            plan.assessment().title(texts),
            LocalDate.ofInstant(plan.createdAt(), ZoneOffset.UTC),
            Double.NaN,
            0,
            texts.text("reporting.reading." + TEMPLATE));
    return stamp.filling(
        language,
        List.of(
            YEARS.with(years(plan, actions), language),
            ACTIONS.with(actions(catalogue, actions, language), language),
            SHARES.with(shares(actions, language), language)));
  }

  private static List<List<Object>> years(Plan plan, List<PlanAction> actions) {
    List<List<Object>> rows = new ArrayList<>();
    for (int year = 1; year <= plan.budgets().size(); year++) {
      int of = year;
      List<PlanAction> its = actions.stream().filter(one -> one.year() == of).toList();
      rows.add(List.of(year, plan.budgets().get(year - 1), cost(its), its.size(), points(its)));
    }
    return rows;
  }

  private static long cost(List<PlanAction> actions) {
    return actions.stream().mapToLong(PlanAction::cost).sum();
  }

  private static double points(List<PlanAction> actions) {
    return actions.stream().mapToDouble(PlanAction::points).sum();
  }

  private List<List<Object>> actions(
      Catalogue catalogue, List<PlanAction> actions, Language language) {
    Texts texts = Texts.in(language);
    List<List<Object>> rows = new ArrayList<>();
    for (PlanAction action : actions) {
      Assistance assistance = catalogue.find(action.assistance()).orElseThrow();
      List<Object> row = new ArrayList<>();
      row.add(action.place());
      row.add(accepted.country(action.iso3(), language));
      row.add(action.iso3());
      row.add(accepted.region(action.iso3(), texts));
      row.add(assistance.name(language));
      row.add(texts.text("plan.kind." + assistance.kind().name().toLowerCase(Locale.ROOT)));
      row.add(action.year());
      row.add(assistance.months());
      row.add(action.cost());
      row.add(action.points());
      row.add(action.shared() ? texts.text("plan.together") : null);
      row.add(texts.text("plan.standing." + action.standing().code()));
      row.add(action.responsible());
      row.add(action.remark());
      rows.add(row);
    }
    return rows;
  }

  /** By cost, the highest first. */
  private List<List<Object>> shares(List<PlanAction> actions, Language language) {
    Map<String, List<PlanAction>> byCountry =
        actions.stream()
            .collect(Collectors.groupingBy(PlanAction::iso3, TreeMap::new, Collectors.toList()));
    return byCountry.entrySet().stream()
        .sorted(Comparator.comparingLong(one -> -cost(one.getValue())))
        .<List<Object>>map(
            one ->
                List.of(
                    accepted.country(one.getKey(), language),
                    one.getKey(),
                    accepted.region(one.getKey(), Texts.in(language)),
                    one.getValue().size(),
                    cost(one.getValue()),
                    points(one.getValue())))
        .toList();
  }
}

package org.infostate.plan;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.infostate.account.Actor;
import org.infostate.analysis.UncertaintyRun;
import org.infostate.assessment.Assessment;
import org.infostate.assessment.Assessments;
import org.infostate.assessment.ElementWeight;
import org.infostate.assessment.ResultTables;
import org.infostate.assessment.Score;
import org.infostate.assessment.Sha256;
import org.infostate.country.Countries;
import org.infostate.country.Country;
import org.infostate.planning.Catalogue;
import org.infostate.planning.CatalogueFile;
import org.infostate.planning.Needs;
import org.infostate.planning.PlanningFile;
import org.infostate.planning.PlanningFiles;
import org.infostate.planning.Priority;
import org.infostate.planning.PriorityIntervals;
import org.infostate.planning.PriorityList;
import org.infostate.planning.RankPriorities;
import org.infostate.portfolio.BestPortfolio;
import org.infostate.portfolio.Menu;
import org.infostate.portfolio.Portfolio;
import org.infostate.portfolio.Robustness;
import org.infostate.portfolio.Terms;
import org.infostate.problem.Place;
import org.infostate.problem.Problem;
import org.infostate.problem.ProblemException;
import org.infostate.problem.ProblemKind;
import org.infostate.scoring.Index;

/** Checks what a planner orders, starts the composition, and does it; for page and API alike. */
@ApplicationScoped
public class ComposePlan {

  /** How long a choice that is not plain may take; it is made twice. */
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private static final String LDC = "LDC";
  private static final String LOW_END = "low end";

  @Inject private Plans plans;
  @Inject private Assessments assessments;
  @Inject private ResultTables tables;
  @Inject private RankPriorities rankPriorities;
  @Inject private PlanningFiles files;
  @Inject private PriorityIntervals intervals;
  @Inject private DrawChoices drawChoices;
  @Inject private Countries countries;
  @Inject private Event<PlanOrdered> ordered;
  @Inject private Clock clock;

  /**
   * Starts the composition. It goes on by itself once the transaction has ended.
   *
   * @throws ProblemException with everything that is wrong with the order
   */
  @Transactional
  public Plan start(PlanOrder order, Actor actor) {
    List<Problem> problems = problems(order);
    if (!problems.isEmpty()) {
      throw new ProblemException(problems);
    }
    Assessment assessment = usable(order.assessment());
    String text = files.current(PlanningFile.Kind.CATALOGUE);
    Plan plan =
        new Plan(
            order,
            assessment,
            files.number(PlanningFile.Kind.TARGETS),
            text,
            Sha256.of(text),
            actor.login(),
            clock.instant());
    if (order.drawsOrNone() > 0) {
      plan.draw(order.drawsOrNone(), run(assessment));
    }
    plans.add(plan, order.after());
    ordered.fire(new PlanOrdered(plan.id()));
    return plan;
  }

  /** Everything that is wrong with an order. */
  List<Problem> problems(PlanOrder order) {
    List<Problem> problems = new ArrayList<>();
    check(order, problems);
    collect(order::targetOrFull, problems);
    collect(order::weightsOrUsual, problems);
    if (order.after() != null) {
      collect(() -> plans.require(order.after()), problems);
    }
    if (order.assessment() != null) {
      collect(
          () -> {
            Assessment assessment = usable(order.assessment());
            if (order.drawsOrNone() > 0) {
              run(assessment);
            }
          },
          problems);
    }
    return problems;
  }

  private static void collect(Runnable check, List<Problem> problems) {
    try {
      check.run();
    } catch (ProblemException e) {
      problems.addAll(e.problems());
    }
  }

  private Assessment usable(long id) {
    Assessment assessment = assessments.requireDone(id);
    Index index = assessment.index().index();
    if (assessment.round() == null || !Needs.measurable(index)) {
      throw ProblemKind.PRIORITIES_WITHOUT_SCALE.exception(String.valueOf(id));
    }
    List<String> unusable = CatalogueFile.unusable(files.catalogue(), index);
    if (!unusable.isEmpty()) {
      throw ProblemKind.CATALOGUE_UNUSABLE.exception(String.join(", ", unusable));
    }
    return assessment;
  }

  private UncertaintyRun run(Assessment assessment) {
    return intervals.newest(assessment).orElseThrow(ProblemKind.PLAN_WITHOUT_DRAWS::exception);
  }

  private static void check(PlanOrder order, List<Problem> problems) {
    if (order.title() == null || order.title().isBlank()) {
      problems.add(ProblemKind.FIELD_MISSING.at(Place.question("title")));
    } else if (order.title().strip().length() > PlanOrder.TITLE_LENGTH) {
      problems.add(ProblemKind.FIELD_TOO_LONG.at(Place.question("title"), PlanOrder.TITLE_LENGTH));
    }
    if (order.assessment() == null) {
      problems.add(ProblemKind.FIELD_MISSING.at(Place.question("assessment")));
    }
    if (order.budgets() == null
        || order.budgets().isEmpty()
        || order.budgets().size() > PlanOrder.MOST_YEARS
        || order.budgets().stream().anyMatch(ComposePlan::noAmount)) {
      problems.add(ProblemKind.PLAN_BUDGETS.at(Place.question("budgets"), PlanOrder.MOST_YEARS));
    }
    if (order.mostPerCountry() != null && order.mostPerCountry() < 1) {
      problems.add(
          ProblemKind.BAD_PARAMETER.at(Place.question("mostPerCountry"), order.mostPerCountry()));
    }
    share("ldcShare", order.ldcShare(), 1, problems);
    share("lowEndShare", order.lowEndShare(), 1, problems);
    share("yearlyLoss", order.yearlyLoss(), 0.99, problems);
    if (order.drawsOrNone() < 0 || order.drawsOrNone() > DrawChoices.MOST_DRAWS) {
      problems.add(ProblemKind.BAD_PARAMETER.at(Place.question("draws"), order.draws()));
    }
    if (noAmount(order.moreMoneyOrUsual())) {
      problems.add(ProblemKind.BAD_PARAMETER.at(Place.question("moreMoney"), order.moreMoney()));
    }
  }

  private static boolean noAmount(Long amount) {
    return amount == null || amount < 0 || amount > PlanOrder.MOST_MONEY;
  }

  private static void share(String field, Double share, double most, List<Problem> problems) {
    if (share != null && !(share >= 0 && share <= most)) {
      problems.add(ProblemKind.PLAN_SHARE.at(Place.question(field), share));
    }
  }

  /**
   * Chooses, and keeps what was chosen.
   *
   * @throws java.util.concurrent.CancellationException if it was cancelled
   */
  @Transactional(Transactional.TxType.NOT_SUPPORTED)
  void compose(long planId, PlanProgress progress) {
    Plan plan = plans.require(planId);
    Catalogue catalogue = plan.catalogue();
    PriorityList list =
        rankPriorities.of(
            plan.assessment().id(),
            plan.weights(),
            plan.target(),
            files.targets(plan.targetsNumber()),
            catalogue);
    Map<String, String> subRegions = subRegions();
    Menu menu = AssistanceMenu.of(catalogue, gaps(plan, list, catalogue.elements()), subRegions);
    Terms terms = terms(plan, list);
    progress.enter(Plan.Stage.CHOOSING);
    Portfolio portfolio = BestPortfolio.of(menu, terms, PATIENCE, progress.ending());
    progress.enter(Plan.Stage.ADDING);
    Portfolio more =
        BestPortfolio.of(menu, terms.with(plan.moreMoney()), PATIENCE, progress.ending());
    Robustness robustness = null;
    if (plan.draws() > 0) {
      progress.enter(Plan.Stage.DRAWING);
      robustness = drawChoices.of(plan, list, subRegions, terms, progress);
    }
    plans.keep(
        planId,
        new Composition(
            portfolio,
            // A search that ran out of time may have come to less; what is chosen stays possible.
            more.gain() < portfolio.gain() ? portfolio : more,
            list.priorities().stream().collect(Collectors.toMap(Priority::iso3, Priority::need)),
            robustness));
  }

  private Map<String, Map<String, AssistanceMenu.Gap>> gaps(
      Plan plan, PriorityList list, Set<String> elements) {
    Index index = plan.assessment().index().index();
    List<ElementWeight> weights = tables.weights(plan.assessment().id());
    Needs toTarget = new Needs(index, weights, list.targets());
    Needs toTop = new Needs(index, weights);
    Map<String, List<Score>> scores =
        tables.scores(plan.assessment().id(), null).stream()
            .collect(Collectors.groupingBy(Score::iso3));
    Map<String, Map<String, AssistanceMenu.Gap>> gaps = new HashMap<>();
    for (Priority priority : list.priorities()) {
      List<Score> own = scores.get(priority.iso3());
      gaps.put(
          priority.iso3(),
          AssistanceMenu.gaps(
              toTarget.of(priority.iso3(), own, elements).orElseThrow(),
              toTop.of(priority.iso3(), own, elements).orElseThrow(),
              plan.weights().unknown(),
              priority.factor()));
    }
    return gaps;
  }

  private Map<String, String> subRegions() {
    return countries.all().stream().collect(Collectors.toMap(Country::iso3, Country::subRegion));
  }

  private Terms terms(Plan plan, PriorityList list) {
    List<Terms.Floor> floors = new ArrayList<>();
    if (plan.ldcShare() > 0) {
      floors.add(new Terms.Floor(LDC, leastDeveloped(), plan.ldcShare()));
    }
    if (plan.lowEndShare() > 0) {
      floors.add(new Terms.Floor(LOW_END, lowEnd(list), plan.lowEndShare()));
    }
    return new Terms(plan.budgets(), plan.mostPerCountry(), Map.of(), floors, plan.yearlyLoss());
  }

  private Set<String> leastDeveloped() {
    return countries.all().stream()
        .filter(country -> country.ldc(LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC)))
        .map(Country::iso3)
        .collect(Collectors.toSet());
  }

  /** The countries of the lowest info-state. */
  private static Set<String> lowEnd(PriorityList list) {
    return list.priorities().stream()
        .filter(priority -> priority.exposure().infoState() != null)
        .filter(priority -> priority.exposure().infoState() == priority.exposure().infoStates())
        .map(Priority::iso3)
        .collect(Collectors.toSet());
  }

  /**
   * What a choice costs with its part of what several countries share: the fixed cost in equal
   * parts, rounded down, and what is left over for the first of them.
   */
  static long cost(Portfolio portfolio, Portfolio.Choice choice) {
    List<Portfolio.Choice> together =
        portfolio.choices().stream().filter(c -> c.offer().equals(choice.offer())).toList();
    long fixed = choice.offer().fixedCost();
    long rest = together.get(0).equals(choice) ? fixed % together.size() : 0;
    return choice.seat().cost() + fixed / together.size() + rest;
  }
}

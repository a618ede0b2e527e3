package org.infostate.assessment;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.infostate.account.Actor;
import org.infostate.country.Countries;
import org.infostate.logic.ExpressionException;
import org.infostate.problem.Place;
import org.infostate.problem.Problem;
import org.infostate.problem.ProblemException;
import org.infostate.problem.ProblemKind;
import org.infostate.round.Round;
import org.infostate.round.RoundCountry;
import org.infostate.round.Rounds;
import org.infostate.scoring.Index;
import org.infostate.scoring.Scope;
import org.infostate.scoring.Source;

/** Checks what a planner orders and starts the run, for the page and the API alike. */
@ApplicationScoped
public class RunAssessment {

  private static final Set<Source.Kind> READABLE =
      EnumSet.of(Source.Kind.ANSWERS, Source.Kind.STATISTICS);
  private static final int EARLIEST = 1900;
  private static final int MOST_YEARS = 100;

  @Inject private Assessments assessments;
  @Inject private Indices indices;
  @Inject private GatherInputs gather;
  @Inject private Rounds rounds;
  @Inject private Countries countries;
  @Inject private Event<RunOrdered> ordered;
  @Inject private Clock clock;

  /**
   * Starts a run. It goes on by itself once the transaction has ended; {@link Assessments#find}
   * tells how far it is.
   *
   * @throws ProblemException with everything that is wrong with the order, or because there are no
   *     data
   */
  @Transactional
  public Assessment start(RunOrder order, Actor actor) {
    Assessment assessment = new Assessment(plan(order, actor), actor.login(), clock.instant());
    assessments.add(assessment);
    ordered.fire(new RunOrdered(assessment.id()));
    return assessment;
  }

  private RunPlan plan(RunOrder order, Actor actor) {
    IndexVersion version =
        (order.version() == null
                ? indices.newest(order.index())
                : indices.find(order.index(), order.version()))
            .orElseThrow(
                () ->
                    ProblemKind.ASSESSMENT_UNKNOWN_INDEX
                        .at(Place.question("index"), String.valueOf(order.index()))
                        .exception());
    IndexFile file = Indices.read(version.definition());
    List<Problem> problems = new ArrayList<>();
    boolean ofAnswers = kinds(file.index()).contains(Source.Kind.ANSWERS);
    Round round = ofAnswers ? round(order, actor, problems) : null;
    if (order.name() != null && order.name().length() > Assessment.TITLE_LENGTH) {
      problems.add(ProblemKind.FIELD_TOO_LONG.at(Place.question("name"), Assessment.TITLE_LENGTH));
    }
    int first = order.firstYear() == null ? RunOrder.FIRST_YEAR : order.firstYear();
    int last = order.lastYear() == null ? RunOrder.LAST_YEAR : order.lastYear();
    if (!ofAnswers) {
      checkYears(file, first, last, problems);
    }
    AnswerValues values = values(order, problems);
    Population population = population(order, round, problems);
    Assessment infoStates = ofAnswers ? infoStates(order, population, problems) : null;
    if (!problems.isEmpty()) {
      throw new ProblemException(problems);
    }
    RunPlan plan =
        new RunPlan(
            order.name() == null || order.name().isBlank() ? null : order.name().strip(),
            version,
            population,
            round,
            Boolean.TRUE.equals(order.submittedToo()),
            ofAnswers ? values : AnswerValues.DECLARED,
            ofAnswers ? null : first,
            ofAnswers ? null : last,
            infoStates,
            order.seed() == null ? 1 : order.seed());
    refuseWithoutData(plan, file.index());
    return plan;
  }

  private static Set<Source.Kind> kinds(Index index) {
    try {
      Set<Source.Kind> kinds = new Measurements(index).kinds();
      for (Source.Kind kind : kinds) {
        if (!READABLE.contains(kind)) {
          throw ProblemKind.ASSESSMENT_SOURCE_UNREADABLE.exception(Keys.spelled(kind));
        }
      }
      return kinds;
    } catch (ExpressionException e) {
      throw ProblemKind.INDEX_INVALID.exception(e.getMessage());
    }
  }

  private Round round(RunOrder order, Actor actor, List<Problem> problems) {
    if (order.round() == null || order.round().isBlank()) {
      problems.add(ProblemKind.ASSESSMENT_NEEDS_ROUND.at(Place.question("round")));
      return null;
    }
    Optional<Round> round = rounds.find(order.round(), actor);
    if (round.isEmpty()) {
      problems.add(ProblemKind.BAD_PARAMETER.at(Place.question("round"), order.round()));
    }
    return round.orElse(null);
  }

  private static AnswerValues values(RunOrder order, List<Problem> problems) {
    if (order.values() == null || order.values().isBlank()) {
      return AnswerValues.DECLARED;
    }
    Optional<AnswerValues> named = AnswerValues.of(order.values());
    if (named.isEmpty()) {
      problems.add(ProblemKind.BAD_PARAMETER.at(Place.question("values"), order.values()));
    }
    return named.orElse(AnswerValues.DECLARED);
  }

  private static void checkYears(IndexFile file, int first, int last, List<Problem> problems) {
    if (first < EARLIEST || last < first || last - first >= MOST_YEARS) {
      problems.add(
          ProblemKind.ASSESSMENT_YEARS.at(
              Place.question("firstYear"), String.valueOf(first), String.valueOf(last)));
      return;
    }
    for (int year : baseYears(file)) {
      if (year < first || year > last) {
        problems.add(
            ProblemKind.ASSESSMENT_BASE_YEAR.at(Place.question("firstYear"), String.valueOf(year)));
      }
    }
  }

  /** The years that the method measures all others against. */
  private static Set<Integer> baseYears(IndexFile file) {
    Set<Integer> years = new TreeSet<>(file.index().baseYears());
    if (file.grouping() != null && file.grouping().over().kind() == Scope.Kind.YEAR) {
      years.add(file.grouping().over().year());
    }
    return years;
  }

  private Population population(RunOrder order, Round round, List<Problem> problems) {
    if (order.population() != null && !order.population().isBlank()) {
      Optional<Population> named = Population.of(order.population());
      if (named.isEmpty()) {
        problems.add(
            ProblemKind.BAD_PARAMETER.at(Place.question("population"), order.population()));
      }
      return named.orElse(Population.REAL);
    }
    if (round == null) {
      return Population.REAL;
    }
    Set<Population> asked =
        round.countries().stream()
            .map(RoundCountry::iso3)
            .map(iso3 -> countries.find(iso3).map(Population::of).orElse(Population.REAL))
            .collect(Collectors.toSet());
    if (asked.size() > 1) {
      problems.add(ProblemKind.ASSESSMENT_POPULATION_MIXED.at(Place.question("population")));
    }
    return asked.stream().findFirst().orElse(Population.REAL);
  }

  private Assessment infoStates(RunOrder order, Population population, List<Problem> problems) {
    if (order.infoStates() == null) {
      return assessments.newestInfoStates(population).orElse(null);
    }
    Optional<Assessment> chosen =
        assessments
            .find(order.infoStates())
            .filter(a -> a.state() == Assessment.State.DONE)
            .filter(a -> a.round() == null && a.population() == population);
    if (chosen.isEmpty()) {
      problems.add(
          ProblemKind.BAD_PARAMETER.at(
              Place.question("infoStates"), String.valueOf(order.infoStates())));
    }
    return chosen.orElse(null);
  }

  private void refuseWithoutData(RunPlan plan, Index index) {
    if (!gather.anything(plan, index)) {
      throw ProblemKind.ASSESSMENT_WITHOUT_DATA.exception();
    }
  }
}

package org.infostate.profile;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.infostate.analysis.LeagueIntervals;
import org.infostate.assessment.Assessment;
import org.infostate.assessment.Assessments;
import org.infostate.assessment.Explanation;
import org.infostate.assessment.FrozenRuns;
import org.infostate.assessment.LeagueTable;
import org.infostate.assessment.ResultTables;
import org.infostate.assessment.Score;
import org.infostate.chart.AssessmentFigures;
import org.infostate.country.Countries;
import org.infostate.diagnostics.Profile;
import org.infostate.plan.Plan;
import org.infostate.plan.PlanAction;
import org.infostate.plan.Plans;
import org.infostate.planning.Priority;
import org.infostate.planning.PriorityIntervals;
import org.infostate.planning.PriorityList;
import org.infostate.planning.PriorityWeights;
import org.infostate.planning.RankPriorities;
import org.infostate.problem.ProblemKind;
import org.infostate.scoring.Element;
import org.infostate.scoring.Index;
import org.infostate.scoring.Result;

/** Gathers what a profile says, for the page, the API and the workbook alike. */
@ApplicationScoped
public class DescribeCountry {

  /** So many strengths and gaps: what a reader of one page can take in. */
  private static final int MOST = 5;

  @Inject private Assessments assessments;
  @Inject private AssessmentFigures figures;
  @Inject private ResultTables tables;
  @Inject private FrozenRuns frozen;
  @Inject private LeagueIntervals intervals;
  @Inject private RankPriorities rankPriorities;
  @Inject private PriorityIntervals priorityIntervals;
  @Inject private Plans plans;
  @Inject private Countries countries;

  /**
   * @param wanted the last year if null; without meaning in a run over a round
   * @throws org.infostate.problem.ProblemException if the assessment is not done, or the country is
   *     not in it in that year
   */
  public CountryProfile of(long assessmentId, String iso3, Integer wanted) {
    Assessment assessment = assessments.requireDone(assessmentId);
    List<Integer> years = tables.years(assessmentId);
    if (wanted != null && !years.contains(wanted)) {
      throw ProblemKind.NOT_FOUND.exception();
    }
    Integer year = wanted != null || years.isEmpty() ? wanted : years.get(years.size() - 1);
    LeagueTable league = figures.league(assessment, year);
    LeagueTable.Line own = line(league, iso3).orElseThrow(ProblemKind.NOT_FOUND::exception);
    LastRound last = last(assessment, year, years, iso3).orElse(null);
    Index index = assessment.index().index();
    List<Score> scores = tables.scores(assessmentId, iso3, year);
    Profile standings = standings(assessment, iso3, year);
    PriorityList priorities = priorities(assessment);
    Plan plan = plan(assessment, iso3).orElse(null);
    return new CountryProfile(
        assessment,
        assessments.names(assessment),
        countries.find(iso3).orElseThrow(ProblemKind.NOT_FOUND::exception),
        year,
        own,
        (int) league.lines().stream().filter(line -> line.rank() != null).count(),
        own.assessed().group() == null ? 0 : league.in(own.assessed().group()).lines().size(),
        intervals.of(assessment, year).map(found -> found.cases().get(iso3)).orElse(null),
        scores.isEmpty() ? null : Explanation.of(index, scores),
        standings.strengths(MOST),
        standings.weaknesses(MOST),
        rows(index, league, own, last),
        last,
        priorities,
        priority(priorities, iso3),
        priorities == null
            ? null
            : priorityIntervals
                .of(priorities)
                .map(found -> found.byCountry().get(iso3))
                .orElse(null),
        plan,
        plan == null ? List.of() : actions(plan, iso3));
  }

  private static Optional<LeagueTable.Line> line(LeagueTable league, String iso3) {
    return league.lines().stream().filter(line -> line.iso3().equals(iso3)).findFirst();
  }

  private Optional<LastRound> last(
      Assessment assessment, Integer year, List<Integer> years, String iso3) {
    if (year != null) {
      int place = years.indexOf(year);
      return place < 1 ? Optional.empty() : compared(assessment, years.get(place - 1), iso3, true);
    }
    return LastRound.before(assessment, assessments.done()).stream()
        .map(one -> compared(one, null, iso3, one.sameMethodAs(assessment)))
        .flatMap(Optional::stream)
        .findFirst();
  }

  private Optional<LastRound> compared(
      Assessment one, Integer year, String iso3, boolean sameMethod) {
    return line(figures.league(one, year), iso3)
        .map(line -> new LastRound(one, year, line, sameMethod));
  }

  private static List<CountryProfile.Row> rows(
      Index index, LeagueTable league, LeagueTable.Line own, LastRound last) {
    Integer group = own.assessed().group();
    List<CountryProfile.Row> rows = new ArrayList<>();
    for (Element element : index.elements()) {
      boolean whole = element.code().equals(index.root().code());
      if (whole || league.pillars().contains(element.code())) {
        rows.add(
            new CountryProfile.Row(
                element.code(),
                score(own, element.code(), whole),
                group == null ? null : median(league.in(group), element.code(), whole),
                median(league, element.code(), whole),
                last == null ? null : last.score(index, element)));
      }
    }
    return rows;
  }

  private static Score score(LeagueTable.Line line, String element, boolean whole) {
    return whole ? line.total() : line.pillars().get(element);
  }

  private static Double median(LeagueTable league, String element, boolean whole) {
    double median =
        AssessmentFigures.median(
            league.lines().stream()
                .map(line -> score(line, element, whole))
                .filter(Objects::nonNull)
                .map(Score::score)
                .filter(Objects::nonNull)
                .mapToDouble(score -> score)
                .toArray());
    return Double.isNaN(median) ? null : median;
  }

  private Profile standings(Assessment assessment, String iso3, Integer year) {
    Result result = frozen.result(assessment);
    int row = result.scores().row(iso3, year);
    return row < 0 ? new Profile(List.of()) : Profile.of(result, row, other -> true);
  }

  /** By the usual weights; null where the index has no such thing as full capacity. */
  private PriorityList priorities(Assessment assessment) {
    return rankPriorities.possible().stream().anyMatch(one -> one.id().equals(assessment.id()))
        ? rankPriorities.of(assessment.id(), PriorityWeights.USUAL)
        : null;
  }

  private static Priority priority(PriorityList priorities, String iso3) {
    return priorities == null
        ? null
        : priorities.priorities().stream()
            .filter(priority -> priority.iso3().equals(iso3))
            .findFirst()
            .orElse(null);
  }

  /** A draft counts only where it was composed from this assessment. */
  private Optional<Plan> plan(Assessment assessment, String iso3) {
    List<Plan> all = plans.all();
    return all.stream()
        .filter(plan -> plan.state() == Plan.State.AGREED)
        .filter(plan -> !actions(plan, iso3).isEmpty())
        .findFirst()
        .or(
            () ->
                all.stream()
                    .filter(plan -> plan.state() == Plan.State.DRAFT)
                    .filter(plan -> plan.assessment().id().equals(assessment.id()))
                    .filter(plan -> !actions(plan, iso3).isEmpty())
                    .findFirst());
  }

  private List<PlanAction> actions(Plan plan, String iso3) {
    return plans.actions(plan.id()).stream().filter(one -> one.iso3().equals(iso3)).toList();
  }
}

package org.infostate.chart;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.infostate.analysis.LeagueIntervals;
import org.infostate.analysis.UncertainCase;
import org.infostate.assessment.Assessment;
import org.infostate.assessment.AssessmentNames;
import org.infostate.assessment.Assessments;
import org.infostate.assessment.LeagueTable;
import org.infostate.assessment.ResultTables;
import org.infostate.assessment.Score;
import org.infostate.country.Countries;
import org.infostate.problem.Place;
import org.infostate.problem.ProblemKind;
import org.infostate.text.Language;
import org.infostate.text.Texts;

/** What the charts of an assessment show, from what it has kept. */
@ApplicationScoped
public class AssessmentFigures {

  @Inject private Assessments assessments;
  @Inject private ResultTables tables;
  @Inject private LeagueIntervals intervals;
  @Inject private Countries countries;

  /**
   * The scores of all countries that have one, by rank; with the limits of their intervals as two
   * more series once an uncertainty run over the year is done.
   */
  Figure ranking(Assessment assessment, Integer year, Language language) {
    LeagueTable league = league(assessment, year);
    List<LeagueTable.Line> lines =
        league.lines().stream().filter(line -> line.score() != null).toList();
    if (lines.isEmpty()) {
      throw ProblemKind.ASSESSMENT_WITHOUT_DATA.exception();
    }
    List<Double> scores = lines.stream().map(LeagueTable.Line::score).toList();
    String root = assessment.index().index().root().code();
    String name = assessments.names(assessment).element(root, language);
    Optional<LeagueIntervals.Intervals> sure = intervals.of(assessment, year(assessment, year));
    List<Figure.Series> series = new ArrayList<>();
    series.add(new Figure.Series(name, scores));
    sure.ifPresent(
        of -> {
          series.add(new Figure.Series("5 %", limits(lines, of, UncertainCase::scoreLow)));
          series.add(new Figure.Series("95 %", limits(lines, of, UncertainCase::scoreHigh)));
        });
    Texts texts = Texts.in(language);
    return new Figure(
        assessment.title(texts),
        lines.stream().map(line -> name(line.iso3(), language)).toList(),
        sure.map(of -> texts.text("chart.ranking.axis", name, String.valueOf(of.run().id())))
            .orElse(name),
        0,
        top(series.stream().flatMap(one -> one.values().stream()).toList()),
        series,
        language);
  }

  private static List<Double> limits(
      List<LeagueTable.Line> lines,
      LeagueIntervals.Intervals intervals,
      Function<UncertainCase, Double> limit) {
    return lines.stream()
        .map(line -> intervals.cases().get(line.iso3()))
        .map(sure -> sure == null || limit.apply(sure) == null ? Double.NaN : limit.apply(sure))
        .toList();
  }

  /**
   * The pillars of one country, and the median of each over all countries.
   *
   * @throws org.infostate.problem.ProblemException if the country is not in the assessment
   */
  Figure radar(Assessment assessment, Integer year, String iso3, Language language) {
    LeagueTable league = league(assessment, year);
    LeagueTable.Line own =
        league.lines().stream()
            .filter(line -> line.iso3().equals(iso3))
            .findFirst()
            .orElseThrow(ProblemKind.NOT_FOUND::exception);
    return pillars(assessment, league, own, language);
  }

  private Figure pillars(
      Assessment assessment, LeagueTable league, LeagueTable.Line own, Language language) {
    List<Double> values = new ArrayList<>();
    List<Double> medians = new ArrayList<>();
    for (String pillar : league.pillars()) {
      values.add(score(own, pillar));
      medians.add(
          median(
              league.lines().stream()
                  .mapToDouble(line -> score(line, pillar))
                  .filter(value -> !Double.isNaN(value))
                  .toArray()));
    }
    AssessmentNames names = assessments.names(assessment);
    Texts texts = Texts.in(language);
    List<Double> all = new ArrayList<>(values);
    all.addAll(medians);
    return new Figure(
        name(own.iso3(), language),
        league.pillars().stream().map(pillar -> names.element(pillar, language)).toList(),
        names.element(assessment.index().index().root().code(), language),
        0,
        top(all),
        List.of(
            new Figure.Series(name(own.iso3(), language), values),
            new Figure.Series(texts.text("report.median"), medians)),
        language);
  }

  /** The countries of one year; of the last where none is wanted. */
  public LeagueTable league(Assessment assessment, Integer wanted) {
    Integer year = year(assessment, wanted);
    return LeagueTable.of(
        assessment.index().index(),
        tables.scores(assessment.id(), year),
        tables.cases(assessment.id(), year));
  }

  /**
   * The year that is shown: the last where none is wanted; null in a run over a round.
   *
   * @throws org.infostate.problem.ProblemException if the assessment has no such year
   */
  Integer year(Assessment assessment, Integer wanted) {
    List<Integer> years = tables.years(assessment.id());
    if (wanted != null && !years.contains(wanted)) {
      throw ProblemKind.BAD_PARAMETER
          .at(Place.question("year"), String.valueOf(wanted))
          .exception();
    }
    return wanted != null || years.isEmpty() ? wanted : years.get(years.size() - 1);
  }

  private static double score(LeagueTable.Line line, String pillar) {
    Score score = line.pillars().get(pillar);
    return score == null || score.score() == null ? Double.NaN : score.score();
  }

  /** The middle value, or the mean of the two in the middle; NaN of nothing. */
  public static double median(double[] values) {
    if (values.length == 0) {
      return Double.NaN;
    }
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    int half = sorted.length / 2;
    return sorted.length % 2 == 1 ? sorted[half] : (sorted[half - 1] + sorted[half]) / 2;
  }

  /** 100 for scores of capacity; for open-ended indices the next round number above the highest. */
  static double top(List<Double> values) {
    double highest =
        values.stream().filter(value -> !value.isNaN()).mapToDouble(v -> v).max().orElse(100);
    if (highest <= 100) {
      return 100;
    }
    double step = Math.pow(10, Math.floor(Math.log10(highest))) / 2;
    return Math.ceil(highest / step) * step;
  }

  String name(String iso3, Language language) {
    return countries.find(iso3).map(country -> country.name(language)).orElse(iso3);
  }
}

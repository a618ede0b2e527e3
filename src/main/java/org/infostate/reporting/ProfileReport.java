package org.infostate.reporting;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.infostate.assessment.Assessment;
import org.infostate.assessment.AssessmentNames;
import org.infostate.assessment.Assessments;
import org.infostate.assessment.LeagueTable;
import org.infostate.assessment.ResultTables;
import org.infostate.assessment.Score;
import org.infostate.chart.AssessmentFigures;
import org.infostate.plan.Plan;
import org.infostate.plan.PlanAction;
import org.infostate.plan.Plans;
import org.infostate.planning.Catalogue;
import org.infostate.problem.Place;
import org.infostate.problem.ProblemKind;
import org.infostate.profile.CountryProfile;
import org.infostate.profile.DescribeCountry;
import org.infostate.profile.LastRound;
import org.infostate.report.Filling;
import org.infostate.report.Stamp;
import org.infostate.scoring.Element;
import org.infostate.statistics.Indicator;
import org.infostate.statistics.Statistic;
import org.infostate.statistics.Statistics;
import org.infostate.statistics.StatisticsImport;
import org.infostate.text.Language;
import org.infostate.text.Texts;

/**
 * One country in an assessment: its pillars beside the medians of its info-state and of all and
 * beside the last round, every element with what it could gain, published figures, and what agreed
 * plans foresee for it.
 */
@ApplicationScoped
public class ProfileReport implements ReportContent {

  static final String TEMPLATE = "profile";
  static final Columns PILLARS =
      Columns.of(
          "pillars", "element score group_median median last_round change best rank completeness");
  static final Columns ELEMENTS =
      Columns.of("elements", "code element parent measured score median gain weight observed");
  static final Columns FIGURES = Columns.of("figures", "indicator year statistic source");
  static final Columns ASSISTANCE =
      Columns.of("assistance", "plan assistance year cost points standing");

  @Inject private Assessments assessments;
  @Inject private DescribeCountry describeCountry;
  @Inject private AssessmentFigures league;
  @Inject private ResultTables tables;
  @Inject private Statistics statistics;
  @Inject private Plans plans;
  @Inject private AcceptedAnswers accepted;

  @Override
  public String template() {
    return TEMPLATE;
  }

  @Override
  public Subject subject() {
    return Subject.ASSESSMENT;
  }

  @Override
  public boolean ofOneCountry() {
    return true;
  }

  @Override
  public Filling vocabulary() {
    return Stamp.BLANK.filling(
        Language.EN,
        List.of(PILLARS.empty(), ELEMENTS.empty(), FIGURES.empty(), ASSISTANCE.empty()));
  }

  @Override
  public void check(ReportOrder order) {
    line(league.league(assessments.requireDone(order.number()), order.year()), order.country());
  }

  private static LeagueTable.Line line(LeagueTable table, String iso3) {
    return table.lines().stream()
        .filter(one -> one.iso3().equals(iso3))
        .findFirst()
        .orElseThrow(
            () ->
                ProblemKind.REPORT_SUBJECT
                    .at(Place.question("country"), String.valueOf(iso3))
                    .exception());
  }

  @Override
  public Filling filling(ReportOrder order, Language language) {
    Assessment assessment = assessments.requireDone(order.number());
    AssessmentNames names = assessments.names(assessment);
    CountryProfile profile = describeCountry.of(order.number(), order.country(), order.year());
    Integer year = profile.year();
    LeagueTable.Line own = profile.own();
    Texts texts = Texts.in(language);
    String group = names.infoState(own.assessed().group(), language);
    Stamp stamp =
        new Stamp(
            profile.country().name(language),
            assessment.title(texts) + (group.isEmpty() ? "" : " · " + group),
            method(assessment),
            texts.text("assessment.basis." + own.assessed().basis().code()),
            LocalDate.ofInstant(assessment.finishedAt(), ZoneOffset.UTC),
            own.completeness() == null ? Double.NaN : own.completeness(),
            0,
            texts.text("reporting.reading." + TEMPLATE) + " " + lastRound(profile, texts));
    return stamp.filling(
        language,
        List.of(
            PILLARS.with(pillars(profile, language), language),
            ELEMENTS.with(elements(assessment, year, own.iso3(), names, language), language),
            FIGURES.with(figures(own.iso3(), texts), language),
            ASSISTANCE.with(assistance(own.iso3(), language), language)));
  }

  static String method(Assessment assessment) {
    return assessment.indexCode()
        + " "
        + assessment.indexVersion()
        + " (SHA-256 "
        + assessment.definitionSha256().substring(0, 12)
        + ")";
  }

  /** What the column of the last round is about. */
  private static String lastRound(CountryProfile profile, Texts texts) {
    LastRound last = profile.last();
    if (last == null) {
      return texts.text("reporting.last_round.none");
    }
    String name =
        last.year() == null ? last.assessment().round().title() : String.valueOf(last.year());
    return texts.text(
        last.sameMethod() ? "reporting.last_round" : "reporting.last_round.other_method", name);
  }

  private static List<List<Object>> pillars(CountryProfile profile, Language language) {
    List<List<Object>> rows = new ArrayList<>();
    for (CountryProfile.Row pillar : profile.pillars()) {
      Score score = pillar.score();
      List<Object> row = new ArrayList<>();
      row.add(profile.names().element(pillar.element(), language));
      row.add(pillar.now());
      row.add(pillar.groupMedian());
      row.add(pillar.median());
      row.add(pillar.before());
      row.add(pillar.change());
      row.add(score == null ? null : score.best());
      row.add(score == null ? null : score.rank());
      row.add(score == null ? null : score.weightShare());
      rows.add(row);
    }
    return rows;
  }

  /** In the order of the index. */
  private List<List<Object>> elements(
      Assessment assessment, Integer year, String iso3, AssessmentNames names, Language language) {
    Map<String, List<Score>> all =
        tables.scores(assessment.id(), year).stream()
            .collect(Collectors.groupingBy(Score::element));
    List<List<Object>> rows = new ArrayList<>();
    for (Element element : assessment.index().index().elements()) {
      List<Score> scores = all.getOrDefault(element.code(), List.of());
      scores.stream()
          .filter(score -> score.iso3().equals(iso3))
          .forEach(
              own -> {
                List<Object> row = new ArrayList<>();
                row.add(element.code());
                row.add(names.element(element.code(), language));
                row.add(
                    element.parent() == null ? null : names.element(element.parent(), language));
                row.add(own.measured());
                row.add(own.score());
                row.add(
                    AssessmentFigures.median(
                        scores.stream()
                            .map(Score::score)
                            .filter(Objects::nonNull)
                            .mapToDouble(score -> score)
                            .toArray()));
                row.add(own.gain());
                row.add(own.weight());
                row.add(own.applicable() == 0 ? null : own.weightShare());
                rows.add(row);
              });
    }
    return rows;
  }

  /** The newest of each indicator. */
  private List<List<Object>> figures(String iso3, Texts texts) {
    Map<Long, StatisticsImport> imports =
        statistics.imports().stream().collect(Collectors.toMap(StatisticsImport::id, one -> one));
    Map<String, Statistic> newest =
        statistics
            .find(new Statistics.Wanted(null, iso3, null, null), 0, Integer.MAX_VALUE)
            .stream()
            .collect(
                Collectors.toMap(
                    Statistic::indicator,
                    one -> one,
                    (one, two) -> one.year() > two.year() ? one : two));
    return Arrays.stream(Indicator.values())
        .map(indicator -> newest.get(indicator.code()))
        .filter(Objects::nonNull)
        .<List<Object>>map(
            one ->
                List.of(
                    texts.text("statistics.indicator." + one.indicator()),
                    one.year(),
                    one.value(),
                    imports.get(one.importId()).publisher()))
        .toList();
  }

  private List<List<Object>> assistance(String iso3, Language language) {
    List<List<Object>> rows = new ArrayList<>();
    for (Plan plan : plans.all()) {
      if (plan.state() == Plan.State.AGREED) {
        Catalogue catalogue = plan.catalogue();
        for (PlanAction action : plans.actions(plan.id())) {
          if (action.iso3().equals(iso3)) {
            rows.add(
                List.of(
                    plan.title(),
                    catalogue.find(action.assistance()).orElseThrow().name(language),
                    action.year(),
                    action.cost(),
                    action.points(),
                    Texts.in(language).text("plan.standing." + action.standing().code())));
          }
        }
      }
    }
    return rows;
  }
}

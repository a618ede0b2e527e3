package org.infostate.reporting;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.TreeSet;
import org.infostate.analysis.DivideView;
import org.infostate.analysis.Subjects;
import org.infostate.assessment.Assessment;
import org.infostate.assessment.AssessmentNames;
import org.infostate.assessment.Assessments;
import org.infostate.assessment.LeagueTable;
import org.infostate.assessment.ResultTables;
import org.infostate.assessment.Score;
import org.infostate.chart.AssessmentFigures;
import org.infostate.cluster.Divide;
import org.infostate.problem.ProblemException;
import org.infostate.report.Filling;
import org.infostate.report.Stamp;
import org.infostate.text.Language;
import org.infostate.text.Texts;

/**
 * The info-states of an assessment, who is in which, how each country moved over the years, and how
 * the divide between the groups of the first year went on.
 */
@ApplicationScoped
public class DivideReport implements ReportContent {

  static final String TEMPLATE = "divide";
  static final Columns GROUPS =
      Columns.of("groups", "number infostate countries lowest mean highest");
  static final Columns MEMBERS = Columns.of("members", "country iso3 region infostate rank score");
  static final Columns DIVIDE =
      Columns.of(
          "divide",
          "year top_mean middle_mean low_mean top_to_middle middle_to_low gini theil deviation");
  static final Columns PATHS = Columns.of("paths", "country iso3 year infostate score rank");

  @Inject private Assessments assessments;
  @Inject private AssessmentFigures league;
  @Inject private ResultTables tables;
  @Inject private Subjects subjects;
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
  public Filling vocabulary() {
    return Stamp.BLANK.filling(
        Language.EN, List.of(GROUPS.empty(), MEMBERS.empty(), DIVIDE.empty(), PATHS.empty()));
  }

  @Override
  public void check(ReportOrder order) {
    assessments.requireDone(order.number());
  }

  @Override
  public Filling filling(ReportOrder order, Language language) {
    Assessment assessment = assessments.requireDone(order.number());
    AssessmentNames names = assessments.names(assessment);
    LeagueTable table = league.league(assessment, order.year());
    Texts texts = Texts.in(language);
    Stamp stamp =
        new Stamp(
            texts.text("reporting.report." + TEMPLATE),
            assessment.title(texts),
            ProfileReport.method(assessment),
            texts.text("reporting.sources.assessment", String.valueOf(assessment.id())),
            LocalDate.ofInstant(assessment.finishedAt(), ZoneOffset.UTC),
            table.lines().stream()
                .map(LeagueTable.Line::completeness)
                .filter(Objects::nonNull)
                .mapToDouble(share -> share)
                .average()
                .orElse(Double.NaN),
            0,
            texts.text("reporting.reading." + TEMPLATE));
    return stamp.filling(
        language,
        List.of(
            GROUPS.with(groups(table, names, language), language),
            MEMBERS.with(members(table, names, language), language),
            DIVIDE.with(divide(assessment), language),
            PATHS.with(paths(assessment, names, language), language)));
  }

  private static List<List<Object>> groups(
      LeagueTable table, AssessmentNames names, Language language) {
    TreeSet<Integer> numbers = new TreeSet<>();
    table.lines().stream()
        .map(line -> line.assessed().group())
        .filter(Objects::nonNull)
        .forEach(numbers::add);
    List<List<Object>> rows = new ArrayList<>();
    for (Integer number : numbers) {
      LeagueTable group = table.in(number);
      var scores =
          group.lines().stream()
              .map(LeagueTable.Line::score)
              .filter(Objects::nonNull)
              .mapToDouble(score -> score)
              .summaryStatistics();
      List<Object> row = new ArrayList<>();
      row.add(number);
      row.add(names.infoState(number, language));
      row.add(group.lines().size());
      row.add(scores.getCount() == 0 ? null : scores.getMin());
      row.add(scores.getCount() == 0 ? null : scores.getAverage());
      row.add(scores.getCount() == 0 ? null : scores.getMax());
      rows.add(row);
    }
    return rows;
  }

  private List<List<Object>> members(LeagueTable table, AssessmentNames names, Language language) {
    List<List<Object>> rows = new ArrayList<>();
    for (LeagueTable.Line line : table.lines()) {
      List<Object> row = new ArrayList<>();
      row.add(accepted.country(line.iso3(), language));
      row.add(line.iso3());
      row.add(accepted.region(line.iso3(), Texts.in(language)));
      row.add(names.infoState(line.assessed().group(), language));
      row.add(line.rank());
      row.add(line.score());
      rows.add(row);
    }
    return rows;
  }

  /** Empty for an index of a single year, and for one whose years cannot be compared. */
  private List<List<Object>> divide(Assessment assessment) {
    if (tables.years(assessment.id()).size() < 2) {
      return List.of();
    }
    DivideView view;
    try {
      view = subjects.divide(assessment.id(), null, null, null, null);
    } catch (ProblemException e) {
      return List.of();
    }
    List<List<Object>> rows = new ArrayList<>();
    for (Divide.Year year : view.divide().years()) {
      rows.add(
          List.of(
              year.year(),
              year.groupMeans()[0],
              year.groupMeans()[view.middle() - 1],
              year.groupMeans()[view.lowest() - 1],
              year.ratio(1, view.middle()),
              year.ratio(view.middle(), view.lowest()),
              year.inequality().gini(),
              year.inequality().theil(),
              year.inequality().deviationOfLogs()));
    }
    return rows;
  }

  private List<List<Object>> paths(
      Assessment assessment, AssessmentNames names, Language language) {
    var groups = new java.util.HashMap<String, Integer>();
    tables
        .cases(assessment.id(), null)
        .forEach(one -> groups.put(one.iso3() + " " + one.year(), one.group()));
    List<List<Object>> rows = new ArrayList<>();
    for (Score score : tables.series(assessment.id(), assessment.index().index().root().code())) {
      List<Object> row = new ArrayList<>();
      row.add(accepted.country(score.iso3(), language));
      row.add(score.iso3());
      row.add(score.year());
      row.add(names.infoState(groups.get(score.iso3() + " " + score.year()), language));
      row.add(score.score());
      row.add(score.rank());
      rows.add(row);
    }
    return rows;
  }
}

package org.infostate.planning;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.infostate.assessment.AssessedCase;
import org.infostate.assessment.Assessment;
import org.infostate.assessment.Assessments;
import org.infostate.assessment.IndexFile;
import org.infostate.assessment.ResultTables;
import org.infostate.assessment.Score;
import org.infostate.problem.ProblemKind;
import org.infostate.questionnaire.Confidentiality;
import org.infostate.questionnaire.Form;
import org.infostate.response.Responses;
import org.infostate.scoring.Index;
import org.infostate.statistics.FigureTable;
import org.infostate.statistics.Indicator;
import org.infostate.statistics.Statistics;

/**
 * Makes the list of priorities from what an assessment has kept, for the page and the API alike.
 */
@ApplicationScoped
public class RankPriorities {

  /** An older figure of what serves attacks says nothing about now. */
  static final int STAGING_YEARS = 5;

  @Inject private Assessments assessments;
  @Inject private ResultTables tables;
  @Inject private Responses responses;
  @Inject private Statistics statistics;
  @Inject private PlanningFiles files;
  @Inject private Clock clock;

  /** The assessments that priorities can be drawn from, the newest first. */
  public List<Assessment> possible() {
    return assessments.done().stream()
        .filter(assessment -> assessment.round() != null)
        .filter(assessment -> Needs.measurable(assessment.index().index()))
        .toList();
  }

  /**
   * @throws org.infostate.problem.ProblemException if the assessment is not done, or its index has
   *     no such thing as full capacity
   */
  public PriorityList of(long assessmentId, PriorityWeights weights) {
    return of(assessmentId, weights, Target.FULL);
  }

  /**
   * @param target that gaps are measured to
   */
  public PriorityList of(long assessmentId, PriorityWeights weights, Target target) {
    return of(
        assessmentId,
        weights,
        target,
        target == Target.DECLARED
            ? files.targets(files.number(PlanningFile.Kind.TARGETS))
            : DeclaredTargets.NONE,
        files.catalogue());
  }

  /**
   * @param catalogue that says in which answers countries speak of assistance
   */
  public PriorityList of(
      long assessmentId,
      PriorityWeights weights,
      Target target,
      DeclaredTargets declared,
      Catalogue catalogue) {
    Assessment assessment = assessments.requireDone(assessmentId);
    Index index = assessment.index().index();
    if (assessment.round() == null || !Needs.measurable(index)) {
      throw ProblemKind.PRIORITIES_WITHOUT_SCALE.exception(String.valueOf(assessmentId));
    }
    List<AssessedCase> cases = tables.cases(assessmentId, null);
    List<Score> scores = tables.scores(assessmentId, null);
    Targets targets = Targets.of(target, index, scores, infoStates(cases), declared);
    Needs measure = new Needs(index, tables.weights(assessmentId), targets);
    List<Need> needs = needs(measure, scores);
    Map<String, Told> told = told(assessment, cases, catalogue);
    List<Priority> priorities =
        Priorities.rank(
            needs, exposures(assessment, cases), demands(cases, told, catalogue), weights);
    List<String> ranked = needs.stream().map(Need::iso3).toList();
    return new PriorityList(
        assessment,
        weights,
        target,
        targets,
        priorities,
        Priorities.byInfoState(priorities),
        told,
        cases.stream().filter(one -> !ranked.contains(one.iso3())).toList());
  }

  private static Map<String, Integer> infoStates(List<AssessedCase> cases) {
    Map<String, Integer> infoStates = new HashMap<>();
    cases.forEach(one -> infoStates.put(one.iso3(), one.group()));
    return infoStates;
  }

  private static List<Need> needs(Needs measure, List<Score> scores) {
    Map<String, List<Score>> byCountry =
        scores.stream().collect(Collectors.groupingBy(Score::iso3));
    List<Need> needs = new ArrayList<>();
    byCountry.forEach((iso3, own) -> measure.of(iso3, own).ifPresent(needs::add));
    return needs;
  }

  /** What countries say, and what is known to be given to them by others. */
  private Map<String, Demand> demands(
      List<AssessedCase> cases, Map<String, Told> told, Catalogue catalogue) {
    LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    Map<String, Set<String>> given = new HashMap<>();
    for (GivenAssistance one : files.given()) {
      catalogue
          .find(one.assistance())
          .filter(known -> one.counts(today))
          .ifPresent(
              known ->
                  given
                      .computeIfAbsent(one.iso3(), iso3 -> new TreeSet<>())
                      .add(known.requirement()));
    }
    Map<String, Demand> demands = new HashMap<>();
    for (AssessedCase one : cases) {
      Demand said =
          told.containsKey(one.iso3())
              ? told.get(one.iso3()).demand(catalogue.answers())
              : Demand.NOT_KNOWN;
      demands.put(one.iso3(), said.and(given.get(one.iso3())));
    }
    return demands;
  }

  /** By country; nothing where the catalogue is about another index or does not say where. */
  private Map<String, Told> told(
      Assessment assessment, List<AssessedCase> cases, Catalogue catalogue) {
    Map<String, Told> told = new HashMap<>();
    if (catalogue.answers() == null
        || !catalogue.index().equals(assessment.index().index().code())) {
      return told;
    }
    Map<Long, Map<String, String>> values =
        responses.values(assessment.round(), open(assessment, catalogue.answers()));
    for (AssessedCase one : cases) {
      if (values.containsKey(one.responseId())) {
        told.put(one.iso3(), Told.of(catalogue.answers(), values.get(one.responseId())));
      }
    }
    return told;
  }

  /** The questions that are looked at, without those that are confidential themselves. */
  private Set<String> open(Assessment assessment, Catalogue.Answers answers) {
    Set<String> questions = Told.questions(answers);
    for (Form form : assessments.names(assessment).forms()) {
      questions.removeIf(
          name ->
              form.questions().containsKey(name)
                  && form.questions().get(name).confidentiality() == Confidentiality.CONFIDENTIAL);
    }
    return questions;
  }

  private Map<String, Exposure> exposures(Assessment assessment, List<AssessedCase> cases) {
    Optional<Assessment> infoStates = Optional.ofNullable(assessment.infoStates());
    Map<String, Double> closing = infoStates.map(this::closing).orElse(Map.of());
    int count = infoStates.map(Assessment::index).map(RankPriorities::groups).orElse(0);
    Map<String, Double> staging = staging(assessment);
    Map<String, Exposure> exposures = new HashMap<>();
    for (AssessedCase one : cases) {
      exposures.put(
          one.iso3(),
          new Exposure(one.group(), count, closing.get(one.iso3()), staging.get(one.iso3())));
    }
    return exposures;
  }

  /** From the newest figure of each country in the years before the assessment. */
  private Map<String, Double> staging(Assessment assessment) {
    String indicator = Indicator.ATTACK_SOURCES_PER_100.code();
    int last = assessment.createdAt().atZone(ZoneOffset.UTC).getYear();
    FigureTable figures = statistics.table(List.of(indicator), last - STAGING_YEARS + 1, last);
    Map<String, Double> newest = new HashMap<>();
    for (int year : figures.years()) {
      for (String iso3 : figures.countries()) {
        double figure = figures.figure(iso3, indicator, year);
        if (!Double.isNaN(figure)) {
          newest.put(iso3, figure);
        }
      }
    }
    return Staging.of(newest);
  }

  private Map<String, Double> closing(Assessment infoStates) {
    return Growth.closing(
        tables.series(infoStates.id(), infoStates.index().index().root().code()),
        infoStates.lastYear());
  }

  private static int groups(IndexFile file) {
    return file.grouping() == null ? 0 : file.grouping().count();
  }
}

package org.infostate.planning;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.infostate.assessment.AssessedCase;
import org.infostate.assessment.Assessment;
import org.infostate.assessment.Assessments;
import org.infostate.assessment.IndexFile;
import org.infostate.assessment.ResultTables;
import org.infostate.assessment.Score;
import org.infostate.problem.ProblemKind;
import org.infostate.scoring.Index;

/**
 * Makes the list of priorities from what an assessment has kept, for the page and the API alike.
 */
@ApplicationScoped
public class RankPriorities {

  @Inject private Assessments assessments;
  @Inject private ResultTables tables;

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
    Assessment assessment = assessments.requireDone(assessmentId);
    Index index = assessment.index().index();
    if (assessment.round() == null || !Needs.measurable(index)) {
      throw ProblemKind.PRIORITIES_WITHOUT_SCALE.exception(String.valueOf(assessmentId));
    }
    List<AssessedCase> cases = tables.cases(assessmentId, null);
    List<Need> needs = needs(assessmentId, index);
    List<Priority> priorities = Priorities.rank(needs, exposures(assessment, cases), weights);
    List<String> ranked = needs.stream().map(Need::iso3).toList();
    return new PriorityList(
        assessment,
        weights,
        priorities,
        Priorities.byInfoState(priorities),
        cases.stream().filter(one -> !ranked.contains(one.iso3())).toList());
  }

  private List<Need> needs(long assessmentId, Index index) {
    Needs measure = new Needs(index, tables.weights(assessmentId));
    Map<String, List<Score>> byCountry =
        tables.scores(assessmentId, null).stream().collect(Collectors.groupingBy(Score::iso3));
    List<Need> needs = new ArrayList<>();
    byCountry.forEach((iso3, scores) -> measure.of(iso3, scores).ifPresent(needs::add));
    return needs;
  }

  private Map<String, Exposure> exposures(Assessment assessment, List<AssessedCase> cases) {
    Optional<Assessment> infoStates = Optional.ofNullable(assessment.infoStates());
    Map<String, Double> closing = infoStates.map(this::closing).orElse(Map.of());
    int count = infoStates.map(Assessment::index).map(RankPriorities::groups).orElse(0);
    Map<String, Exposure> exposures = new HashMap<>();
    for (AssessedCase one : cases) {
      exposures.put(one.iso3(), new Exposure(one.group(), count, closing.get(one.iso3())));
    }
    return exposures;
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

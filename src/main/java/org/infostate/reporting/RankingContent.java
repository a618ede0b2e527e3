package org.infostate.reporting;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import org.infostate.assessment.Assessments;
import org.infostate.assessment.IndexVersion;
import org.infostate.assessment.Indices;
import org.infostate.report.AssessmentRanking;
import org.infostate.report.Filling;
import org.infostate.report.RankingReport;
import org.infostate.scoring.Index;
import org.infostate.text.Language;

/** The ranking of an assessment and the priorities that follow from it. */
@ApplicationScoped
public class RankingContent implements ReportContent {

  @Inject private AssessmentRanking ranking;
  @Inject private Assessments assessments;
  @Inject private Indices indices;

  @Override
  public String template() {
    return RankingReport.TEMPLATE;
  }

  @Override
  public Subject subject() {
    return Subject.ASSESSMENT;
  }

  /** The pillars are those of every index. */
  @Override
  public Filling vocabulary() {
    List<RankingReport.Pillar> pillars =
        indices.all().stream()
            .map(IndexVersion::definition)
            .map(definition -> Indices.read(definition).index())
            .flatMap(RankingContent::pillars)
            .distinct()
            .map(code -> new RankingReport.Pillar(code, code))
            .toList();
    return new RankingReport(
            new RankingReport.About("", "", "score", "", null, Double.NaN, "", ""),
            pillars,
            List.of())
        .filling(Language.EN);
  }

  private static java.util.stream.Stream<String> pillars(Index index) {
    return index.elements().stream()
        .filter(element -> index.root().code().equals(element.parent()))
        .map(element -> element.code());
  }

  @Override
  public void check(ReportOrder order) {
    assessments.requireDone(order.number());
  }

  @Override
  public Filling filling(ReportOrder order, Language language) {
    return ranking
        .report(assessments.requireDone(order.number()), order.year(), language)
        .filling(language);
  }
}

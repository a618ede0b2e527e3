package org.infostate.reporting;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import org.infostate.assessment.Assessments;
import org.infostate.report.AssessmentRanking;
import org.infostate.report.Filling;
import org.infostate.report.RankingReport;
import org.infostate.report.Stamp;
import org.infostate.text.Language;

/** The ranking of an assessment and the priorities that follow from it. */
@ApplicationScoped
public class RankingContent implements ReportContent {

  @Inject private AssessmentRanking ranking;
  @Inject private Assessments assessments;

  @Override
  public String template() {
    return RankingReport.TEMPLATE;
  }

  @Override
  public Subject subject() {
    return Subject.ASSESSMENT;
  }

  @Override
  public Filling vocabulary() {
    return new RankingReport(Stamp.BLANK, "score", List.of(), List.of()).filling(Language.EN);
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

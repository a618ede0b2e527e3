package org.infostate.chart;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.infostate.analysis.DivideView;
import org.infostate.analysis.Subjects;
import org.infostate.analysis.UncertaintyRuns;
import org.infostate.assessment.Assessment;
import org.infostate.assessment.Assessments;
import org.infostate.text.Language;

/** Draws the charts of an assessment; for page and API alike. */
@ApplicationScoped
public class DrawAssessment {

  private static final int LINES_HEIGHT = 420;

  @Inject private Assessments assessments;
  @Inject private AssessmentFigures figures;
  @Inject private SpreadFigures spread;
  @Inject private TileFigures tiles;
  @Inject private AnalysisFigures analysis;
  @Inject private Subjects subjects;
  @Inject private UncertaintyRuns runs;

  /**
   * @throws org.infostate.problem.ProblemException if there is no such assessment, it is not done,
   *     has nothing to draw, or a parameter does not fit
   */
  Chart chart(long id, ChartKind kind, ChartQuery query, Language language) {
    int width = Chart.width(query.width);
    Assessment assessment = assessments.requireDone(id);
    return switch (kind) {
      case RANKING -> ranking(figures.ranking(assessment, query.year, language), width);
      case RADAR ->
          Chart.radar(
              figures.radar(assessment, query.year, query.requireCountry(), language), width);
      case MAP ->
          Chart.scaled(
              new TileDrawing(
                  query.byInfoState()
                      ? tiles.infoStates(assessment, query.year, language)
                      : tiles.scores(assessment, query.year, query.element, language)),
              query.width);
      case HEAT ->
          Chart.scaled(
              new HeatDrawing(spread.heat(assessment, query.year, language), false), query.width);
      case DISTRIBUTION ->
          Chart.bars(spread.distribution(assessment, query.year, query.element, language), width);
      case TRAJECTORIES ->
          Chart.scaled(
              new HeatDrawing(spread.trajectories(assessment, language), true), query.width);
      case DIVIDE -> lines(analysis.groupMeans(divide(id, query), language), width);
      case DISTANCES -> lines(analysis.distances(divide(id, query), language), width);
      case RANKS ->
          Chart.of(
              new IntervalDrawing(
                  analysis.ranks(runs.requireDone(id, query.requireRun()), language), width));
      case SENSITIVITY ->
          Chart.bars(
              analysis.sensitivity(runs.requireDone(id, query.requireRun()), language), width);
    };
  }

  /** Bars, or dots on their intervals once an uncertainty run is done. */
  private static Chart ranking(Figure figure, int width) {
    return figure.series().size() == 1
        ? Chart.bars(figure, width)
        : Chart.of(new IntervalDrawing(figure, width));
  }

  private static Chart lines(Figure figure, int width) {
    return Chart.of(new LineDrawing(figure, width, LINES_HEIGHT));
  }

  private DivideView divide(long id, ChartQuery query) {
    return subjects.divide(id, query.from, query.to, query.element, query.count);
  }
}

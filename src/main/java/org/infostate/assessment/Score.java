package org.infostate.assessment;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.infostate.scoring.Case;
import org.infostate.scoring.Completeness;
import org.infostate.scoring.Contribution;
import org.infostate.scoring.Mark;
import org.infostate.scoring.Ranking;
import org.infostate.scoring.Result;
import org.infostate.scoring.State;
import org.infostate.scoring.Table;

/**
 * What an assessment says about one element of one case. Numbers are null where there is none, and
 * not rounded.
 *
 * @param year null in a run over a round
 * @param measured the value that came in; indicators only
 * @param score on the common scale
 * @param rank 1 for the highest of the year; a half where ties share an average
 * @param weight share in the score of the case, what is missing left out
 * @param points of the whole score that are due to the element
 * @param best the highest score of the element among the cases of the year
 * @param gain what the whole score would rise by with that best score
 * @param observed indicators at or below it with a value that was not imputed
 * @param imputed indicators at or below it with an imputed value
 * @param applicable indicators at or below it that have a value or ought to have one
 * @param weightShare weight of the observed indicators as a share of the applicable, 0 to 1
 */
public record Score(
    String iso3,
    Integer year,
    String element,
    Double measured,
    Double score,
    Double rank,
    State state,
    Set<Mark> marks,
    Double weight,
    Double points,
    Double best,
    Double gain,
    int observed,
    int imputed,
    int applicable,
    Double weightShare) {

  /**
   * The scores of one case, every element, in the order of the index.
   *
   * @param row of the table of scores
   */
  static List<Score> of(Result result, int row) {
    Case subject = result.scores().cases().get(row);
    Table ranks = result.index().step(Ranking.class).isPresent() ? result.ranks() : null;
    List<Score> scores = new ArrayList<>();
    for (Contribution one : result.explanation(row)) {
      Completeness completeness = result.completeness(row, one.element());
      scores.add(
          new Score(
              subject.unit(),
              subject.year(),
              one.element(),
              orNull(one.measured()),
              orNull(one.score()),
              ranks == null ? null : orNull(ranks.value(row, ranks.column(one.element()))),
              one.state(),
              one.marks(),
              orNull(one.weight()),
              orNull(one.points()),
              orNull(one.best()),
              orNull(one.gain()),
              completeness.observed(),
              completeness.imputed(),
              completeness.applicable(),
              orNull(completeness.weightShare())));
    }
    return scores;
  }

  /** A number for the store, which knows neither NaN nor infinities. */
  static Double orNull(double figure) {
    return Double.isFinite(figure) ? figure : null;
  }
}

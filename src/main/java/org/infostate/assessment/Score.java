package org.infostate.assessment;

import java.util.Set;
import org.infostate.scoring.Mark;
import org.infostate.scoring.State;

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
    Double weightShare) {}

package org.infostate.scoring;

import java.util.Set;

/**
 * What one element did to the score of one case.
 *
 * @param element its code
 * @param measured value in the table that came in; {@code NaN} for aggregates and what is missing
 * @param state of the element in the table of scores
 * @param marks what happened to its value
 * @param score on the common scale
 * @param weight share in the score of the case: the product of its shares among the present
 *     children up to the top; 0 where missing
 * @param points of the index score that are due to it: score times derivative of the index score.
 *     For arithmetic, geometric, harmonic and power means, the median and Mazziotta-Pareto the
 *     points of the indicators add up to the score; {@code NaN} where there is Copeland on the way
 * @param best the highest score of the element among the cases of the same year
 * @param gain what the index score would rise by if the element had that best score
 */
public record Contribution(
    String element,
    double measured,
    State state,
    Set<Mark> marks,
    double score,
    double weight,
    double points,
    double best,
    double gain) {}

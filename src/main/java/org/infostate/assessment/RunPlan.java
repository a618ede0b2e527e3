package org.infostate.assessment;

import org.infostate.round.Round;

/**
 * What a run is going to do, checked and complete.
 *
 * @param title null where it was given none
 * @param round null for a run over statistics
 * @param values of answers; {@link AnswerValues#DECLARED} in a run over statistics
 * @param firstYear null for a run over a round
 * @param lastYear null for a run over a round
 * @param infoStates where the info-states of countries come from; null for the index's own groups
 */
record RunPlan(
    String title,
    IndexVersion index,
    Population population,
    Round round,
    boolean submittedToo,
    AnswerValues values,
    Integer firstYear,
    Integer lastYear,
    Assessment infoStates,
    long seed) {}

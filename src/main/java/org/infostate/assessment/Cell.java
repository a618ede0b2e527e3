package org.infostate.assessment;

import java.util.Set;
import org.infostate.scoring.Mark;
import org.infostate.scoring.State;

/**
 * A cell of one of the tables that a run went through.
 *
 * @param year null in a run over a round
 * @param figure null where there is none
 */
public record Cell(
    String iso3, Integer year, String element, Double figure, State state, Set<Mark> marks) {}

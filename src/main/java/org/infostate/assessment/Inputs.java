package org.infostate.assessment;

import java.util.List;
import org.infostate.scoring.Table;

/**
 * What goes into a run.
 *
 * @param table a column for each indicator and denominator of the index
 * @param cases those of the table, and the countries of the round that have no response to be read;
 *     without info-states yet
 */
record Inputs(Table table, List<AssessedCase> cases) {}

package org.infostate.statistics;

import java.util.List;

/**
 * A workbook as it was read.
 *
 * @param sheets in the order of the workbook
 * @param saved day on which it was last saved, as it says itself, in ISO 8601; empty where it does
 *     not
 */
record Grids(List<Grid> sheets, String saved) {}

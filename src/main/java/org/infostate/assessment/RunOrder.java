package org.infostate.assessment;

/**
 * What a planner asks for. Everything but the index may be null.
 *
 * @param index code of a published index
 * @param version the newest if null
 * @param round code of the round whose answers are read; needed by an index of answers
 * @param population {@code real} or {@code invented}; where null, that of the round, or real
 * @param name made from index and round, in the language of each reader, if null
 * @param firstYear of a run over statistics; {@value #FIRST_YEAR} if null
 * @param lastYear of a run over statistics; {@value #LAST_YEAR} if null
 * @param submittedToo true to score submitted responses that nobody has accepted yet, too
 * @param values {@code declared}, as if null, or {@code verified}; of a run over a round
 * @param infoStates id of the assessment that info-states are taken from; if null the newest of the
 *     index {@code infostate} over the same population
 * @param seed 1 if null
 */
public record RunOrder(
    String index,
    Integer version,
    String round,
    String population,
    String name,
    Integer firstYear,
    Integer lastYear,
    Boolean submittedToo,
    String values,
    Long infoStates,
    Long seed) {

  /** The years that ITU's series of June 2019 cover. */
  static final int FIRST_YEAR = 2000;

  static final int LAST_YEAR = 2018;
}

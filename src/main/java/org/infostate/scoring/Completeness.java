package org.infostate.scoring;

/**
 * How much of what ought to be known stands behind a score.
 *
 * @param observed indicators with a value that was not imputed
 * @param imputed indicators with an imputed value
 * @param applicable indicators that have a value or ought to have one
 * @param weightShare weight of the observed indicators as a share of the applicable ones, 0 to 1;
 *     {@code NaN} where nothing is applicable
 */
public record Completeness(int observed, int imputed, int applicable, double weightShare) {}

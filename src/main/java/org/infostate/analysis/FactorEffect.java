package org.infostate.analysis;

/**
 * Something that was varied, and how much it matters: its share in the variance of the mean number
 * of places that countries are from their rank.
 *
 * @param name as in {@link org.infostate.assessment.Doubts#NAMES}
 * @param detail what it was varied between, as the engine writes it
 * @param first share that is due to it alone, null where nothing moved or nothing was asked
 * @param firstLow 5 % quantile of its bootstrap, as firstHigh is the 95 % quantile
 * @param total share that it has a part in, alone or with others
 */
public record FactorEffect(
    String name,
    String detail,
    Double first,
    Double firstLow,
    Double firstHigh,
    Double total,
    Double totalLow,
    Double totalHigh) {}

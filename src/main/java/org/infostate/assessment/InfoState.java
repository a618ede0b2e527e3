package org.infostate.assessment;

/**
 * A group of countries in a year: an info-state.
 *
 * @param year null where the assessment has no years
 * @param number 1 for the highest
 * @param lowerLimit the least score that is in it; null for the lowest
 * @param members how many countries are in it
 * @param explained share of the variance that lies between the groups of the year, 0 to 1; null
 *     where all scores are equal
 */
public record InfoState(
    Integer year, int number, Double lowerLimit, int members, Double explained) {}

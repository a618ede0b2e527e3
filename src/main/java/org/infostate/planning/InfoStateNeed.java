package org.infostate.planning;

/**
 * The needs of one info-state. Numbers are means over its countries.
 *
 * @param infoState its number; null for the countries whose info-state is not known
 */
public record InfoStateNeed(
    Integer infoState, int countries, double missing, double unknown, double need) {}

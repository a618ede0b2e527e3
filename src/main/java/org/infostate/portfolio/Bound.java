package org.infostate.portfolio;

/**
 * What no choice within the terms can exceed.
 *
 * @param value of the gain
 * @param basis what it rests on
 */
record Bound(double value, Portfolio.Basis basis) {}

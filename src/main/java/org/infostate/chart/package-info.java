/**
 * Owns the charts: what they show, how they are drawn, and the addresses that they stand at.
 *
 * <p>Invariant: a value that is missing is shown as missing; it never becomes a zero.
 */
package org.infostate.chart;

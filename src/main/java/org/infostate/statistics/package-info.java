/**
 * Owns published figures on countries and years, read from the files of their publishers as they
 * distribute them.
 *
 * <p>Invariant: what was in a file and is not among its figures is listed with its place and the
 * reason; a blank is never a zero; and for an indicator, a country and a year at most one figure is
 * current.
 */
package org.infostate.statistics;

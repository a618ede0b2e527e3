/**
 * Owns the countries and areas that answers and statistics are about: their names as the United
 * Nations writes them, their M49 regions, and the groups (LDC, LLDC, SIDS) that they belong to,
 * with dates.
 *
 * <p>Invariant: a name is matched to a country exactly, after normalisation, or not at all; nothing
 * is guessed.
 */
package org.infostate.country;

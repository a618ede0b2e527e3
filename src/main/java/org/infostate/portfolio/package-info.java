/**
 * Owns the choice of assistance under a budget: which of many offers, to which countries, in which
 * years, close most of what is missing.
 *
 * <p>Invariant: nothing is returned that {@link org.infostate.portfolio.Verification} has not
 * checked against every term, and how far it may be from the best possible is said with it.
 *
 * <p>Plain Java: nothing but {@code java..} and the solver in {@link
 * org.infostate.portfolio.MixedInteger} is used.
 */
package org.infostate.portfolio;

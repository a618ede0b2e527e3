/**
 * Owns what follows from an assessment: which country needs help first and why.
 *
 * <p>Invariant: what is known to be missing and what is not known are never added up without saying
 * so; every place in a list can be recomputed by hand from the numbers beside it.
 */
package org.infostate.planning;

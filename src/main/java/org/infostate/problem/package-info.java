/**
 * Owns the one catalogue of numbered problems: whatever is refused anywhere is refused with one of
 * them.
 *
 * <p>Invariant: a number is never used for another problem, and a retired one stays listed.
 */
package org.infostate.problem;

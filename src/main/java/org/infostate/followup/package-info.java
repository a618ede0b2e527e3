/**
 * Owns what becomes of plans once they are composed: how two of them differ.
 *
 * <p>Invariant: what was not recorded is said to be unknown, never 0.
 */
package org.infostate.followup;

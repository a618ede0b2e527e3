/**
 * Owns what becomes of plans once they are composed: how two of them differ, how far their actions
 * are, and what changed in the countries afterwards.
 *
 * <p>Invariant: what was not recorded is said to be unknown, never 0; change is never called
 * effect.
 */
package org.infostate.followup;

/**
 * Owns plans of assistance: how one is composed under its budget and its rules, its actions, its
 * versions and what its people change in it.
 *
 * <p>Invariant: a plan keeps all that it was composed from, so that what it says stays true of its
 * day whatever is imported later; of the versions of one plan only one is agreed.
 */
package org.infostate.plan;

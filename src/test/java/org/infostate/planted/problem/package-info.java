/**
 * Owns a planted class that looks to its right.
 *
 * <p>Invariant: nothing here ships.
 */
package org.infostate.planted.problem;

/**
 * Owns planted classes, one for each rule.
 *
 * <p>Invariant: nothing here ships.
 */
package org.infostate.planted.round;

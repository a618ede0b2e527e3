/**
 * Owns which answers of a round were taken over from the last one, and whether the country has
 * confirmed or changed them.
 *
 * <p>Invariant: a response is not submitted while an answer that was carried forward, and is asked,
 * is neither confirmed nor changed.
 */
package org.infostate.carryforward;

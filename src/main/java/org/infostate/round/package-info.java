/**
 * Owns rounds: which versions of questionnaires go to which countries until when, and the
 * invitations to the focal points.
 *
 * <p>Invariant: the versions and countries of a round do not change once it is open.
 */
package org.infostate.round;

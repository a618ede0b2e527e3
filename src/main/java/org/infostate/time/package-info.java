/**
 * Owns the clock of the running server and how moments are stored.
 *
 * <p>Invariant: nothing else asks the machine what time it is; everything is given a {@link
 * java.time.Clock}.
 */
package org.infostate.time;

/**
 * Owns reminders of a round's deadline: when they are sent, what they say, to whom they went.
 *
 * <p>Invariant: nobody gets the same reminder of the same deadline twice; the store refuses it,
 * whichever node of a cluster tries.
 */
package org.infostate.reminder;

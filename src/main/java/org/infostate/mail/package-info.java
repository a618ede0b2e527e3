/**
 * Owns the messages that Infostate writes to people: the outbox that keeps each one, and the one
 * class that sends them.
 *
 * <p>Invariant: a message is put in the outbox in the transaction of what it tells of; sending
 * comes after and never undoes anything.
 */
package org.infostate.mail;

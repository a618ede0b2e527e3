/**
 * Owns the record of who did what to which thing, and when.
 *
 * <p>Invariant: an entry is written in the same transaction as what it tells of, and is never
 * changed or removed.
 */
package org.infostate.audit;

/**
 * Owns what is asked of an assessment once it stands: how sure its ranks and groups are, how its
 * index is built, how countries move between groups and the divide between them, what other weights
 * would give.
 *
 * <p>Invariant: nothing here changes an assessment; everything is computed from the table that was
 * kept with it, by the definition that was kept with it.
 */
package org.infostate.analysis;

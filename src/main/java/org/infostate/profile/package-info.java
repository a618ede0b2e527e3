/**
 * Owns the profile of a country in an assessment: what stands on it, and its page to print.
 *
 * <p>Invariant: a profile names no answer, only what follows from answers; and what is not known
 * stands on it as not known, never as zero.
 */
package org.infostate.profile;

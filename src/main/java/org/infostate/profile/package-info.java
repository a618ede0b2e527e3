/**
 * Owns the profile of a country in an assessment: what stands on it, and its page to print.
 *
 * <p>Invariant: what is not known stands on a profile as not known, never as zero; and no value
 * that a country marked confidential is on it.
 */
package org.infostate.profile;

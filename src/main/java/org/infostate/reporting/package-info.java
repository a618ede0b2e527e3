/**
 * Owns the reports that people order: what each of them is filled with, the job that makes it, and
 * the finished file with what it was ordered with.
 *
 * <p>Invariant: a finished report never changes, and no value that a country marked confidential is
 * in one.
 */
package org.infostate.reporting;

/**
 * Owns the scoring of tables that people bring themselves: an index and a table come in, every
 * table of the run goes out.
 *
 * <p>Invariant: nothing is stored, and nothing that comes in can take more memory or time than
 * {@link org.infostate.scorings.Limits} says.
 */
package org.infostate.scorings;

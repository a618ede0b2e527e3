/**
 * Owns the arithmetic of composite indices: from a table of indicator values to scores and ranks,
 * one class per step, every table between kept.
 *
 * <p>Invariant: the same index, table and seed give the same numbers to the last bit, in whatever
 * order the cases stand.
 *
 * <p>Plain Java: nothing but {@code java..} is imported, nothing is read from a file, a clock or an
 * unseeded generator. Missing is never zero; what does not apply leaves the denominator.
 */
package org.infostate.scoring;

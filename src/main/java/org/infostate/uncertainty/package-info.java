/**
 * Owns how sure a ranking and its groups are: the same index scored many times with what could have
 * been chosen otherwise, and what of it matters.
 *
 * <p>Invariant: an experiment with the same factors, number and seed gives the same outcome to the
 * last bit, on one thread or on many.
 *
 * <p>Plain Java: nothing but {@code java..}, {@code scoring} and {@code cluster} is used.
 */
package org.infostate.uncertainty;

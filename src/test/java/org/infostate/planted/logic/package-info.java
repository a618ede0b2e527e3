/**
 * Owns a planted class of a plain package that is not plain.
 *
 * <p>Invariant: nothing here ships.
 */
package org.infostate.planted.logic;

/**
 * Owns what nobody may use.
 *
 * <p>Invariant: nothing here ships.
 */
package org.infostate.planted.web;

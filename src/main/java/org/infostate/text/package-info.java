/**
 * Owns the six languages of the United Nations, the interface texts in each, and the direction that
 * they are written in.
 *
 * <p>Invariant: every text exists in all six languages ({@code TranslationsTest}).
 */
package org.infostate.text;

/**
 * Owns the Excel workbook of a response: made in any language for the sections that a person holds,
 * filled in offline, read back without trusting it, tried, and taken as a whole or not at all.
 *
 * <p>Invariant: a value is never stored for a question of which the row's identity, the names and
 * the labels do not all speak; what they disagree on is reported by sheet and cell. Nothing of an
 * upload is stored but through {@link org.infostate.response.SaveAnswers}.
 */
package org.infostate.workbook;

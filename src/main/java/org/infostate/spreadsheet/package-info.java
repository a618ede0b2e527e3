/**
 * Owns the reading of uploaded Excel workbooks by whoever takes them: their cells as they stand in
 * the file, with their places; and the writing of tables that spreadsheet programs open.
 *
 * <p>Invariant: nothing is built from a file before it is known how much it would unpack to, and
 * what is kept of it is bounded. No formula is computed, no macro and no link to other files
 * accepted; no text that people wrote goes out as a formula.
 */
package org.infostate.spreadsheet;

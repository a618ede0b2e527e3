/**
 * Owns how workbooks are filled from the templates in {@code reports/}, and the ranking that is
 * filled in so.
 *
 * <p>Invariant: a value that is missing is an empty cell; it never becomes a zero.
 */
package org.infostate.report;

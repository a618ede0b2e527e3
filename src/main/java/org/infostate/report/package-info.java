/**
 * Owns what leaves the system as a document: charts, and workbooks filled from the templates in
 * {@code reports/}.
 *
 * <p>Invariant: a value that is missing is shown as missing, in charts as a gap and in workbooks as
 * an empty cell; it never becomes a zero.
 */
package org.infostate.report;

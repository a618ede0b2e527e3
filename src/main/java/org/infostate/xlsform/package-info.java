/**
 * Owns questionnaires as XLSForm workbooks: any version written as one, and any workbook of the
 * supported subset read as the files of a version.
 *
 * <p>Invariant: what is written is read back to the identical form. What a workbook of others asks
 * for and is not supported is refused with its cell; nothing that changes what is asked is left out
 * in silence.
 */
package org.infostate.xlsform;

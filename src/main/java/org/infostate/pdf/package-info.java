/**
 * Owns how a page becomes a PDF document: the fonts that are in it, its drawings, its tags.
 *
 * <p>Invariant: nothing is fetched for a document. What it needs is in the page and in this
 * program, so that it looks the same on a machine without fonts and without a network.
 */
package org.infostate.pdf;

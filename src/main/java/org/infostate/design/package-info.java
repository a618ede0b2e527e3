/**
 * Owns the designing of questionnaires in the browser and over the API: upload, preview, trial,
 * difference, publication, correction.
 *
 * <p>Invariant: what is tried out here is never among the answers of a country, and nothing here
 * changes a published version but its wording.
 */
package org.infostate.design;

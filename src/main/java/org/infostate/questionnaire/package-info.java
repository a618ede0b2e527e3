/**
 * Owns the instruments: versions of questionnaires with their sections, questions, choices and
 * rosters, and their wording in each language.
 *
 * <p>Invariant: a published version is kept verbatim with its SHA-256 and never changes.
 */
package org.infostate.questionnaire;
